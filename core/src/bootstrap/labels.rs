//! Labels and taints of a node: the syntax of Kubernetes, what a kubelet may say of itself, and how both are written.

use std::collections::BTreeSet;

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::fault::{finding, invalid, known};
use crate::bootstrap::spec::{NodeSpec, TaintSpec};
use crate::error::Error;

/// Labels of the namespaces of Kubernetes that a kubelet may set on its own node, beside those of the two namespaces
/// `kubelet.kubernetes.io` and `node.kubernetes.io`.
const OWN_LABELS: &[&str] = &[
    "beta.kubernetes.io/arch",
    "beta.kubernetes.io/instance-type",
    "beta.kubernetes.io/os",
    "failure-domain.beta.kubernetes.io/region",
    "failure-domain.beta.kubernetes.io/zone",
    "kubernetes.io/arch",
    "kubernetes.io/hostname",
    "kubernetes.io/os",
    "topology.kubernetes.io/region",
    "topology.kubernetes.io/zone",
];

/// Checks the labels and taints of a request.
pub(super) fn check(spec: &NodeSpec, findings: &mut Vec<BootstrapFinding>) -> Result<(), Error> {
    for (key, value) in spec.labels.iter().flatten() {
        let path = format!("labels.{key}");
        check_key(&path, key)?;
        check_value(&path, value)?;
        if is_refused(key) {
            let message = format!(
                "a kubelet may not set `{key}` on its own node and does not start; use a prefix of your own, \
                `node.kubernetes.io/` or `kubelet.kubernetes.io/`"
            );
            return Err(invalid(path, message));
        }
    }
    let mut seen = BTreeSet::new();
    for (at, taint) in spec.taints.iter().flatten().enumerate() {
        let path = format!("taints[{at}]");
        check_key(&format!("{path}.key"), &taint.key)?;
        check_value(&format!("{path}.value"), taint.value.as_deref().unwrap_or_default())?;
        if !seen.insert((&taint.key, taint.effect)) {
            let message =
                format!("`{}` with `{}` is there twice; one taint has one value", taint.key, taint.effect.as_str());
            return Err(invalid(path, message));
        }
    }
    if spec.eks_adds() {
        for (path, stated) in [("labels", spec.labels.is_some()), ("taints", spec.taints.is_some())] {
            if stated {
                let message =
                    format!("give the node group the same {path}, or EKS and what scales it do not know them");
                findings.push(finding(path, "unknown-to-the-node-group", message));
            }
        }
    }
    Ok(())
}

/// Whether a kubelet refuses to set a label on its own node, with which it does not start.
pub(super) fn is_refused(key: &str) -> bool {
    let prefix = key.split_once('/').map_or("", |(prefix, _)| prefix);
    let of = |domain: &str| prefix == domain || prefix.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    let is_own = of("kubelet.kubernetes.io") || of("node.kubernetes.io") || OWN_LABELS.contains(&key);
    (of("kubernetes.io") || of("k8s.io")) && !is_own
}

fn check_key(path: &str, key: &str) -> Result<(), Error> {
    known(path, key)?;
    let (prefix, name) = key.split_once('/').map_or((None, key), |(prefix, name)| (Some(prefix), name));
    let lower = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit();
    let label = |label: &str| {
        label.bytes().all(|c| lower(c) || c == b'-')
            && label.bytes().next().is_some_and(lower)
            && label.bytes().last().is_some_and(lower)
    };
    let prefix_is_sound = prefix.is_none_or(|prefix| prefix.len() <= 253 && prefix.split('.').all(label));
    if prefix_is_sound && is_name(name) {
        return Ok(());
    }
    let message = format!(
        "`{key}` is no key of Kubernetes: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends, and \
        before them perhaps a DNS name and `/`"
    );
    Err(invalid(path, message))
}

fn check_value(path: &str, value: &str) -> Result<(), Error> {
    known(path, value)?;
    if value.is_empty() || is_name(value) {
        return Ok(());
    }
    let message = format!(
        "`{value}` is no value of a label or taint: at most 63 letters, digits, `-`, `_` and `.`, a letter or digit at both ends"
    );
    Err(invalid(path, message))
}

fn is_name(text: &str) -> bool {
    let ends = |c: Option<u8>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.len() <= 63
        && text.bytes().all(|c| c.is_ascii_alphanumeric() || b"-_.".contains(&c))
        && ends(text.bytes().next())
        && ends(text.bytes().last())
}

/// The flag for labels; nothing without labels.
pub(super) fn label_flag(spec: &NodeSpec) -> Option<String> {
    let labels = spec.labels.as_ref().filter(|labels| !labels.is_empty())?;
    let pairs: Vec<_> = labels.iter().map(|(key, value)| format!("{key}={value}")).collect();
    Some(format!("--node-labels={}", pairs.join(",")))
}

/// The flag for taints; nothing without taints.
pub(super) fn taint_flag(spec: &NodeSpec) -> Option<String> {
    let taints = spec.taints.as_ref().filter(|taints| !taints.is_empty())?;
    let all: Vec<_> = taints.iter().map(|taint| format!("{}={}", taint.key, after_key(taint))).collect();
    Some(format!("--register-with-taints={}", all.join(",")))
}

/// Value and effect, as the kubelet and Bottlerocket write them after the key; without a value the colon stays.
pub(super) fn after_key(taint: &TaintSpec) -> String {
    format!("{}:{}", taint.value.as_deref().unwrap_or_default(), taint.effect.as_str())
}
