//! What has been read of user data so far: each value given, not given, or not known, and what is wrong. No decisions.

use super::answer::{NamedValue, NodeFamily, UserDataEffect, UserDataFinding};
use crate::text::shown;

/// A value that user data may give.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Known<T> {
    /// It does not stand there.
    #[default]
    Absent,
    /// It stands there.
    Given(T),
    /// It stands there as a variable or a command, or something may give it that cannot be read.
    Unknown,
}

impl<T> Known<T> {
    pub(crate) const fn given(&self) -> Option<&T> {
        match self {
            Self::Given(value) => Some(value),
            Self::Absent | Self::Unknown => None,
        }
    }

    pub(crate) const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    pub(crate) const fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }

    /// What is absent may still come from something that cannot be read.
    pub(super) fn open(&mut self) {
        if self.is_absent() {
            *self = Self::Unknown;
        }
    }
}

/// What has been read.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own that user data may turn")]
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) family: Option<NodeFamily>,
    /// Whether anything was read that makes a node join.
    pub(crate) joins: bool,
    pub(crate) name: Known<String>,
    pub(crate) endpoint: Known<String>,
    pub(crate) authority: Known<String>,
    pub(crate) service_cidr: Known<String>,
    pub(crate) dns: Known<Vec<String>>,
    pub(crate) max_pods: Known<u64>,
    pub(crate) labels: Vec<NamedValue>,
    pub(crate) taints: Vec<String>,
    pub(crate) flags: Vec<String>,
    pub(crate) proxy: Vec<NamedValue>,
    /// Whether `bootstrap.sh` was called where it surely runs.
    pub(crate) called: bool,
    /// Whether labels, taints and flags of kubelet may be others than were read.
    pub(crate) flags_unknown: bool,
    /// Whether the node is named for its instance, which spares a call.
    pub(crate) instance_id_name: bool,
    /// Whether one of Bottlerocket's host containers may be pulled.
    pub(crate) control_container: bool,
    /// Whether Bottlerocket asks time servers that are reached without the internet.
    pub(crate) own_time_servers: bool,
    /// Whether Bottlerocket looks for updates elsewhere than in public.
    pub(crate) own_updates: bool,
    /// Whether Bottlerocket may send metrics.
    pub(crate) metrics: bool,
    pub(crate) findings: Vec<UserDataFinding>,
}

impl Facts {
    pub(super) fn finding(&mut self, code: &str, effect: UserDataEffect, place: &str, says: impl AsRef<str>) {
        let finding =
            UserDataFinding { code: code.to_owned(), effect, place: shown(place), says: shown(says.as_ref()) };
        if !self.findings.contains(&finding) && self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        }
    }

    pub(super) fn fails(&mut self, code: &str, place: &str, says: impl AsRef<str>) {
        self.finding(code, UserDataEffect::Fails, place, says);
    }

    pub(super) fn misleads(&mut self, code: &str, place: &str, says: impl AsRef<str>) {
        self.finding(code, UserDataEffect::Misleads, place, says);
    }

    pub(super) fn fragile(&mut self, code: &str, place: &str, says: impl AsRef<str>) {
        self.finding(code, UserDataEffect::Fragile, place, says);
    }

    pub(super) fn unknown(&mut self, code: &str, place: &str, says: impl AsRef<str>) {
        self.finding(code, UserDataEffect::Unknown, place, says);
    }

    /// Says so where something was read that the image does not understand.
    pub(super) fn belongs(&mut self, to: &[NodeFamily], what: &str, place: &str) {
        if let Some(family) = self.family.filter(|family| !to.contains(family)) {
            let says = format!("{what}, which {} does not understand; give what belongs to it", family.title());
            self.fails("family-mismatch", place, says);
        }
    }

    pub(super) fn label(&mut self, name: &str, value: &str) {
        self.labels.retain(|label| label.name != name);
        self.labels.push(NamedValue { name: name.to_owned(), value: value.to_owned() });
    }

    /// A variable, if it is one of a proxy.
    pub(super) fn variable(&mut self, name: &str, value: &str) {
        let upper = name.to_ascii_uppercase();
        if matches!(upper.as_str(), "HTTP_PROXY" | "HTTPS_PROXY" | "NO_PROXY") {
            let named = NamedValue { name: name.to_owned(), value: value.to_owned() };
            if !self.proxy.contains(&named) {
                self.proxy.push(named);
            }
        }
    }

    /// Something that cannot be read may give what is absent.
    pub(super) fn open(&mut self) {
        self.name.open();
        self.endpoint.open();
        self.authority.open();
        self.service_cidr.open();
        self.dns.open();
        self.max_pods.open();
    }

    /// Something may say all of it anew, or may not.
    pub(super) fn doubt(&mut self) {
        for text in [&mut self.name, &mut self.endpoint, &mut self.authority, &mut self.service_cidr] {
            *text = Known::Unknown;
        }
        self.dns = Known::Unknown;
        self.max_pods = Known::Unknown;
        self.flags_unknown = true;
    }
}

/// More would tell nobody more, and hostile input could have millions.
const MOST_FINDINGS: usize = 200;
