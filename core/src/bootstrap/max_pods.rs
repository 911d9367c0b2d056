//! How many pods a node takes: from its instance types, how addresses come to pods, and what was stated.

use crate::bootstrap::answer::{BootstrapFinding, MaximumPods, MaximumPodsOfType};
use crate::bootstrap::fault::{filled, finding, invalid};
use crate::bootstrap::spec::NodeSpec;
use crate::error::Error;
use crate::knowledge::{IpFamily, NodeSystem, instance_type};

/// How many pods a node takes, where the request says enough.
pub(super) fn of(
    spec: &NodeSpec,
    family: Option<IpFamily>,
    findings: &mut Vec<BootstrapFinding>,
) -> Result<Option<MaximumPods>, Error> {
    filled("instanceTypes", spec.instance_types.as_ref(), "one")?;
    if family == Some(IpFamily::Ipv6) && spec.prefix_delegation == Some(false) {
        return Err(invalid("prefixDelegation", "`false`, and clusters of IPv6 always use prefixes; leave it out"));
    }
    if spec.system == NodeSystem::Windows && (spec.instance_types.is_some() || spec.custom_networking == Some(true)) {
        let message = "how many pods a Windows node of a type takes stands in no source that was read, and the count of Linux is \
            not its own; state `kubelet.maxPods`, or leave it out";
        let path = if spec.instance_types.is_some() { "instanceTypes" } else { "customNetworking" };
        return Err(invalid(path, message));
    }
    let prefixes = spec.prefix_delegation.unwrap_or(family == Some(IpFamily::Ipv6));
    let custom = spec.custom_networking.unwrap_or(false);
    let types = spec.instance_types.iter().flatten().enumerate();
    let types: Vec<_> = types.map(|(at, id)| of_type(at, id, prefixes, custom)).collect::<Result<_, _>>()?;
    let (path, stated) = stated(spec);
    if stated == Some(0) {
        return Err(invalid(path, "`0` pods; a node takes one at least"));
    }
    if spec.kubelet.as_ref().is_some_and(|kubelet| kubelet.max_pods_expression.is_some()) {
        // Only the node knows what the expression comes to.
        return Ok(None);
    }
    let smallest = types.iter().map(|one| one.value).min();
    if let Some(stated) = stated {
        for one in types.iter().filter(|one| stated > one.value) {
            let message = format!(
                "`{stated}` is more than the {} that `{}` should have: {}",
                one.value, one.instance_type, one.because
            );
            findings.push(finding(path, "max-pods-too-many", message));
        }
    }
    let differs = prefixes || custom;
    let asked = spec.prefix_delegation == Some(true) || custom;
    if asked && types.is_empty() && stated.is_none() && !spec.others_add() {
        let message = "the node does not know of prefixes and custom networking and works out its maximum of pods without \
            them; name the instance types, or state `kubelet.maxPods`";
        findings.push(finding("instanceTypes", "max-pods-unknown", message));
    }
    if types.len() > 1 && differs && stated.is_none() && types.iter().any(|one| Some(one.value) != smallest) {
        let message = "the instance types take different numbers of pods; the smallest is stated for all";
        findings.push(finding("instanceTypes", "max-pods-differ", message));
    }
    if spec.eks_adds() && stated.is_some() {
        let message = "EKS states a maximum of its own after yours, where it knows the instance types; give an AMI id to \
            have the last word";
        findings.push(finding(path, "max-pods-of-eks", message));
    }
    let works_out = |value| MaximumPods { value, stated: false, instance_types: Vec::new() };
    let found = match (stated, smallest) {
        (Some(value), _) => MaximumPods { stated: true, ..works_out(value) },
        (None, Some(value)) => MaximumPods { stated: differs && !spec.eks_adds(), ..works_out(value) },
        (None, None) => return Ok(None),
    };
    Ok(Some(MaximumPods { instance_types: types, ..found }))
}

/// The number that the request states, by whichever of the three ways, and its path.
fn stated(spec: &NodeSpec) -> (&'static str, Option<u32>) {
    let Some(kubelet) = &spec.kubelet else { return ("kubelet.maxPods", None) };
    if let Some(number) = kubelet.config.as_ref().and_then(|config| config.get("maxPods")?.as_u64()) {
        return ("kubelet.config.maxPods", u32::try_from(number).ok());
    }
    let flag = kubelet.flags.iter().flatten().find_map(|flag| flag.strip_prefix("--max-pods=")?.parse().ok());
    match flag {
        Some(number) => ("kubelet.flags", Some(number)),
        None => ("kubelet.maxPods", kubelet.max_pods),
    }
}

fn of_type(at: usize, id: &str, prefixes: bool, custom: bool) -> Result<MaximumPodsOfType, Error> {
    let path = format!("instanceTypes[{at}]");
    let row = instance_type(id).map_err(|error| error.under(&path))?;
    let interfaces = u32::from(row.interfaces);
    let each = row.addresses.saturating_sub(1);
    let words = match (custom, prefixes) {
        (false, false) => format!("{interfaces} interfaces with {each} addresses for pods, and 2 pods without"),
        (true, false) => {
            format!("{interfaces} interfaces, one of them without pods, with {each} addresses, and 2 pods without")
        }
        (false, true) => format!("{interfaces} interfaces with {each} prefixes of 16 addresses, and 2 pods without"),
        (true, true) => {
            format!(
                "{interfaces} interfaces, one of them without pods, with {each} prefixes of 16 addresses, and 2 pods without"
            )
        }
    };
    let addresses = if prefixes {
        row.maximum_pods_with_prefixes(custom).ok_or_else(|| {
            invalid(
                &path,
                format!("`{id}` has no Nitro hypervisor, which prefixes take; name other types, or go without"),
            )
        })?
    } else {
        row.maximum_pods(custom)
    };
    let cap = row.recommended_pods();
    let (value, because) = if prefixes && addresses > cap {
        (cap, format!("{words}; no more than {cap} are advised with {} vCPUs", row.vcpus))
    } else {
        (addresses, words)
    };
    Ok(MaximumPodsOfType { instance_type: id.to_owned(), addresses, value, because })
}
