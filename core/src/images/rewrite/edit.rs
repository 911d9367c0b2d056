//! The edits that put one image in the place of another: which piece of a text becomes what, and what its scalar says
//! then. Nothing is applied here.

use std::ops::Range;

use crate::images::find::{Hit, ImageRole, Part};
use crate::images::reference::Reference;
use crate::yaml::{Flat, FlatKind, Plain, plain, quoted};

/// A piece of a text that becomes another.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Edit {
    /// The scalar.
    pub(super) node: usize,
    /// The bytes in what it says.
    pub(super) range: Range<usize>,
    /// What it says there then.
    pub(super) says: String,
    /// The bytes of the text.
    pub(super) span: Range<usize>,
    /// What stands there then.
    pub(super) text: String,
}

/// The edits that make an image another, or why there are none.
pub(super) fn edits(flat: &Flat<'_>, hit: &Hit, target: &str) -> Result<Vec<Edit>, &'static str> {
    if let Some(why) = hit.fixed {
        return Err(why);
    }
    if let [Part { role: ImageRole::Reference, .. }] = hit.parts.as_slice() {
        return Ok(hit.parts.iter().map(|part| edit(flat, part, target.to_owned())).collect());
    }
    let reference = Reference::parse(target).map_err(|_| "its new reference is none")?;
    let has = |role| hit.parts.iter().any(|part| part.role == role);
    if reference.tag().is_some() && !has(ImageRole::Tag) {
        return Err("the new reference has a tag, and no field here gives one");
    }
    if reference.digest().is_some() && !has(ImageRole::Digest) && !has(ImageRole::Sha) {
        return Err("the new reference has a digest, and no field here gives one");
    }
    let name = target.get(..reference.parts().path_span().end).unwrap_or_default();
    let mut edits = Vec::new();
    for part in &hit.parts {
        let says = match part.role {
            ImageRole::Registry => Some(reference.registry().to_owned()),
            ImageRole::Repository if has(ImageRole::Registry) => Some(reference.repository()),
            ImageRole::Repository => Some(name.to_owned()),
            ImageRole::Tag => reference.tag().map(str::to_owned),
            ImageRole::Digest => reference.digest().map(str::to_owned),
            ImageRole::Sha => reference.digest().and_then(|digest| digest.strip_prefix("sha256:")).map(str::to_owned),
            ImageRole::Reference | ImageRole::Matched => None,
        };
        let says = says.ok_or("a field gives a tag or a digest that the new reference has not; take the field out")?;
        if flat.scalar(part.node) != Some(&says) {
            edits.push(edit(flat, part, says));
        }
    }
    Ok(edits)
}

/// A part with new words. What would be a number or a list without quotes gets some.
fn edit(flat: &Flat<'_>, part: &Part, says: String) -> Edit {
    let scalar = flat.node(part.node).filter(|node| node.kind == FlatKind::Plain);
    let is_whole = scalar.is_some_and(|node| node.text.len() == part.range.len());
    let text =
        if is_whole && (says.starts_with('[') || plain(&says) != Plain::Text) { quoted(&says) } else { says.clone() };
    Edit { node: part.node, range: part.range.clone(), says, span: part.span.clone(), text }
}

/// Puts pieces into a text; `None` where two of them overlap. They are in order.
pub(super) fn spliced<'e>(text: &str, pieces: impl IntoIterator<Item = (&'e Range<usize>, &'e str)>) -> Option<String> {
    let mut new = String::with_capacity(text.len() + text.len() / 8);
    let mut from = 0;
    for (range, piece) in pieces {
        new.push_str(text.get(from..range.start)?);
        new.push_str(piece);
        from = range.end;
    }
    new.push_str(text.get(from..)?);
    Some(new)
}
