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
    let calls = statements(text).into_iter().map(|statement| arguments(&statement));
    let Some(Call { arguments, splatted }) =
        calls.into_iter().find(|call| call.arguments.contains_key("eksclustername"))
    else {
        return;
    };
    facts.joins = true;
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
    if splatted {
        facts.open();
    }
}

/// The statements of a script without its comments: they end with a line, unless a backtick continues it, and with `;`
/// and `|`. Quotes hold all of these together.
fn statements(text: &str) -> Vec<String> {
    let mut statements = vec![String::new()];
    let mut chars = text.chars().peekable();
    let mut quote = None;
    let mut push = |c: char, new: bool| {
        if new {
            statements.push(String::new());
        } else if let Some(last) = statements.last_mut() {
            last.push(c);
        }
    };
    let mut before = ' ';
    while let Some(c) = chars.next() {
        match (quote, c) {
            (Some(open), _) => {
                quote = Some(open).filter(|open| *open != c);
                push(c, false);
            }
            (None, '\'' | '"') => {
                quote = Some(c);
                push(c, false);
            }
            (None, '`') => {
                // At the end of a line it continues it; elsewhere it takes the meaning from what follows.
                if chars.next_if_eq(&'\r').is_some() | chars.next_if_eq(&'\n').is_some() {
                    let _ = chars.next_if_eq(&'\n');
                    push(' ', false);
                } else {
                    push(c, false);
                }
            }
            (None, '#') if before == '<' => {
                let mut last = ' ';
                for c in chars.by_ref() {
                    if last == '#' && c == '>' {
                        break;
                    }
                    last = c;
                }
            }
            (None, '#') if before.is_whitespace() || before == ';' => while chars.next_if(|c| *c != '\n').is_some() {},
            (None, '\n' | ';' | '|') => push(c, true),
            (None, _) => push(c, false),
        }
        before = c;
    }
    statements
}

/// A command with its named arguments, names in small letters.
struct Call {
    arguments: BTreeMap<String, Known<String>>,
    /// Whether a variable that holds arguments stands among them.
    splatted: bool,
}

fn arguments(statement: &str) -> Call {
    let mut call = Call { arguments: BTreeMap::new(), splatted: false };
    let mut chars = statement.chars().peekable();
    let mut name: Option<String> = None;
    while let Some(&c) = chars.peek() {
        match c {
            // Whatever no value begins with.
            ':' | ';' | '|' | '<' | '>' => _ = chars.next(),
            c if c.is_whitespace() => _ = chars.next(),
            '-' if name.is_none() => {
                chars.next();
                let mut word = String::new();
                while let Some(c) = chars.next_if(char::is_ascii_alphanumeric) {
                    word.push(c.to_ascii_lowercase());
                }
                name = Some(word).filter(|word| !word.is_empty());
            }
            _ => {
                call.splatted |= c == '@' && name.is_none();
                let value = value(&mut chars);
                if let Some(name) = name.take() {
                    call.arguments.insert(name, value);
                }
            }
        }
    }
    call
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
