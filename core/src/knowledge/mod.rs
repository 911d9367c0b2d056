//! What is true, and what the page said.

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::error::Error;

/// How sure a claim is.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// Read at the named source.
    Read,
    /// Follows from two or more facts that were read.
    Inferred,
    /// Nobody checked it at a source.
    Unverified,
}

/// Where a claim can be read.
#[derive(Clone, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cite {
    /// The id of the source, such as `user-guide-2025`.
    pub source: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The page, section or file within it.
    pub section: &'static str,
    /// Its address.
    pub url: &'static str,
    /// The commit or version that was read, where there is one.
    pub revision: Option<&'static str>,
    /// The day on which it was read.
    pub read: Day,
}

pub struct FeatureRow {
    pub id: &'static str,
    pub title: &'static str,
    pub addons: &'static [&'static str],
    pub options: &'static [OptionRow],
}
pub struct OptionRow {
    pub name: &'static str,
    pub kind: OptionKind,
    pub doc: &'static str,
}
pub enum OptionKind {
    Flag,
    Text,
    Choice(&'static [&'static str]),
}
impl FeatureRow {
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.id).chain(self.addons.iter().copied())
    }
}
static ROWS: &[FeatureRow] = &[
    FeatureRow {
        id: "ebs-csi",
        title: "Amazon EBS CSI driver",
        addons: &["aws-ebs-csi-driver"],
        options: &[OptionRow {
            name: "customerKey",
            kind: OptionKind::Flag,
            doc: "Whether volumes are encrypted with a customer key.",
        }],
    },
    FeatureRow { id: "irsa", title: "IAM roles for service accounts", addons: &[], options: &[] },
    FeatureRow {
        id: "karpenter",
        title: "Karpenter",
        addons: &[],
        options: &[OptionRow {
            name: "interruptionQueue",
            kind: OptionKind::Text,
            doc: "The name of the queue for interruption events.",
        }],
    },
];
pub fn features() -> impl Iterator<Item = &'static FeatureRow> {
    ROWS.iter()
}
pub fn feature(id: &str) -> Option<&'static FeatureRow> {
    ROWS.iter().find(|row| row.names().any(|name| name == id))
}
pub fn region(_region: &str) -> Result<(), Error> {
    Ok(())
}

/// The request of the operation `knowledge`.
#[derive(Clone, Debug, Default, serde::Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KnowledgeRequest {
    /// The day for which to answer with what was true then. Not stated: the day of the newest row.
    #[serde(default)]
    pub as_of: Option<Day>,
    /// The day of the edition of AWS's page to replay, such as `2020-06-17`.
    #[serde(default)]
    pub edition: Option<Day>,
}
/// The answer of the operation `knowledge`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct KnowledgeAnswer {
    /// The day for which it holds.
    pub as_of: Day,
    /// Plain text.
    pub text: String,
}
/// Placeholder.
pub fn knowledge(_request: &KnowledgeRequest) -> Result<KnowledgeAnswer, Error> {
    Err(Error::new(crate::error::ErrorCode::ErrInternal, "", "not yet"))
}
