//! What AWS's page printed, edition by edition, in our own words. Each statement points to the claims behind it and says
//! whether it held on the day of the edition; what is true is for the claims to say.

mod private_clusters_2020;

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::knowledge::claim::Claim;
use crate::knowledge::source::SourceRow;

/// An edition of the page.
pub(crate) struct EditionRow {
    /// The day on which it was printed.
    pub(crate) day: Day,
    /// What it is, in words.
    pub(crate) title: &'static str,
    /// Where it can be read.
    pub(crate) cite: (&'static SourceRow, &'static str),
    /// What it said, in the order of the page.
    pub(crate) statements: &'static [StatementRow],
}

/// A statement of an edition.
pub(crate) struct StatementRow {
    /// The id within the edition, such as `endpoint-sts`.
    pub(crate) id: &'static str,
    /// What kind of statement it is.
    pub(crate) kind: StatementKind,
    /// What it said, in our own words.
    pub(crate) says: &'static str,
    /// The condition that it put; empty when it put none.
    pub(crate) condition: &'static str,
    /// The claims behind it.
    pub(crate) claims: &'static [&'static Claim],
    /// Whether it was right on the day of the edition.
    pub(crate) held: bool,
    /// What a reader should mind; empty when there is nothing.
    pub(crate) note: &'static str,
}

/// What kind of statement it is.
#[derive(Clone, Copy, Debug, Eq, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum StatementKind {
    /// What a private cluster must have.
    Requirement,
    /// What works, what does not, and what to mind.
    Consideration,
    /// A step of the copying of images.
    Procedure,
    /// A row of the list of endpoints.
    Endpoint,
}

impl StatementKind {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requirement => "requirement",
            Self::Consideration => "consideration",
            Self::Procedure => "procedure",
            Self::Endpoint => "endpoint",
        }
    }
}

/// Every edition, in order of day.
pub(crate) static EDITIONS: &[&EditionRow] = &[&private_clusters_2020::EDITION];
