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

/// What has a field of its own, where it is checked: the flag, the field of the kubelet's configuration, and ours.
const ELSEWHERE: &[(&str, Option<&str>, &str)] = &[
    ("--cluster-dns", Some("clusterDNS"), "cluster.dnsAddress"),
    ("--node-labels", None, "labels"),
    ("--register-with-taints", Some("registerWithTaints"), "taints"),
];

/// Checks what the kubelet is told.
pub(super) fn check(spec: &NodeSpec, cluster: &Cluster, findings: &mut Vec<BootstrapFinding>) -> Result<(), Error> {
    let Some(kubelet) = &spec.kubelet else { return Ok(()) };
    let in_config = |field: &str| kubelet.config.as_ref().is_some_and(|config| config.contains_key(field));
    let mut seen = BTreeSet::new();
    for (at, flag) in kubelet.flags.iter().flatten().enumerate() {
        let path = format!("kubelet.flags[{at}]");
        one_word(&path, flag)?;
        let name = flag.split('=').next().unwrap_or(flag);
        if !name.starts_with("--") || name.len() < 3 {
            return Err(invalid(path, format!("`{flag}` is no flag; write it as `--v=4`, flag and value in one")));
        }
        if !seen.insert(name) {
            return Err(invalid(path, format!("`{name}` is there twice; give it once")));
        }
        if let Some((_, _, field)) = ELSEWHERE.iter().find(|(flag, ..)| *flag == name) {
            return Err(invalid(
                path,
                format!("`{name}` says what `{field}` says; give it there, where it is checked"),
            ));
        }
        if name == "--max-pods" {
            pods(&path, flag.strip_prefix("--max-pods=").unwrap_or_default().parse().ok(), flag)?;
            for (field, there) in [("maxPods", kubelet.max_pods.is_some()), ("config.maxPods", in_config("maxPods"))] {
                if there {
                    return Err(invalid(path, format!("`{name}` says the same as `kubelet.{field}`; give it once")));
                }
            }
        }
        dropped(&path, name, cluster, findings)?;
    }
    if let Some(stated) = kubelet.max_pods {
        pods("kubelet.maxPods", Some(u64::from(stated)), &stated.to_string())?;
    }
    if let Some(found) = kubelet.config.as_ref().and_then(|config| config.get("maxPods")) {
        pods("kubelet.config.maxPods", found.as_u64(), &found.to_string())?;
        if kubelet.max_pods.is_some() {
            return Err(invalid(
                "kubelet.config.maxPods",
                "`maxPods` says the same as `kubelet.maxPods`; give it once",
            ));
        }
    }
    let mut elsewhere = ELSEWHERE.iter().filter_map(|(_, config, field)| Some((config.as_ref()?, field)));
    if let Some((config, field)) = elsewhere.find(|(config, _)| in_config(config)) {
        let message = format!("`{config}` says what `{field}` says; give it there, where it is checked");
        return Err(invalid(format!("kubelet.config.{config}"), message));
    }
    if let Some(field) = ["kind", "apiVersion"].into_iter().find(|field| in_config(field)) {
        return Err(invalid(format!("kubelet.config.{field}"), "nodeadm writes it; leave it out"));
    }
    expression(kubelet)
}

/// A number of pods that the kubelet takes.
fn pods(path: &str, number: Option<u64>, shown: &str) -> Result<(), Error> {
    if number.is_some_and(|number| (1..=i32::MAX as u64).contains(&number)) {
        return Ok(());
    }
    Err(invalid(path, format!("`{shown}` is no number of pods; a node takes one at least, and {} at most", i32::MAX)))
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
