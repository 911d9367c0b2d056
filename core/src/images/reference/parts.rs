//! The parts of a reference by the grammar alone, borrowed from the text, and where in it they stand. No default is
//! filled in.

use std::fmt;
use std::ops::Range;

use super::fault::{ReferenceFault, ReferenceFaultKind as Kind};
use super::grammar;

/// The parts of a reference as they are written.
///
/// ```
/// use private_eks::ReferenceParts;
///
/// let parts = ReferenceParts::parse("127.0.0.1:5000/team/app:1.2")?;
/// assert_eq!((parts.registry, parts.path, parts.tag), (Some("127.0.0.1:5000"), "team/app", Some("1.2")));
/// assert_eq!(parts.tag_span(), Some(24..27));
/// # Ok::<(), private_eks::ReferenceFault>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ReferenceParts<'a> {
    /// The host of the registry with its port, where one is written.
    pub registry: Option<&'a str>,
    /// The path, such as `library/nginx`.
    pub path: &'a str,
    /// The tag, without its `:`.
    pub tag: Option<&'a str>,
    /// The digest with its algorithm, without its `@`.
    pub digest: Option<&'a str>,
}

impl<'a> ReferenceParts<'a> {
    /// Reads a text by the grammar alone: the first of several segments is the registry wherever it can be a host, so
    /// `foo/bar` is the path `bar` of the registry `foo`. Runtimes read otherwise; [`Reference::parse`] reads as they do.
    ///
    /// [`Reference::parse`]: crate::Reference::parse
    ///
    /// # Errors
    /// The text is no reference; the fault names the first byte that is wrong.
    pub fn parse(text: &'a str) -> Result<Self, ReferenceFault> {
        let first = text.split_once('/').map(|(first, _)| first).filter(|first| grammar::domain(first).is_ok());
        Self::after(text, first, 0)
    }

    /// Reads what follows the registry; `implied` is how many characters a runtime puts before the path.
    pub(super) fn after(text: &'a str, registry: Option<&'a str>, implied: usize) -> Result<Self, ReferenceFault> {
        if text.is_empty() {
            return Err(Kind::Empty.at(0));
        }
        let bytes = text.as_bytes();
        let from = registry.map_or(0, |registry| registry.len() + 1);
        let mut end = grammar::path(bytes, from)?;
        if end - from + implied > grammar::LONGEST_PATH {
            return Err(Kind::PathTooLong.at(from + grammar::LONGEST_PATH - implied));
        }
        let path = text.get(from..end).unwrap_or_default();
        let mut tag = None;
        if bytes.get(end) == Some(&b':') {
            let start = end + 1;
            end = grammar::tag(bytes, start)?;
            tag = text.get(start..end);
        }
        let mut digest = None;
        if end < bytes.len() {
            grammar::digest(text, end + 1)?;
            digest = text.get(end + 1..);
        }
        Ok(Self { registry, path, tag, digest })
    }

    /// The bytes at which the registry stands.
    pub fn registry_span(&self) -> Option<Range<usize>> {
        self.registry.map(|registry| 0..registry.len())
    }

    /// The bytes at which the path stands.
    pub fn path_span(&self) -> Range<usize> {
        let start = self.registry.map_or(0, |registry| registry.len() + 1);
        start..start + self.path.len()
    }

    /// The bytes at which the tag stands.
    pub fn tag_span(&self) -> Option<Range<usize>> {
        let start = self.path_span().end + 1;
        self.tag.map(|tag| start..start + tag.len())
    }

    /// The bytes at which the digest stands.
    pub fn digest_span(&self) -> Option<Range<usize>> {
        let start = self.tag_span().map_or(self.path_span().end, |span| span.end) + 1;
        self.digest.map(|digest| start..start + digest.len())
    }
}

/// The text that was read.
impl fmt::Display for ReferenceParts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(registry) = self.registry {
            write!(f, "{registry}/")?;
        }
        f.write_str(self.path)?;
        suffix(f, self.tag, self.digest)
    }
}

/// The tag and the digest, each with its sign.
pub(super) fn suffix(to: &mut impl fmt::Write, tag: Option<&str>, digest: Option<&str>) -> fmt::Result {
    for (sign, part) in [(':', tag), ('@', digest)] {
        if let Some(part) = part {
            to.write_char(sign)?;
            to.write_str(part)?;
        }
    }
    Ok(())
}
