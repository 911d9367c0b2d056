//! The way to a node as text, such as `spec.containers[0].image`.

use std::fmt::Write;

use super::walk::Step;
use crate::yaml::{Flat, quoted};

/// The steps as text; keys that are no words stand in brackets.
pub(super) fn of(flat: &Flat<'_>, steps: &[Step]) -> String {
    let mut path = String::with_capacity(48);
    for step in steps {
        match step {
            Step::Key(key) => {
                let key = flat.scalar(*key).unwrap_or_default();
                let is_word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
                if key.is_empty() || !key.bytes().all(is_word) {
                    path.push('[');
                    path.push_str(&quoted(key));
                    path.push(']');
                } else {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
            }
            // Writing to a string cannot fail.
            Step::Item(item) => _ = write!(path, "[{item}]"),
        }
    }
    path
}
