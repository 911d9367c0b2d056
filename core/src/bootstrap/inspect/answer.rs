//! What user data would do: the request and the answer of the operation `inspect`. Plain data.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bootstrap::{CertificateBundle, NodeCall};
use crate::day::Day;

/// User data as a launch template or an instance holds it. The request of the operation `inspect`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, PartialEq)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InspectRequest {
    /// The user data: base64, as AWS prints it, or the text itself.
    pub user_data: String,
    /// The operating system of the image, where it is known. Not stated: what the user data shows.
    #[serde(default)]
    pub family: Option<NodeFamily>,
    /// Whether it is of a managed node group whose launch template names no AMI, so that EKS merges its own part into
    /// it.
    #[serde(default)]
    pub merged_by_eks: bool,
    /// The day for which to say how certificates stand. Not stated: nothing is said.
    #[serde(default)]
    pub as_of: Option<Day>,
}

/// The operating system of a node, as far as its user data goes.
#[derive(Clone, Copy, Debug, Deserialize, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NodeFamily {
    /// Amazon Linux 2: a shell script that calls `bootstrap.sh`.
    Al2,
    /// Amazon Linux 2023: a `NodeConfig`.
    Al2023,
    /// Bottlerocket: settings in TOML.
    Bottlerocket,
    /// Windows Server: PowerShell.
    Windows,
    /// Ubuntu: a shell script that calls a `bootstrap.sh` with fewer flags. Nothing in the script tells it from that of
    /// Amazon Linux 2, so it has to be stated.
    Ubuntu,
    /// Hybrid nodes: a `NodeConfig` with `spec.hybrid`, as a file.
    Hybrid,
}

impl NodeFamily {
    /// The name in words.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Al2 => "Amazon Linux 2",
            Self::Al2023 => "Amazon Linux 2023",
            Self::Bottlerocket => "Bottlerocket",
            Self::Windows => "Windows",
            Self::Ubuntu => "Ubuntu",
            Self::Hybrid => "a hybrid node",
        }
    }
}

/// What user data would do. The answer of the operation `inspect`.
#[derive(Clone, Debug, Default, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// The operating system that it is for; `null` when nothing in it says.
    pub family: Option<NodeFamily>,
    /// What it is wrapped in, from outside: `base64`, `gzip`, `mime`.
    pub layers: Vec<String>,
    /// Its size in bytes, as EC2 counts them: 16,384 is the most.
    pub bytes: usize,
    /// The parts, in the order in which they run.
    pub parts: Vec<UserDataPart>,
    /// The name of the cluster; `null` when it is not given, or not known.
    pub cluster_name: Option<String>,
    /// The endpoint of the Kubernetes API.
    pub endpoint: Option<String>,
    /// The certificates that the node trusts.
    pub certificates: Option<CertificateBundle>,
    /// The CIDR block of services.
    pub service_cidr: Option<String>,
    /// The addresses of the cluster's DNS that are given; empty when the node works them out, or asks.
    pub dns_addresses: Vec<String>,
    /// The labels that the node gives itself.
    pub labels: Vec<NamedValue>,
    /// The taints that it gives itself, as kubelet writes them: `key=value:effect`.
    pub taints: Vec<String>,
    /// The most pods that it takes; `null` when that follows from its type, or is not known.
    pub max_pods: Option<u64>,
    /// The flags of kubelet.
    pub kubelet_flags: Vec<String>,
    /// The variables of a proxy.
    pub proxy: Vec<NamedValue>,
    /// The fields of this answer that depend on a variable or a command, so that nothing can be said of them.
    pub undecided: Vec<String>,
    /// What the node would still call while it boots.
    pub calls: Vec<NodeCall>,
    /// What is wrong with it by itself.
    pub findings: Vec<UserDataFinding>,
    /// The same as plain text.
    pub text: String,
}

/// A part of user data.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserDataPart {
    /// Its place in the text, from 1 on.
    pub number: usize,
    /// What it is.
    pub kind: UserDataPartKind,
    /// When it runs, in words.
    pub runs: String,
    /// Its size in bytes.
    pub bytes: usize,
}

/// What a part of user data is.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum UserDataPartKind {
    /// A boot hook of cloud-init.
    BootHook,
    /// Settings of cloud-init.
    CloudConfig,
    /// A `NodeConfig`.
    NodeConfig,
    /// A script with `#!`.
    Shell,
    /// `PowerShell`.
    PowerShell,
    /// Settings of Bottlerocket.
    Settings,
    /// Something that nothing here reads.
    Other,
}

/// A name with its value.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedValue {
    /// The name.
    pub name: String,
    /// The value.
    pub value: String,
}

/// Something that is wrong with user data by itself.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UserDataFinding {
    /// A stable code, such as `flag-swallowed`.
    pub code: String,
    /// How bad it is.
    pub effect: UserDataEffect,
    /// Where, such as `part 2, line 4`; empty for the whole.
    pub place: String,
    /// What is wrong, and what would be right.
    pub says: String,
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum UserDataEffect {
    /// The node does not join, or its input is not taken.
    Fails,
    /// The node joins and something is not as it is written.
    Misleads,
    /// What it does cannot be told from what stands there.
    Unknown,
    /// It works; on some images or after a change it would not.
    Fragile,
}

/// The plain text.
impl std::fmt::Display for Inspection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
