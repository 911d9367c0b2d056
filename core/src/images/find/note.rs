//! What the way through a document notes: images with their places, and what is wrong. It decides nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::answer::{FileProblemCode, FindConfidence, ImageRole};
use super::path;
use super::scan::{At, FOLDED, Hit, Part, Problem};
use super::walk::Walk;
use super::words::is_template;
use crate::yaml::Places;

impl Walk<'_> {
    /// A key that stands twice: which of its values counts depends on the reader.
    pub(super) fn duplicates(&mut self, at: usize) {
        let flat = self.flat;
        let mut keys: [&str; 16] = [""; 16];
        let mut many: Option<BTreeSet<&str>> = None;
        let mut twice = None;
        for (count, (key, _)) in flat.entries(at).enumerate() {
            let Some(name) = flat.scalar(key).filter(|name| *name != "<<") else { continue };
            let is_new = match (&mut many, keys.get_mut(count)) {
                (Some(many), _) => many.insert(name),
                (None, Some(slot)) => {
                    *slot = name;
                    !keys.iter().take(count).any(|known| *known == name)
                }
                (None, None) => {
                    let mut all: BTreeSet<&str> = keys.iter().copied().collect();
                    let is_new = all.insert(name);
                    many = Some(all);
                    is_new
                }
            };
            if !is_new {
                twice = twice.or(Some((key, name)));
            }
        }
        if let Some((key, name)) = twice {
            let says = format!("`{name}` stands twice in one mapping");
            self.problem(key, FileProblemCode::DuplicateKey, says, "keep the one that is meant");
        }
    }

    pub(super) fn problem(&mut self, node: usize, code: FileProblemCode, says: String, remedy: &'static str) {
        let at = At::Byte(self.flat.node(node).map_or(0, |node| node.span().start));
        self.problems.push(Problem { at, code, says, remedy });
    }

    /// A whole scalar that is a reference.
    pub(super) fn reference(&mut self, node: usize, confidence: FindConfidence) {
        let length = self.flat.scalar(node).map_or(0, str::len);
        self.piece(node, 0..length, confidence);
    }

    pub(super) fn piece(&mut self, node: usize, range: Range<usize>, confidence: FindConfidence) {
        let written = self.flat.scalar(node).and_then(|text| text.get(range.clone())).unwrap_or_default().to_owned();
        let part = self.part(ImageRole::Reference, node, range);
        self.hit(written, confidence, vec![part], None);
    }

    /// A piece of a scalar with its place.
    pub(super) fn part(&self, role: ImageRole, node: usize, range: Range<usize>) -> Part {
        let scalar = self.flat.node(node);
        let found = scalar.and_then(|scalar| Places::of(self.text, scalar)?.source(&range));
        let exact = found.is_some();
        let span = found.or_else(|| Some(scalar?.span())).unwrap_or_default();
        Part { role, node, range, span, exact }
    }

    /// Notes an image.
    pub(super) fn hit(
        &mut self,
        written: String,
        confidence: FindConfidence,
        parts: Vec<Part>,
        note: Option<&'static str>,
    ) {
        self.found.extend(parts.iter().map(|part| part.node));
        let templated = is_template(&written);
        let fixed = if templated {
            Some("it is a template that was not rendered")
        } else if parts.is_empty() || parts.iter().any(|part| !part.exact) {
            Some(FOLDED)
        } else {
            None
        };
        let path = path::of(self.flat, self.steps.get(self.base..).unwrap_or_default());
        let object = self.objects.len().saturating_sub(1);
        self.hits.push(Hit {
            object,
            path,
            written,
            confidence,
            templated,
            parts,
            via: self.via.clone(),
            fixed,
            note,
            is_partial: false,
        });
    }

    /// The last image that was noted.
    pub(super) fn last(&mut self) -> Option<&mut Hit> {
        self.hits.last_mut()
    }
}
