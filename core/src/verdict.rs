//! The three answers, and how they combine. A verdict is never a boolean, and missing information is never safety.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a requirement holds.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "camelCase")]
#[schemars(extend("x-not-boolean" = true))]
pub enum Verdict {
    /// It surely does not hold.
    Broken,
    /// The documents do not say.
    Unknown,
    /// It surely holds.
    Met,
}

impl Verdict {
    /// The verdict on two requirements that must both hold: broken beats unknown beats met.
    ///
    /// ```
    /// use private_eks::Verdict::{Broken, Met, Unknown};
    ///
    /// assert_eq!(Met.and(Unknown), Unknown);
    /// assert_eq!(Unknown.and(Broken), Broken);
    /// ```
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// The verdict on two ways of which one suffices: met beats unknown beats broken.
    ///
    /// ```
    /// use private_eks::Verdict::{Broken, Met, Unknown};
    ///
    /// assert_eq!(Broken.or(Unknown), Unknown);
    /// assert_eq!(Unknown.or(Met), Met);
    /// ```
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The verdict on many requirements that must all hold; met when there are none.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::Met, Self::and)
    }

    /// The verdict on many ways of which one suffices; broken when there are none.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::Broken, Self::or)
    }

    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Broken => "broken",
            Self::Unknown => "unknown",
            Self::Met => "met",
        }
    }
}

impl std::fmt::Display for Verdict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}
