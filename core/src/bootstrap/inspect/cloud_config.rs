//! Settings of cloud-init: the commands of `runcmd` and `bootcmd`, each list of which cloud-init runs as one script.
//! Nothing else in them is read.

use super::facts::Facts;
use super::shell;
use super::words::SCRIPT;
use crate::shell::quote;
use crate::yaml::{self, Kind, Node};

/// Reads the settings. `part` is their number.
pub(super) fn read(facts: &mut Facts, text: &str, part: usize) {
    let documents = match yaml::parse(text) {
        Ok(documents) => documents,
        Err(fault) => {
            let place = format!("part {part}, line {}", fault.line);
            facts.fails("cloud-config-unread", &place, format!("no YAML: {}", fault.says));
            return unread(facts, text, part, "what");
        }
    };
    let Some(document) = documents.first() else { return };
    for (key, value) in document.entries() {
        match key.scalar() {
            Some(list @ ("bootcmd" | "runcmd")) => commands(facts, list, value, part),
            other => {
                let whole = text.get(value.span.clone()).unwrap_or_default();
                unread(facts, whole, part, other.unwrap_or_default());
            }
        }
    }
}

/// An item that is a text is a line for a shell, one that is a list holds the words of a command.
fn commands(facts: &mut Facts, list: &str, value: &Node, part: usize) {
    let mut script = String::new();
    let mut begins = Vec::new();
    let mut line = 1;
    for item in value.items() {
        begins.push(line);
        let command = match &item.kind {
            Kind::Scalar { text, .. } => text.clone(),
            _ => item.items().iter().filter_map(Node::scalar).map(quote).collect::<Vec<_>>().join(" "),
        };
        line += command.matches('\n').count() + 1;
        script.extend([command.as_str(), "\n"]);
    }
    let place = |line: usize| {
        let at = begins.partition_point(|begin| *begin <= line).saturating_sub(1);
        format!("part {part}, {list}[{at}]")
    };
    shell::read_lines(facts, &script, &place);
}

/// A file that is written, say, with a call that something else may run.
fn unread(facts: &mut Facts, text: &str, part: usize, what: &str) {
    if text.contains(SCRIPT) {
        shell::not_read(facts, what, &format!("part {part}"));
    }
}
