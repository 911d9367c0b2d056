//! The one way to skip: a line `SKIP <name>: <reason>`, which `tests/skips.py` finds in the output of every language.

use std::io::Write;

/// Says that a check is skipped, and why. It writes past the test harness, which would keep the line to itself.
pub fn skip(name: &str, reason: &str) {
    let line = format!("SKIP {name}: {reason}\n");
    std::io::stderr().write_all(line.as_bytes()).expect("standard error takes a line");
}
