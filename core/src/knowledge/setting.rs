//! The settings that claims speak of: where each is made, how AWS or the program spells it, and the value that it must
//! have. Why and when is for the claims to say.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::flow::FlowRow;
use crate::knowledge::flow::Party::{
    Callers, Cluster, Destinations, Endpoints, FileSystems, Gateways, Lattice, MountTargets, NameServers, Nodes, Proxy,
    RemoteNodes, RemotePods,
};
use crate::knowledge::flow::Ports::{All, OfEndpoints, OfWebhooks, Stated, Tcp, TcpAndUdp};

/// Where a setting is made.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// An attribute of the VPC or its DHCP options.
    Vpc,
    /// An interface endpoint: its subnets, names, address type or policy.
    Endpoint,
    /// A gateway endpoint: its route tables or policy.
    Gateway,
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
    /// An IAM policy.
    Iam,
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
    /// The flows that it stands for; empty unless it is one of security groups.
    pub(crate) flows: &'static [FlowRow],
}

/// The value of settings of images that lie in public registries only.
pub(crate) const COPY: &str = "a copy in a private registry";

macro_rules! settings {
    ($($name:ident = $id:literal, $place:ident, $label:literal, $value:expr $(=> [$($flow:expr),+])?;)*) => {
        $( pub(crate) static $name: SettingRow =
            SettingRow { id: $id, place: Place::$place, name: $label, value: $value, flows: &[$($($flow),+)?] }; )*

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
    API_AUTHENTICATION = "api-authentication-mode", Cluster, "authenticationMode",
        "API or API_AND_CONFIG_MAP";
    CALLERS_443 = "api-server-callers", SecurityGroup, "inbound TCP 443 on the cluster security group",
        "from each caller outside the cluster, such as a bastion or a peered network"
        => [FlowRow::between(Callers, Cluster, Tcp(443, 443))];
    AUTOSCALER_STATIC_LIST = "autoscaler-static-instance-list", Workload, "--aws-use-static-instance-list",
        "true";
    AUTH_CONFIG_MAP = "aws-auth-from-inside", Cluster, "aws-auth ConfigMap",
        "written from where the private endpoint can be reached";
    BOTTLEROCKET_HOST_ACCOUNTS = "bottlerocket-host-container-accounts", Endpoint, "policy of the `ecr.api` and `ecr.dkr` endpoints, where it is narrowed",
        "admits the account that keeps the host containers of Bottlerocket in {region}";
    BOTTLEROCKET_SETTINGS = "bottlerocket-settings", Node, "settings.kubernetes",
        "cluster-name, api-server, cluster-certificate and cluster-dns-ip";
    BOTTLEROCKET_UPDATES = "bottlerocket-updates", Node, "settings.updates.metadata-base-url and targets-base-url",
        "a private mirror; or replace nodes by a newer AMI";
    CENTRAL_NAMES = "central-endpoint-names", Endpoint, "private hosted zones of the central endpoints",
        "one for each service name, with an alias to its endpoint, associated with the VPC of the cluster; or a Route 53 Profile that carries the endpoints";
    CENTRAL_PRIVATE_DNS = "central-endpoint-private-dns", Endpoint, "PrivateDnsEnabled of the central endpoints",
        "false, unless a Route 53 Profile carries them";
    CENTRAL_ROUTES = "central-endpoint-routes", Vpc, "route tables of the subnets of nodes and pods and of the central endpoints",
        "routes both ways, through a peering connection or a transit gateway";
    CERT_MANAGER_WEBHOOK = "cert-manager-webhook", SecurityGroup, "inbound TCP 10250 on the security group of the nodes",
        "from the cluster security group"
        => [FlowRow::to_workloads(Cluster, Tcp(10250, 10250))];
    CLUSTER_GROUP_CARRIED = "cluster-security-group-carried", SecurityGroup, "the cluster security group, which pods and nodes carry",
        "reaches the endpoints and the prefix lists of the gateways"
        => [
            FlowRow::between(Cluster, Endpoints, OfEndpoints),
            FlowRow::between(Cluster, Gateways, Tcp(443, 443))
        ];
    CLUSTER_SECURITY_GROUP_443 = "cluster-security-group-from-nodes", SecurityGroup, "inbound TCP 443 on the cluster security group",
        "from the security group of the nodes"
        => [FlowRow::from_workloads(Cluster, Tcp(443, 443))];
    CONTROL_PLANE_DNS = "control-plane-egress-443", SecurityGroup, "outbound TCP 443 on the cluster security group",
        "to webhooks, OIDC issuers and aggregated APIs that the API server calls"
        => [FlowRow::between(Cluster, Destinations, Stated)];
    CONTROL_PLANE_ISSUERS = "control-plane-egress-issuers", SecurityGroup, "outbound TCP 443 on the cluster security group to the endpoints",
        "to the endpoint of the OIDC issuer"
        => [FlowRow::between(Cluster, Endpoints, OfEndpoints)];
    CONTROL_PLANE_KUBELET = "control-plane-egress-kubelet", SecurityGroup, "outbound TCP 10250 on the cluster security group",
        "to the nodes"
        => [FlowRow::between(Cluster, Nodes, Tcp(10250, 10250))];
    CONTROL_PLANE_NACL = "control-plane-egress-network-acl", Vpc, "inbound TCP 1024 to 65535 in the network ACLs of the cluster subnets",
        "from what the API server calls";
    CONTROL_PLANE_ROUTES = "control-plane-egress-routes", Vpc, "route tables of the cluster subnets",
        "a route to each webhook, OIDC issuer and aggregated API that the API server calls";
    CROSS_REGION_PERMISSION = "cross-region-endpoint-permission", Iam, "policy of whoever makes the endpoint",
        "allows vpce:AllowMultiRegion";
    CROSS_REGION_ZONES = "cross-region-endpoint-zones", Endpoint, "SubnetIds of endpoints to a service of another region",
        "no subnet in a zone with the id apne1-az3, apne2-az2, apne2-az4, use1-az3 or usw1-az2";
    DESTINATION_ACCESS = "destination-access", SecurityGroup, "outbound traffic on the security groups of nodes and pods",
        "to each destination that is not of AWS"
        => [FlowRow::from_workloads(Destinations, Stated)];
    DHCP_DNS = "dhcp-domain-name-servers", Vpc, "domain-name-servers",
        "AmazonProvidedDNS";
    DNS_FORWARDERS = "dns-forwarders", Vpc, "your own name servers",
        "forward names of AWS to the resolver of the VPC, or to an inbound endpoint of Route 53 Resolver"
        => [FlowRow::from_workloads(NameServers, TcpAndUdp(53))];
    DUALSTACK_SUBNETS = "dualstack-endpoint-subnets", Vpc, "subnets of the interface endpoints with dual stack",
        "an IPv4 and an IPv6 CIDR block in each of them";
    EBS_KUSTOMIZATION = "ebs-csi-kustomization", Image, "kustomization.yaml",
        "the registry of {region} in every image";
    ECR_POLICY = "ecr-endpoint-policy", Endpoint, "policy of the `ecr.api` and `ecr.dkr` endpoints, where it is narrowed",
        "allows ecr:GetAuthorizationToken, ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:BatchCheckLayerAvailability, also for {registry}";
    CACHE_PERMISSIONS = "ecr-pull-through-cache-permissions", Iam, "policy of whoever pulls an image first",
        "allows ecr:BatchImportUpstreamImage and ecr:CreateRepository";
    CACHE_WARMED = "ecr-pull-through-cache-warmed", Image, "first pull of each image",
        "made from where the internet can be reached";
    EFA_SECURITY_GROUP = "efa-security-group", SecurityGroup, "all traffic on the security group of nodes with EFA",
        "from and to itself"
        => [FlowRow::between(Nodes, Nodes, All)];
    EFS_KUSTOMIZATION = "efs-csi-kustomization", Image, "kustomization.yaml",
        "the registry of {region} in every image";
    EFS_SECURITY_GROUP = "efs-mount-target-security-group", SecurityGroup, "inbound TCP 2049 on the mount targets' security groups",
        "from the nodes"
        => [FlowRow::from_workloads(MountTargets, Tcp(2049, 2049))];
    EKSCTL_ADDITIONAL = "eksctl-additional-endpoints", Cluster, "privateCluster.skipEndpointCreation",
        "not together with additionalEndpointServices";
    EKSCTL_PRIVATE = "eksctl-private-cluster", Cluster, "privateCluster.enabled",
        "true";
    EKSCTL_NODE_NETWORKING = "eksctl-private-networking", Cluster, "privateNetworking of every node group",
        "true";
    EKSCTL_ROUTE_TABLES = "eksctl-route-tables", Vpc, "route tables of subnets that you supply",
        "associated explicitly; eksctl leaves the main route table alone";
    ENDPOINT_CALLERS = "endpoint-callers", SecurityGroup, "inbound TCP 443 on the security groups of the endpoints from outside",
        "from the CIDR blocks of callers that use the endpoints"
        => [FlowRow::between(Callers, Endpoints, OfEndpoints)];
    ENDPOINT_ADDRESS_TYPE = "endpoint-ip-address-type", Endpoint, "IpAddressType of the interface endpoints",
        "dualstack";
    ENDPOINT_NETWORK_ACL = "endpoint-network-acls", Vpc, "network ACLs of the subnets of endpoints, nodes and pods",
        "TCP 443 to the endpoints, and the replies on the ephemeral ports of whoever called";
    ENDPOINT_PRIVATE_DNS = "endpoint-private-dns", Endpoint, "PrivateDnsEnabled of the interface endpoints",
        "true";
    ENDPOINT_SECURITY_GROUP = "endpoint-security-group", SecurityGroup, "inbound TCP 443 on the security groups of the endpoints",
        "from the CIDR blocks of the subnets of nodes and pods, or from their security groups"
        => [FlowRow::from_workloads(Endpoints, OfEndpoints)];
    ENDPOINT_SUBNETS = "endpoint-subnets", Endpoint, "SubnetIds of the interface endpoints",
        "one subnet in each Availability Zone that nodes and pods run in, at least two";
    FARGATE_INGRESS = "fargate-ingress-controller", Workload, "ingress controller",
        "one of a third party";
    FARGATE_TARGETS = "fargate-ip-targets", Workload, "target type of load balancers",
        "ip";
    FARGATE_SUBNETS = "fargate-private-subnets", Vpc, "subnets of the Fargate profiles",
        "private subnets only";
    FSX_REGION = "fsx-controller-region", Workload, "controller.region",
        "{region}, where pods cannot reach instance metadata";
    FSX_SECURITY_GROUP = "fsx-file-system-security-group", SecurityGroup, "inbound TCP 988 on the file systems' security groups",
        "from the nodes"
        => [FlowRow::from_workloads(FileSystems, Tcp(988, 988))];
    HYBRID_CLUSTER_IN = "hybrid-nodes-api-server", SecurityGroup, "inbound TCP 443 on the cluster security group",
        "from the CIDR blocks of remote nodes and remote pods"
        => [
            FlowRow::between(RemoteNodes, Cluster, Tcp(443, 443)),
            FlowRow::between(RemotePods, Cluster, Tcp(443, 443))
        ];
    HYBRID_DNS = "hybrid-nodes-dns", SecurityGroup, "TCP and UDP 53 between CoreDNS and remote pods",
        "both ways, where a replica of CoreDNS runs in the VPC"
        => [
            FlowRow::to_workloads(RemotePods, TcpAndUdp(53)),
            FlowRow::from_workloads(RemotePods, TcpAndUdp(53))
        ];
    HYBRID_ENDPOINTS = "hybrid-nodes-endpoints", SecurityGroup, "inbound TCP 443 on the security groups of the endpoints from hybrid nodes",
        "from the CIDR blocks of remote nodes and remote pods"
        => [
            FlowRow::between(RemoteNodes, Endpoints, OfEndpoints),
            FlowRow::between(RemotePods, Endpoints, OfEndpoints)
        ];
    HYBRID_IMAGE = "hybrid-nodes-image", Node, "operating system image of hybrid nodes",
        "with the artifacts of nodeadm already in it";
    HYBRID_KUBELET = "hybrid-nodes-kubelet", SecurityGroup, "outbound TCP 10250 on the cluster security group",
        "to the CIDR blocks of remote nodes"
        => [FlowRow::between(Cluster, RemoteNodes, Tcp(10250, 10250))];
    HYBRID_NETWORKS = "hybrid-nodes-networks", Cluster, "remoteNetworkConfig",
        "node and pod CIDR blocks within RFC 1918 that overlap neither the VPC nor the service CIDR";
    HYBRID_PUBLIC = "hybrid-nodes-public-access", Cluster, "endpointPublicAccess",
        "false";
    HYBRID_RESOLVER = "hybrid-nodes-resolver", Vpc, "resolution of endpoint names on premises",
        "a Route 53 Resolver inbound endpoint, or forwarders in the VPC";
    HYBRID_WEBHOOKS = "hybrid-nodes-webhooks", SecurityGroup, "outbound TCP to the ports of webhooks on the cluster security group",
        "to the CIDR blocks of remote pods"
        => [FlowRow::between(Cluster, RemotePods, OfWebhooks)];
    IMAGE_COREDNS = "image-coredns", Image, "eks/coredns",
        "from {registry}";
    IMAGE_EBS = "image-ebs-csi", Image, "eks/aws-ebs-csi-driver, eks/csi-* and eks/livenessprobe",
        "from {registry}";
    IMAGE_EFS = "image-efs-csi", Image, "eks/aws-efs-csi-driver and its sidecars",
        "from {registry}";
    IMAGE_FSX = "image-fsx-lustre-csi", Image, "eks/aws-fsx-csi-driver",
        "from {registry}";
    IMAGE_EFA = "image-gpu-efa-plugins", Image, "eks/aws-efa-k8s-device-plugin",
        "from {registry}";
    IMAGE_KUBE_PROXY = "image-kube-proxy", Image, "eks/kube-proxy",
        "from {registry}";
    IMAGE_METRICS_SERVER = "image-metrics-server", Image, "eks/metrics-server",
        "from {registry}";
    IMAGE_MOUNTPOINT = "image-mountpoint-s3-csi", Image, "eks/aws-s3-csi-driver",
        "from {registry}";
    IMAGE_NODE_MONITORING_AGENT = "image-node-monitoring-agent", Image, "eks/eks-node-monitoring-agent",
        "from {registry}";
    IMAGE_POD_IDENTITY = "image-pod-identity", Image, "eks/eks-pod-identity-agent",
        "from {registry}";
    IMAGE_VPC_CNI = "image-vpc-cni", Image, "amazon-k8s-cni, amazon-k8s-cni-init and amazon/aws-network-policy-agent",
        "from {registry}";
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
        "from the cluster security group"
        => [FlowRow::to_workloads(Cluster, Tcp(8443, 8443))];
    KARPENTER_NO_ZONAL_SHIFT = "karpenter-zonal-shift", Workload, "EnableZonalShift",
        "false";
    LATTICE_PREFIX_LISTS = "lattice-prefix-lists", SecurityGroup, "inbound traffic on the security group of the nodes",
        "from the managed prefix lists of VPC Lattice, for IPv4 and IPv6"
        => [FlowRow::to_workloads(Lattice, All)];
    LATTICE_TAGGING = "lattice-tagging-api", Workload, "DISABLE_TAGGING_SERVICE_API",
        "true";
    CERTIFICATE_ARN = "load-balancer-certificate-arn", Workload, "certificate-arn annotation",
        "the ARN of the certificate, written out";
    LBC_GLOBAL_ACCELERATOR = "load-balancer-controller-global-accelerator", Workload, "feature gate GlobalAcceleratorController",
        "false";
    LBC_POLICY = "load-balancer-controller-policy", Iam, "policy of the role of the controller",
        "the variant for the partition of {region}";
    LBC_REGION_VPC = "load-balancer-controller-region-and-vpc", Workload, "--aws-region and --aws-vpc-id",
        "{region} and the id of the VPC; or a hop limit of 2 for instance metadata";
    LBC_SHIELD = "load-balancer-controller-shield", Workload, "--enable-shield",
        "false";
    LBC_WAF = "load-balancer-controller-waf", Workload, "--enable-waf",
        "false";
    LBC_WAFV2 = "load-balancer-controller-wafv2", Workload, "--enable-wafv2",
        "false";
    LBC_WEBHOOK = "load-balancer-controller-webhook", SecurityGroup, "inbound TCP 9443 on the security group of the nodes",
        "from the cluster security group"
        => [FlowRow::to_workloads(Cluster, Tcp(9443, 9443))];
    MANAGED_IMAGE_TYPE = "managed-node-group-image-type", Node, "amiType of every managed node group",
        "stated; an older version would choose Amazon Linux 2";
    MARKETPLACE_IRSA = "marketplace-credentials", Workload, "credentials of the metered pods",
        "through IAM roles for service accounts, not through EKS Pod Identity";
    METRICS_SERVER_PORT = "metrics-server-port", SecurityGroup, "inbound TCP 10251 on the security group of the nodes",
        "from the cluster security group"
        => [FlowRow::to_workloads(Cluster, Tcp(10251, 10251))];
    MIRROR_LBC = "mirror-aws-load-balancer-controller", Image, "public.ecr.aws/eks/aws-load-balancer-controller",
        COPY;
    MIRROR_CERT_MANAGER = "mirror-cert-manager", Image, "quay.io/jetstack/cert-manager-{controller,webhook,cainjector}",
        COPY;
    MIRROR_AUTOSCALER = "mirror-cluster-autoscaler", Image, "registry.k8s.io/autoscaling/cluster-autoscaler",
        COPY;
    MIRROR_EBS = "mirror-ebs-csi", Image, "public.ecr.aws/ebs-csi-driver/* and public.ecr.aws/csi-components/*",
        COPY;
    MIRROR_EFS = "mirror-efs-csi", Image, "public.ecr.aws/efs-csi-driver/amazon/aws-efs-csi-driver and public.ecr.aws/csi-components/*",
        COPY;
    MIRROR_EXTERNAL_DNS = "mirror-external-dns", Image, "registry.k8s.io/external-dns/external-dns",
        COPY;
    MIRROR_EXTERNAL_SECRETS = "mirror-external-secrets", Image, "ghcr.io/external-secrets/external-secrets",
        COPY;
    MIRROR_FLUENT_BIT = "mirror-fluent-bit", Image, "public.ecr.aws/aws-observability/aws-for-fluent-bit",
        COPY;
    MIRROR_FSX = "mirror-fsx-lustre-csi", Image, "public.ecr.aws/fsx-csi-driver/aws-fsx-csi-driver and public.ecr.aws/csi-components/*",
        COPY;
    MIRROR_KARPENTER = "mirror-karpenter", Image, "public.ecr.aws/karpenter/controller",
        COPY;
    MARKETPLACE_IMAGES = "mirror-marketplace", Image, "images of the product",
        COPY;
    MIRROR_METRICS_SERVER = "mirror-metrics-server", Image, "registry.k8s.io/metrics-server/metrics-server",
        COPY;
    MIRROR_MOUNTPOINT = "mirror-mountpoint-s3-csi", Image, "public.ecr.aws/mountpoint-s3-csi-driver/aws-mountpoint-s3-csi-driver and public.ecr.aws/csi-components/*",
        COPY;
    MIRROR_NEURON = "mirror-neuron-device-plugin", Image, "public.ecr.aws/neuron/neuron-device-plugin",
        COPY;
    MIRROR_NTH = "mirror-node-termination-handler", Image, "public.ecr.aws/aws-ec2/aws-node-termination-handler",
        COPY;
    MIRROR_NVIDIA = "mirror-nvidia-device-plugin", Image, "nvcr.io/nvidia/k8s-device-plugin",
        COPY;
    MIRROR_VELERO = "mirror-velero", Image, "docker.io/velero/velero and docker.io/velero/velero-plugin-for-aws",
        COPY;
    MIRROR_VPA = "mirror-vertical-pod-autoscaler", Image, "registry.k8s.io/autoscaling/vpa-*",
        COPY;
    MIRROR_LATTICE = "mirror-vpc-lattice-controller", Image, "public.ecr.aws/aws-application-networking-k8s/aws-gateway-controller",
        COPY;
    MIRROR_XRAY = "mirror-xray-daemon", Image, "public.ecr.aws/xray/aws-xray-daemon",
        COPY;
    NODE_DNS = "node-dns-ports", SecurityGroup, "inbound TCP and UDP 53 on the security group of the nodes",
        "from itself"
        => [FlowRow::among_workloads(TcpAndUdp(53))];
    NODE_EGRESS = "node-egress", SecurityGroup, "outbound TCP 443 on the security groups of the nodes",
        "to the security groups of the endpoints and to the prefix list com.amazonaws.{region}.s3"
        => [FlowRow::from_workloads(Gateways, Tcp(443, 443))];
    NODE_ACCESS = "node-role-access", Cluster, "access of the node role",
        "an access entry of type EC2_LINUX or EC2_WINDOWS, or a line in the aws-auth ConfigMap";
    NODE_PULL = "node-role-pull", Iam, "policy of the node role",
        "AmazonEC2ContainerRegistryReadOnly";
    NODE_SECURITY_GROUP_KUBELET = "node-security-group-kubelet", SecurityGroup, "inbound TCP 443 and 10250 on the security group of the nodes",
        "from the cluster security group"
        => [
            FlowRow::to_workloads(Cluster, Tcp(443, 443)),
            FlowRow::between(Cluster, Nodes, Tcp(10250, 10250))
        ];
    NODE_TO_NODE = "node-to-node", SecurityGroup, "inbound TCP 1025 to 65535 on the security group of the nodes",
        "from itself"
        => [FlowRow::among_workloads(Tcp(1025, 65535))];
    POD_IDENTITY_NO_PROXY = "pod-identity-no-proxy", Workload, "NO_PROXY",
        "contains 169.254.170.23 and [fd00:ec2::23]";
    POD_IDENTITY_ROLE = "pod-identity-node-role", Node, "policy of the node role",
        "allows eks-auth:AssumeRoleForPodIdentity";
    PRIVATE_ENDPOINT_ACCESS = "private-endpoint-access", Cluster, "endpointPrivateAccess",
        "true";
    PROXY_ACCESS = "proxy-access", SecurityGroup, "outbound traffic on the security groups of nodes and pods",
        "to the HTTP proxy"
        => [FlowRow::from_workloads(Proxy, Stated)];
    PROXY_BYPASS = "proxy-bypass", Workload, "NO_PROXY of nodes and pods",
        "everything that is reached without the internet; the plan lists it";
    REGIONAL_STS = "regional-sts", Workload, "AWS_STS_REGIONAL_ENDPOINTS",
        "regional";
    S3_POLICY = "s3-endpoint-policy", Gateway, "policy of the S3 gateway endpoint, where it is narrowed",
        "allows s3:GetObject on the objects of prod-{region}-starport-layer-bucket, without a condition on the principal; a condition on addresses names aws:VpcSourceIp";
    S3_FILES_SECURITY_GROUP = "s3-files-security-group", SecurityGroup, "inbound TCP 2049 on the mount targets' security groups",
        "from the nodes"
        => [FlowRow::from_workloads(MountTargets, Tcp(2049, 2049))];
    S3_FILES_STATIC = "s3-files-static", Workload, "volumes of Amazon S3 Files",
        "static, with a volumeHandle that begins with `s3files:`; or an endpoint, where DescribeVpcEndpointServices lists one";
    S3_GATEWAY_ADDRESS_TYPE = "s3-gateway-ip-address-type", Gateway, "IpAddressType of the S3 gateway endpoint",
        "dualstack";
    S3_RECORD_TYPE = "s3-gateway-record-type", Gateway, "DnsOptions.DnsRecordIpType of the S3 gateway endpoint",
        "that of the S3 interface endpoint, or service-defined";
    S3_INBOUND_ONLY = "s3-inbound-resolver-only", Endpoint, "DnsOptions.PrivateDnsOnlyForInboundResolverEndpoint of the S3 interface endpoint, where there is one",
        "true, beside the S3 gateway endpoint";
    S3_ROUTE_TABLES = "s3-route-tables", Gateway, "route tables of the S3 gateway endpoint",
        "every route table of every subnet of nodes and pods";
    STS_POLICY = "sts-endpoint-policy", Endpoint, "policy of the `sts` endpoint, where it is narrowed",
        "allows sts:AssumeRoleWithWebIdentity without a condition on the principal";
    FIPS_NAMES = "use-fips-endpoint", Workload, "AWS_USE_FIPS_ENDPOINT",
        "true";
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
    ZONAL_SHIFT_OUTSIDE = "zonal-shift-callers", Workload, "callers of the zonal shift API",
        "outside the VPC";
}
