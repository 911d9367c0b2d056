//! What a caller got wrong: a stable code, the place in the input, and a sentence that says what would be right.
//! An unmet requirement is never an error; it is a finding. Nothing here knows JSON or AWS.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::shown;

/// The stable name of a kind of fault. New kinds may be added; a name never changes its meaning.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Hash, JsonSchema, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum ErrorCode {
    /// A document is an error that AWS returned, not an answer.
    ErrAwsError,
    /// Two objects carry one id and differ.
    ErrDuplicateId,
    /// There is nothing to look at: no document, or none with a part that is read.
    ErrEmptySnapshot,
    /// A fault of this library. Please report it.
    ErrInternal,
    /// A text is not base64 of PEM with certificates and nothing else.
    ErrInvalidCertificate,
    /// A text is no CIDR block, or it has host bits where they must be zero.
    ErrInvalidCidr,
    /// A text is no calendar day of the form `2020-06-17`.
    ErrInvalidDay,
    /// The input has the wrong shape: a wrong type, a missing field, or an option that does not exist.
    ErrInvalidInput,
    /// A text is not JSON.
    ErrInvalidJson,
    /// A text is no image reference.
    ErrInvalidReference,
    /// Documents of more than one cluster, region or account were given as one snapshot.
    ErrMixedDocuments,
    /// Lists and objects lie too deep in each other to be read safely.
    ErrNestingTooDeep,
    /// No edition of the page was read for that day.
    ErrUnknownEdition,
    /// A feature id that no row of the knowledge has.
    ErrUnknownFeature,
    /// An id that no object of the snapshot has.
    ErrUnknownId,
    /// An instance type that the list does not have.
    ErrUnknownInstanceType,
    /// An operation that the table does not have.
    ErrUnknownOperation,
    /// A region that no partition has.
    ErrUnknownRegion,
    /// No source that was read names the account of the region's registry.
    ErrUnknownRegistry,
    /// A service that no list of endpoint services has.
    ErrUnknownService,
    /// A value is a placeholder that is only known at deployment.
    ErrUnresolvedToken,
}

impl ErrorCode {
    /// Every code, in alphabetical order.
    pub const ALL: &[Self] = &[
        Self::ErrAwsError,
        Self::ErrDuplicateId,
        Self::ErrEmptySnapshot,
        Self::ErrInternal,
        Self::ErrInvalidCertificate,
        Self::ErrInvalidCidr,
        Self::ErrInvalidDay,
        Self::ErrInvalidInput,
        Self::ErrInvalidJson,
        Self::ErrInvalidReference,
        Self::ErrMixedDocuments,
        Self::ErrNestingTooDeep,
        Self::ErrUnknownEdition,
        Self::ErrUnknownFeature,
        Self::ErrUnknownId,
        Self::ErrUnknownInstanceType,
        Self::ErrUnknownOperation,
        Self::ErrUnknownRegion,
        Self::ErrUnknownRegistry,
        Self::ErrUnknownService,
        Self::ErrUnresolvedToken,
    ];

    /// The name as it stands on the wire, such as `ERR_UNKNOWN_REGION`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ErrAwsError => "ERR_AWS_ERROR",
            Self::ErrDuplicateId => "ERR_DUPLICATE_ID",
            Self::ErrEmptySnapshot => "ERR_EMPTY_SNAPSHOT",
            Self::ErrInternal => "ERR_INTERNAL",
            Self::ErrInvalidCertificate => "ERR_INVALID_CERTIFICATE",
            Self::ErrInvalidCidr => "ERR_INVALID_CIDR",
            Self::ErrInvalidDay => "ERR_INVALID_DAY",
            Self::ErrInvalidInput => "ERR_INVALID_INPUT",
            Self::ErrInvalidJson => "ERR_INVALID_JSON",
            Self::ErrInvalidReference => "ERR_INVALID_REFERENCE",
            Self::ErrMixedDocuments => "ERR_MIXED_DOCUMENTS",
            Self::ErrNestingTooDeep => "ERR_NESTING_TOO_DEEP",
            Self::ErrUnknownEdition => "ERR_UNKNOWN_EDITION",
            Self::ErrUnknownFeature => "ERR_UNKNOWN_FEATURE",
            Self::ErrUnknownId => "ERR_UNKNOWN_ID",
            Self::ErrUnknownInstanceType => "ERR_UNKNOWN_INSTANCE_TYPE",
            Self::ErrUnknownOperation => "ERR_UNKNOWN_OPERATION",
            Self::ErrUnknownRegion => "ERR_UNKNOWN_REGION",
            Self::ErrUnknownRegistry => "ERR_UNKNOWN_REGISTRY",
            Self::ErrUnknownService => "ERR_UNKNOWN_SERVICE",
            Self::ErrUnresolvedToken => "ERR_UNRESOLVED_TOKEN",
        }
    }
}

impl std::fmt::Display for ErrorCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What the caller got wrong, and where.
///
/// ```
/// use private_eks::{ClusterSpec, ErrorCode};
///
/// let error = ClusterSpec::new("ap-northeast-9").unwrap_err();
/// assert_eq!(error.code(), ErrorCode::ErrUnknownRegion);
/// assert_eq!(error.path(), "region");
/// ```
#[derive(Clone, Debug, Eq, PartialEq, Serialize, thiserror::Error)]
#[error("{}{message}", if path.is_empty() { String::new() } else { format!("{path}: ") })]
pub struct Error {
    code: ErrorCode,
    path: String,
    message: String,
}

impl Error {
    /// Makes an error. The message is lower case, names the input in backticks and says what would be right. Names in
    /// it come from outside and faults are printed on terminals, so control characters are spelled out.
    pub fn new(code: ErrorCode, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, path: shown(&path.into()), message: shown(&message.into()) }
    }

    /// The kind of fault.
    pub const fn code(&self) -> ErrorCode {
        self.code
    }

    /// Where in the input the fault is, such as `spec.features.karpenter`; empty when it is the input as a whole.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The sentence, without the path.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The same error, seen from one level further out.
    #[must_use]
    pub fn under(mut self, outer: &str) -> Self {
        let outer = shown(outer);
        self.path = match (outer.is_empty(), self.path.is_empty()) {
            (true, _) => self.path,
            (_, true) => outer,
            _ if self.path.starts_with('[') => format!("{outer}{}", self.path),
            _ => format!("{outer}.{}", self.path),
        };
        self
    }
}

/// A sentence's ending that names the nearest of the known names: ``; did you mean `a` or `b`?``, or nothing when
/// none is near.
pub(crate) fn nearest<'a>(asked: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let asked = &asked.to_lowercase();
    let limit = (asked.chars().count() / 3).max(2);
    let mut near: Vec<(usize, &str)> = known
        .into_iter()
        .map(|name| (distance(asked, &name.to_lowercase()), name))
        .filter(|(d, name)| *d <= limit || (asked.len() > 2 && name.contains(asked)))
        .collect();
    near.sort_unstable();
    let names: Vec<String> = near.into_iter().take(3).map(|(_, name)| format!("`{name}`")).collect();
    if names.is_empty() { String::new() } else { format!("; did you mean {}?", names.join(" or ")) }
}

/// The number of single-character edits between two names (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (to, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let best = (diagonal + usize::from(from != *to)).min(left + 1).min(*cell + 1);
            diagonal = std::mem::replace(cell, best);
            left = best;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_names_come_first() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(nearest("karpentr", ["irsa", "karpenter"]), "; did you mean `karpenter`?");
        assert_eq!(nearest("zzzzzz", ["irsa", "karpenter"]), "");
    }

    #[test]
    fn a_path_grows_outwards() {
        let fault = Error::new(ErrorCode::ErrInvalidCidr, "[2].cidr", "no").under("subnets").under("spec");
        assert_eq!(fault.path(), "spec.subnets[2].cidr");
    }

    #[test]
    fn names_from_outside_cannot_break_a_terminal() {
        let fault = Error::new(ErrorCode::ErrUnknownId, "a\u{1b}[2J", "no `\u{202e}\n`").under("b\u{7}");
        assert_eq!(fault.path(), "b\\u{7}.a\\u{1b}[2J");
        assert_eq!(fault.message(), "no `\\u{202e}\\u{a}`");
    }

    #[test]
    fn every_code_is_listed_once_in_order() {
        assert!(ErrorCode::ALL.windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()));
        for code in ErrorCode::ALL {
            assert_eq!(serde_json::to_value(code).unwrap(), code.as_str());
        }
    }
}
