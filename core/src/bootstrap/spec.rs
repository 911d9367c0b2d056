//! The node that somebody wants to start: a request of `bootstrap`. Strict: a misspelt field is an error with its path,
//! and what a wrong guess would break in silence has no default.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::bootstrap::systems::{
    BottlerocketSpec, HybridSpec, LocalStorageSpec, NodeClassSpec, NodeProxySpec, WindowsSpec,
};
use crate::day::Day;
use crate::knowledge::{IpFamily, NodeSystem};

/// A node that is to join a cluster.
///
/// ```
/// use private_eks::{ClusterFacts, NodeSpec, NodeSystem, bootstrap};
///
/// # const AUTHORITY: &str = "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJqekNDQVRXZ0F3SUJBZ0lVT3pxZDU5NVM4bHF2Z3l0UlNqWkVTRmpPbWZ3d0NnWUlLb1pJemowRUF3SXcKRlRFVE1CRUdBMVVFQXd3S2EzVmlaWEp1WlhSbGN6QWVGdzB5TmpFeE1qUXlNREl3TVRWYUZ3MHpOakV4TWpFeQpNREl3TVRWYU1CVXhFekFSQmdOVkJBTU1DbXQxWW1WeWJtVjBaWE13V1RBVEJnY3Foa2pPUFFJQkJnZ3Foa2pPClBRTUJCd05DQUFUeEk0ajd4czVsRUZTMFlXc2dsbGprTmFPcVgwazZZRzFRWGRKTzZuZ3VKamZZa0RiTTF2cGEKUEpQT1pKdWpqalhJUHgxVWRSNDhsWmxIQnpURnNHeU1vMk13WVRBZEJnTlZIUTRFRmdRVTFEWjN3N0Z3eHlDWApVWUNTNWNyQkExaXNDK013SHdZRFZSMGpCQmd3Rm9BVTFEWjN3N0Z3eHlDWFVZQ1M1Y3JCQTFpc0MrTXdEd1lEClZSMFRBUUgvQkFVd0F3RUIvekFPQmdOVkhROEJBZjhFQkFNQ0FxUXdDZ1lJS29aSXpqMEVBd0lEU0FBd1JRSWgKQU9kbXdZZ0dEOUExS0pqdjJsWUtsM2lZZ3dxL3ZxN2ZZaWR5dG8wK002bVlBaUJxMElCMC8zRlNaVUNCcFBocQpQZTVvTFd5V3B5ZHlqUTBpNjFWeGEveU1Fdz09Ci0tLS0tRU5EIENFUlRJRklDQVRFLS0tLS0K";
/// let cluster = ClusterFacts {
///     name: Some("prod".to_owned()),
///     endpoint: Some("https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com".to_owned()),
///     certificate_authority: Some(AUTHORITY.to_owned()),
///     service_cidr: Some("172.20.0.0/16".to_owned()),
///     ..ClusterFacts::default()
/// };
/// let node = NodeSpec { cluster: Some(cluster), ..NodeSpec::new(NodeSystem::Al2023) };
/// let answer = bootstrap(&node)?;
/// assert!(answer.user_data.unwrap().contains("    cidr: \"172.20.0.0/16\"\n"));
/// assert_eq!(answer.dns_address.as_deref(), Some("172.20.0.10"));
/// # Ok::<(), private_eks::Error>(())
/// ```
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeSpec {
    /// The operating system, or what runs the node.
    pub system: NodeSystem,
    /// Who starts the instance. Not stated: you do, and nobody adds to the user data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub launch: Option<Launch>,
    /// The AMI of the launch template or the node class, such as `ami-0123456789abcdef0`. With one, EKS adds nothing to
    /// the user data of a managed node group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ami_id: Option<String>,
    /// The form of the user data. Not stated: what the node reads with the least around it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<Form>,
    /// What is known of the cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cluster: Option<ClusterFacts>,
    /// The labels that the kubelet gives its node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<BTreeMap<String, String>>,
    /// The taints that the kubelet registers its node with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub taints: Option<Vec<TaintSpec>>,
    /// What the kubelet is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kubelet: Option<KubeletSpec>,
    /// What containerd is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub containerd: Option<ContainerdSpec>,
    /// What becomes of the disks of the instance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_storage: Option<LocalStorageSpec>,
    /// Variables by systemd unit, and `default` for all units, as nodeadm takes them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub environment: Option<BTreeMap<String, BTreeMap<String, String>>>,
    /// The HTTP proxy that the node sends requests through.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxy: Option<NodeProxySpec>,
    /// The feature gates of nodeadm, such as `InstanceIdNodeName`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feature_gates: Option<BTreeMap<String, bool>>,
    /// The instance types that the node may have.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_types: Option<Vec<String>>,
    /// Whether the VPC CNI assigns prefixes in place of addresses. Not stated: no, and yes for IPv6.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix_delegation: Option<bool>,
    /// Whether pods take addresses from other subnets than the node. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub custom_networking: Option<bool>,
    /// Your own parts that stand before what is generated; what is generated wins over them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Vec<PartSpec>>,
    /// Your own parts that stand after what is generated; they win over it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Vec<PartSpec>>,
    /// What only Bottlerocket takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bottlerocket: Option<BottlerocketSpec>,
    /// What only Windows takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub windows: Option<WindowsSpec>,
    /// How a hybrid node gets its credentials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hybrid: Option<HybridSpec>,
    /// The node class of Karpenter or of EKS Auto Mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub node_class: Option<NodeClassSpec>,
    /// The day for which to answer. Not stated: the day of the newest knowledge.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
}

/// Who starts the instance.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Launch {
    /// You do, with an Auto Scaling group or by hand.
    SelfManaged,
    /// A managed node group.
    ManagedNodeGroup,
    /// Karpenter.
    Karpenter,
}

/// The form of the user data.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Form {
    /// The one document as it is.
    Plain,
    /// A MIME multipart archive.
    Mime,
    /// Either of them in base64, as EC2's API takes it.
    Base64,
    /// The data of a launch template as JSON.
    LaunchTemplate,
}

/// What is known of a cluster; `describe-cluster` prints all of it.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClusterFacts {
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address of the API server, such as `https://….gr7.eu-west-1.eks.amazonaws.com`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// The certificate authority in base64, as `certificateAuthority.data` has it; two certificates during a rotation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_authority: Option<String>,
    /// The CIDR block of services: `serviceIpv4Cidr` or `serviceIpv6Cidr`. It is never guessed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_cidr: Option<String>,
    /// The address of the cluster's DNS. Not stated: the tenth of the service CIDR.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dns_address: Option<String>,
    /// The IP family. Not stated: that of the service CIDR or of the DNS address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ip_family: Option<IpFamily>,
    /// The id of a local cluster on AWS Outposts, a UUID.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Whether it is a local cluster on AWS Outposts. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outpost: Option<bool>,
    /// The region.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// The CIDR blocks of the VPC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vpc_cidrs: Option<Vec<String>>,
    /// The version of Kubernetes, such as `1.33`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kubernetes_version: Option<String>,
}

/// A taint.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TaintSpec {
    /// The key.
    pub key: String,
    /// The value. Not stated: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What it does.
    pub effect: TaintEffect,
}

/// What a taint does.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
pub enum TaintEffect {
    /// Pods that do not tolerate it are not placed here, and those that run are evicted.
    NoExecute,
    /// Pods that do not tolerate it are not placed here.
    NoSchedule,
    /// Pods that do not tolerate it are placed elsewhere where that can be.
    PreferNoSchedule,
}

impl TaintEffect {
    /// The word on the wire, which is that of Kubernetes.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoExecute => "NoExecute",
            Self::NoSchedule => "NoSchedule",
            Self::PreferNoSchedule => "PreferNoSchedule",
        }
    }
}

/// What the kubelet is told.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KubeletSpec {
    /// A fragment of a `KubeletConfiguration`, where the node reads one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-aws" = true))]
    pub config: Option<Map<String, Value>>,
    /// Flags such as `--v=4`, one a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flags: Option<Vec<String>>,
    /// The maximum of pods. Not stated: what the instance types allow.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_pods: Option<u32>,
    /// An expression in CEL from which nodeadm works out the maximum of pods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_pods_expression: Option<String>,
}

/// What containerd is told.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContainerdSpec {
    /// The configuration as TOML, merged over that of the image.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub config: Option<String>,
    /// The base of every container's OCI specification.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-aws" = true))]
    pub base_runtime_spec: Option<Map<String, Value>>,
}

/// A part of your own.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartSpec {
    /// What it is.
    pub kind: PartKind,
    /// The text of it, with line feeds only.
    pub text: String,
}

/// What a part is.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PartKind {
    /// A shell script, which begins with `#!`.
    Shell,
    /// A configuration of cloud-init.
    CloudConfig,
    /// A script that cloud-init runs early, at every boot.
    CloudBoothook,
    /// A NodeConfig of nodeadm.
    NodeConfig,
    /// Settings of Bottlerocket in TOML.
    Toml,
    /// Commands of PowerShell, without the tags around them.
    Powershell,
}

impl PartKind {
    /// The media type in a multipart archive; nothing for what never stands in one.
    pub(super) const fn media_type(self) -> Option<&'static str> {
        match self {
            Self::Shell => Some("text/x-shellscript"),
            Self::CloudConfig => Some("text/cloud-config"),
            Self::CloudBoothook => Some("text/cloud-boothook"),
            Self::NodeConfig => Some("application/node.eks.aws"),
            Self::Toml | Self::Powershell => None,
        }
    }

    /// The word on the wire.
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Shell => "shell",
            Self::CloudConfig => "cloudConfig",
            Self::CloudBoothook => "cloudBoothook",
            Self::NodeConfig => "nodeConfig",
            Self::Toml => "toml",
            Self::Powershell => "powershell",
        }
    }
}

impl NodeSpec {
    /// A node of this system, and nothing else stated.
    pub const fn new(system: NodeSystem) -> Self {
        Self {
            system,
            launch: None,
            ami_id: None,
            form: None,
            cluster: None,
            labels: None,
            taints: None,
            kubelet: None,
            containerd: None,
            local_storage: None,
            environment: None,
            proxy: None,
            feature_gates: None,
            instance_types: None,
            prefix_delegation: None,
            custom_networking: None,
            before: None,
            after: None,
            bottlerocket: None,
            windows: None,
            hybrid: None,
            node_class: None,
            as_of: None,
        }
    }

    /// Who starts the instance.
    pub(super) fn launch(&self) -> Launch {
        self.launch.unwrap_or(Launch::SelfManaged)
    }

    /// Whether EKS adds the cluster to the user data: a managed node group without an AMI of its own.
    pub(super) fn eks_adds(&self) -> bool {
        self.launch() == Launch::ManagedNodeGroup && self.ami_id.is_none()
    }

    /// Whether somebody else adds the cluster: EKS or Karpenter. Of Ubuntu, Karpenter knows nothing.
    pub(super) fn others_add(&self) -> bool {
        self.eks_adds() || (self.launch() == Launch::Karpenter && self.system != NodeSystem::Ubuntu)
    }
}
