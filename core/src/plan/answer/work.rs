//! What a plan says of the work: images to bring, calls of a booting node, the order of creation, what is wrong with the
//! wish itself.

use schemars::JsonSchema;
use serde::Serialize;

use crate::knowledge::{Level, NodeKind};
use crate::plan::answer::Reason;
use crate::verdict::Verdict;

/// Images and where they must come from.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlannedImage {
    /// A stable id, such as `mirror-karpenter`.
    pub id: String,
    /// The images, as their references or repositories are written.
    pub images: String,
    /// What to do or where they come from, in words.
    pub source: String,
    /// The host of the registry that EKS keeps in the region, where they come from there and the account is known.
    pub registry: Option<String>,
    /// Whether they must be copied from a public registry.
    pub copy: bool,
    /// How strongly it is needed.
    pub level: Level,
    /// Why, at least one.
    pub reasons: Vec<Reason>,
    /// Which statements would decide it; empty when it is decided.
    pub settled_by: Vec<String>,
}

/// A call that a node still makes while it boots.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BootCall {
    /// The kind of node.
    pub node: NodeKind,
    /// The service, such as `ec2`; `kubernetes` for the API server and `imds` for the instance metadata.
    pub service: String,
    /// The endpoints that it needs, by AWS's own suffix; empty where none serves it.
    pub endpoints: Vec<String>,
    /// The call, such as `DescribeInstances`.
    pub call: String,
    /// What happens where it is not answered, and how it is avoided.
    pub unanswered: String,
    /// What of the node's own settings avoids it, in words; empty where nothing does.
    pub avoided_by: String,
    /// Why, at least one.
    pub reasons: Vec<Reason>,
}

/// A step of the order of creation.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// A stable id, such as `endpoints`.
    pub id: String,
    /// What to do, in words.
    pub title: String,
    /// The ids of the steps that must be done before.
    pub after: Vec<String>,
    /// What would go wrong otherwise.
    pub because: String,
    /// What of the plan it makes: ids of endpoints, settings, images and groups.
    pub items: Vec<String>,
}

/// A contradiction in the wish, or something that may be one.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlanFinding {
    /// The id of the claim that the wish contradicts, such as `base-service-cidr-apart`.
    pub id: String,
    /// Broken where it is a contradiction, unknown where the wish does not state enough to say.
    pub verdict: Verdict,
    /// The paths in the wish, such as `serviceCidr`.
    pub paths: Vec<String>,
    /// What is wrong, and what would be right.
    pub message: String,
    /// The claim behind it.
    pub reasons: Vec<Reason>,
}

/// What is reached without the HTTP proxy.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NoProxy {
    /// The value of `NO_PROXY`.
    pub value: String,
    /// The same, entry by entry.
    pub entries: Vec<BypassEntry>,
    /// What must be added and stands in no wish, in words.
    pub missing: Vec<String>,
}

/// An entry of `NO_PROXY`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BypassEntry {
    /// The host, suffix or CIDR block.
    pub entry: String,
    /// What it is.
    pub because: String,
}
