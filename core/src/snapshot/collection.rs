//! How a snapshot was collected: whose it is, when, and which of its parts are whole. A collector writes it; documents
//! that were pasted together have none.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Whose documents these are, and which parts are whole.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Collection {
    /// The account of the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    /// The region that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// When, as RFC 3339 text. Nothing here depends on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// How each part was collected, by the part's key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, CollectedPart>,
    /// The keys that were in the documents and that nothing here reads.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<String>,
}

/// How a part was collected.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectedPart {
    /// Whether the part is whole.
    pub state: PartState,
    /// Why not, in words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

/// Whether a part is whole.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PartState {
    /// Everything there is.
    Complete,
    /// The call was refused.
    Denied,
    /// The call failed for another reason.
    Failed,
    /// Only what a filter let through.
    Filtered,
    /// Some pages or some owners are missing.
    Partial,
}

/// What a snapshot has of a part.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Presence {
    /// Nothing; the words say why, where the collection knows.
    Absent(String),
    /// Something, but not all; the words say why.
    Incomplete(String),
    /// Documents without a word on completeness.
    Assumed,
    /// All of it: the collection says so.
    Complete,
}

impl Presence {
    /// Whether a claim of absence may rest on this part. `strict` refuses what is only assumed.
    pub fn proves_absence(&self, strict: bool) -> bool {
        match self {
            Self::Complete => true,
            Self::Assumed => !strict,
            Self::Absent(_) | Self::Incomplete(_) => false,
        }
    }
}

impl PartState {
    pub(super) const fn as_str(self) -> &'static str {
        match self {
            Self::Complete => "complete",
            Self::Denied => "denied",
            Self::Failed => "failed",
            Self::Filtered => "filtered",
            Self::Partial => "partial",
        }
    }
}
