//! `NodeConfig` documents as nodeadm reads them, one merged into another, and what it refuses of the whole.

use serde_json::{Map, Value};

use super::answer::NodeFamily;
use super::facts::{Facts, Known};
use super::fields;
use super::kubelet::{self, Through};
use crate::net::Cidr;
use crate::yaml::{self, Node};

/// Whether a text is a `NodeConfig`.
pub(super) fn is_node_config(text: &str) -> bool {
    text.contains("node.eks.aws/") && text.contains("NodeConfig")
}

/// Reads one part into the document that all parts together make.
pub(super) fn read(facts: &mut Facts, text: &str, part: usize, merged: &mut Value) {
    let place = format!("part {part}");
    let documents = match yaml::parse(text) {
        Ok(documents) => documents,
        Err(fault) => {
            let place = format!("{place}, line {}", fault.line);
            return facts.fails("node-config-unread", &place, format!("no YAML: {}", fault.says));
        }
    };
    if documents.len() > 1 {
        let says = "several documents, of which nodeadm takes the first; make a part of each";
        facts.misleads("node-config-documents", &place, says);
    }
    let Some(document) = documents.first() else { return };
    let (kind, version) = (document.value("kind"), document.value("apiVersion"));
    if kind.and_then(Node::text) != Some("NodeConfig") || version.and_then(Node::text) != Some("node.eks.aws/v1alpha1")
    {
        let says = "not `apiVersion: node.eks.aws/v1alpha1` and `kind: NodeConfig`, which nodeadm asks for";
        facts.fails("node-config-kind", &place, says);
    }
    fields::check(facts, document, &place);
    facts.joins = true;
    facts.belongs(&[NodeFamily::Al2023, NodeFamily::Hybrid], "a `NodeConfig`", &place);
    let hybrid = document.at(&["spec", "hybrid"]).is_some();
    facts.family.get_or_insert(if hybrid { NodeFamily::Hybrid } else { NodeFamily::Al2023 });
    if hybrid && facts.family == Some(NodeFamily::Al2023) {
        facts.misleads("hybrid-ignored", &place, "`spec.hybrid`, which nodeadm on EC2 passes over without a word");
    }
    merge(merged, document.json(), true);
}

/// Later parts win: texts that are not empty replace, flags are appended, mappings merge.
fn merge(into: &mut Value, from: Value, typed: bool) {
    match (into, from) {
        (Value::Object(into), Value::Object(from)) => {
            for (key, value) in from {
                let empty = typed && (value.is_null() || value == "");
                let free = !typed || matches!(key.as_str(), "config" | "baseRuntimeSpec");
                match (into.get_mut(&key), value) {
                    (Some(_), _) if empty => {}
                    (Some(Value::Array(old)), Value::Array(new)) if typed && key == "flags" => old.extend(new),
                    (Some(old), value) => merge(old, value, !free),
                    (None, value) => _ = into.insert(key, value),
                }
            }
        }
        (into, from) => *into = from,
    }
}

/// Takes what all parts together say.
pub(super) fn take(facts: &mut Facts, merged: &Value) {
    let text = |path: &str| -> Known<String> {
        match merged.pointer(path) {
            Some(Value::String(text)) if !text.is_empty() => Known::Given(text.clone()),
            _ => Known::Absent,
        }
    };
    facts.name = text("/spec/cluster/name");
    facts.endpoint = text("/spec/cluster/apiServerEndpoint");
    facts.authority = text("/spec/cluster/certificateAuthority");
    facts.service_cidr = text("/spec/cluster/cidr");
    let config = merged.pointer("/spec/kubelet/config");
    let list = |value: Option<&Value>| -> Vec<String> {
        let items = value.and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|item| item.as_str().map(ToOwned::to_owned)).collect()
    };
    let flags = list(merged.pointer("/spec/kubelet/flags"));
    kubelet::flags(facts, &flags, Through::EnvironmentFile, "spec.kubelet.flags");
    // What a flag says, kubelet does not read in its configuration.
    if let Some(config) = config {
        let dns = list(config.get("clusterDNS"));
        if facts.dns.is_absent() && !dns.is_empty() {
            facts.dns = Known::Given(dns);
        }
        if let (true, Some(pods)) = (facts.max_pods.is_absent(), config.get("maxPods").and_then(Value::as_u64)) {
            facts.max_pods = Known::Given(pods);
        }
        let tainted = !facts.taints.is_empty();
        for taint in
            config.get("registerWithTaints").and_then(Value::as_array).into_iter().flatten().filter(|_| !tainted)
        {
            let field = |name: &str| taint.get(name).and_then(Value::as_str).unwrap_or_default();
            facts.taints.push(format!("{}={}:{}", field("key"), field("value"), field("effect")));
        }
    }
    if facts.max_pods.is_absent() && merged.pointer("/spec/kubelet/maxPodsExpression").is_some() {
        facts.max_pods = Known::Unknown;
    }
    facts.instance_id_name = merged.pointer("/spec/featureGates/InstanceIdNodeName") == Some(&Value::Bool(true));
    instance(facts, merged);
}

fn instance(facts: &mut Facts, merged: &Value) {
    if let Some(strategy) = merged.pointer("/spec/instance/localStorage/strategy").and_then(Value::as_str)
        && !matches!(strategy, "RAID0" | "RAID10" | "Mount")
    {
        let says = format!("`{strategy}` is no strategy for local storage; it is `RAID0`, `RAID10` or `Mount`");
        facts.fails("local-storage", "spec.instance.localStorage.strategy", says);
    }
    let nothing = Map::new();
    let services = merged.pointer("/spec/instance/environment").and_then(Value::as_object).unwrap_or(&nothing);
    for (service, variables) in services {
        for (name, value) in variables.as_object().unwrap_or(&nothing) {
            let Some(value) = value.as_str() else { continue };
            facts.variable(name, value);
            let place = format!("spec.instance.environment.{service}.{name}");
            if value.ends_with('"') {
                let says = "a value that ends in `\"`, with which nodeadm writes a broken unit of systemd; take it out";
                facts.fails("systemd-quoting", &place, says);
            }
            if value.contains('\n') {
                facts.fails("systemd-quoting", &place, "a value with a line end; take it out");
            }
        }
    }
}

/// What `nodeadm` refuses of the document as a whole, where nobody supplies the rest.
pub(super) fn check(facts: &mut Facts, merged: &Value) {
    let absent = [
        (facts.name.is_absent(), "name", "no-cluster-name"),
        (facts.endpoint.is_absent(), "apiServerEndpoint", "no-endpoint"),
        (facts.authority.is_absent(), "certificateAuthority", "no-certificate-authority"),
        (facts.service_cidr.is_absent(), "cidr", "no-service-cidr"),
    ];
    for (_, field, code) in absent.into_iter().filter(|(absent, ..)| *absent) {
        let says = format!("`spec.cluster.{field}` is missing or empty, without which the node does not join; give it");
        facts.fails(code, "spec.cluster", says);
    }
    if let Some(cidr) = facts.service_cidr.given().filter(|cidr| Cidr::masked(cidr).is_err()).cloned() {
        let says = format!(
            "`{cidr}` is no CIDR block, and nodeadm ends where it works out the address of the DNS; write it as \
             `172.20.0.0/16`"
        );
        facts.fails("service-cidr", "spec.cluster.cidr", says);
    }
    let id = merged.pointer("/spec/cluster/id").and_then(Value::as_str).unwrap_or_default();
    if merged.pointer("/spec/cluster/enableOutpost") == Some(&Value::Bool(true)) && id.is_empty() {
        let says = "`enableOutpost` without `id`, which nodeadm refuses; give the id of the local cluster";
        facts.fails("outpost-without-id", "spec.cluster", says);
    }
}
