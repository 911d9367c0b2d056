//! Words for people: text that came from outside, made safe to print. No decisions.

/// A value of a document inside a sentence: on one line, without what could move a terminal's cursor or turn the
/// reading direction. Control and invisible formatting characters are written as escapes, such as `\u{1b}`.
pub(crate) fn shown(value: &str) -> String {
    let mut safe = String::with_capacity(value.len());
    push_shown(&mut safe, value);
    safe
}

/// The same at the end of a text.
pub(crate) fn push_shown(text: &mut String, value: &str) {
    // Nearly every text is plain ASCII, which is told a byte at a time.
    if value.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        text.push_str(value);
        return;
    }
    for c in value.chars() {
        if is_obeyed(c) { text.extend(c.escape_unicode()) } else { text.push(c) }
    }
}

/// The same for a whole text, whose line ends are ours.
pub(crate) fn plain(text: &str) -> String {
    text.split('\n').map(shown).collect::<Vec<_>>().join("\n")
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
}
