//! What an audit says: findings, what they rest on, what was assumed, and what was not looked at. Plain data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::knowledge::{Cite, Confidence};
use crate::plan::{Reason, ResolvedSpec};
use crate::snapshot::{Fix, Settlement};
use crate::verdict::Verdict;

/// What exists, held against what must exist. The answer of the operation `audit`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Met only when every finding is met and every requirement that it rests on is verified.
    pub verdict: Verdict,
    /// How many findings have each verdict.
    pub counts: Counts,
    /// The wish as it was understood: each value given, inferred (and from what) or default.
    pub spec: ResolvedSpec,
    /// The findings: broken first, then unknown, then met; within them by severity, rule and subject.
    pub findings: Vec<Finding>,
    /// What was taken for granted, such as that a document is complete.
    pub assumptions: Vec<String>,
    /// What this audit does not look at.
    pub not_assessed: Vec<String>,
    /// The repairs, in an order in which they can be made.
    pub fixes: Vec<Fix>,
    /// The knowledge that was used.
    pub knowledge: KnowledgeStamp,
    /// The documents that were used.
    pub snapshot: SnapshotStamp,
    /// The same as plain text.
    pub text: String,
}

/// How many findings have each verdict.
#[derive(Clone, Copy, Debug, Default, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Surely wrong.
    pub broken: usize,
    /// The documents do not say.
    pub unknown: usize,
    /// Surely right.
    pub met: usize,
}

/// One requirement, held against what exists.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// A stable id: the rule and the subject, such as `endpoint-missing:com.amazonaws.ap-northeast-1.sts`.
    pub id: String,
    /// The rule, such as `endpoint-missing`.
    pub rule: String,
    /// Whether the requirement holds.
    pub verdict: Verdict,
    /// How bad it is when it does not hold: our judgement, without a cite.
    pub severity: Severity,
    /// What the finding is about: an id or a name.
    pub subject: String,
    /// What is so, in a sentence.
    pub message: String,
    /// What the verdict rests on, item by item.
    pub evidence: Vec<Evidence>,
    /// Why the requirement exists.
    pub reasons: Vec<Reason>,
    /// Where the reasons can be read.
    pub cites: Vec<Cite>,
    /// The best confidence among the reasons: a requirement stands when one claim behind it is verified.
    pub confidence: Confidence,
    /// What would settle what is not known of it; empty when it is met.
    pub settled_by: Vec<Settlement>,
    /// The ids of the fixes that mend it; empty when it is not broken or no call mends it.
    pub fixes: Vec<String>,
}

/// How bad it is when a requirement does not hold.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Nodes do not join or images do not pull.
    Critical,
    /// A feature does not work.
    High,
    /// It works today and breaks on an ordinary event.
    Medium,
    /// It works; a careful operator would change it.
    Low,
}

/// One thing that a verdict rests on.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// The document, such as `VpcEndpoints`.
    pub document: String,
    /// The object in it, such as `sg-0123456789abcdef0`; empty when it is the document as a whole.
    pub id: String,
    /// What it says there.
    pub says: String,
}

/// The knowledge that a report used.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeStamp {
    /// The day for which it answered.
    pub as_of: Day,
    /// The day of its newest row.
    pub newest: Day,
    /// The version of the library.
    pub version: String,
}

/// The documents that a report used.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SnapshotStamp {
    /// The account, where the documents say.
    pub account: Option<String>,
    /// The region, where the documents say.
    pub region: Option<String>,
    /// When it was collected, as the collector wrote it.
    pub time: Option<String>,
    /// The parts that were read, in alphabetical order.
    pub parts: Vec<String>,
}

/// The plain text.
impl std::fmt::Display for Report {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text)
    }
}
