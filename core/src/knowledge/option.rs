//! The options of features that conditions read: what the value of each looks like, what it means, and what is taken
//! where it is not stated.

use std::fmt;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

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

impl OptionValue {
    /// The value in words: `true`, `false` or the text.
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Flag(true) => "true",
            Self::Flag(false) => "false",
            Self::Text(text) => text,
        }
    }
}

impl fmt::Display for OptionValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

macro_rules! options {
    ($($name:ident = $word:literal, $kind:expr, $unstated:expr, $doc:literal;)*) => {
        $( pub(crate) static $name: OptionRow =
            OptionRow { name: $word, kind: $kind, doc: $doc, unstated: $unstated }; )*
    };
}

options! {
    ACM_ACME_ISSUER = "acmAcmeIssuer", OptionKind::Flag, None,
        "Whether an ACME issuer is backed by AWS Certificate Manager. Not stated: unknown.";
    ACM_ACME_MANAGEMENT = "acmAcmeManagement", OptionKind::Flag, Some("false"),
        "Whether ACME endpoints of AWS Certificate Manager are managed from inside the VPC. Not stated: no.";
    AMI_ALIAS = "amiAlias", OptionKind::Flag, Some("true"),
        "Whether an `EC2NodeClass` selects its image by alias rather than by AMI id. Not stated: yes.";
    API_CALLS = "callsApi", OptionKind::Flag, None,
        "Whether its API is called from inside the VPC. Not stated: unknown.";
    APPLICATION_SIGNALS = "applicationSignals", OptionKind::Flag, None,
        "Whether Application Signals is on. Not stated: unknown.";
    ASSUMES_ROLES = "assumesRoles", OptionKind::Flag, Some("false"),
        "Whether nodes or pods assume roles beyond what other features of the wish do. Not stated: no.";
    AUTOMATED_AGENT = "automatedAgent", OptionKind::Flag, None,
        "Whether GuardDuty manages its agent and the endpoint itself. Not stated: unknown.";
    AUTOSCALING_ENDPOINT = "autoscalingEndpoint", OptionKind::Flag, Some("false"),
        "Whether `additionalEndpointServices` lists `autoscaling`. Not stated: no.";
    BEDROCK_RUNTIME_CALLS = "bedrockRuntime", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon Bedrock. Not stated: no.";
    BOOTSTRAP_DATA = "bootstrapData", OptionKind::Flag, Some("true"),
        "Whether user data carries the API endpoint, the certificate authority and the service CIDR, as the plan \
        asks. Not stated: yes.";
    CALLS_API = "callsApi", OptionKind::Flag, Some("false"),
        "Whether its API is called from inside the VPC. Not stated: no.";
    CERTIFICATE_DISCOVERY = "certificateDiscovery", OptionKind::Flag, Some("false"),
        "Whether certificates are found by host name instead of being named. Not stated: no.";
    CERTIFICATE_MANAGEMENT = "certificateManagement", OptionKind::Flag, Some("false"),
        "Whether the feature gate `EnableCertificateManagement` is on. Not stated: no.";
    CLIENT_KEYS = "clientKeys", OptionKind::Flag, None,
        "Whether it uses keys of AWS KMS itself. Not stated: unknown.";
    CLOUDFRONT_CALLS = "cloudfront", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon CloudFront. Not stated: no.";
    CLOUDWATCH_EXPORT = "cloudwatchExport", OptionKind::Flag, None,
        "Whether logs or metrics are exported to CloudWatch Logs. Not stated: unknown.";
    CLOUDWATCH_MONITORING = "cloudwatchMonitoring", OptionKind::Flag, None,
        "Whether jobs write their logs to CloudWatch Logs. Not stated: unknown.";
    CLOUDWATCH_SCALER = "cloudwatchScaler", OptionKind::Flag, None,
        "Whether a scaler reads CloudWatch metrics. Not stated: unknown.";
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
    DESCRIBES_NETWORK = "describesNetwork", OptionKind::Flag, None,
        "Whether Terraform or another tool looks up network objects from inside the VPC. Not stated: unknown.";
    DIRECTORY_BUCKETS = "directoryBuckets", OptionKind::Flag, Some("false"),
        "Whether directory buckets (S3 Express One Zone) are mounted. Not stated: no.";
    DNS01_SOLVER = "dns01Solver", OptionKind::Flag, None,
        "Whether a DNS01 solver writes to Amazon Route 53. Not stated: unknown.";
    DNS_PROVIDER = "provider", OptionKind::Choice(&["aws", "aws-sd"]), Some("aws"),
        "Where records are written: Amazon Route 53 or AWS Cloud Map. Not stated: to Amazon Route 53.";
    DYNAMIC_PROVISIONING = "dynamicProvisioning", OptionKind::Flag, Some("true"),
        "Whether the controller makes or looks up file systems, mount targets or access points. Not stated: yes.";
    DYNAMODB_CALLS = "dynamodb", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon DynamoDB. Not stated: no.";
    EFA = "efa", OptionKind::Flag, None,
        "Whether the EFA device plugin is installed. Not stated: unknown.";
    EKS_CONTROL_PLANE = "eksControlPlane", OptionKind::Flag, Some("false"),
        "Whether `settings.eksControlPlane` is `true`. Not stated: no.";
    ENABLE_SHIELD = "enableShield", OptionKind::Flag, Some("false"),
        "Whether `--enable-shield` stays on. Not stated: no, as the plan asks.";
    ENABLE_WAFV2 = "enableWafv2", OptionKind::Flag, Some("false"),
        "Whether `--enable-wafv2` stays on. Not stated: no, as the plan asks.";
    ENABLE_ZONAL_SHIFT = "zonalShift", OptionKind::Flag, Some("false"),
        "Whether `EnableZonalShift` is on. Not stated: no.";
    EVENTS_CALLS = "events", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon EventBridge. Not stated: no.";
    EXTERNAL_ISSUER = "externalIssuer", OptionKind::Flag, None,
        "Whether the API server trusts an OIDC issuer of another EKS cluster. Not stated: unknown.";
    FROM_INSIDE = "fromInside", OptionKind::Flag, Some("false"),
        "Whether it is done from inside the VPC. Not stated: no.";
    GRAFANA = "grafana", OptionKind::Flag, None,
        "Whether a private Amazon Managed Grafana workspace is used from inside the VPC. Not stated: unknown.";
    HYBRID_PROVIDER = "provider", OptionKind::Choice(&["iam-roles-anywhere", "ssm"]), None,
        "Where hybrid nodes get their credentials. Not stated: unknown.";
    HYPER_POD = "hyperPod", OptionKind::Flag, Some("false"),
        "Whether volumes are attached to SageMaker HyperPod nodes. Not stated: no.";
    IAM_CALLS = "iam", OptionKind::Flag, Some("false"),
        "Whether workloads call the IAM API. Not stated: no.";
    INSTALLATION = "installation", OptionKind::Choice(&["add-on", "chart", "manifest"]), Some("add-on"),
        "How the driver is installed. Not stated: as an EKS add-on.";
    INSTANCE_ROLE = "instanceRole", OptionKind::Flag, Some("false"),
        "Whether an `EC2NodeClass` names `spec.role` rather than `spec.instanceProfile`. Not stated: no, as the plan \
        asks.";
    INTERRUPTION_QUEUE = "interruptionQueue", OptionKind::Text, None,
        "The name of the queue for interruption events; an empty text says that there is none. Not stated: unknown.";
    IN_CLUSTER_CALLER = "inClusterCaller", OptionKind::Flag, Some("false"),
        "Whether something in the cluster calls the zonal shift API. Not stated: no.";
    ISOLATED_VPC = "isolatedVpc", OptionKind::Flag, Some("true"),
        "The value of `settings.isolatedVPC`. Not stated: `true`, as the plan asks.";
    KINESIS_SCALER = "kinesisScaler", OptionKind::Flag, None,
        "Whether a scaler reads Kinesis streams. Not stated: unknown.";
    LAMBDA_CALLS = "lambda", OptionKind::Flag, Some("false"),
        "Whether workloads call AWS Lambda. Not stated: no.";
    LBC_INSTALLATION = "installation", OptionKind::Choice(&["chart", "manifest"]), Some("chart"),
        "How the controller is installed. Not stated: with its chart.";
    LIFECYCLE_HOOKS = "lifecycleHooks", OptionKind::Flag, Some("true"),
        "Whether Auto Scaling lifecycle hooks are completed. Not stated: yes.";
    LOGGING = "cloudWatchLogging", OptionKind::Flag, Some("false"),
        "Whether CloudWatch logging is on in the configuration. Not stated: no.";
    MANAGE_IAM = "manageIam", OptionKind::Flag, Some("false"),
        "Whether roles and providers of IAM are managed from inside as well. Not stated: no.";
    METRICS = "metrics", OptionKind::Flag, Some("true"),
        "Whether metrics are sent. Not stated: yes.";
    METRICS_HELPER = "metricsHelper", OptionKind::Flag, Some("false"),
        "Whether `cni-metrics-helper` runs. Not stated: no.";
    METRICS_SERVER_INSTALLATION = "installation", OptionKind::Choice(&["add-on", "chart", "manifest"]), Some("add-on"),
        "How the Metrics Server is installed. Not stated: as an EKS add-on.";
    MONITORING_MANAGEMENT = "workspaceManagement", OptionKind::Flag, None,
        "Whether workspaces are managed from inside the VPC. Not stated: unknown.";
    NETWORK_POLICY_LOGS = "networkPolicyLogs", OptionKind::Flag, Some("false"),
        "Whether network policy logs are sent to CloudWatch Logs. Not stated: no.";
    NEURON = "neuron", OptionKind::Flag, None,
        "Whether the Neuron device plugin is installed. Not stated: unknown.";
    NODEADM_INIT = "install", OptionKind::Flag, Some("true"),
        "Whether nodes are installed over this network, which asks the EKS API. Not stated: yes.";
    NODE_CREDENTIALS = "credentials", OptionKind::Choice(&["irsa", "node-role", "pod-identity"]), Some("node-role"),
        "How its pods get AWS credentials. Not stated: from the role of the node.";
    NVIDIA = "nvidia", OptionKind::Flag, None,
        "Whether the NVIDIA device plugin is installed. Not stated: unknown.";
    OLD_AGENT = "oldAgent", OptionKind::Flag, Some("false"),
        "Whether agents older than 3.3.40.0 run. Not stated: no.";
    OUTPUT = "output", OptionKind::Choice(&["cloudwatch", "firehose", "kinesis", "s3"]), Some("cloudwatch"),
        "Where Fluent Bit sends what it reads. Not stated: to CloudWatch Logs.";
    PARAMETER_STORE = "parameterStore", OptionKind::Flag, None,
        "Whether objects are read from Parameter Store. Not stated: unknown.";
    PRIVATE_CA_ISSUER = "privateCaIssuer", OptionKind::Flag, None,
        "Whether an issuer uses AWS Private CA. Not stated: unknown.";
    PROXY = "proxy", OptionKind::Flag, Some("false"),
        "Whether pods send requests through a proxy. Not stated: no.";
    QUEUE_MODE = "queueMode", OptionKind::Flag, None,
        "Whether it reads a queue (queue processor) rather than instance metadata. Not stated: unknown.";
    S3_TABLES_CALLS = "s3Tables", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon S3 Tables. Not stated: no.";
    SAGEMAKER_API_CALLS = "sagemakerApi", OptionKind::Flag, Some("false"),
        "Whether workloads call the SageMaker API. Not stated: no.";
    SAGEMAKER_RUNTIME_CALLS = "sagemakerRuntime", OptionKind::Flag, Some("false"),
        "Whether workloads call SageMaker endpoints for inference. Not stated: no.";
    SCALE_FROM_ZERO = "scaleFromZero", OptionKind::Flag, Some("false"),
        "Whether managed node groups are scaled up from no node. Not stated: no.";
    SECRETS_MANAGER = "secretsManager", OptionKind::Flag, None,
        "Whether objects are read from AWS Secrets Manager. Not stated: unknown.";
    SESSION_KEY = "sessionKey", OptionKind::Flag, Some("false"),
        "Whether sessions are encrypted with a key of your own. Not stated: no.";
    SESSION_LOGS = "cloudwatchSessionLogs", OptionKind::Flag, Some("false"),
        "Whether session logs go to CloudWatch Logs. Not stated: no.";
    SESSION_LOGS_IN_S3 = "s3SessionLogs", OptionKind::Flag, Some("false"),
        "Whether session logs go to Amazon S3. Not stated: no.";
    SNAPSHOTS = "snapshots", OptionKind::Flag, None,
        "Whether snapshots of EBS volumes are made. Not stated: unknown.";
    SNS_CALLS = "sns", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon SNS. Not stated: no.";
    SQS_CALLS = "sqs", OptionKind::Flag, Some("false"),
        "Whether workloads call Amazon SQS. Not stated: no.";
    SQS_SCALER = "sqsScaler", OptionKind::Flag, None,
        "Whether a scaler reads SQS queues. Not stated: unknown.";
    SUBMITS_JOBS = "submitsJobs", OptionKind::Flag, None,
        "Whether jobs are submitted from inside the VPC. Not stated: unknown.";
    TAGGING_API = "taggingApi", OptionKind::Flag, Some("false"),
        "Whether the feature gate `EnableRGTAPI` is on. Not stated: no.";
    TAGGING_SERVICE = "taggingService", OptionKind::Flag, Some("false"),
        "Whether the tagging API stays in use. Not stated: no.";
    TAG_LOOKUPS = "tagLookups", OptionKind::Flag, None,
        "Whether the agent looks up tags or volumes through the EC2 API. Not stated: unknown.";
    TRACES = "traces", OptionKind::Flag, None,
        "Whether traces are sent to X-Ray. Not stated: unknown.";
}
