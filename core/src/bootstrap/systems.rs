//! What single operating systems and node classes take beside the rest of a request. Strict, as the rest is.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What becomes of the disks of an instance.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LocalStorageSpec {
    /// How they are put together.
    pub strategy: LocalStorageStrategy,
    /// Where they are mounted. Not stated: where the image mounts them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mount_path: Option<String>,
    /// What does not move onto them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disabled_mounts: Option<Vec<DisabledMount>>,
}

/// How the disks of an instance are put together.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum LocalStorageStrategy {
    /// One array without redundancy.
    #[serde(rename = "RAID0")]
    Raid0,
    /// One array with redundancy.
    #[serde(rename = "RAID10")]
    Raid10,
    /// Each is mounted by itself.
    Mount,
}

/// What nodeadm would move onto the disks of an instance.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, PartialEq, Serialize)]
pub enum DisabledMount {
    /// The state of containerd.
    Containerd,
    /// The logs of pods.
    PodLogs,
    /// The state of the SOCI snapshotter.
    #[serde(rename = "SOCI")]
    Soci,
}

/// An HTTP proxy of a node.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeProxySpec {
    /// The address, such as `http://proxy.corp.example:3128`.
    pub url: String,
    /// What is reached without it, beside what every node reaches so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_proxy: Option<Vec<String>>,
}

/// What only Bottlerocket takes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BottlerocketSpec {
    /// Whether the node is named for its instance id, so that it does not ask EC2. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_id_hostname: Option<bool>,
    /// Whether the control container runs, which is pulled from Amazon ECR. Not stated: yes, as the image has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub control_container: Option<bool>,
    /// Whether the admin container runs, which is pulled from Amazon ECR. Not stated: no, as the image has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin_container: Option<bool>,
    /// Whether metrics are sent to a public host. Not stated: yes, as the image has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub send_metrics: Option<bool>,
    /// The time servers. Not stated: that of Amazon and a public pool, as the image has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_servers: Option<Vec<String>>,
    /// The repository of updates. Not stated: a public host, as the image has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updates: Option<UpdatesSpec>,
    /// Certificate authorities to trust by name, each a PEM in base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_bundles: Option<Vec<CertificateBundleSpec>>,
}

/// A repository of Bottlerocket's updates.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UpdatesSpec {
    /// The address of the metadata.
    pub metadata_base_url: String,
    /// The address of the targets.
    pub targets_base_url: String,
}

/// Certificate authorities to trust.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CertificateBundleSpec {
    /// A name of your own.
    pub name: String,
    /// The certificates as PEM, in base64.
    pub data: String,
}

/// What only Windows takes.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WindowsSpec {
    /// The CIDR blocks that pods reach under their own addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded_snat_cidrs: Option<Vec<String>>,
    /// Flags of kube-proxy, one a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kube_proxy_flags: Option<Vec<String>>,
}

/// How a hybrid node gets its credentials: exactly one of the two.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HybridSpec {
    /// A hybrid activation of Systems Manager.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ssm: Option<SsmActivationSpec>,
    /// IAM Roles Anywhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iam_roles_anywhere: Option<RolesAnywhereSpec>,
    /// Whether nodeadm writes the credentials into a file. Not stated: no.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub enable_credentials_file: Option<bool>,
}

/// A hybrid activation of Systems Manager.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SsmActivationSpec {
    /// The code, a secret.
    pub activation_code: String,
    /// The id, a UUID.
    pub activation_id: String,
}

/// Credentials from IAM Roles Anywhere.
#[derive(Clone, Debug, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RolesAnywhereSpec {
    /// The name of the node, which its certificate has as common name.
    pub node_name: String,
    /// The ARN of the trust anchor.
    pub trust_anchor_arn: String,
    /// The ARN of the profile.
    pub profile_arn: String,
    /// The ARN of the role.
    pub role_arn: String,
    /// The path of the certificate on the node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_path: Option<String>,
    /// The path of the private key on the node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub private_key_path: Option<String>,
}

/// A node class: `EC2NodeClass` of Karpenter, `NodeClass` of EKS Auto Mode.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NodeClassSpec {
    /// The name.
    pub name: String,
    /// The ARN of the role of the nodes.
    pub role_arn: String,
    /// The name of an instance profile of that role. Not stated: one is made from the role, for which IAM is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance_profile: Option<String>,
    /// The subnets of the nodes.
    pub subnets: Vec<SelectorTerm>,
    /// The security groups of the nodes.
    pub security_groups: Vec<SelectorTerm>,
    /// The subnets of pods, with EKS Auto Mode. Not stated: those of the nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pod_subnets: Option<Vec<SelectorTerm>>,
    /// The security groups of pods, with EKS Auto Mode. Not stated: those of the nodes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pod_security_groups: Option<Vec<SelectorTerm>>,
    /// The AMIs by alias, with Karpenter, such as `al2023@v20260720`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ami_alias: Option<String>,
    /// Certificate authorities to trust, with EKS Auto Mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_bundles: Option<Vec<CertificateBundleSpec>>,
    /// How far the metadata service answers, in hops. Not stated: 1, so that pods get no credentials of the node.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub metadata_hop_limit: Option<u32>,
    /// The tags of what is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

/// What selects subnets or security groups: an id, or tags that all must fit.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SelectorTerm {
    /// The id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The tags.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}
