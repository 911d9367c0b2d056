//! What a command runs: the script that joins the node, by itself or through a command that runs another one; a text
//! that a shell reads; or something that names the script and is not read.

use super::words::{Command, SCRIPT, Word};

/// What a command runs.
pub(super) enum Invocation<'w> {
    /// The script, whose word stands there; and whether it gets the variables that are exported.
    Script(usize, bool),
    /// A text that a shell reads as a script.
    Text(&'w Word),
    /// The script is named, and whether it runs is not read.
    Unread,
    /// Something else.
    Other,
}

/// Commands that run the command behind them: the options that take the next word, and the words that stand before it.
const RUNNERS: &[(&str, &[&str], usize)] = &[
    (".", &[], 0),
    ("bash", SHELL, 0),
    ("chronic", &[], 0),
    ("cloud-init-per", &[], 2),
    ("command", &[], 0),
    ("dash", SHELL, 0),
    ("env", &["-u", "-C", "--unset", "--chdir"], 0),
    ("exec", &["-a"], 0),
    ("ionice", &["-c", "-n"], 0),
    ("nice", &["-n"], 0),
    ("nohup", &[], 0),
    ("setsid", &[], 0),
    ("sh", SHELL, 0),
    ("source", &[], 0),
    ("stdbuf", &["-i", "-o", "-e"], 0),
    ("sudo", &["-u", "-g", "-h", "-p", "-C", "-r", "-t", "-U", "-D", "-R", "-T", "--user", "--group", "--host"], 0),
    ("time", &["-f", "-o"], 0),
    ("timeout", &["-k", "-s", "--kill-after", "--signal"], 1),
];

const SHELL: &[&str] = &["-o", "+o", "-O", "+O", "--rcfile", "--init-file"];

/// Commands that look at the script, or speak of it, and neither run nor change it.
const READERS: &[&str] = &[
    "[",
    "[[",
    "cat",
    "chmod",
    "chown",
    "diff",
    "echo",
    "egrep",
    "file",
    "grep",
    "head",
    "logger",
    "ls",
    "md5sum",
    "printf",
    "sha256sum",
    "stat",
    "tail",
    "test",
    "touch",
    "type",
    "wc",
    "which",
];

/// What the command runs whose first word that is none of the shell's stands at `first`.
pub(super) fn invocation(command: &Command, first: usize) -> Invocation<'_> {
    let words = command.words.as_slice();
    let (mut at, mut passes) = (first, true);
    while let Some(word) = words.get(at) {
        let text = word.text.as_str();
        if assignment(word).is_some() {
            at += 1;
            continue;
        }
        if text == SCRIPT || text.strip_suffix(SCRIPT).is_some_and(|place| place.ends_with('/')) {
            return Invocation::Script(at, passes);
        }
        let name = text.rsplit('/').next().unwrap_or(text);
        let Some((_, valued, before)) = RUNNERS.iter().find(|(own, ..)| *own == name && !word.unknown) else { break };
        at += 1;
        // sudo gives its own environment, unless it is told to keep the other.
        passes &= name != "sudo";
        while let Some(option) =
            words.get(at).map(|word| word.text.as_str()).filter(|text| text.starts_with(['-', '+']))
        {
            let is_short = !option.starts_with("--");
            if *valued == SHELL && is_short && option.starts_with('-') && option.contains('c') {
                return words.get(at + 1).map_or(Invocation::Other, Invocation::Text);
            }
            passes |= name == "sudo" && (option == "--preserve-env" || is_short && option.contains('E'));
            passes &= name != "env" || !(option == "-" || option == "-i" || option == "--ignore-environment");
            at += 1 + usize::from(valued.contains(&option));
        }
        at += before;
    }
    let name = words.get(first).map_or("", |word| word.text.as_str());
    let is_reader = READERS.contains(&name.rsplit('/').next().unwrap_or(name));
    let printed = command.leads && matches!(name, "cat" | "echo" | "printf");
    // What is worked out within a word runs, whoever gets the word.
    let named = |word: &Word| word.text.contains(SCRIPT) && (!is_reader || printed || word.unknown);
    if words.iter().skip(first).any(named) { Invocation::Unread } else { Invocation::Other }
}

/// The variable that a word sets, and its value.
pub(super) fn assignment(word: &Word) -> Option<(&str, Word)> {
    let (name, value) = word.text.split_once('=')?;
    let is_name = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then(|| (name, Word { text: value.to_owned(), unknown: word.unknown, splits: false }))
}
