//! What is to be made so that nodes join and people get in. Plain data.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Map, Value};

use crate::knowledge::{AuthenticationMode, Cite, Confidence};

/// What lets nodes and people in. The answer of the operation `access`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Access {
    /// The mode for which this is right.
    pub authentication_mode: AuthenticationMode,
    /// The access entries, in the order in which they were asked.
    pub entries: Vec<PlannedEntry>,
    /// The aws-auth ConfigMap; `null` when the mode or the wish has no use for one.
    pub aws_auth: Option<AwsAuth>,
    /// What EKS lets in by itself, and nobody should take out.
    pub made_by_eks: Vec<String>,
    /// What is to be done, in an order in which it can be done.
    pub steps: Vec<AccessStep>,
    /// What to know, each with its source.
    pub notes: Vec<AccessNote>,
    /// The same as plain text.
    pub text: String,
}

/// An access entry.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedEntry {
    /// The ARN of the role or user, with its path.
    pub principal_arn: String,
    /// The type, such as `EC2_LINUX`.
    #[serde(rename = "type")]
    pub entry_type: String,
    /// The groups of Kubernetes; of nodes EKS puts them in by itself.
    pub kubernetes_groups: Vec<String>,
    /// The user name; `null` where EKS makes it.
    pub username: Option<String>,
    /// The policies, and where they hold.
    pub policies: Vec<PlannedAccessPolicy>,
}

/// An access policy of an entry.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedAccessPolicy {
    /// The ARN of the policy.
    pub policy_arn: String,
    /// The namespaces that it holds in; empty for the whole cluster.
    pub namespaces: Vec<String>,
}

/// The aws-auth ConfigMap.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AwsAuth {
    /// The whole text, as a file for kubectl.
    pub text: String,
    /// Whether it differs from the one that was given.
    pub changed: bool,
    /// The ARNs that were not in it.
    pub added: Vec<String>,
    /// The ARNs whose mapping lacked groups.
    pub extended: Vec<String>,
    /// How many mappings it had; all of them are still there.
    pub kept: usize,
    /// What was found in the one that was given.
    pub notes: Vec<String>,
}

/// Something to do.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessStep {
    /// What it does, in a sentence.
    pub description: String,
    /// From where it can be done.
    pub from: AccessFrom,
    /// The call, when it is one of AWS; `null` when it is one of Kubernetes.
    pub call: Option<AccessCall>,
    /// The command, quoted for a POSIX shell.
    pub command: String,
}

/// From where something can be done.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum AccessFrom {
    /// From wherever the EKS API is reached: any network with internet access, or an interface endpoint for `eks`.
    /// Nobody must stand in the VPC.
    EksApi,
    /// From where the private endpoint of the cluster is reached: the VPC, or a network that is connected to it.
    InsideVpc,
}

/// A call of AWS as data.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessCall {
    /// The AWS service as botocore names it, `eks`.
    pub service: String,
    /// The operation as AWS names it, such as `CreateAccessEntry`.
    pub operation: String,
    /// The parameters, shaped as AWS takes them.
    #[schemars(extend("x-aws" = true))]
    pub parameters: Map<String, Value>,
}

/// Something to know.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AccessNote {
    /// What is so, in a sentence.
    pub says: String,
    /// How sure that is.
    pub confidence: Confidence,
    /// Where it can be read.
    pub cites: Vec<Cite>,
}

/// The plain text.
impl std::fmt::Display for Access {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
