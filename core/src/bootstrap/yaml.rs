//! YAML that every parser reads alike: keys in order, every text in double quotes as JSON has them, numbers and truth
//! values bare. It is written and never read here.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// One document.
pub(super) fn document(value: &Map<String, Value>) -> String {
    let mut text = String::with_capacity(1024);
    object(&mut text, value, 0);
    text
}

fn object(text: &mut String, value: &Map<String, Value>, depth: usize) {
    let mut entries: Vec<_> = value.iter().collect();
    entries.sort_unstable_by_key(|(key, _)| *key);
    for (key, value) in entries {
        indent(text, depth);
        if is_plain(key) {
            text.push_str(key);
        } else {
            quoted(text, key);
        }
        text.push(':');
        under(text, value, depth + 1);
    }
}

/// What stands after a key or a hyphen, with the end of the line.
fn under(text: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Object(inner) if !inner.is_empty() => {
            text.push('\n');
            object(text, inner, depth);
        }
        Value::Array(items) if !items.is_empty() => {
            text.push('\n');
            for item in items {
                indent(text, depth);
                text.push('-');
                under(text, item, depth + 1);
            }
        }
        _ => {
            text.push(' ');
            scalar(text, value);
            text.push('\n');
        }
    }
}

fn indent(text: &mut String, depth: usize) {
    text.extend(std::iter::repeat_n("  ", depth));
}

fn scalar(text: &mut String, value: &Value) {
    match value {
        Value::Null => text.push_str("null"),
        Value::Bool(value) => text.push_str(if *value { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&float(number.to_string())),
        Value::String(value) => quoted(text, value),
        Value::Array(_) => text.push_str("[]"),
        Value::Object(_) => text.push_str("{}"),
    }
}

/// Older readers take a number with an exponent for a text, unless it has a point and a sign.
fn float(number: String) -> String {
    let Some((digits, exponent)) = number.split_once(['e', 'E']) else { return number };
    let point = if digits.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['-', '+']) { "" } else { "+" };
    format!("{digits}{point}e{sign}{exponent}")
}

/// A key that no reader takes for anything but a text.
fn is_plain(key: &str) -> bool {
    const WORDS: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    key.starts_with(|c: char| c.is_ascii_alphabetic())
        && key.bytes().all(|c| c.is_ascii_alphanumeric())
        && !WORDS.iter().any(|word| key.eq_ignore_ascii_case(word))
}

/// A text in double quotes. What is no printable character of YAML is escaped; JSON has the same escapes.
pub(super) fn quoted(text: &mut String, value: &str) {
    text.push('"');
    // Nearly every text stands as it is. Every byte is looked at, for then many are looked at at once.
    let stands = |byte| matches!(byte, b' ' | b'!' | b'#'..=b'[' | b']'..=b'~');
    if value.bytes().fold(true, |plain, byte| plain & stands(byte)) {
        text.extend([value, "\""]);
        return;
    }
    for c in value.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\t' => text.push_str("\\t"),
            _ if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}') => {
                _ = write!(text, "\\u{:04x}", u32::from(c));
            }
            _ => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &Value) -> String {
        document(value.as_object().unwrap())
    }

    #[test]
    fn names_that_look_like_numbers_and_words_stay_texts() {
        let value =
            serde_json::json!({"b": "12345", "a": {"on": "null", "x": [1, "no", {"y": true}, [], {}]}, "z.z": 1e30});
        assert_eq!(
            written(&value),
            "a:\n  \"on\": \"null\"\n  x:\n    - 1\n    - \"no\"\n    -\n      \"y\": true\n    - []\n    - {}\nb: \"12345\"\n\
            \"z.z\": 1.0e+30\n"
        );
    }

    #[test]
    fn what_is_no_printable_character_is_escaped() {
        let value = serde_json::json!({"a": "\"\\\n\t\u{7}\u{85}\u{2028}\u{feff}é😀"});
        assert_eq!(written(&value), "a: \"\\\"\\\\\\n\\t\\u0007\\u0085\\u2028\\ufeffé😀\"\n");
    }
}
