//! What `bootstrap` answers: plain data. How it is worked out is next door.

use schemars::JsonSchema;
use serde::Serialize;

use crate::bootstrap::certificate::CertificateBundle;
use crate::bootstrap::spec::{Form, Launch};
use crate::day::Day;
use crate::knowledge::{Cite, Confidence, NodeSystem};

/// What lets a node join its cluster. The answer of the operation `bootstrap`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bootstrap {
    /// The operating system, or what runs the node.
    pub system: NodeSystem,
    /// Who starts the instance; nothing where no instance is yours to start.
    pub launch: Option<Launch>,
    /// The day for which the answer holds.
    pub as_of: Day,
    /// Why there is nothing to give; nothing where there is something.
    pub nothing_because: Option<String>,
    /// The user data in the form that was wanted; nothing where the node takes none.
    pub user_data: Option<String>,
    /// The form of the user data: what was wanted, or what was chosen.
    pub form: Option<Form>,
    /// How many bytes EC2 counts: those before base64. At most 16,384 are taken.
    pub user_data_bytes: u32,
    /// Files and objects to give beside or in place of user data.
    pub documents: Vec<BootstrapDocument>,
    /// The words that the bootstrap script is called with, in order; empty where there is no script.
    pub arguments: Vec<String>,
    /// The address of the cluster's DNS that the node is told or works out.
    pub dns_address: Option<String>,
    /// The certificates that the node is told to trust its cluster by; how they stand on the day that was asked, where one
    /// was.
    pub certificate_authority: Option<CertificateBundle>,
    /// How many pods the node takes, where that is known.
    pub max_pods: Option<MaximumPods>,
    /// Who adds to the user data and who wins, in words.
    pub merged_by: String,
    /// Who must be let in, and as what, so that the node may join.
    pub access: Vec<NodeAccess>,
    /// What the node still calls while it boots.
    pub calls: Vec<NodeCall>,
    /// What the node would call and does not, because the request avoids it.
    pub avoided: Vec<NodeCall>,
    /// What to mind, in order of path. Empty is good.
    pub findings: Vec<BootstrapFinding>,
    /// The same as plain text; secrets and the user data are not in it.
    pub text: String,
}

/// A file or an object of Kubernetes.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BootstrapDocument {
    /// The name of a file for it, such as `nodeConfig.yaml`.
    pub name: String,
    /// The media type.
    pub media_type: &'static str,
    /// Where it goes, in words.
    pub place: &'static str,
    /// The text.
    pub text: String,
}

/// How many pods a node takes.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MaximumPods {
    /// The number that the kubelet is told or works out; the smallest where instance types differ.
    pub value: u32,
    /// Whether the user data says it; where not, the node works it out.
    pub stated: bool,
    /// The same for each instance type of the request.
    pub instance_types: Vec<MaximumPodsOfType>,
}

/// How many pods a node of an instance type takes.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MaximumPodsOfType {
    /// The instance type.
    pub instance_type: String,
    /// How many pods have addresses.
    pub addresses: u32,
    /// The number to tell the kubelet.
    pub value: u32,
    /// How it comes about, in words.
    pub because: String,
}

/// Who must be let in so that a node may join.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeAccess {
    /// The ARN of the role, where the request has it.
    pub principal_arn: Option<String>,
    /// The type of the access entry, such as `EC2_LINUX`.
    pub entry_type: &'static str,
    /// The access policy to associate with it for the whole cluster; nothing where none is needed.
    pub policy_arn: Option<String>,
    /// Why, in a sentence.
    pub because: &'static str,
}

/// A call of a booting node.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeCall {
    /// The service, such as `ec2`; `kubernetes` for the API server and `imds` for the instance metadata.
    pub service: &'static str,
    /// The endpoints that it needs, by AWS's own suffix; empty where none serves it.
    pub endpoints: Vec<&'static str>,
    /// The call, such as `DescribeInstances`.
    pub call: &'static str,
    /// Whether it is surely made; otherwise that depends on what is not known here, such as the image.
    pub sure: bool,
    /// What happens where it is not answered.
    pub unanswered: &'static str,
    /// What avoids it, in words; empty where nothing does.
    pub avoided_by: &'static str,
    /// The id of the claim.
    pub claim: &'static str,
    /// The claim in a sentence.
    pub because: &'static str,
    /// How sure the claim is.
    pub confidence: Confidence,
    /// Where it can be read.
    pub cites: Vec<Cite>,
}

/// Something to mind that is no error.
#[derive(Clone, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BootstrapFinding {
    /// The path in the request, such as `cluster.endpoint`.
    pub path: String,
    /// A stable id, such as `endpoint-shape`.
    pub id: &'static str,
    /// What it is, and what would be right.
    pub message: String,
}

/// The plain text.
impl std::fmt::Display for Bootstrap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
