//! What AWS's page printed, edition by edition, in our own words. Each statement points to the claims behind it and says
//! whether it held on the day of the edition; what is true is for the claims to say.

mod private_clusters_2020;
mod private_clusters_2025;
mod private_clusters_newest;

use schemars::JsonSchema;
use serde::Serialize;

use crate::day::Day;
use crate::knowledge::claim::Claim;
use crate::knowledge::source::SourceRow;

/// An edition of the page.
pub(crate) struct EditionRow {
    /// When it was printed.
    pub(crate) printed: Printed,
    /// What it is, in words.
    pub(crate) title: &'static str,
    /// Where it can be read.
    pub(crate) cite: (&'static SourceRow, &'static str),
    /// What a reader of the whole edition should mind; empty when there is nothing.
    pub(crate) note: &'static str,
    /// What it said, in the order of the page.
    pub(crate) statements: &'static [StatementRow],
}

/// When an edition was printed.
#[derive(Clone, Copy)]
pub(crate) enum Printed {
    /// On this day.
    On(Day),
    /// The copy that was read has no date of its own: it is later than one day and was read on another.
    Undated {
        /// The day of the newest dated text that it is later than.
        after: Day,
        /// The day on which it was read.
        read: Day,
    },
}

impl EditionRow {
    /// The day that the edition goes by, and on which its statements are held against the claims: the day on which it
    /// was printed, or the day on which an undated one was read.
    pub(crate) const fn day(&self) -> Day {
        match self.printed {
            Printed::On(day) | Printed::Undated { read: day, .. } => day,
        }
    }
}

/// A statement of an edition. One that stands in two editions has the same id in both.
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
    /// The claims of other sources that contradict it on the day of the edition.
    pub(crate) against: &'static [&'static Claim],
    /// Whether it was right on the day of the edition.
    pub(crate) held: bool,
    /// What a reader should mind; empty when there is nothing.
    pub(crate) note: &'static str,
}

/// A statement that put no condition, was right and needs no remark: what most rows are built on.
pub(crate) const HELD: StatementRow = StatementRow {
    id: "",
    kind: StatementKind::Requirement,
    says: "",
    condition: "",
    claims: &[],
    against: &[],
    held: true,
    note: "",
};

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
pub(crate) static EDITIONS: &[&EditionRow] =
    &[&private_clusters_2020::EDITION, &private_clusters_2025::EDITION, &private_clusters_newest::EDITION];
