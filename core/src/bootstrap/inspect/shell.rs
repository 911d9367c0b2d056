//! A shell script that calls `bootstrap.sh`, read as the script reads its own arguments: every flag takes the next word,
//! the first other word is the name of the cluster, and whatever else comes is swallowed.

use std::collections::BTreeMap;

use super::answer::NodeFamily;
use super::facts::{Facts, Known};
use super::kubelet::{self, Through};
use super::words::{Command, Word, commands};

/// The flags that take a value, and the variables that stand in for them.
const FLAGS: &[(&str, &str)] = &[
    ("--apiserver-endpoint", "APISERVER_ENDPOINT"),
    ("--aws-api-retry-attempts", "API_RETRY_ATTEMPTS"),
    ("--b64-cluster-ca", "B64_CLUSTER_CA"),
    ("--cluster-id", "CLUSTER_ID"),
    ("--container-runtime", "CONTAINER_RUNTIME"),
    ("--containerd-config-file", "CONTAINERD_CONFIG_FILE"),
    ("--dns-cluster-ip", "DNS_CLUSTER_IP"),
    ("--docker-config-json", "DOCKER_CONFIG_JSON"),
    ("--enable-docker-bridge", "ENABLE_DOCKER_BRIDGE"),
    ("--enable-local-outpost", "ENABLE_LOCAL_OUTPOST"),
    ("--ip-family", "IP_FAMILY"),
    ("--kubelet-extra-args", "KUBELET_EXTRA_ARGS"),
    ("--local-disks", "LOCAL_DISKS"),
    ("--mount-bpf-fs", "MOUNT_BPF_FS"),
    ("--pause-container-account", "PAUSE_CONTAINER_ACCOUNT"),
    ("--pause-container-version", "PAUSE_CONTAINER_VERSION"),
    ("--service-ipv4-cidr", "SERVICE_IPV4_CIDR"),
    ("--service-ipv6-cidr", "SERVICE_IPV6_CIDR"),
    ("--use-max-pods", "USE_MAX_PODS"),
];

/// Reads a script. `part` is its number.
pub(super) fn read(facts: &mut Facts, script: &str, part: usize) {
    if script.starts_with("#!") && script.lines().next().is_some_and(|line| script.contains(&format!("{line}\r\n"))) {
        let place = format!("part {part}");
        facts.fails("crlf", &place, "line ends of Windows, with which the first line names no shell; save it with LF");
    } else if !script.starts_with("#!") {
        let says =
            "a script that does not begin with `#!`, so that cloud-init does not run it; begin with `#!/bin/bash`";
        facts.fails("no-interpreter", &format!("part {part}"), says);
    }
    let mut variables: BTreeMap<String, Word> = BTreeMap::new();
    let mut called = false;
    for command in commands(script) {
        export(facts, &command, &mut variables);
        if let Some(at) = call(&command) {
            let place = format!("part {part}, line {}", command.line);
            if called {
                facts.misleads(
                    "called-twice",
                    &place,
                    "`bootstrap.sh` is called again; of two calls the last one counts",
                );
            }
            called = true;
            arguments(facts, command.words.get(at + 1..).unwrap_or_default(), &variables, &place);
        }
    }
}

/// The place of the word that calls `bootstrap.sh`.
fn call(command: &Command) -> Option<usize> {
    let before = |word: &Word| {
        let text = word.text.as_str();
        matches!(
            text,
            "sudo" | "exec" | "bash" | "sh" | "env" | "then" | "do" | "else" | "if" | "!" | "{" | "time" | "nohup"
        ) || text.starts_with('-')
            || assignment(word).is_some()
    };
    let at = command.words.iter().position(|word| !before(word))?;
    let word = command.words.get(at)?;
    (word.text == "bootstrap.sh" || word.text.ends_with("/bootstrap.sh")).then_some(at)
}

/// The byte behind the arguments of the call, where more of them can be put; nothing when it is called not once.
pub(super) fn end_of_call(script: &str) -> Option<usize> {
    let commands = commands(script);
    let mut calls = commands.iter().filter(|command| call(command).is_some());
    calls.next().filter(|_| calls.next().is_none()).map(|command| command.end)
}

fn assignment(word: &Word) -> Option<(&str, Word)> {
    let (name, value) = word.text.split_once('=')?;
    let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    is_name.then(|| (name, Word { text: value.to_owned(), unknown: word.unknown, splits: false }))
}

/// Variables that the script would find in its environment.
fn export(facts: &mut Facts, command: &Command, variables: &mut BTreeMap<String, Word>) {
    let exports = command.words.first().is_some_and(|word| word.text == "export");
    let end = if exports { command.words.len() } else { call(command).unwrap_or_default() };
    for (name, value) in command.words.iter().take(end).filter_map(assignment) {
        if !value.unknown {
            facts.variable(name, &value.text);
        }
        variables.insert(name.to_owned(), value);
    }
}

fn arguments(facts: &mut Facts, words: &[Word], variables: &BTreeMap<String, Word>, place: &str) {
    facts.joins = true;
    facts.belongs(&[NodeFamily::Al2], "a call of `bootstrap.sh`", place);
    facts.family.get_or_insert(NodeFamily::Al2);
    let mut values: BTreeMap<&str, Word> = BTreeMap::new();
    for (flag, variable) in FLAGS {
        if let Some(value) = variables.get(*variable) {
            values.insert(flag, value.clone());
        }
    }
    let mut name: Option<Word> = None;
    let mut open = false;
    let mut flag_seen = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let known = FLAGS.iter().find(|(flag, _)| *flag == word.text);
        if let Some((flag, _)) = known {
            flag_seen |= name.is_none();
            if let Some(value) = words.next() {
                values.insert(flag, value.clone());
            } else {
                let says = format!("`{flag}` is the last word, and `bootstrap.sh` ends there; give it a value");
                facts.fails("flag-without-value", place, says);
            }
            continue;
        }
        if word.splits {
            open = true;
            if name.is_none() {
                name = Some(word.clone());
            }
            continue;
        }
        if word.text.starts_with('-') {
            swallowed(facts, word, name.is_none(), place);
        } else if name.is_some() {
            let says = format!("`{}` is one word too many, and is passed over; take it out, or quote it", word.text);
            facts.misleads("word-swallowed", place, says);
        }
        name.get_or_insert_with(|| word.clone());
    }
    if values.contains_key("--service-ipv4-cidr") && !variables.contains_key("SERVICE_IPV4_CIDR") {
        let says = "`--service-ipv4-cidr` is known only to images since 2025-05-29; older ones swallow it, and take it for \
                    the name of the cluster where it stands first; give `--dns-cluster-ip`";
        facts.fragile("flag-of-newer-images", place, says);
    }
    match name {
        None => facts.fails("no-cluster-name", place, "`bootstrap.sh` without the name of a cluster; give it first"),
        Some(word) => facts.name = given(&word),
    }
    if flag_seen {
        let says = "the name of the cluster stands behind a flag; put it first, so that no flag can be taken for it";
        facts.fragile("name-not-first", place, says);
    }
    take(facts, &values, place);
    if open {
        facts.open();
    }
}

fn given(word: &Word) -> Known<String> {
    if word.unknown { Known::Unknown } else { Known::Given(word.text.clone()) }
}

fn swallowed(facts: &mut Facts, word: &Word, is_name: bool, place: &str) {
    let flag = word.text.split('=').next().unwrap_or_default();
    let known = FLAGS.iter().any(|(known, _)| *known == flag);
    let right = if known {
        format!("write `{flag}` and its value as two words")
    } else {
        "no image knows it; take it out".to_owned()
    };
    let shown: String = word.text.chars().take(80).collect();
    if is_name {
        let says =
            format!("`{shown}` is taken for the name of the cluster, for `bootstrap.sh` does not know it; {right}");
        facts.fails("flag-as-name", place, says);
    } else {
        let says = format!("`{shown}` is swallowed, for `bootstrap.sh` does not know it; {right}");
        facts.misleads("flag-swallowed", place, says);
    }
}

fn take(facts: &mut Facts, values: &BTreeMap<&str, Word>, place: &str) {
    let value = |flag: &str| values.get(flag).filter(|word| word.unknown || !word.text.is_empty()).map(given);
    facts.endpoint = value("--apiserver-endpoint").unwrap_or_default();
    facts.authority = value("--b64-cluster-ca").unwrap_or_default();
    let cidr = value("--service-ipv6-cidr").or_else(|| value("--service-ipv4-cidr"));
    facts.service_cidr = cidr.unwrap_or_default();
    facts.dns = match value("--dns-cluster-ip").unwrap_or_default() {
        Known::Given(list) => Known::Given(list.split(',').map(ToOwned::to_owned).collect()),
        Known::Absent => Known::Absent,
        Known::Unknown => Known::Unknown,
    };
    if let Some(Known::Given(endpoint)) = value("--apiserver-endpoint")
        && endpoint.contains([',', '&'])
    {
        let says = "a comma or `&` in the endpoint, with which `bootstrap.sh` writes a broken kubeconfig";
        facts.fails("endpoint-characters", place, says);
    }
    let family = value("--ip-family").unwrap_or_default();
    if let Some(word) = family.given() {
        let family = word.to_ascii_lowercase();
        let (v4, v6) = (values.contains_key("--service-ipv4-cidr"), values.contains_key("--service-ipv6-cidr"));
        if family != "ipv4" && family != "ipv6" {
            facts.fails("ip-family", place, format!("`{word}` is no IP family; it is `ipv4` or `ipv6`"));
        } else if family == "ipv4" && v6 {
            facts.fails(
                "ip-family",
                place,
                "`--service-ipv6-cidr` with the IP family `ipv4`, and `bootstrap.sh` ends there",
            );
        } else if family == "ipv6" && !v6 && (v4 || facts.dns.is_absent()) {
            let says = "the IP family `ipv6` without `--service-ipv6-cidr`, and `bootstrap.sh` ends there";
            facts.fails("ip-family", place, says);
        }
    }
    if let Some(Known::Given(runtime)) = value("--container-runtime")
        && runtime != "containerd"
    {
        let says = format!("the container runtime `{runtime}`, with which `bootstrap.sh` ends since Kubernetes 1.24");
        facts.fails("container-runtime", place, says);
    }
    if let Some(Known::Given(disks)) = value("--local-disks")
        && !matches!(disks.as_str(), "mount" | "raid0" | "raid10" | "none")
    {
        let says = format!(
            "`{disks}` is no way to use local disks, and `bootstrap.sh` ends; it is `mount`, `raid0` or `raid10`"
        );
        facts.fails("local-disks", place, says);
    }
    if let Some(Known::Given(on)) = value("--enable-local-outpost")
        && on == "true"
        && value("--cluster-id").is_none()
    {
        let says = "`--enable-local-outpost` without `--cluster-id`, and `bootstrap.sh` ends there; give the id";
        facts.fails("outpost-without-id", place, says);
    }
    match value("--kubelet-extra-args") {
        Some(Known::Given(arguments)) => {
            if arguments.contains(['\'', '\n']) {
                kubelet::flags(facts, std::slice::from_ref(&arguments), Through::Unit, place);
            } else {
                let words: Vec<String> = arguments.split_whitespace().map(ToOwned::to_owned).collect();
                kubelet::flags(facts, &words, Through::Unit, place);
            }
        }
        Some(Known::Unknown) => {
            facts.max_pods = Known::Unknown;
            facts.flags.push("(not known)".to_owned());
        }
        Some(Known::Absent) | None => {}
    }
}
