//! An image reference as runtimes read it: borrowed from the text, with what they fill in kept apart from what is
//! written. It resolves no tag.

mod fault;
mod grammar;
mod lint;
mod parts;

use std::fmt;

pub use self::fault::{ReferenceFault, ReferenceFaultKind};
pub use self::lint::{ReferenceLint, ReferenceLintCode};
pub use self::parts::ReferenceParts;
use self::parts::suffix;

/// The registry where none is written.
pub(crate) const DOCKER_HUB: &str = "docker.io";

/// Another name of it, which normalising replaces.
const DOCKER_INDEX: &str = "index.docker.io";

/// The host that serves it. Normalising keeps it, as distribution/reference does; it is the same registry all the same.
const DOCKER_HUB_HOST: &str = "registry-1.docker.io";

/// What comes before a path of one segment there.
const LIBRARY: &str = "library/";

/// The tag where neither tag nor digest is written.
const LATEST: &str = "latest";

/// An image reference: what stands in `image:`, read as Docker, containerd and kubelet read it.
///
/// The rules are those of distribution/reference (commit 0965666). One text is refused here that passes there: a first
/// segment with `.`, `:` or a capital letter that is no host, such as `foo_bar.com/app`, which no runtime can pull.
///
/// ```
/// use private_eks::Reference;
///
/// let nginx = Reference::parse("nginx")?;
/// assert_eq!(nginx.canonical(), "docker.io/library/nginx:latest");
/// let own = Reference::parse("111122223333.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1.4.2")?;
/// assert_eq!((own.registry(), own.tag()), ("111122223333.dkr.ecr.eu-west-1.amazonaws.com", Some("1.4.2")));
/// assert_eq!(own.to_string(), own.written());
/// # Ok::<(), private_eks::ReferenceFault>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Reference<'a> {
    written: &'a str,
    parts: ReferenceParts<'a>,
}

impl<'a> Reference<'a> {
    /// Reads a text. The first of several segments is the registry when it is `localhost` or has a `.`, a `:` or a
    /// capital letter; otherwise the registry is `docker.io`.
    ///
    /// # Errors
    /// The text is no reference; the fault names the first byte that is wrong.
    pub fn parse(text: &'a str) -> Result<Self, ReferenceFault> {
        if grammar::is_id(text) {
            return Err(ReferenceFaultKind::Id.at(0));
        }
        let first = text.bytes().position(|byte| byte == b'/').and_then(|at| text.get(..at));
        let registry = first.filter(|first| is_registry(first));
        if let Some(Err(at)) = registry.map(grammar::domain) {
            let kind = if text.contains("://") { ReferenceFaultKind::Scheme } else { ReferenceFaultKind::Registry };
            return Err(kind.at(at));
        }
        let is_hub = registry.is_none_or(|registry| registry == DOCKER_HUB || registry == DOCKER_INDEX);
        let rest = registry.and_then(|registry| text.get(registry.len() + 1..)).unwrap_or(text);
        let implied = if is_hub && !rest.bytes().any(|byte| byte == b'/') { LIBRARY.len() } else { 0 };
        Ok(Self { written: text, parts: ReferenceParts::after(text, registry, implied)? })
    }

    /// The text that was read.
    pub const fn written(&self) -> &'a str {
        self.written
    }

    /// The parts as they are written, and where.
    pub const fn parts(&self) -> &ReferenceParts<'a> {
        &self.parts
    }

    /// The registry that a runtime asks: `docker.io` where none is written.
    pub fn registry(&self) -> &'a str {
        self.parts.registry.filter(|registry| *registry != DOCKER_INDEX).unwrap_or(DOCKER_HUB)
    }

    /// The path in the registry, with `library/` where a runtime puts it.
    pub fn repository(&self) -> String {
        [self.implied_prefix(), self.parts.path].concat()
    }

    /// The tag that is written.
    pub const fn tag(&self) -> Option<&'a str> {
        self.parts.tag
    }

    /// The digest that is written, with its algorithm.
    pub const fn digest(&self) -> Option<&'a str> {
        self.parts.digest
    }

    /// Registry and path: the name without tag and digest, such as `docker.io/library/nginx`.
    pub fn name(&self) -> String {
        [self.registry(), "/", self.implied_prefix(), self.parts.path].concat()
    }

    /// The reference with its registry and `library/`, and with the tag and the digest that are written.
    pub fn normalized(&self) -> String {
        with_suffix(self.name(), self.tag(), self.digest())
    }

    /// What a runtime pulls: normalised, and either by the digest, even where a tag is written too, or by the tag, which
    /// is `latest` where none is written.
    pub fn canonical(&self) -> String {
        let tag = if self.digest().is_some() { None } else { Some(self.tag().unwrap_or(LATEST)) };
        with_suffix(self.name(), tag, self.digest())
    }

    /// The shortest form that means the same: without `docker.io`, and without `library/` before a single segment.
    pub fn familiar(&self) -> String {
        with_suffix(self.familiar_name(), self.tag(), self.digest())
    }

    /// The same without tag and digest.
    pub(super) fn familiar_name(&self) -> String {
        if self.registry() != DOCKER_HUB {
            return self.name();
        }
        let path = self.repository();
        match path.strip_prefix(LIBRARY) {
            // A name that would be read as an id, or whose first segment as a registry, is left whole.
            Some(short) if !short.contains('/') && !grammar::is_id(short) => short.to_owned(),
            _ if path.split_once('/').is_some_and(|(first, _)| is_registry(first)) => self.name(),
            _ => path,
        }
    }

    /// The name by which one repository is known, however it is written.
    pub(super) fn folded_name(&self) -> String {
        format!("{}/{}", self.served_by().to_ascii_lowercase(), self.repository())
    }

    /// The same image by another tag; the digest stays where one is written.
    ///
    /// # Errors
    /// It is no tag; the place is counted in what was given.
    pub fn with_tag(&self, tag: &str) -> Result<String, ReferenceFault> {
        let end = grammar::tag(tag.as_bytes(), 0)?;
        if end < tag.len() {
            return Err(ReferenceFaultKind::Tag.at(end));
        }
        Ok(with_suffix(self.written_name(), Some(tag), self.digest()))
    }

    /// The same image by a digest; the tag stays where one is written.
    ///
    /// # Errors
    /// It is no digest; the place is counted in what was given.
    pub fn with_digest(&self, digest: &str) -> Result<String, ReferenceFault> {
        grammar::digest(digest, 0)?;
        Ok(with_suffix(self.written_name(), self.tag(), Some(digest)))
    }

    /// Whether both name one repository, however they write it: the names of Docker Hub count as one, and letters of
    /// hosts are alike.
    pub fn same_repository(&self, other: &Reference<'_>) -> bool {
        self.folded_name() == other.folded_name()
    }

    /// Whether both surely name one image: one repository, and one digest, or where neither has a digest one tag. A tag
    /// and a digest may name one image; that cannot be known here.
    pub fn same_image(&self, other: &Reference<'_>) -> bool {
        let by_tag = || self.tag().unwrap_or(LATEST) == other.tag().unwrap_or(LATEST);
        self.same_repository(other) && self.digest() == other.digest() && (self.digest().is_some() || by_tag())
    }

    /// What a reader should mind about the reference itself, wherever it is pulled from.
    pub fn lints(&self) -> Vec<ReferenceLint> {
        lint::lints(self)
    }

    /// The registry by the host that answers.
    fn served_by(&self) -> &'a str {
        if self.registry() == DOCKER_HUB_HOST { DOCKER_HUB } else { self.registry() }
    }

    /// What a runtime puts before the path that is written.
    fn implied_prefix(&self) -> &'static str {
        if self.registry() == DOCKER_HUB && !self.parts.path.contains('/') { LIBRARY } else { "" }
    }

    fn written_name(&self) -> String {
        self.written.get(..self.parts.path_span().end).unwrap_or_default().to_owned()
    }
}

/// The written form.
impl fmt::Display for Reference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written)
    }
}

/// What a text names where ids and digests count as well, as after `docker inspect`.
///
/// ```
/// use private_eks::AnyReference;
///
/// let id = "dbcc1c35ac38df41fd2f5e4130b32ffdb93ebae8b3dbe638c23575912276fc9c";
/// assert_eq!(AnyReference::parse(id)?.to_string(), format!("sha256:{id}"));
/// assert_eq!(AnyReference::parse("dbcc1")?.to_string(), "docker.io/library/dbcc1");
/// # Ok::<(), private_eks::ReferenceFault>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum AnyReference<'a> {
    /// The id of an image: 64 hex digits.
    Id(&'a str),
    /// A digest alone.
    Digest(&'a str),
    /// A name.
    Named(Reference<'a>),
}

impl<'a> AnyReference<'a> {
    /// Reads a text.
    ///
    /// # Errors
    /// It is no id, no digest and no reference.
    pub fn parse(text: &'a str) -> Result<Self, ReferenceFault> {
        if grammar::is_id(text) {
            return Ok(Self::Id(text));
        }
        if grammar::digest(text, 0).is_ok() {
            return Ok(Self::Digest(text));
        }
        Reference::parse(text).map(Self::Named)
    }
}

/// The digest, or the normalised name.
impl fmt::Display for AnyReference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "sha256:{id}"),
            Self::Digest(digest) => f.write_str(digest),
            Self::Named(reference) => f.write_str(&reference.normalized()),
        }
    }
}

/// A name with tag and digest behind it.
fn with_suffix(mut name: String, tag: Option<&str>, digest: Option<&str>) -> String {
    // Writing to a string cannot fail.
    let _ = suffix(&mut name, tag, digest);
    name
}

/// Whether the first of several segments is meant as a registry.
fn is_registry(first: &str) -> bool {
    first == "localhost" || first.bytes().any(|byte| byte == b'.' || byte == b':' || byte.is_ascii_uppercase())
}

/// Whether a text is a host with an optional port, as a registry is named.
pub(super) fn is_host(text: &str) -> bool {
    grammar::domain(text).is_ok()
}

/// Whether a text is a path of its own, whatever its length.
pub(super) fn is_path(text: &str) -> bool {
    grammar::path(text.as_bytes(), 0) == Ok(text.len())
}
