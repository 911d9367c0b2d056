//! Words for people: text that came from outside, made safe to print. No decisions.

use std::fmt::{self, Write as _};

/// A value of a document inside a sentence: on one line, without what could move a terminal's cursor or turn the
/// reading direction. Control and invisible formatting characters are written as escapes, such as `\u{1b}`.
pub(crate) fn shown(value: &str) -> String {
    let mut safe = String::with_capacity(value.len());
    push_shown(&mut safe, value);
    safe
}

/// The same at the end of a text.
pub(crate) fn push_shown(text: &mut String, value: &str) {
    // Nearly every text is plain ASCII. Every byte is looked at, for then many are looked at at once.
    if value.bytes().fold(true, |plain, byte| plain & (b' '..=b'~').contains(&byte)) {
        text.push_str(value);
        return;
    }
    for c in value.chars() {
        if is_obeyed(c) { text.extend(c.escape_unicode()) } else { text.push(c) }
    }
}

/// A text for a terminal or a file, written line by line: whatever a line is made of stays on that line.
#[derive(Default)]
pub(crate) struct Page(String);

impl Page {
    /// An empty page with room for so many bytes.
    pub(crate) fn with_room(bytes: usize) -> Self {
        Self(String::with_capacity(bytes))
    }

    /// Writes a whole line.
    pub(crate) fn line(&mut self, line: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.write_fmt(line);
        self.end();
    }

    /// Writes a part of a line.
    pub(crate) fn push(&mut self, part: &str) {
        push_shown(&mut self.0, part);
    }

    /// Writes words of our own: what this library is written in needs no look, for it is printable.
    pub(crate) fn own(&mut self, words: &'static str) {
        self.0.push_str(words);
    }

    /// Writes a list within a line: `before` it and `between` its items; nothing where it is empty.
    pub(crate) fn list<'a>(&mut self, before: &str, between: &str, items: impl IntoIterator<Item = &'a str>) {
        let mut lead = before;
        for item in items {
            self.push(lead);
            self.push(item);
            lead = between;
        }
    }

    /// Ends the line.
    pub(crate) fn end(&mut self) {
        self.0.push('\n');
    }

    /// The text.
    pub(crate) fn text(self) -> String {
        self.0
    }
}

impl fmt::Write for Page {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        self.push(part);
        Ok(())
    }
}

/// The same for a whole text, whose line ends are ours.
pub(crate) fn plain(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<_>>().join("\n")
}

/// A pattern with its names in braces written out; braces around anything that `value` does not know stay as they are.
pub(crate) fn filled<'v>(pattern: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut text = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let named = after.split_once('}').and_then(|(name, after)| Some((value(name)?, after)));
        let (words, after) = named.unwrap_or(("{", after));
        text.push_str(words);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// Control characters, and Unicode's line separators, directional marks, zero-width characters and tags.
fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A name that stands between backticks, so that it can neither leave them nor be obeyed.
fn within(name: &str) -> String {
    shown(name).replace('`', r"\u{60}")
}

/// Names in backticks.
pub(crate) fn quoted<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{}`", within(name.as_ref()))).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// Whether a text is a placeholder of AWS CDK or CloudFormation that is only known at deployment.
pub(crate) fn is_token(text: &str) -> bool {
    text.contains("${Token[") || text.contains("#{Token[") || text.contains("<unresolved-") || text.contains("${AWS::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_a_cursor_is_left() {
        assert_eq!(shown("a\u{1b}[2Jb\r\n\u{9b}"), r"a\u{1b}[2Jb\u{d}\u{a}\u{9b}");
        assert_eq!(shown("safe\u{202e}txt"), r"safe\u{202e}txt");
        assert_eq!(shown("東京 – ok"), "東京 – ok");
        assert_eq!(plain("a\nb\r"), "a\nb\\u{d}");
        assert_eq!(quoted(["a`](x)<b>"]), r"`a\u{60}](x)<b>`");
    }

    #[test]
    fn what_is_known_of_a_pattern_is_written_out() {
        let value = |name: &str| (name == "region").then_some("eu-west-1");
        assert_eq!(filled("a.{region}.b.{region}", value), "a.eu-west-1.b.eu-west-1");
        assert_eq!(filled("{\"at\": \"{region}\", {other}} {", value), "{\"at\": \"eu-west-1\", {other}} {");
        assert_eq!(filled("plain", value), "plain");
    }

    #[test]
    fn what_a_line_is_made_of_stays_on_it() {
        let mut page = Page::default();
        page.line(format_args!("{}: {}", "a\nb", 'c'));
        page.push("d\r");
        page.list(" (", ", ", ["e", "f\n"]);
        page.list(" [", ", ", []);
        page.end();
        assert_eq!(page.text(), "a\\u{a}b: c\nd\\u{d} (e, f\\u{a}\n");
    }
}
