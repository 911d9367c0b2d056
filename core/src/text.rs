//! Text that came from outside, made safe to print. It knows no format but the plain line.

/// A text without what could move a terminal's cursor or turn the reading direction: control and invisible formatting
/// characters are written as escapes, such as `\u{1b}`.
pub(crate) fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_invisible(c) { safe.extend(c.escape_unicode()) } else { safe.push(c) }
    }
    safe
}

/// Unicode's line separators, directional marks, zero-width characters and tags.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_a_cursor_is_left() {
        assert_eq!(plain("a\u{1b}[2Jb\r\n\u{9b}"), r"a\u{1b}[2Jb\u{d}\u{a}\u{9b}");
        assert_eq!(plain("safe\u{202e}txt"), r"safe\u{202e}txt");
        assert_eq!(plain("東京 – ok"), "東京 – ok");
    }
}
