//! YAML as one list of nodes that borrow from the text: for texts of many documents, where a tree would cost more than
//! the reading. Each node knows its bytes. It resolves no alias.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use granit_parser::{Event, Parser, ScalarStyle};

use super::Fault;

/// A node more than this deep is refused. Schemas of custom resources come to about 60.
const DEEPEST: usize = 200;

/// The documents of a text, node after node; what lies in a sequence or a mapping follows it at once.
#[derive(Debug, Default)]
pub(crate) struct Flat<'t> {
    nodes: Vec<FlatNode<'t>>,
    documents: Vec<usize>,
}

/// A node, and where it stands.
#[derive(Debug)]
pub(crate) struct FlatNode<'t> {
    pub(crate) kind: FlatKind,
    /// What a scalar says, with its escapes resolved; empty for all others.
    pub(crate) text: Cow<'t, str>,
    start: u32,
    end: u32,
    /// Where the next node lies that is not in this one.
    next: u32,
    /// The anchor that it has, or of an alias, to which it points; 0 for none.
    pub(crate) anchor: u32,
}

/// What a node is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum FlatKind {
    Plain,
    Single,
    Double,
    Literal,
    Folded,
    Sequence,
    Mapping,
    Alias,
}

impl FlatKind {
    /// Whether it is a scalar, however it is written.
    pub(crate) const fn is_scalar(self) -> bool {
        matches!(self, Self::Plain | Self::Single | Self::Double | Self::Literal | Self::Folded)
    }

    const fn of(style: ScalarStyle) -> Self {
        match style {
            ScalarStyle::Plain => Self::Plain,
            ScalarStyle::SingleQuoted => Self::Single,
            ScalarStyle::DoubleQuoted => Self::Double,
            ScalarStyle::Literal => Self::Literal,
            ScalarStyle::Folded => Self::Folded,
        }
    }
}

/// What an event means for the list.
enum Seen<'t> {
    Node(FlatKind, Cow<'t, str>, usize),
    End,
    Document,
    Nothing,
}

impl<'t> Seen<'t> {
    fn of(event: Event<'t>) -> Self {
        let bare = |kind, anchor| Self::Node(kind, Cow::Borrowed(""), anchor);
        match event {
            Event::Scalar(text, style, anchor, _) => Self::Node(FlatKind::of(style), text, anchor),
            Event::Alias(anchor) => bare(FlatKind::Alias, anchor),
            Event::SequenceStart(_, anchor, _) => bare(FlatKind::Sequence, anchor),
            Event::MappingStart(_, anchor, _) => bare(FlatKind::Mapping, anchor),
            Event::SequenceEnd | Event::MappingEnd => Self::End,
            Event::DocumentStart(..) => Self::Document,
            _ => Self::Nothing,
        }
    }
}

impl FlatNode<'_> {
    /// The bytes in the text. Of a sequence and a mapping only the beginning is meant.
    pub(crate) fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl<'t> Flat<'t> {
    /// Reads a text of at most 4 GiB.
    pub(crate) fn parse(text: &'t str) -> Result<Self, Fault> {
        let mut flat = Self { nodes: Vec::with_capacity(text.len() / 16), documents: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        for event in Parser::new_from_str(text) {
            let (event, span) =
                event.map_err(|error| Fault { line: error.marker().line(), says: error.info().clone() })?;
            let (kind, text, anchor) = match Seen::of(event) {
                Seen::Node(kind, text, anchor) => (kind, text, anchor),
                Seen::End => {
                    let next = small(flat.nodes.len());
                    if let Some(begun) = open.pop().and_then(|at| flat.nodes.get_mut(at)) {
                        begun.next = next;
                    }
                    continue;
                }
                Seen::Document => {
                    flat.documents.push(flat.nodes.len());
                    continue;
                }
                Seen::Nothing => continue,
            };
            let at = flat.nodes.len();
            let bytes = span.byte_range().unwrap_or_default();
            let next = small(at + 1);
            let (start, end, anchor) = (small(bytes.start), small(bytes.end), small(anchor));
            flat.nodes.push(FlatNode { kind, text, start, end, next, anchor });
            if matches!(kind, FlatKind::Sequence | FlatKind::Mapping) {
                open.push(at);
                if open.len() > DEEPEST {
                    let says = "lists and mappings lie too deep in each other".to_owned();
                    return Err(Fault { line: span.start.line(), says });
                }
            }
        }
        Ok(flat)
    }

    /// Whether a text has the same nodes, but for scalars that say something else, each by its place; those may be in
    /// quotes where they were plain.
    pub(crate) fn is_same_but(&self, text: &str, says: &BTreeMap<usize, String>) -> bool {
        let mut at = 0;
        let mut documents = self.documents.iter();
        let mut open = Vec::new();
        let mut other = says.iter().peekable();
        for event in Parser::new_from_str(text) {
            let Ok((event, _)) = event else { return false };
            let (kind, text, anchor) = match Seen::of(event) {
                Seen::Node(kind, text, anchor) => (kind, text, anchor),
                Seen::End => {
                    if open.pop().is_none_or(|begun| self.next(begun) != at) {
                        return false;
                    }
                    continue;
                }
                Seen::Document => {
                    if documents.next() != Some(&at) {
                        return false;
                    }
                    continue;
                }
                Seen::Nothing => continue,
            };
            let Some(node) = self.nodes.get(at) else { return false };
            let wanted = other.next_if(|(place, _)| **place == at);
            let is_same = match wanted {
                Some((_, says)) => text == says.as_str() && (kind == node.kind || kind == FlatKind::Double),
                None => text == node.text && kind == node.kind,
            };
            if !is_same || anchor != node.anchor as usize {
                return false;
            }
            if matches!(kind, FlatKind::Sequence | FlatKind::Mapping) {
                open.push(at);
            }
            at += 1;
        }
        at == self.nodes.len() && documents.next().is_none() && other.next().is_none()
    }

    /// The first node of each document. A document without any is one with nothing in it.
    pub(crate) fn documents(&self) -> impl Iterator<Item = Option<usize>> + '_ {
        self.documents.iter().enumerate().map(|(at, start)| {
            let end = self.documents.get(at + 1).copied().unwrap_or(self.nodes.len());
            (*start < end).then_some(*start)
        })
    }

    /// A node by its place in the list.
    pub(crate) fn node(&self, at: usize) -> Option<&FlatNode<'t>> {
        self.nodes.get(at)
    }

    /// All nodes.
    pub(crate) fn nodes(&self) -> &[FlatNode<'t>] {
        &self.nodes
    }

    /// What a node is; past the end it is nothing that anybody looks for.
    pub(crate) fn kind(&self, at: usize) -> FlatKind {
        self.nodes.get(at).map_or(FlatKind::Alias, |node| node.kind)
    }

    /// What a scalar says.
    pub(crate) fn scalar(&self, at: usize) -> Option<&str> {
        self.nodes.get(at).filter(|node| node.kind.is_scalar()).map(|node| &*node.text)
    }

    /// The next node that is not in this one.
    pub(crate) fn next(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(at + 1, |node| node.next as usize)
    }

    /// The items of a sequence.
    pub(crate) fn items(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let end = if self.kind(at) == FlatKind::Sequence { self.next(at) } else { at };
        self.within(at + 1, end)
    }

    /// The keys and values of a mapping.
    pub(crate) fn entries(&self, at: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
        let end = if self.kind(at) == FlatKind::Mapping { self.next(at) } else { at };
        let mut key = at + 1;
        std::iter::from_fn(move || {
            if key >= end {
                return None;
            }
            let value = self.next(key);
            let entry = (key, value);
            key = self.next(value);
            Some(entry)
        })
    }

    /// The value of a mapping under a key; of two the last.
    pub(crate) fn value(&self, at: usize, name: &str) -> Option<usize> {
        let mut found = None;
        for (key, value) in self.entries(at) {
            if self.scalar(key) == Some(name) {
                found = Some(value);
            }
        }
        found
    }

    fn within(&self, from: usize, end: usize) -> impl Iterator<Item = usize> + '_ {
        let mut at = from;
        std::iter::from_fn(move || {
            let item = (at < end).then_some(at)?;
            at = self.next(item);
            Some(item)
        })
    }
}

/// Places of texts up to 4 GiB; larger ones are turned away before they are read.
fn small(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}
