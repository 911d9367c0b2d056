//! Changes of a text of YAML in one place, so that all else in it stays as it is written.

use std::ops::Range;

use crate::yaml::{Kind, Node, quoted};

/// A change of a text: what stands in a place gives way.
pub(super) struct Edit {
    pub(super) place: Range<usize>,
    pub(super) with: String,
}

pub(super) fn edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|edit| edit.place.start);
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        result.push_str(text.get(done..edit.place.start).unwrap_or_default());
        result.push_str(&edit.with);
        done = edit.place.end.max(done);
    }
    result.push_str(text.get(done..).unwrap_or_default());
    result
}

pub(super) fn concat(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().concat()
}

/// The end of what is written of a node: the span of a block reaches to the next thing that follows.
pub(super) fn last_byte(node: &Node) -> usize {
    match &node.kind {
        Kind::Sequence { items, flow: false } => items.last().map_or(node.span.end, last_byte),
        Kind::Mapping { entries, flow: false } => {
            entries.last().map_or(node.span.end, |(key, value)| last_byte(value).max(key.span.end))
        }
        _ => node.span.end,
    }
}

/// The end of a value. That of one that is not written is the colon after its key: its span may lie behind comments.
pub(super) fn end_of(text: &str, key: &Node, value: &Node) -> usize {
    let start = key.span.end;
    match text.get(start..).and_then(|rest| rest.find(':')) {
        Some(colon) if value.span.is_empty() && value.is_null() => start + colon + 1,
        _ => value.span.end.max(start),
    }
}

/// Lines after the one on which a byte stands.
pub(super) fn after_line(text: &str, byte: usize, lines: String) -> Edit {
    let before = text.get(..byte).unwrap_or_default();
    if before.is_empty() || before.ends_with('\n') {
        return Edit { place: byte..byte, with: lines };
    }
    match text.get(byte..).and_then(|rest| rest.find('\n')) {
        Some(end) => Edit { place: byte + end + 1..byte + end + 1, with: lines },
        None => Edit { place: text.len()..text.len(), with: format!("\n{lines}") },
    }
}

/// A text of the ConfigMap as a literal block, in which it can be read; in quotes where a block cannot hold it.
pub(super) fn block(pad: &str, key: &str, text: &str) -> String {
    format!("{pad}{key}{}\n", literal(pad, text))
}

pub(super) fn literal(pad: &str, text: &str) -> String {
    let fits = text.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{feff}' && c != '\u{85}'));
    let body = text.trim_end_matches('\n');
    if !fits || body.is_empty() || body.starts_with([' ', '\n', '\t']) {
        return format!(": {}", quoted(text));
    }
    let chomp = match text.len() - body.len() {
        0 => "-",
        1 => "",
        _ => "+",
    };
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{pad}  {line}") };
    let lines: Vec<String> = body.split('\n').map(line).collect();
    format!(": |{chomp}\n{}{}", lines.join("\n"), "\n".repeat((text.len() - body.len()).saturating_sub(1)))
}
