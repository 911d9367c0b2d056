//! The flags of kubelet: what they say of labels, taints, pods and DNS, and what would break on the way to it.

use super::facts::{Facts, Known};

/// What a list of flags passes through before kubelet reads it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Through {
    /// A line `Environment='…'` of a systemd unit, as `bootstrap.sh` writes it.
    Unit,
    /// A variable of an environment file, as nodeadm writes it.
    EnvironmentFile,
    /// A command line of Windows.
    CommandLine,
}

/// Reads flags, each a text such as `--max-pods=20`.
pub(super) fn flags(facts: &mut Facts, flags: &[String], through: Through, place: &str) {
    for flag in flags {
        check(facts, flag, through, place);
    }
    // A flag may take its value as the next word.
    let words: Vec<&str> = flags.iter().flat_map(|flag| flag.split_whitespace()).collect();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let Some(name) = word.strip_prefix("--") else { continue };
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, value),
            None => (name, words.next_if(|next| !next.starts_with("--")).unwrap_or_default()),
        };
        let value = value.trim_matches(['"', '\'']);
        match name {
            "node-labels" => pairs(value, |name, value| facts.label(name, value)),
            "register-with-taints" => {
                let taints = value.split(',').filter(|taint| !taint.is_empty());
                facts.taints.extend(taints.map(ToOwned::to_owned));
            }
            "max-pods" => facts.max_pods = value.parse().map_or(Known::Unknown, Known::Given),
            "cluster-dns" => facts.dns = Known::Given(value.split(',').map(ToOwned::to_owned).collect()),
            _ => {}
        }
    }
    facts.flags.extend(flags.iter().cloned());
}

fn pairs(list: &str, mut take: impl FnMut(&str, &str)) {
    for pair in list.split(',').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        take(name, value);
    }
}

fn check(facts: &mut Facts, flag: &str, through: Through, place: &str) {
    let has = |c: char| flag.contains(c);
    match through {
        Through::Unit => {
            if has('\'') || has('\n') {
                let says = "a single quote or line end in the flags of kubelet, which breaks the unit of systemd that they \
                            are written into; take it out";
                facts.fails("systemd-quoting", place, says);
            }
            if has('%') || has('$') {
                let says = "`%` or `$` in the flags of kubelet, which systemd replaces; take it out";
                facts.misleads("systemd-specifier", place, says);
            }
        }
        Through::EnvironmentFile => {
            if has('"') || has('\'') || has('\n') || has('\\') {
                let says = format!(
                    "quotes, `\\` or a line end in the flag `{flag}`, which some images cut there; write labels without, \
                     and taints in `kubelet.config.registerWithTaints`"
                );
                facts.fails("kubelet-quoting", place, says);
            } else if flag.trim().contains(char::is_whitespace) {
                let says =
                    format!("a blank in the flag `{flag}`, which kubelet gets as several words; write a flag an item");
                facts.misleads("kubelet-blank", place, says);
            }
            if has('%') || has('$') {
                facts.misleads("systemd-specifier", place, format!("`%` or `$` in the flag `{flag}`; take it out"));
            }
        }
        Through::CommandLine => {}
    }
}
