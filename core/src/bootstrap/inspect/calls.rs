//! What a node would still call while it boots, given what its user data gives: the rows of the knowledge, held against
//! what was read.

use super::answer::NodeFamily;
use super::facts::{Facts, Known};
use crate::bootstrap::answer::NodeCall;
use crate::bootstrap::calls::split;
use crate::day::Day;
use crate::knowledge::{HYBRID_NODES, NodeKind, NodeSystem, Subject, Switch};

/// The calls that are made or may be, in order of claim. What `merged` says EKS adds, it tells the node.
pub(super) fn calls(facts: &Facts, merged: bool, as_of: Day) -> Vec<NodeCall> {
    let Some(family) = facts.family else { return Vec::new() };
    split(
        |subject| is_about(subject, family),
        as_of,
        |switch| match switch {
            Switch::ClusterData | Switch::DnsAddress if merged => Some(true),
            _ => is_on(switch, facts, family),
        },
    )
    .0
}

fn is_about(subject: Subject, family: NodeFamily) -> bool {
    let kind = match family {
        NodeFamily::Al2 => NodeKind::Al2,
        NodeFamily::Al2023 => NodeKind::Al2023,
        NodeFamily::Bottlerocket => NodeKind::Bottlerocket,
        NodeFamily::Windows => NodeKind::Windows,
        NodeFamily::Ubuntu => return matches!(subject, Subject::System(NodeSystem::Ubuntu)),
        NodeFamily::Hybrid => return matches!(subject, Subject::Feature(row) if row.id == HYBRID_NODES.id),
    };
    matches!(subject, Subject::Node(own) if own == kind)
}

/// Whether a switch is on; nothing where user data does not say.
fn is_on(switch: Switch, facts: &Facts, family: NodeFamily) -> Option<bool> {
    match switch {
        Switch::Nothing => Some(false),
        Switch::ClusterData => {
            let cidr = (family == NodeFamily::Hybrid).then_some(&facts.service_cidr);
            all([&facts.endpoint, &facts.authority].into_iter().chain(cidr))
        }
        Switch::DnsAddress => all([&facts.dns]),
        Switch::InstanceIdNodeName | Switch::InstanceIdHostname => Some(facts.instance_id_name),
        Switch::NoHostContainers => Some(!facts.control_container),
        Switch::NoMetrics => Some(!facts.metrics),
        Switch::OwnTimeServers => Some(facts.own_time_servers),
        Switch::OwnUpdates => Some(facts.own_updates),
        Switch::KnownType | Switch::OwnImage | Switch::RolesAnywhere | Switch::SystemsManager => None,
    }
}

/// Whether all of them are given; surely not as soon as one is absent.
fn all<'a, T: 'a>(values: impl IntoIterator<Item = &'a Known<T>>) -> Option<bool> {
    let values: Vec<_> = values.into_iter().collect();
    if values.iter().any(|value| value.is_absent()) {
        return Some(false);
    }
    values.iter().all(|value| value.given().is_some()).then_some(true)
}
