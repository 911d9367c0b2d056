//! What the kubelet is told beside labels and taints: which flags and fields are refused, and the flags of a node in the
//! order in which they are written.

use std::collections::BTreeSet;

use crate::bootstrap::answer::BootstrapFinding;
use crate::bootstrap::cluster::Cluster;
use crate::bootstrap::fault::{finding, invalid, one_word};
use crate::bootstrap::labels;
use crate::bootstrap::spec::{KubeletSpec, NodeSpec};
use crate::error::Error;

/// Flags that a kubelet no longer knows, with the minor version that dropped them: it ends with a fault.
const DROPPED: &[(&str, u16)] = &[
    ("--cni-bin-dir", 24),
    ("--cni-conf-dir", 24),
    ("--container-runtime", 27),
    ("--docker-endpoint", 24),
    ("--image-pull-progress-deadline", 24),
    ("--network-plugin", 24),
    ("--network-plugin-mtu", 24),
];

/// What else says the same as a flag: its field in the kubelet's configuration.
const SAME: &[(&str, &str)] =
    &[("--cluster-dns", "clusterDNS"), ("--max-pods", "maxPods"), ("--register-with-taints", "registerWithTaints")];

/// Checks what the kubelet is told.
pub(super) fn check(spec: &NodeSpec, cluster: &Cluster, findings: &mut Vec<BootstrapFinding>) -> Result<(), Error> {
    let Some(kubelet) = &spec.kubelet else { return Ok(()) };
    let own = |name: &str| match name {
        "--node-labels" => spec.labels.as_ref().map(|_| "labels"),
        "--register-with-taints" => spec.taints.as_ref().map(|_| "taints"),
        "--max-pods" => kubelet.max_pods.map(|_| "kubelet.maxPods"),
        "--cluster-dns" => spec.cluster.as_ref()?.dns_address.as_ref().map(|_| "cluster.dnsAddress"),
        _ => None,
    };
    let in_config = |field: &str| kubelet.config.as_ref().is_some_and(|config| config.contains_key(field));
    let mut seen = BTreeSet::new();
    for (at, flag) in kubelet.flags.iter().flatten().enumerate() {
        let path = format!("kubelet.flags[{at}]");
        one_word(&path, flag)?;
        let name = flag.split('=').next().unwrap_or(flag);
        if !name.starts_with("--") || name.len() < 3 {
            return Err(invalid(path, format!("`{flag}` is no flag; write it as `--v=4`, flag and value in one")));
        }
        let same = SAME.iter().find(|(flag, _)| *flag == name).map(|(_, field)| *field);
        if !seen.insert(name) {
            return Err(invalid(path, format!("`{name}` is there twice; give it once")));
        }
        if let Some(field) = own(name) {
            return Err(invalid(path, format!("`{name}` says the same as `{field}`; give it once")));
        }
        if let Some(field) = same.filter(|field| in_config(field)) {
            return Err(invalid(path, format!("`{name}` says the same as `kubelet.config.{field}`; give it once")));
        }
        dropped(&path, name, cluster, findings)?;
    }
    if let Some(found) = kubelet.config.as_ref().and_then(|config| config.get("maxPods"))
        && !found.as_u64().is_some_and(|number| (1..=i32::MAX as u64).contains(&number))
    {
        return Err(invalid("kubelet.config.maxPods", format!("`{found}` is no number of pods; give one from 1 on")));
    }
    for (flag, field) in SAME.iter().filter(|(_, field)| in_config(field)) {
        if let Some(own) = own(flag) {
            let message = format!("`{field}` says the same as `{own}`; give it once");
            return Err(invalid(format!("kubelet.config.{field}"), message));
        }
    }
    if let Some(field) = ["kind", "apiVersion"].into_iter().find(|field| in_config(field)) {
        return Err(invalid(format!("kubelet.config.{field}"), "nodeadm writes it; leave it out"));
    }
    expression(kubelet)
}

fn dropped(path: &str, name: &str, cluster: &Cluster, findings: &mut Vec<BootstrapFinding>) -> Result<(), Error> {
    let Some((_, since)) = DROPPED.iter().find(|(dropped, _)| *dropped == name) else { return Ok(()) };
    let message = format!("a kubelet since 1.{since} does not know `{name}` and does not start; leave it out");
    match cluster.minor {
        Some(minor) if minor >= *since => Err(invalid(path, message)),
        Some(_) => Ok(()),
        None => {
            findings.push(finding(path, "flag-dropped", message));
            Ok(())
        }
    }
}

fn expression(kubelet: &KubeletSpec) -> Result<(), Error> {
    const PATH: &str = "kubelet.maxPodsExpression";
    let Some(text) = &kubelet.max_pods_expression else { return Ok(()) };
    if kubelet.max_pods.is_some() || kubelet.config.as_ref().is_some_and(|config| config.contains_key("maxPods")) {
        return Err(invalid(PATH, "a number is stated too, and it wins; give one of them"));
    }
    if text.trim().is_empty() || text.chars().any(char::is_control) {
        return Err(invalid(
            PATH,
            "no expression; write one line, such as `(default_enis - 1) * (ips_per_eni - 1) + 2`",
        ));
    }
    Ok(())
}

/// The flags of a script: labels, taints, the maximum of pods, then one's own.
pub(super) fn flags(spec: &NodeSpec, max_pods: Option<u32>) -> Vec<String> {
    let own = spec.kubelet.iter().filter_map(|kubelet| kubelet.flags.as_ref()).flatten().cloned();
    let max_pods = max_pods.map(|pods| format!("--max-pods={pods}"));
    [labels::label_flag(spec), labels::taint_flag(spec), max_pods].into_iter().flatten().chain(own).collect()
}
