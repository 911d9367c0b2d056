//! The settings that claims speak of: where each is made, how AWS or the program spells it, and the value that it must
//! have. Why and when is for the claims to say.

use schemars::JsonSchema;
use serde::Serialize;

/// Where a setting is made.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// An attribute of the VPC or its DHCP options.
    Vpc,
    /// The configuration of the cluster.
    Cluster,
    /// A security group.
    SecurityGroup,
    /// The bootstrap input of a node.
    Node,
    /// A workload's environment, flags or annotations.
    Workload,
    /// Where images come from.
    Image,
}

/// A setting.
pub(crate) struct SettingRow {
    /// The id, such as `private-endpoint-access`.
    pub(crate) id: &'static str,
    /// Where it is made.
    pub(crate) place: Place,
    /// Its name, as AWS or the program spells it.
    pub(crate) name: &'static str,
    /// The value that it must have; `{region}` stands for the region.
    pub(crate) value: &'static str,
}

macro_rules! settings {
    ($($name:ident = $id:literal, $place:ident, $label:literal, $value:literal;)*) => {
        $( pub(crate) static $name: SettingRow =
            SettingRow { id: $id, place: Place::$place, name: $label, value: $value }; )*

        /// Every setting, in order of id.
        #[cfg(test)]
        pub(crate) static SETTINGS: &[&SettingRow] = &[$(&$name),*];
    };
}

settings! {
    AL2_BOOTSTRAP = "al2-bootstrap-arguments", Node, "bootstrap.sh",
        "--apiserver-endpoint and --b64-cluster-ca with the values of the cluster";
    AL2023_NODE_CONFIG = "al2023-node-config", Node, "NodeConfig spec.cluster",
        "name, apiServerEndpoint, certificateAuthority and cidr (the service CIDR)";
    AUTOSCALER_STATIC_LIST = "autoscaler-static-instance-list", Workload, "--aws-use-static-instance-list",
        "true";
    AUTH_CONFIG_MAP = "aws-auth-from-inside", Cluster, "aws-auth ConfigMap",
        "written from where the private endpoint can be reached";
    BOTTLEROCKET_SETTINGS = "bottlerocket-settings", Node, "settings.kubernetes",
        "cluster-name, api-server, cluster-certificate and cluster-dns-ip";
    BOTTLEROCKET_UPDATES = "bottlerocket-updates", Node, "settings.updates.metadata-base-url and targets-base-url",
        "a private mirror; or replace nodes by a newer AMI";
    CLUSTER_SECURITY_GROUP_443 = "cluster-security-group-from-nodes", SecurityGroup, "inbound TCP 443 on the cluster security group",
        "from the security group of the nodes";
    DHCP_DNS = "dhcp-domain-name-servers", Vpc, "domain-name-servers",
        "AmazonProvidedDNS";
    EBS_KUSTOMIZATION = "ebs-csi-kustomization", Image, "kustomization.yaml",
        "the registry of {region} in every image";
    EFS_KUSTOMIZATION = "efs-csi-kustomization", Image, "kustomization.yaml",
        "the registry of {region} in every image";
    EFS_SECURITY_GROUP = "efs-mount-target-security-group", SecurityGroup, "inbound TCP 2049 on the mount targets' security groups",
        "from the nodes";
    EKSCTL_PRIVATE = "eksctl-private-cluster", Cluster, "privateCluster.enabled",
        "true";
    EKSCTL_NODE_NETWORKING = "eksctl-private-networking", Cluster, "privateNetworking of every node group",
        "true";
    ENDPOINT_ADDRESS_TYPE = "endpoint-ip-address-type", Vpc, "IpAddressType of the interface endpoints",
        "dualstack";
    ENDPOINT_PRIVATE_DNS = "endpoint-private-dns", Vpc, "PrivateDnsEnabled of the interface endpoints",
        "true";
    ENDPOINT_SECURITY_GROUP = "endpoint-security-group", SecurityGroup, "inbound TCP 443 on the security groups of the endpoints",
        "from the CIDR blocks of the node subnets, or from the security group of the nodes";
    FARGATE_INGRESS = "fargate-ingress-controller", Workload, "ingress controller",
        "one of a third party";
    FARGATE_TARGETS = "fargate-ip-targets", Workload, "target type of load balancers",
        "ip";
    FARGATE_SUBNETS = "fargate-private-subnets", Vpc, "subnets of the Fargate profiles",
        "private subnets only";
    FSX_SECURITY_GROUP = "fsx-file-system-security-group", SecurityGroup, "inbound TCP 988 on the file systems' security groups",
        "from the nodes";
    IMAGES_PRIVATE = "images-in-private-registry", Image, "image",
        "in a private Amazon ECR registry, in the registry that EKS keeps in {region}, or in a registry in the VPC";
    INTERNAL_LOAD_BALANCER_TAG = "internal-load-balancer-subnet-tag", Vpc, "tag kubernetes.io/role/internal-elb of the private subnets",
        "1";
    IPV6_SUBNETS = "ipv6-node-subnets", Vpc, "node subnets",
        "an IPv4 and an IPv6 CIDR block, and IPv6 addresses assigned on creation";
    KARPENTER_INSTANCE_PROFILE = "karpenter-instance-profile", Workload, "EC2NodeClass spec.instanceProfile",
        "the name of an instance profile; no spec.role";
    KARPENTER_ISOLATED = "karpenter-isolated-vpc", Workload, "settings.isolatedVPC",
        "true";
    KARPENTER_WEBHOOK = "karpenter-webhook-security-group", SecurityGroup, "inbound TCP 8443 on the security group of the nodes",
        "from the cluster security group";
    CERTIFICATE_ARN = "load-balancer-certificate-arn", Workload, "certificate-arn annotation",
        "the ARN of the certificate, written out";
    LBC_REGION_VPC = "load-balancer-controller-region-and-vpc", Workload, "--aws-region and --aws-vpc-id",
        "{region} and the id of the VPC; or a hop limit of 2 for instance metadata";
    LBC_SHIELD = "load-balancer-controller-shield", Workload, "--enable-shield",
        "false";
    LBC_WAF = "load-balancer-controller-waf", Workload, "--enable-waf",
        "false";
    LBC_WAFV2 = "load-balancer-controller-wafv2", Workload, "--enable-wafv2",
        "false";
    LBC_WEBHOOK = "load-balancer-controller-webhook", SecurityGroup, "inbound TCP 9443 on the security group of the nodes",
        "from the cluster security group";
    METRICS_SERVER_PORT = "metrics-server-port", SecurityGroup, "inbound TCP 10251 on the security group of the nodes",
        "from the cluster security group";
    MIRROR_LBC = "mirror-aws-load-balancer-controller", Image, "public.ecr.aws/eks/aws-load-balancer-controller",
        "a copy in a private registry";
    MIRROR_AUTOSCALER = "mirror-cluster-autoscaler", Image, "registry.k8s.io/autoscaling/cluster-autoscaler",
        "a copy in a private registry";
    MIRROR_EBS = "mirror-ebs-csi", Image, "public.ecr.aws/ebs-csi-driver/* and public.ecr.aws/csi-components/*",
        "a copy in a private registry";
    MIRROR_EFS = "mirror-efs-csi", Image, "public.ecr.aws/efs-csi-driver/amazon/aws-efs-csi-driver and public.ecr.aws/csi-components/*",
        "a copy in a private registry";
    MIRROR_FLUENT_BIT = "mirror-fluent-bit", Image, "public.ecr.aws/aws-observability/aws-for-fluent-bit",
        "a copy in a private registry";
    MIRROR_FSX = "mirror-fsx-lustre-csi", Image, "public.ecr.aws/fsx-csi-driver/aws-fsx-csi-driver and public.ecr.aws/csi-components/*",
        "a copy in a private registry";
    MIRROR_KARPENTER = "mirror-karpenter", Image, "public.ecr.aws/karpenter/controller",
        "a copy in a private registry";
    MIRROR_MOUNTPOINT = "mirror-mountpoint-s3-csi", Image, "public.ecr.aws/mountpoint-s3-csi-driver/aws-mountpoint-s3-csi-driver and public.ecr.aws/csi-components/*",
        "a copy in a private registry";
    MIRROR_NTH = "mirror-node-termination-handler", Image, "public.ecr.aws/aws-ec2/aws-node-termination-handler",
        "a copy in a private registry";
    MIRROR_XRAY = "mirror-xray-daemon", Image, "public.ecr.aws/xray/aws-xray-daemon",
        "a copy in a private registry";
    NODE_DNS = "node-dns-ports", SecurityGroup, "inbound TCP and UDP 53 on the security group of the nodes",
        "from itself";
    NODE_EGRESS = "node-egress", SecurityGroup, "outbound TCP 443 on the security groups of the nodes",
        "to the security groups of the endpoints and to the prefix list com.amazonaws.{region}.s3";
    NODE_ACCESS = "node-role-access", Cluster, "access of the node role",
        "an access entry of type EC2_LINUX or EC2_WINDOWS, or a line in the aws-auth ConfigMap";
    NODE_SECURITY_GROUP_KUBELET = "node-security-group-kubelet", SecurityGroup, "inbound TCP 443 and 10250 on the security group of the nodes",
        "from the cluster security group";
    POD_IDENTITY_NO_PROXY = "pod-identity-no-proxy", Workload, "NO_PROXY",
        "contains 169.254.170.23 and [fd00:ec2::23]";
    POD_IDENTITY_ROLE = "pod-identity-node-role", Node, "policy of the node role",
        "allows eks-auth:AssumeRoleForPodIdentity";
    PRIVATE_ENDPOINT_ACCESS = "private-endpoint-access", Cluster, "endpointPrivateAccess",
        "true";
    REGIONAL_STS = "regional-sts", Workload, "AWS_STS_REGIONAL_ENDPOINTS",
        "regional";
    S3_ROUTE_TABLES = "s3-route-tables", Vpc, "route tables of the S3 gateway endpoint",
        "every route table of every node subnet";
    DNS_HOSTNAMES = "vpc-dns-hostnames", Vpc, "enableDnsHostnames",
        "true";
    DNS_SUPPORT = "vpc-dns-support", Vpc, "enableDnsSupport",
        "true";
    WINDOWS_LAYERS = "windows-base-layers", Image, "allow-nondistributable-artifacts",
        "the private registry, when Windows images are pushed";
    WINDOWS_BOOTSTRAP = "windows-bootstrap-arguments", Node, "Start-EKSBootstrap.ps1",
        "-APIServerEndpoint and -Base64ClusterCA with the values of the cluster";
    WINDOWS_SERVICE_CIDR = "windows-service-cidr", Node, "-ServiceCIDR or -DNSClusterIP",
        "the service CIDR of the cluster, where it is not the default";
}
