//! `PowerShell` user data: the arguments that `Start-EKSBootstrap.ps1` gets. What stands in double quotes with `$` or a
//! backtick is not known.

use std::collections::BTreeMap;

use super::answer::NodeFamily;
use super::facts::{Facts, Known};
use super::kubelet::{self, Through};

/// Whether a text is meant for Windows.
pub(super) fn is_powershell(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.contains("<powershell>") || text.contains("start-eksbootstrap")
}

/// Reads the script.
pub(super) fn read(facts: &mut Facts, text: &str) {
    facts.belongs(&[NodeFamily::Windows], "PowerShell", "");
    facts.family.get_or_insert(NodeFamily::Windows);
    let lower = text.to_ascii_lowercase();
    let blocks = lower.matches("<powershell>").count();
    if blocks == 0 {
        let says = "no `<powershell>` around the script, so that EC2Launch does not run it";
        facts.fails("powershell-tags", "", says);
    } else if blocks > 1 {
        facts.misleads("powershell-tags", "", "several `<powershell>` blocks, of which one runs; make one of them");
    } else if !lower.contains("</powershell>") {
        facts.fails("powershell-tags", "", "no `</powershell>` at the end; add it");
    }
    let Some(begin) = lower.find("-eksclustername") else { return };
    facts.joins = true;
    let arguments = arguments(text.get(begin..).unwrap_or_default());
    let value = |name: &str| arguments.get(name).cloned().unwrap_or_default();
    facts.name = value("eksclustername");
    facts.endpoint = value("apiserverendpoint");
    facts.authority = value("base64clusterca");
    facts.service_cidr = value("servicecidr");
    facts.dns = match value("dnsclusterip") {
        Known::Given(list) => Known::Given(list.split(',').map(|item| item.trim().to_owned()).collect()),
        Known::Absent => Known::Absent,
        Known::Unknown => Known::Unknown,
    };
    match value("kubeletextraargs") {
        Known::Given(flags) => {
            let flags: Vec<String> = flags.split_whitespace().map(ToOwned::to_owned).collect();
            kubelet::flags(facts, &flags, Through::CommandLine, "-KubeletExtraArgs");
        }
        Known::Unknown => facts.max_pods = Known::Unknown,
        Known::Absent => {}
    }
}

/// The arguments of one command, names in small letters.
fn arguments(text: &str) -> BTreeMap<String, Known<String>> {
    let mut arguments = BTreeMap::new();
    let mut chars = text.chars().peekable();
    let mut name: Option<String> = None;
    while let Some(&c) = chars.peek() {
        match c {
            // A backtick at the end of a line continues it.
            '`' => {
                chars.next();
                while chars.next_if(|c| matches!(c, '\r' | '\n')).is_some() {}
            }
            ' ' | '\t' | '\r' | ':' => _ = chars.next(),
            '\n' | ';' | '|' | '<' => break,
            '-' if name.is_none() => {
                chars.next();
                let mut word = String::new();
                while let Some(c) = chars.next_if(char::is_ascii_alphanumeric) {
                    word.push(c.to_ascii_lowercase());
                }
                name = Some(word);
            }
            _ => {
                let value = value(&mut chars);
                if let Some(name) = name.take() {
                    arguments.insert(name, value);
                }
            }
        }
    }
    arguments
}

fn value(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Known<String> {
    let mut text = String::new();
    let mut unknown = false;
    match chars.peek() {
        Some('\'') => {
            chars.next();
            while let Some(c) = chars.next() {
                if c == '\'' && chars.next_if(|c| *c == '\'').is_none() {
                    break;
                }
                text.push(c);
            }
        }
        Some('"') => {
            chars.next();
            while let Some(c) = chars.next() {
                if c == '"' && chars.next_if(|c| *c == '"').is_none() {
                    break;
                }
                unknown |= matches!(c, '$' | '`');
                text.push(c);
            }
        }
        _ => {
            while let Some(c) = chars.next_if(|c| !c.is_whitespace() && !matches!(c, ';' | '<')) {
                unknown |= matches!(c, '$' | '`' | '(' | '@');
                text.push(c);
            }
        }
    }
    if unknown { Known::Unknown } else { Known::Given(text) }
}
