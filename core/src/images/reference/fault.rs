//! What keeps a text from being an image reference, and at which byte. It holds no text, so that a fault costs nothing.

use std::fmt;

use super::grammar::{LONGEST_PATH, LONGEST_TAG};
use crate::error::{Error, ErrorCode};

/// What keeps a text from being a reference.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum ReferenceFaultKind {
    /// There is no text.
    Empty,
    /// 64 hex digits alone, which read as the id of an image.
    Id,
    /// The text is an address with a scheme, such as `docker://`.
    Scheme,
    /// The first segment is meant as a registry and is no host.
    Registry,
    /// A capital letter in the path.
    Uppercase,
    /// The path has an empty segment, or a character or a run of separators that it may not have.
    Path,
    /// The path has more than 255 characters.
    PathTooLong,
    /// The tag is empty, or has a character that it may not have.
    Tag,
    /// The tag has more than 128 characters.
    TagTooLong,
    /// What follows `@` is no digest.
    Digest,
    /// The algorithm of the digest is none that is taken.
    DigestAlgorithm,
    /// The digest has too few or too many hex digits for its algorithm.
    DigestLength,
}

impl ReferenceFaultKind {
    pub(super) const fn at(self, at: usize) -> ReferenceFault {
        ReferenceFault { kind: self, at }
    }
}

/// What keeps a text from being a reference, and where.
///
/// ```
/// use private_eks::{Reference, ReferenceFaultKind};
///
/// let fault = Reference::parse("quay.io/Team/app:1").unwrap_err();
/// assert_eq!((fault.kind, fault.at), (ReferenceFaultKind::Uppercase, 8));
/// assert_eq!(fault.to_string(), "at byte 8: a path has no capital letters; write it small");
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ReferenceFault {
    /// What is wrong.
    pub kind: ReferenceFaultKind,
    /// The byte at which it is wrong, counted from 0; the length of the text where something is missing at its end.
    pub at: usize,
}

impl fmt::Display for ReferenceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at byte {}: ", self.at)?;
        match self.kind {
            ReferenceFaultKind::Empty => f.write_str("there is no text; give a name such as `registry.k8s.io/pause:3.10`"),
            ReferenceFaultKind::Id => {
                f.write_str("64 hex digits are the id of an image; give its name, or put the registry before it")
            }
            ReferenceFaultKind::Scheme => f.write_str("a reference has no scheme; leave out what ends in `://`"),
            ReferenceFaultKind::Registry => f.write_str(
                "a registry is a host of letters, digits, `-` and `.`, or an IPv6 address in brackets, with a port or without",
            ),
            ReferenceFaultKind::Uppercase => f.write_str("a path has no capital letters; write it small"),
            ReferenceFaultKind::Path => f.write_str(
                "a segment of a path is small letters and digits, with one `.`, one or two `_` or any `-` between them",
            ),
            ReferenceFaultKind::PathTooLong => write!(f, "a path has at most {LONGEST_PATH} characters"),
            ReferenceFaultKind::Tag => {
                f.write_str("a tag is letters, digits, `_`, `.` and `-`, and begins with none of the last two")
            }
            ReferenceFaultKind::TagTooLong => write!(f, "a tag has at most {LONGEST_TAG} characters"),
            ReferenceFaultKind::Digest => {
                f.write_str("a digest is an algorithm, `:` and small hex digits, such as `sha256:` and 64 of them")
            }
            ReferenceFaultKind::DigestAlgorithm => f.write_str("a digest is of `sha256`, `sha384` or `sha512`"),
            ReferenceFaultKind::DigestLength => {
                f.write_str("a digest of `sha256` has 64 hex digits, of `sha384` 96, of `sha512` 128")
            }
        }
    }
}

impl std::error::Error for ReferenceFault {}

impl From<ReferenceFault> for Error {
    fn from(fault: ReferenceFault) -> Self {
        Self::new(ErrorCode::ErrInvalidReference, "", fault.to_string())
    }
}
