//! A shell script that calls `bootstrap.sh`, read as the script reads its own arguments: every flag takes the next word,
//! the first other word is the name of the cluster, and whatever else comes is swallowed.

use std::collections::BTreeMap;

use super::answer::NodeFamily;
use super::branches::Branches;
use super::environment::Environment;
use super::facts::{Facts, Known};
use super::invocation::{Invocation, invocation};
use super::kubelet::{self, Through};
use super::words::{self, Command, Joint, SCRIPT, Word, commands};

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

/// The flags that the script of Ubuntu does not have.
const NOT_OF_UBUNTU: &[&str] = &["--cluster-id", "--enable-local-outpost", "--local-disks", "--service-ipv4-cidr"];

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
    let place = |line: usize| format!("part {part}, line {line}");
    Reading::new(facts, &place).script(script);
}

/// Reads what runs as one script, of which no line says what runs it; `place` says where a line of it stands.
pub(super) fn read_lines(facts: &mut Facts, script: &str, place: &dyn Fn(usize) -> String) {
    Reading::new(facts, place).script(script);
}

/// A text that a shell reads within a text, and so on, is read no deeper than this.
const DEEPEST: usize = 4;

/// A script on the way to its end.
struct Reading<'f> {
    facts: &'f mut Facts,
    place: &'f dyn Fn(usize) -> String,
    environment: Environment,
}

impl<'f> Reading<'f> {
    fn new(facts: &'f mut Facts, place: &'f dyn Fn(usize) -> String) -> Self {
        Self { facts, place, environment: Environment::default() }
    }

    fn script(&mut self, script: &str) {
        self.commands(&commands(script), 0, true, DEEPEST);
    }

    /// Commands of a text that begins behind so many lines, and surely runs or not.
    fn commands(&mut self, commands: &[Command], lines: usize, runs: bool, depth: usize) {
        let mut branches = Branches::default();
        for command in commands {
            let (first, in_none) = branches.enter(command);
            let (line, sure) = (lines + command.line, runs && in_none);
            match invocation(command, first) {
                Invocation::Script(at, passes) => self.call(command.words.split_at_checked(at), line, sure, passes),
                Invocation::Text(text) if text.text.contains(SCRIPT) && (text.unknown || depth == 0) => {
                    self.unread(command, line);
                }
                Invocation::Text(text) => self.commands(&words::commands(&text.text), line - 1, sure, depth - 1),
                Invocation::Unread => self.unread(command, line),
                Invocation::Other => {}
            }
            self.environment.take(self.facts, command.words.get(first..).unwrap_or_default(), sure);
        }
    }

    fn call(&mut self, words: Option<(&[Word], &[Word])>, line: usize, sure: bool, passes: bool) {
        let Some((before, words)) = words else { return };
        let place = (self.place)(line);
        if self.facts.called && sure {
            let says = "`bootstrap.sh` is called again; of two calls the last one counts";
            self.facts.misleads("called-twice", &place, says);
        }
        self.facts.called |= sure;
        let variables = self.environment.of_call(self.facts, before, passes);
        let told = (self.facts.labels.clone(), self.facts.taints.clone(), self.facts.flags.clone());
        arguments(self.facts, words.get(1..).unwrap_or_default(), &variables, &place);
        if self.environment.open {
            self.facts.open();
        }
        if !sure {
            (self.facts.labels, self.facts.taints, self.facts.flags) = told;
            self.facts.doubt();
            let says = "whether this call of `bootstrap.sh` is made depends on a branch, a loop or a function, so what the node \
                        is told is not known; call it where it surely runs";
            self.facts.unknown("call-in-branch", &place, says);
        }
    }

    /// The script is named in a way that is not read.
    fn unread(&mut self, command: &Command, line: usize) {
        let name = match command.joint {
            Joint::Data => "list or here-document",
            _ => command.words.first().map_or("", |word| word.text.as_str()),
        };
        not_read(self.facts, name, &(self.place)(line));
        // What changes the script changes what it does without an argument.
        self.environment.open = true;
    }
}

/// The script is named in something that may run it, or may not.
pub(super) fn not_read(facts: &mut Facts, what: &str, place: &str) {
    let what: String = what.chars().take(40).collect();
    let says = format!(
        "`{what}` has `bootstrap.sh` in it, and whether and how that runs is not known; call it where it surely runs"
    );
    facts.unknown("call-not-read", place, says);
    if matches!(facts.family, None | Some(NodeFamily::Al2 | NodeFamily::Ubuntu)) {
        facts.family.get_or_insert(NodeFamily::Al2);
        facts.joins = true;
        facts.doubt();
    }
}

/// The byte behind the arguments of the call, where more of them can be put; nothing when it is called not once.
pub(super) fn end_of_call(script: &str) -> Option<usize> {
    let commands = commands(script);
    let mut branches = Branches::default();
    let mut calls = commands.iter().filter(|command| {
        let (first, _) = branches.enter(command);
        matches!(invocation(command, first), Invocation::Script(..))
    });
    let first = calls.next()?;
    calls.next().is_none().then_some(first.end)
}

fn arguments(facts: &mut Facts, words: &[Word], variables: &BTreeMap<String, Word>, place: &str) {
    facts.joins = true;
    facts.belongs(&[NodeFamily::Al2, NodeFamily::Ubuntu], "a call of `bootstrap.sh`", place);
    let family = *facts.family.get_or_insert(NodeFamily::Al2);
    let flags = || FLAGS.iter().filter(move |(flag, _)| family != NodeFamily::Ubuntu || !NOT_OF_UBUNTU.contains(flag));
    let mut values: BTreeMap<&str, Word> = BTreeMap::new();
    for (flag, variable) in flags() {
        if let Some(value) = variables.get(*variable) {
            values.insert(flag, value.clone());
        }
    }
    let mut name: Option<Word> = None;
    let mut open = false;
    let mut flag_seen = false;
    let mut words = words.iter();
    while let Some(word) = words.next() {
        let known = flags().find(|(flag, _)| *flag == word.text);
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
            let flag = word.text.split('=').next().unwrap_or_default();
            let is_flag = flags().any(|(known, _)| *known == flag);
            swallowed(facts, word, is_flag, name.is_none(), place);
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

fn swallowed(facts: &mut Facts, word: &Word, is_flag: bool, is_name: bool, place: &str) {
    let flag = word.text.split('=').next().unwrap_or_default();
    let right = if is_flag {
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
            facts.flags_unknown = true;
        }
        Some(Known::Absent) | None => {}
    }
}
