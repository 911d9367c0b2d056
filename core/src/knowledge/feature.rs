//! The features and add-ons of a cluster that the knowledge has rows for.

use crate::knowledge::option::{
    ACM_ACME_ISSUER, ACM_ACME_MANAGEMENT, AMI_ALIAS, API_CALLS, APPLICATION_SIGNALS, ASSUMES_ROLES, AUTOMATED_AGENT,
    AUTOSCALING_ENDPOINT, BEDROCK_RUNTIME_CALLS, BOOTSTRAP_DATA, CALLS_API, CERTIFICATE_DISCOVERY,
    CERTIFICATE_MANAGEMENT, CLIENT_KEYS, CLOUDFRONT_CALLS, CLOUDWATCH_EXPORT, CLOUDWATCH_MONITORING, CLOUDWATCH_SCALER,
    CLUSTER_ENDPOINT_SETTING, CONTROLLER, CREATE_PROVIDER_INSIDE, CREDENTIALS, CUSTOM_AMI, DESCRIBES_NETWORK,
    DIRECTORY_BUCKETS, DNS_PROVIDER, DNS01_SOLVER, DYNAMIC_PROVISIONING, DYNAMODB_CALLS, EFA, EKS_CONTROL_PLANE,
    ENABLE_SHIELD, ENABLE_WAFV2, ENABLE_ZONAL_SHIFT, EVENTS_CALLS, EXTERNAL_ISSUER, FROM_INSIDE, GRAFANA,
    HYBRID_PROVIDER, HYPER_POD, IAM_CALLS, IN_CLUSTER_CALLER, INSTALLATION, INSTANCE_ROLE, INTERRUPTION_QUEUE,
    ISOLATED_VPC, KINESIS_SCALER, LAMBDA_CALLS, LBC_INSTALLATION, LIFECYCLE_HOOKS, LOGGING, MANAGE_IAM, METRICS,
    METRICS_HELPER, METRICS_SERVER_INSTALLATION, MONITORING_MANAGEMENT, NETWORK_POLICY_LOGS, NEURON, NODE_CREDENTIALS,
    NODEADM_INIT, NVIDIA, OLD_AGENT, OUTPUT, OptionRow, PARAMETER_STORE, PRIVATE_CA_ISSUER, PROXY, QUEUE_MODE,
    S3_TABLES_CALLS, SAGEMAKER_API_CALLS, SAGEMAKER_RUNTIME_CALLS, SCALE_FROM_ZERO, SECRETS_MANAGER, SESSION_KEY,
    SESSION_LOGS, SESSION_LOGS_IN_S3, SNAPSHOTS, SNS_CALLS, SQS_CALLS, SQS_SCALER, SUBMITS_JOBS, TAG_LOOKUPS,
    TAGGING_API, TAGGING_SERVICE, TRACES,
};

/// A feature or add-on of a cluster.
pub struct FeatureRow {
    /// The id, such as `ebs-csi`.
    pub id: &'static str,
    /// The name in words.
    pub title: &'static str,
    /// AWS's own names of add-ons that are this feature, such as `aws-ebs-csi-driver`.
    pub addons: &'static [&'static str],
    /// The options, in order of name.
    pub options: &'static [&'static OptionRow],
}

impl FeatureRow {
    /// Every name under which a wish may have it: the id, then AWS's own names.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.id).chain(self.addons.iter().copied())
    }
}

/// Every feature, in order of id.
pub fn features() -> impl Iterator<Item = &'static FeatureRow> {
    FEATURES.iter().copied()
}

/// The feature with this id, or of which this is AWS's own name of an add-on.
pub fn feature(id: &str) -> Option<&'static FeatureRow> {
    let own = FEATURES.binary_search_by_key(&id, |row| row.id).ok().and_then(|at| FEATURES.get(at)).copied();
    own.or_else(|| features().find(|row| row.addons.contains(&id)))
}

macro_rules! features {
    ($($name:ident = $id:literal, $title:literal, [$($addon:literal),*], [$($option:ident),*];)*) => {
        $( pub(crate) static $name: FeatureRow =
            FeatureRow { id: $id, title: $title, addons: &[$($addon),*], options: &[$(&$option),*] }; )*

        static FEATURES: &[&FeatureRow] = &[$(&$name),*];
    };
}

features! {
    ACCESS_ENTRIES = "access-entries", "access entries",
        [], [FROM_INSIDE];
    ADOT_AMP = "adot-amp", "Prometheus metrics to Amazon Managed Service for Prometheus",
        [], [CLOUDWATCH_EXPORT, CREDENTIALS, GRAFANA, TRACES, MONITORING_MANAGEMENT];
    ALB_INGRESS_CONTROLLER_V1 = "alb-ingress-controller-v1", "ALB Ingress Controller v1",
        [], [];
    APP_MESH = "app-mesh", "AWS App Mesh",
        [], [CONTROLLER];
    AUTO_MODE = "auto-mode", "EKS Auto Mode",
        [], [CREDENTIALS];
    AWS_LOAD_BALANCER_CONTROLLER = "aws-load-balancer-controller", "AWS Load Balancer Controller",
        [], [CERTIFICATE_DISCOVERY, CERTIFICATE_MANAGEMENT, CREDENTIALS, ENABLE_SHIELD, ENABLE_WAFV2, LBC_INSTALLATION, TAGGING_API];
    CERT_MANAGER = "cert-manager", "cert-manager",
        [], [ACM_ACME_ISSUER, ACM_ACME_MANAGEMENT, DNS01_SOLVER, PRIVATE_CA_ISSUER];
    CLOUDWATCH_LOGS = "cloudwatch-logs", "CloudWatch Logs from nodes and pods",
        [], [CREDENTIALS, OUTPUT];
    CLUSTER_AUTOSCALER = "cluster-autoscaler", "Kubernetes Cluster Autoscaler",
        [], [CREDENTIALS, SCALE_FROM_ZERO];
    CONSOLE_RESOURCE_VIEW = "console-resource-view", "the view of Kubernetes resources in the AWS console",
        [], [];
    CONTAINER_INSIGHTS = "container-insights", "CloudWatch Observability add-on",
        ["amazon-cloudwatch-observability"], [APPLICATION_SIGNALS, CREDENTIALS, METRICS, TAG_LOOKUPS, TRACES];
    CONTROL_PLANE_EGRESS = "control-plane-egress", "control plane egress mode",
        [], [EXTERNAL_ISSUER];
    CONTROL_PLANE_LOGGING = "control-plane-logging", "control plane logs in CloudWatch",
        [], [];
    COREDNS = "coredns", "CoreDNS",
        [], [];
    EBS_CSI = "ebs-csi", "Amazon EBS CSI driver",
        ["aws-ebs-csi-driver"], [CREDENTIALS, HYPER_POD, INSTALLATION];
    EBS_DIRECT_APIS = "ebs-direct-apis", "EBS direct APIs",
        [], [];
    ECR_PUBLIC = "ecr-public", "images of Amazon ECR Public",
        [], [CALLS_API];
    ECR_PULL_THROUGH_CACHE = "ecr-pull-through-cache", "pull-through cache of Amazon ECR",
        [], [];
    EFS_CSI = "efs-csi", "Amazon EFS CSI driver",
        ["aws-efs-csi-driver"], [CREDENTIALS, DYNAMIC_PROVISIONING, INSTALLATION];
    EKS_API_FROM_VPC = "eks-api-from-vpc", "managing EKS from inside the VPC",
        [], [DESCRIBES_NETWORK, MANAGE_IAM];
    EKS_CAPABILITIES = "eks-capabilities", "EKS Capabilities",
        [], [];
    EKSCTL = "eksctl", "eksctl",
        [], [AUTOSCALING_ENDPOINT, LOGGING, FROM_INSIDE];
    EMR_ON_EKS = "emr-on-eks", "Amazon EMR on EKS",
        [], [CLOUDWATCH_MONITORING, SUBMITS_JOBS];
    EXTERNAL_DNS = "external-dns", "ExternalDNS",
        [], [CREDENTIALS, DNS_PROVIDER];
    EXTERNAL_SECRETS = "external-secrets", "External Secrets Operator",
        [], [CREDENTIALS, PARAMETER_STORE, SECRETS_MANAGER];
    FSX_LUSTRE_CSI = "fsx-lustre-csi", "Amazon FSx for Lustre CSI driver",
        ["aws-fsx-csi-driver"], [CREDENTIALS, DYNAMIC_PROVISIONING, INSTALLATION];
    FSX_OPENZFS_ONTAP = "fsx-openzfs-ontap", "FSx for OpenZFS and FSx for NetApp ONTAP drivers",
        [], [API_CALLS];
    GPU_EFA_PLUGINS = "gpu-efa-plugins", "device plugins of NVIDIA, Neuron and EFA",
        [], [EFA, NEURON, NVIDIA];
    GUARDDUTY_RUNTIME_MONITORING = "guardduty-runtime-monitoring", "GuardDuty Runtime Monitoring",
        ["aws-guardduty-agent"], [AUTOMATED_AGENT, CALLS_API];
    HYBRID_NODES = "hybrid-nodes", "EKS Hybrid Nodes",
        [], [CREDENTIALS, NODEADM_INIT, HYBRID_PROVIDER];
    IRSA = "irsa", "IAM roles for service accounts",
        [], [CREATE_PROVIDER_INSIDE];
    KARPENTER = "karpenter", "Karpenter",
        [], [AMI_ALIAS, CLUSTER_ENDPOINT_SETTING, CREDENTIALS, EKS_CONTROL_PLANE, INSTANCE_ROLE, INTERRUPTION_QUEUE, ISOLATED_VPC, ENABLE_ZONAL_SHIFT];
    KEDA = "keda", "KEDA with scalers of AWS",
        [], [CLOUDWATCH_SCALER, KINESIS_SCALER, SQS_SCALER];
    KUBE_PROXY = "kube-proxy", "kube-proxy",
        [], [];
    MANAGED_NODE_GROUPS = "managed-node-groups", "managed node groups",
        [], [ASSUMES_ROLES, CUSTOM_AMI];
    MARKETPLACE_METERING = "marketplace-metering", "metered containers of AWS Marketplace",
        [], [];
    METRICS_SERVER = "metrics-server", "Kubernetes Metrics Server",
        [], [METRICS_SERVER_INSTALLATION];
    MOUNTPOINT_S3_CSI = "mountpoint-s3-csi", "Mountpoint for Amazon S3 CSI driver",
        ["aws-mountpoint-s3-csi-driver"], [CREDENTIALS, DIRECTORY_BUCKETS, INSTALLATION];
    NETWORK_FLOW_MONITOR = "network-flow-monitor", "Network Flow Monitor agent",
        [], [API_CALLS];
    NODE_MONITORING_AGENT = "node-monitoring-agent", "EKS node monitoring agent",
        ["eks-node-monitoring-agent"], [];
    NODE_TERMINATION_HANDLER = "node-termination-handler", "AWS Node Termination Handler",
        [], [CREDENTIALS, LIFECYCLE_HOOKS, QUEUE_MODE];
    OIDC_PROVIDER_FROM_VPC = "oidc-provider-from-vpc", "creating the IAM OIDC provider from inside the VPC",
        [], [];
    OUTPOSTS_LOCAL_CLUSTER = "outposts-local-cluster", "local cluster on AWS Outposts",
        [], [];
    OWN_WORKLOADS = "own-workloads", "workloads of your own that call AWS",
        [], [BEDROCK_RUNTIME_CALLS, CLOUDFRONT_CALLS, CREDENTIALS, DYNAMODB_CALLS, EVENTS_CALLS, IAM_CALLS, LAMBDA_CALLS, S3_TABLES_CALLS, SAGEMAKER_API_CALLS, SAGEMAKER_RUNTIME_CALLS, SNS_CALLS, SQS_CALLS];
    POD_IDENTITY = "pod-identity", "EKS Pod Identity",
        ["eks-pod-identity-agent"], [PROXY];
    PODS_CALLING_KMS = "pods-calling-kms", "pods that call AWS KMS",
        [], [];
    S3_FILES = "s3-files", "Amazon S3 Files through the Amazon EFS CSI driver",
        [], [];
    SECRETS_ENVELOPE_ENCRYPTION = "secrets-envelope-encryption", "envelope encryption of Kubernetes secrets",
        [], [];
    SECRETS_STORE_CSI_ASCP = "secrets-store-csi-ascp", "Secrets Store CSI driver with the AWS provider",
        [], [CREDENTIALS, PARAMETER_STORE, SECRETS_MANAGER];
    SELF_MANAGED_NODES = "self-managed-nodes", "self-managed nodes",
        [], [BOOTSTRAP_DATA];
    SSM_NODE_ACCESS = "ssm-node-access", "Session Manager access to nodes",
        [], [SESSION_LOGS, OLD_AGENT, SESSION_LOGS_IN_S3, SESSION_KEY];
    VELERO = "velero", "Velero",
        [], [CLIENT_KEYS, CREDENTIALS, SNAPSHOTS];
    VERTICAL_POD_AUTOSCALER = "vertical-pod-autoscaler", "Vertical Pod Autoscaler",
        [], [];
    VPC_CNI = "vpc-cni", "Amazon VPC CNI",
        [], [NODE_CREDENTIALS, METRICS_HELPER, NETWORK_POLICY_LOGS];
    VPC_LATTICE_CONTROLLER = "vpc-lattice-controller", "AWS Gateway API Controller for VPC Lattice",
        [], [CERTIFICATE_DISCOVERY, CREDENTIALS, TAGGING_SERVICE];
    XRAY = "xray", "AWS X-Ray",
        [], [CREDENTIALS];
    ZONAL_SHIFT = "zonal-shift", "zonal shift of EKS",
        [], [IN_CLUSTER_CALLER];
}
