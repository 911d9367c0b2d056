//! Texts that are no YAML, line by line: lists of references, and templates that were not rendered.

use std::ops::Range;

use super::answer::{FindConfidence, ImageRole};
use super::scan::{Hit, Part};
use super::words;
use crate::images::reference::Reference;

/// The images of a plain list: every line is a reference or a comment, and one at least says more than a word.
pub(super) fn list(text: &str) -> Option<Vec<Hit>> {
    let mut hits = Vec::new();
    let mut is_told = false;
    for (line, start) in lines(text) {
        let word = line.split(" #").next().unwrap_or_default().trim();
        if word.is_empty() || word.starts_with('#') {
            continue;
        }
        let reference = Reference::parse(word).ok()?;
        is_told |= words::is_told(&reference);
        let from = start + line.find(word)?;
        hits.push(hit(format!("[{}]", hits.len()), word, FindConfidence::Structural, from..from + word.len()));
    }
    is_told.then_some(hits)
}

/// The images of a template: the lines that give an image, whatever becomes of them.
pub(super) fn templated(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (line, start) in lines(text) {
        let entry = line.trim_start().trim_start_matches("- ").trim_start();
        let Some((key, value)) = entry.split_once(':') else { continue };
        if !words::is_image_key(key.trim_matches(['"', '\''])) {
            continue;
        }
        let is_quoted = |c: char| c == '"' || c == '\'';
        let value = value.split(" #").next().unwrap_or_default().trim().trim_matches(is_quoted);
        let is_image = words::is_template(value) || Reference::parse(value).is_ok();
        let Some(from) = line.rfind(value).filter(|_| !value.is_empty() && is_image) else { continue };
        let span = start + from..start + from + value.len();
        let found = hit(key.trim().to_owned(), value, FindConfidence::KeyRule, span);
        hits.push(Hit { templated: true, fixed: Some("it stands in a template that was not rendered"), ..found });
    }
    hits
}

fn hit(path: String, written: &str, confidence: FindConfidence, span: Range<usize>) -> Hit {
    let part = Part { role: ImageRole::Reference, node: usize::MAX, range: 0..0, span, exact: true };
    Hit {
        object: 0,
        path,
        written: written.to_owned(),
        confidence,
        templated: false,
        parts: vec![part],
        via: Vec::new(),
        fixed: None,
        note: None,
        is_partial: false,
    }
}

/// Each line with the byte at which it begins.
fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut next = 0;
    text.split_inclusive('\n').map(move |line| {
        let start = next;
        next += line.len();
        (line.trim_start_matches('\u{feff}'), start + line.len() - line.trim_start_matches('\u{feff}').len())
    })
}
