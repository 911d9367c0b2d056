//! From what a scalar says back to the bytes that say it, through quotes, escapes and indentation, so that a word inside
//! a scalar can be changed and nothing around it. It changes nothing itself.

use std::ops::Range;

use super::flat::{FlatKind, FlatNode};

/// Where the bytes of a scalar's text stand in the source: pieces that are written as they are meant.
#[derive(Debug)]
pub(crate) struct Places {
    /// Where a piece begins in the text, and where in the source.
    pieces: Vec<(usize, usize)>,
}

impl Places {
    /// The places of a scalar; `None` where line breaks are folded, for then the text stands nowhere as it is meant.
    pub(crate) fn of(source: &str, node: &FlatNode<'_>) -> Option<Self> {
        let span = node.span();
        let text = &*node.text;
        match node.kind {
            FlatKind::Plain => (source.get(span.clone())? == text).then(|| Self { pieces: vec![(0, span.start)] }),
            FlatKind::Single | FlatKind::Double => {
                let inner = span.start + 1..span.end.checked_sub(1)?;
                let written = source.get(inner.clone())?;
                if written == text {
                    return Some(Self { pieces: vec![(0, inner.start)] });
                }
                let is_double = node.kind == FlatKind::Double;
                escaped(written, inner.start, text, is_double)
            }
            FlatKind::Literal => literal(source, span, text),
            FlatKind::Folded | FlatKind::Sequence | FlatKind::Mapping | FlatKind::Alias => None,
        }
    }

    /// The bytes of the source that say bytes of the text, escapes and all; `None` for bytes beyond it.
    pub(crate) fn source(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let place = |at: usize| {
            let after = self.pieces.partition_point(|(from, _)| *from <= at);
            let (from, source) = *self.pieces.get(after.checked_sub(1)?)?;
            Some(source + (at - from))
        };
        Some(place(range.start)?..place(range.end)?)
    }
}

/// A scalar in quotes on one line, of which at least one character is escaped.
fn escaped(written: &str, start: usize, text: &str, is_double: bool) -> Option<Places> {
    if written.contains(['\n', '\r']) {
        return None;
    }
    let mut read = String::with_capacity(text.len());
    let mut pieces = vec![(0, start)];
    let mut rest = written;
    while let Some(at) = rest.find(if is_double { '\\' } else { '\'' }) {
        read.push_str(rest.get(..at)?);
        let sign = rest.get(at + 1..)?;
        let (meant, length) = if is_double { escape(sign)? } else { ('\'', 1) };
        read.push(meant);
        rest = sign.get(length..)?;
        pieces.push((read.len(), start + written.len() - rest.len()));
    }
    read.push_str(rest);
    (read == text).then_some(Places { pieces })
}

/// The character that an escape means, and how long it is without its backslash.
fn escape(rest: &str) -> Option<(char, usize)> {
    let sign = rest.chars().next()?;
    let hex = |from: usize, digits: usize| u32::from_str_radix(rest.get(from..from + digits)?, 16).ok();
    let meant = match sign {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        ' ' | '"' | '/' | '\\' => sign,
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        'x' => return Some((char::from_u32(hex(1, 2)?)?, 3)),
        'U' => return Some((char::from_u32(hex(1, 8)?)?, 9)),
        'u' => {
            let unit = hex(1, 4)?;
            // JSON writes what lies beyond 16 bits as two units.
            if (0xd800..0xdc00).contains(&unit) && rest.get(5..7) == Some("\\u") {
                let low = hex(7, 4)?.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
                return Some((char::from_u32(0x1_0000 + ((unit - 0xd800) << 10) + low)?, 11));
            }
            return Some((char::from_u32(unit)?, 5));
        }
        _ => return None,
    };
    Some((meant, sign.len_utf8()))
}

/// A literal block: every line without its indentation.
fn literal(source: &str, span: Range<usize>, text: &str) -> Option<Places> {
    let begin = source.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let written = source.get(begin..span.end)?;
    let lead = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let first = |lines: &str| lines.lines().find(|line| !line.trim().is_empty()).map(lead);
    let indent = first(written)?.checked_sub(first(text)?)?;
    let mut pieces = Vec::new();
    let (mut from, mut meant) = (begin, text.split_inclusive('\n'));
    for line in written.split_inclusive('\n') {
        let Some(wanted) = meant.next() else { break };
        let cut = lead(line).min(indent);
        pieces.push((wanted.as_ptr() as usize - text.as_ptr() as usize, from + cut));
        let is_same = line.get(cut..)?.trim_end_matches(['\n', '\r']) == wanted.trim_end_matches('\n');
        if !is_same {
            return None;
        }
        from += line.len();
    }
    // Empty lines that are kept at the end may lie outside of the span.
    meant.all(|line| line == "\n").then_some(Places { pieces })
}

#[cfg(test)]
mod tests {
    use super::super::flat::Flat;
    use super::*;

    /// Where a word of the value of `a` stands in the source.
    fn place(source: &str, word: &str) -> Option<Range<usize>> {
        let flat = Flat::parse(source).unwrap();
        let node = flat.node(flat.value(0, "a").unwrap()).unwrap();
        let at = node.text.find(word).unwrap();
        Places::of(source, node)?.source(&(at..at + word.len()))
    }

    #[test]
    fn a_word_is_found_again_however_it_is_written() {
        for source in [
            "a: before word after # word",
            "a: 'it''s a word'",
            r#"a: "\u00e9\x41\U0001f600\ud83d\ude00\/\"\\\t word\n""#,
            "a: |\n  one\n\n    deeper\n  a word\n",
            "a: |-\n  é word",
            "a: |2\n    indented\n   word\n",
            "a: |+\n  word\n\n\n# end\n",
            "a: |\r\n  one\r\n  word\r\n",
            "\u{feff}a: \"ä word\"",
            "{\"a\": \"x\\nword\"}",
        ] {
            let range = place(source, "word").unwrap_or_else(|| panic!("{source:?}"));
            assert_eq!(source.get(range), Some("word"), "{source:?}");
        }
    }

    #[test]
    fn a_word_with_escapes_stands_where_they_stand() {
        for (source, written) in [
            (r#"a: "\u0020w\u006frd\u0020""#, r"w\u006frd"),
            (r#"a: "x\u0077ord""#, r"\u0077ord"),
            (r#"a: "wor\x64\n""#, r"wor\x64"),
        ] {
            assert_eq!(place(source, "word").and_then(|range| source.get(range)), Some(written), "{source}");
        }
    }

    #[test]
    fn what_is_folded_stands_nowhere() {
        for source in ["a: >\n  a\n  word\n", "a: a\n  word", "a: 'a\n  word'"] {
            assert_eq!(place(source, "word"), None, "{source:?}");
        }
    }
}
