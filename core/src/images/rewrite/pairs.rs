//! Which image goes in the place of which. It knows no text.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, ErrorCode};
use crate::images::reference::Reference;
use crate::text::shown;

/// The pairs, ready to be asked.
pub(super) struct Pairs<'r> {
    written: &'r BTreeMap<String, String>,
    /// By what is pulled.
    pulled: BTreeMap<String, &'r str>,
    /// By the name alone, where neither side has a tag or a digest.
    named: BTreeMap<String, &'r str>,
    /// What is wanted already: references as they are written, and names.
    wanted: BTreeSet<String>,
}

impl<'r> Pairs<'r> {
    /// Reads the pairs.
    pub(super) fn of(images: &'r BTreeMap<String, String>) -> Result<Self, Error> {
        let mut pairs =
            Self { written: images, pulled: BTreeMap::new(), named: BTreeMap::new(), wanted: BTreeSet::new() };
        for (from, to) in images {
            let (source, target) = (read(from, from)?, read(from, to)?);
            let is_name = is_name(&source) && is_name(&target);
            pairs.wanted.insert(if is_name { target.name() } else { to.clone() });
            let (by, key) =
                if is_name { (&mut pairs.named, source.name()) } else { (&mut pairs.pulled, source.canonical()) };
            if let Some(other) = by.insert(key, to).filter(|other| other != to) {
                let says = format!(
                    "`{}` pulls the same as another key, which goes to `{}`; leave one of them out",
                    shown(from),
                    shown(other)
                );
                return Err(Error::new(ErrorCode::ErrInvalidInput, path(from), says));
            }
        }
        Ok(pairs)
    }

    /// What goes in the place of a reference; nothing where nothing was said of it.
    pub(super) fn target(&self, written: &str) -> Option<String> {
        if let Some(to) = self.written.get(written) {
            return Some(to.clone());
        }
        let reference = Reference::parse(written).ok()?;
        if let Some(to) = self.named.get(&reference.name()) {
            let suffix = written.get(reference.parts().path_span().end..).unwrap_or_default();
            return Some([*to, suffix].concat());
        }
        self.pulled.get(&reference.canonical()).map(|to| (*to).to_owned())
    }

    /// Whether a reference is one that was wanted.
    pub(super) fn is_wanted(&self, written: &str) -> bool {
        self.wanted.contains(written)
            || Reference::parse(written).is_ok_and(|reference| self.wanted.contains(&reference.name()))
    }
}

fn is_name(reference: &Reference<'_>) -> bool {
    reference.tag().is_none() && reference.digest().is_none()
}

fn read<'r>(key: &str, text: &'r str) -> Result<Reference<'r>, Error> {
    Reference::parse(text).map_err(|fault| {
        let says = format!("`{}` is no image reference: {fault}", shown(text));
        Error::new(ErrorCode::ErrInvalidReference, path(key), says)
    })
}

fn path(key: &str) -> String {
    format!("images[{key}]")
}
