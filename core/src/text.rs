//! Words for people: what is shown must not be able to do anything. No decisions.

/// A text whose control characters, and those that turn the direction of writing, are shown and not obeyed. Line ends
/// stay, for they are ours; a value that is put into a line goes through [`shown`] first.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|c| if c == '\n' { c.to_string() } else { visible(c) }).collect()
}

/// A value of a document inside a sentence: on one line, with nothing in it that a terminal obeys.
pub(crate) fn shown(value: &str) -> String {
    value.chars().map(visible).collect()
}

fn visible(c: char) -> String {
    let obeyed = c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
    if obeyed { c.escape_default().to_string() } else { c.to_string() }
}

/// Names in backticks.
pub(crate) fn quoted<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    let names: Vec<String> = names.into_iter().map(|name| format!("`{}`", shown(name.as_ref()))).collect();
    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
}

/// Whether a text is a placeholder of AWS CDK that is only known at deployment.
pub(crate) fn is_token(text: &str) -> bool {
    text.contains("${Token[") || text.contains("#{Token[") || text.contains("<unresolved-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_obeys_is_shown() {
        assert_eq!(shown("a\u{1b}[2Jb\n\u{202e}c"), "a\\u{1b}[2Jb\\n\\u{202e}c");
        assert_eq!(plain("a\nb\r"), "a\nb\\r");
        assert_eq!(shown("名前"), "名前");
    }
}
