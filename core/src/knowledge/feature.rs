//! The features and add-ons of a cluster that the knowledge has rows for, with the options that conditions read.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

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

/// An option of a feature.
pub struct OptionRow {
    /// The name, such as `interruptionQueue`.
    pub name: &'static str,
    /// What its value looks like.
    pub kind: OptionKind,
    /// What it means, and what is taken where it is not stated.
    pub doc: &'static str,
    /// The value in words that is taken where it is not stated; nothing where that is unknown.
    pub unstated: Option<&'static str>,
}

/// What the value of an option looks like.
pub enum OptionKind {
    /// Yes or no.
    Flag,
    /// A text.
    Text,
    /// One of these words.
    Choice(&'static [&'static str]),
}

/// The value of an option.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum OptionValue {
    /// Yes or no.
    Flag(bool),
    /// A text.
    Text(String),
}

impl<'de> Deserialize<'de> for OptionValue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FlagOrText;

        impl Visitor<'_> for FlagOrText {
            type Value = OptionValue;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("`true`, `false` or a text")
            }

            fn visit_bool<E>(self, value: bool) -> Result<OptionValue, E> {
                Ok(OptionValue::Flag(value))
            }

            fn visit_str<E>(self, value: &str) -> Result<OptionValue, E> {
                Ok(OptionValue::Text(value.to_owned()))
            }
        }

        deserializer.deserialize_any(FlagOrText)
    }
}

impl From<bool> for OptionValue {
    fn from(value: bool) -> Self {
        Self::Flag(value)
    }
}

impl From<&str> for OptionValue {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl fmt::Display for OptionValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Flag(value) => write!(f, "{value}"),
            Self::Text(value) => f.write_str(value),
        }
    }
}

/// Every feature, in order of id.
pub fn features() -> impl Iterator<Item = &'static FeatureRow> {
    FEATURES.iter().copied()
}

/// The feature with this id, or of which this is AWS's own name of an add-on.
pub fn feature(id: &str) -> Option<&'static FeatureRow> {
    features().find(|row| row.names().any(|name| name == id))
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
        [], [AUTHENTICATION_MODE, FROM_INSIDE];
    ALB_INGRESS_CONTROLLER_V1 = "alb-ingress-controller-v1", "ALB Ingress Controller v1",
        [], [];
    APP_MESH = "app-mesh", "AWS App Mesh",
        [], [CONTROLLER];
    AWS_LOAD_BALANCER_CONTROLLER = "aws-load-balancer-controller", "AWS Load Balancer Controller",
        [], [CERTIFICATE_DISCOVERY, CERTIFICATE_MANAGEMENT, CREDENTIALS, ENABLE_SHIELD, ENABLE_WAFV2, TAGGING_API];
    CLOUDWATCH_LOGS = "cloudwatch-logs", "CloudWatch Logs from nodes and pods",
        [], [CREDENTIALS, OUTPUT];
    CLUSTER_AUTOSCALER = "cluster-autoscaler", "Kubernetes Cluster Autoscaler",
        [], [CREDENTIALS, SCALE_FROM_ZERO];
    CONTAINER_INSIGHTS = "container-insights", "CloudWatch Observability add-on",
        ["amazon-cloudwatch-observability"], [APPLICATION_SIGNALS, CREDENTIALS, METRICS, TRACES];
    COREDNS = "coredns", "CoreDNS",
        [], [];
    EBS_CSI = "ebs-csi", "Amazon EBS CSI driver",
        ["aws-ebs-csi-driver"], [CREDENTIALS, HYPER_POD, INSTALLATION];
    EFS_CSI = "efs-csi", "Amazon EFS CSI driver",
        ["aws-efs-csi-driver"], [CREDENTIALS, DYNAMIC_PROVISIONING, INSTALLATION];
    EKS_API_FROM_VPC = "eks-api-from-vpc", "managing EKS from inside the VPC",
        [], [MANAGE_IAM];
    EKSCTL = "eksctl", "eksctl",
        [], [LOGGING, FROM_INSIDE];
    FSX_LUSTRE_CSI = "fsx-lustre-csi", "Amazon FSx for Lustre CSI driver",
        ["aws-fsx-csi-driver"], [CREDENTIALS, DYNAMIC_PROVISIONING, INSTALLATION];
    GUARDDUTY_RUNTIME_MONITORING = "guardduty-runtime-monitoring", "GuardDuty Runtime Monitoring",
        ["aws-guardduty-agent"], [AUTOMATED_AGENT];
    IRSA = "irsa", "IAM roles for service accounts",
        [], [CREATE_PROVIDER_INSIDE];
    KARPENTER = "karpenter", "Karpenter",
        [], [AMI_ALIAS, CLUSTER_ENDPOINT_SETTING, CREDENTIALS, INSTANCE_ROLE, INTERRUPTION_QUEUE, ISOLATED_VPC, ZONAL_SHIFT];
    KUBE_PROXY = "kube-proxy", "kube-proxy",
        [], [];
    MANAGED_NODE_GROUPS = "managed-node-groups", "managed node groups",
        [], [CUSTOM_AMI];
    METRICS_SERVER = "metrics-server", "Kubernetes Metrics Server",
        [], [];
    MOUNTPOINT_S3_CSI = "mountpoint-s3-csi", "Mountpoint for Amazon S3 CSI driver",
        ["aws-mountpoint-s3-csi-driver"], [CREDENTIALS, DIRECTORY_BUCKETS, INSTALLATION];
    NODE_MONITORING_AGENT = "node-monitoring-agent", "EKS node monitoring agent",
        ["eks-node-monitoring-agent"], [];
    NODE_TERMINATION_HANDLER = "node-termination-handler", "AWS Node Termination Handler",
        [], [CREDENTIALS, LIFECYCLE_HOOKS, QUEUE_MODE];
    OIDC_PROVIDER_FROM_VPC = "oidc-provider-from-vpc", "creating the IAM OIDC provider from inside the VPC",
        [], [];
    POD_IDENTITY = "pod-identity", "EKS Pod Identity",
        ["eks-pod-identity-agent"], [PROXY];
    SELF_MANAGED_NODES = "self-managed-nodes", "self-managed nodes",
        [], [BOOTSTRAP_DATA];
    SSM_NODE_ACCESS = "ssm-node-access", "Session Manager access to nodes",
        [], [OLD_AGENT];
    VPC_CNI = "vpc-cni", "Amazon VPC CNI",
        [], [NODE_CREDENTIALS, NETWORK_POLICY_LOGS];
    XRAY = "xray", "AWS X-Ray",
        [], [CREDENTIALS];
}

macro_rules! options {
    ($($name:ident = $word:literal, $kind:expr, $unstated:expr, $doc:literal;)*) => {
        $( pub(crate) static $name: OptionRow =
            OptionRow { name: $word, kind: $kind, doc: $doc, unstated: $unstated }; )*
    };
}

options! {
    AMI_ALIAS = "amiAlias", OptionKind::Flag, Some("true"),
        "Whether an `EC2NodeClass` selects its image by alias rather than by AMI id. Not stated: yes.";
    APPLICATION_SIGNALS = "applicationSignals", OptionKind::Flag, None,
        "Whether Application Signals is on. Not stated: unknown.";
    AUTHENTICATION_MODE = "authenticationMode", OptionKind::Choice(&["API", "API_AND_CONFIG_MAP", "CONFIG_MAP"]), Some("API_AND_CONFIG_MAP"),
        "The cluster's authentication mode. Not stated: taken as one with access entries.";
    AUTOMATED_AGENT = "automatedAgent", OptionKind::Flag, None,
        "Whether GuardDuty manages its agent and the endpoint itself. Not stated: unknown.";
    BOOTSTRAP_DATA = "bootstrapData", OptionKind::Flag, Some("true"),
        "Whether user data carries the API endpoint, the certificate authority and the service CIDR, as the plan \
        asks. Not stated: yes.";
    CERTIFICATE_DISCOVERY = "certificateDiscovery", OptionKind::Flag, Some("false"),
        "Whether certificates are found by host name instead of being named. Not stated: no.";
    CERTIFICATE_MANAGEMENT = "certificateManagement", OptionKind::Flag, Some("false"),
        "Whether the feature gate `EnableCertificateManagement` is on. Not stated: no.";
    CLUSTER_ENDPOINT_SETTING = "clusterEndpoint", OptionKind::Text, Some(""),
        "The value of `settings.clusterEndpoint`; an empty text says that it is not set. Not stated: not set.";
    CONTROLLER = "controller", OptionKind::Flag, Some("false"),
        "Whether the App Mesh controller is used, beside the sidecar injector. Not stated: no.";
    CREATE_PROVIDER_INSIDE = "createProviderInside", OptionKind::Flag, Some("false"),
        "Whether the IAM OIDC provider is created, or tokens are verified, from inside the VPC. Not stated: no.";
    CREDENTIALS = "credentials", OptionKind::Choice(&["irsa", "node-role", "pod-identity"]), None,
        "How its pods get AWS credentials. Not stated: as the cluster does, through `irsa` or `pod-identity`; unknown \
        when it uses neither.";
    CUSTOM_AMI = "customAmi", OptionKind::Flag, Some("false"),
        "Whether a launch template names an AMI of your own. Not stated: no.";
    DIRECTORY_BUCKETS = "directoryBuckets", OptionKind::Flag, Some("false"),
        "Whether directory buckets (S3 Express One Zone) are mounted. Not stated: no.";
    DYNAMIC_PROVISIONING = "dynamicProvisioning", OptionKind::Flag, Some("true"),
        "Whether the controller makes or looks up file systems, mount targets or access points. Not stated: yes.";
    ENABLE_SHIELD = "enableShield", OptionKind::Flag, Some("false"),
        "Whether `--enable-shield` stays on. Not stated: no, as the plan asks.";
    ENABLE_WAFV2 = "enableWafv2", OptionKind::Flag, Some("false"),
        "Whether `--enable-wafv2` stays on. Not stated: no, as the plan asks.";
    FROM_INSIDE = "fromInside", OptionKind::Flag, Some("false"),
        "Whether it is done from inside the VPC. Not stated: no.";
    HYPER_POD = "hyperPod", OptionKind::Flag, Some("false"),
        "Whether volumes are attached to SageMaker HyperPod nodes. Not stated: no.";
    INSTALLATION = "installation", OptionKind::Choice(&["add-on", "chart", "manifest"]), Some("add-on"),
        "How the driver is installed. Not stated: as an EKS add-on.";
    INSTANCE_ROLE = "instanceRole", OptionKind::Flag, Some("false"),
        "Whether an `EC2NodeClass` names `spec.role` rather than `spec.instanceProfile`. Not stated: no, as the plan \
        asks.";
    INTERRUPTION_QUEUE = "interruptionQueue", OptionKind::Text, None,
        "The name of the queue for interruption events; an empty text says that there is none. Not stated: unknown.";
    ISOLATED_VPC = "isolatedVpc", OptionKind::Flag, Some("true"),
        "The value of `settings.isolatedVPC`. Not stated: `true`, as the plan asks.";
    LIFECYCLE_HOOKS = "lifecycleHooks", OptionKind::Flag, Some("true"),
        "Whether Auto Scaling lifecycle hooks are completed. Not stated: yes.";
    LOGGING = "cloudWatchLogging", OptionKind::Flag, Some("false"),
        "Whether CloudWatch logging is on in the configuration. Not stated: no.";
    MANAGE_IAM = "manageIam", OptionKind::Flag, Some("false"),
        "Whether roles and providers of IAM are managed from inside as well. Not stated: no.";
    METRICS = "metrics", OptionKind::Flag, Some("true"),
        "Whether metrics are sent. Not stated: yes.";
    NETWORK_POLICY_LOGS = "networkPolicyLogs", OptionKind::Flag, Some("false"),
        "Whether network policy logs are sent to CloudWatch Logs. Not stated: no.";
    NODE_CREDENTIALS = "credentials", OptionKind::Choice(&["irsa", "node-role", "pod-identity"]), Some("node-role"),
        "How its pods get AWS credentials. Not stated: from the role of the node.";
    OLD_AGENT = "oldAgent", OptionKind::Flag, Some("false"),
        "Whether agents older than 3.3.40.0 run. Not stated: no.";
    OUTPUT = "output", OptionKind::Choice(&["cloudwatch", "firehose", "kinesis"]), Some("cloudwatch"),
        "Where Fluent Bit sends what it reads. Not stated: to CloudWatch Logs.";
    PROXY = "proxy", OptionKind::Flag, Some("false"),
        "Whether pods send requests through a proxy. Not stated: no.";
    QUEUE_MODE = "queueMode", OptionKind::Flag, None,
        "Whether it reads a queue (queue processor) rather than instance metadata. Not stated: unknown.";
    SCALE_FROM_ZERO = "scaleFromZero", OptionKind::Flag, Some("false"),
        "Whether managed node groups are scaled up from no node. Not stated: no.";
    TAGGING_API = "taggingApi", OptionKind::Flag, Some("false"),
        "Whether the feature gate `EnableRGTAPI` is on. Not stated: no.";
    TRACES = "traces", OptionKind::Flag, None,
        "Whether traces are sent to X-Ray. Not stated: unknown.";
    ZONAL_SHIFT = "zonalShift", OptionKind::Flag, Some("false"),
        "Whether `EnableZonalShift` is on. Not stated: no.";
}
