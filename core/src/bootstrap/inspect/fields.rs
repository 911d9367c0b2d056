//! The fields of a `NodeConfig` and the type of each. nodeadm passes over a name that it does not know without a word,
//! and refuses the whole where a value is of another type.

use super::facts::Facts;
use crate::yaml::{Kind, Node};

/// What nodeadm decodes a value into.
#[derive(Clone, Copy)]
enum Type {
    Text,
    Truth,
    Texts,
    /// A mapping, free below.
    Mapping,
    /// A mapping to truth values.
    Gates,
    /// For each service a mapping to texts.
    Variables,
}

impl Type {
    const fn words(self) -> &'static str {
        match self {
            Self::Text => "a text",
            Self::Truth => "`true` or `false`",
            Self::Texts => "a list of texts",
            Self::Mapping => "a mapping",
            Self::Gates => "a mapping from names to `true` or `false`",
            Self::Variables => "a mapping from services to mappings of variables",
        }
    }
}

/// The fields by path.
const FIELDS: &[(&str, Type)] = &[
    ("apiVersion", Type::Text),
    ("kind", Type::Text),
    ("metadata", Type::Mapping),
    ("spec.cluster.name", Type::Text),
    ("spec.cluster.apiServerEndpoint", Type::Text),
    ("spec.cluster.certificateAuthority", Type::Text),
    ("spec.cluster.cidr", Type::Text),
    ("spec.cluster.enableOutpost", Type::Truth),
    ("spec.cluster.id", Type::Text),
    ("spec.cluster.region", Type::Text),
    ("spec.containerd.config", Type::Text),
    ("spec.containerd.baseRuntimeSpec", Type::Mapping),
    ("spec.featureGates", Type::Gates),
    ("spec.hybrid", Type::Mapping),
    ("spec.instance.localStorage.strategy", Type::Text),
    ("spec.instance.localStorage.mountPath", Type::Text),
    ("spec.instance.localStorage.disabledMounts", Type::Texts),
    ("spec.instance.environment", Type::Variables),
    ("spec.instance.network", Type::Mapping),
    ("spec.kubelet.config", Type::Mapping),
    ("spec.kubelet.flags", Type::Texts),
    ("spec.kubelet.maxPodsExpression", Type::Text),
];

/// Holds a document, which stands at `place`, against the fields.
pub(super) fn check(facts: &mut Facts, document: &Node, place: &str) {
    Checker { facts, place }.within(document, "");
}

struct Checker<'f> {
    facts: &'f mut Facts,
    place: &'f str,
}

impl Checker<'_> {
    fn within(&mut self, node: &Node, path: &str) {
        for (key, value) in node.entries() {
            let Some(name) = key.scalar() else { continue };
            let full = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
            let below = |(field, _): &(&str, Type)| field.strip_prefix(&full).is_some_and(|rest| rest.starts_with('.'));
            if let Some((_, due)) = FIELDS.iter().find(|(field, _)| *field == full) {
                self.value(value, &full, *due);
            } else if FIELDS.iter().any(below) {
                match value.kind {
                    Kind::Mapping { .. } => self.within(value, &full),
                    _ => self.wrong(value, &full, Type::Mapping),
                }
            } else {
                let twin = FIELDS.iter().find(|(field, _)| field.eq_ignore_ascii_case(&full));
                let right = twin.map_or_else(|| "take it out".to_owned(), |(twin, _)| format!("write `{twin}`"));
                let says = format!("`{full}`, which nodeadm passes over without a word; {right}");
                self.facts.misleads("unknown-field", self.place, says);
            }
        }
    }

    fn value(&mut self, value: &Node, path: &str, due: Type) {
        let entries =
            value.entries().iter().filter_map(|(key, value)| Some((format!("{path}.{}", key.scalar()?), value)));
        match (due, &value.kind) {
            // A name such as `null` or `~` is left out so; what nodeadm takes for left out elsewhere is no fault.
            (Type::Text, Kind::Scalar { text, .. }) => {
                if value.text().is_none()
                    && !(value.is_null() && (text.is_empty() || !path.starts_with("spec.cluster.")))
                {
                    let says = format!("`{path}` is `{text}`, which is no text to YAML; write it in quotes");
                    self.facts.fails("yaml-unquoted", self.place, says);
                }
            }
            (Type::Texts, Kind::Sequence { items, .. }) => {
                for (at, item) in items.iter().enumerate() {
                    self.value(item, &format!("{path}[{at}]"), Type::Text);
                }
            }
            (Type::Gates, Kind::Mapping { .. }) => {
                entries.for_each(|(path, value)| self.value(value, &path, Type::Truth));
            }
            (Type::Variables, Kind::Mapping { .. }) => {
                for (path, variables) in entries {
                    self.value(variables, &path, Type::Mapping);
                    for (name, value) in variables.entries() {
                        self.value(value, &format!("{path}.{}", name.scalar().unwrap_or_default()), Type::Text);
                    }
                }
            }
            (Type::Mapping, Kind::Mapping { .. }) => {}
            (Type::Truth, Kind::Scalar { .. }) if value.json().is_boolean() => {}
            _ => self.wrong(value, path, due),
        }
    }

    fn wrong(&mut self, value: &Node, path: &str, due: Type) {
        if value.is_null() {
            return;
        }
        let shown = match &value.kind {
            Kind::Scalar { text, .. } => format!("`{text}`"),
            Kind::Sequence { .. } => "a list".to_owned(),
            Kind::Mapping { .. } => "a mapping".to_owned(),
        };
        let says = format!("`{path}` is {shown}, and nodeadm takes nothing there but {}", due.words());
        self.facts.fails("wrong-type", self.place, says);
    }
}
