//! One text read for its images: what is found with its places, as yet without lines and names of files. Texts within a
//! text are read the same way, and their places counted in the outer one.

use std::ops::Range;

use super::answer::{FileProblemCode, FindConfidence, ImageField, ImageRole};
use super::{lines, walk};
use crate::yaml::{Flat, Places};

/// Texts within texts deeper than this are left alone.
const DEEPEST: usize = 4;

/// Why a piece of a scalar has no place of its own.
pub(super) const FOLDED: &str = "its scalar is folded over lines; write it on one line";

/// What a text holds.
#[derive(Debug, Default)]
pub(in crate::images) struct Scan<'t> {
    /// The nodes; empty where the text is no YAML.
    pub(in crate::images) flat: Flat<'t>,
    pub(in crate::images) objects: Vec<Object>,
    pub(in crate::images) hits: Vec<Hit>,
    pub(in crate::images) problems: Vec<Problem>,
}

/// An object of a document.
#[derive(Clone, Debug, Default)]
pub(in crate::images) struct Object {
    pub(in crate::images) document: usize,
    pub(in crate::images) kind: Option<String>,
    pub(in crate::images) name: Option<String>,
    pub(in crate::images) namespace: Option<String>,
}

/// An image that was found.
#[derive(Clone, Debug)]
pub(in crate::images) struct Hit {
    /// The object, by its place in the list of them.
    pub(in crate::images) object: usize,
    pub(in crate::images) path: String,
    pub(in crate::images) written: String,
    pub(in crate::images) confidence: FindConfidence,
    pub(in crate::images) templated: bool,
    pub(in crate::images) parts: Vec<Part>,
    /// The aliases on the way, by their nodes.
    pub(in crate::images) via: Vec<usize>,
    /// What keeps it from being changed in its place.
    pub(in crate::images) fixed: Option<&'static str>,
    pub(in crate::images) note: Option<&'static str>,
    /// Whether what is written is only a part of the reference.
    pub(in crate::images) is_partial: bool,
}

/// A scalar that an image is written in, or a piece of it.
#[derive(Clone, Debug)]
pub(in crate::images) struct Part {
    pub(in crate::images) role: ImageRole,
    /// The scalar, by its node.
    pub(in crate::images) node: usize,
    /// The bytes in what the scalar says.
    pub(in crate::images) range: Range<usize>,
    /// The bytes in the text; of a scalar that is folded or escaped there the scalar as a whole.
    pub(in crate::images) span: Range<usize>,
    /// Whether the bytes of the text are the bytes that the scalar says.
    pub(in crate::images) exact: bool,
}

/// What is wrong with a text.
#[derive(Clone, Debug)]
pub(in crate::images) struct Problem {
    pub(in crate::images) at: At,
    pub(in crate::images) code: FileProblemCode,
    pub(in crate::images) says: String,
    pub(in crate::images) remedy: &'static str,
}

/// A place of a text.
#[derive(Clone, Copy, Debug)]
pub(in crate::images) enum At {
    Line(usize),
    Byte(usize),
}

/// What is known beside the text itself.
#[derive(Clone, Copy)]
pub(in crate::images) struct Setting<'s> {
    pub(in crate::images) file: &'s str,
    pub(in crate::images) fields: &'s [ImageField],
    pub(in crate::images) depth: usize,
}

/// Reads a text.
pub(in crate::images) fn scan<'t>(text: &'t str, setting: Setting<'_>) -> Scan<'t> {
    if setting.depth == 0
        && let Some(hits) = lines::list(text)
    {
        return Scan { objects: vec![Object::default()], hits, ..Scan::default() };
    }
    if u32::try_from(text.len()).is_err() {
        return broken(text, 1, "the text has more than 4 GiB".to_owned());
    }
    match Flat::parse(text) {
        Ok(flat) => walk::walk(text, flat, setting),
        Err(fault) => broken(text, fault.line, fault.says),
    }
}

/// Reads a text within a scalar, and gives what it holds with the places of the outer text.
pub(super) fn within(source: &str, flat: &Flat<'_>, at: usize, setting: Setting<'_>) -> Vec<Hit> {
    let Some(node) = flat.node(at).filter(|_| setting.depth < DEEPEST) else { return Vec::new() };
    let inner = scan(&node.text, Setting { depth: setting.depth + 1, ..setting });
    if inner.hits.is_empty() {
        return Vec::new();
    }
    let places = Places::of(source, node);
    let is_sound = inner.problems.is_empty();
    let outer = |part: Part| {
        let found = places.as_ref().and_then(|places| places.source(&part.span)).filter(|_| part.exact);
        let exact = found.is_some();
        Part { node: at, range: part.span, span: found.unwrap_or_else(|| node.span()), exact, ..part }
    };
    let hit = |hit: Hit| {
        let parts: Vec<Part> = hit.parts.into_iter().map(outer).collect();
        let fixed = if !is_sound || !hit.via.is_empty() {
            Some("the text within cannot be changed safely: it is a template, or has aliases or a key twice")
        } else if parts.iter().any(|part| !part.exact) {
            Some(FOLDED)
        } else {
            hit.fixed
        };
        Hit { parts, confidence: FindConfidence::Text, via: Vec::new(), fixed, ..hit }
    };
    inner.hits.into_iter().map(hit).collect()
}

/// A text that is no YAML: its lines are looked through, and what they name is marked as templated.
fn broken(text: &str, line: usize, says: String) -> Scan<'_> {
    let is_template = super::words::is_template(text);
    let tab = tab(text, line).filter(|_| !is_template);
    let line = tab.unwrap_or(line);
    let (code, remedy) = if is_template {
        (FileProblemCode::Templated, "render it first, as with `helm template`, and search what comes out")
    } else if tab.is_some() {
        (FileProblemCode::Tab, "indent with spaces")
    } else {
        (FileProblemCode::NotYaml, "mend the line, or leave the file out")
    };
    let says = if is_template { format!("a template that was not rendered: {says}") } else { says };
    let hits = if is_template { lines::templated(text) } else { Vec::new() };
    let problems = vec![Problem { at: At::Line(line), code, says, remedy }];
    Scan { objects: vec![Object::default()], hits, problems, ..Scan::default() }
}

/// The line with a tab among the spaces before it: the one named, or a neighbour, for the parser names either.
fn tab(text: &str, line: usize) -> Option<usize> {
    let from = line.saturating_sub(2);
    let mut lines = text.lines().enumerate().skip(from).take(3);
    let has = |line: &str| line.chars().take_while(|c| c.is_whitespace()).any(|c| c == '\t');
    lines.find(|(_, line)| has(line)).map(|(at, _)| at + 1)
}
