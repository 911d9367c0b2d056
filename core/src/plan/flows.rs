//! Which flows must be open: who must be able to talk to whom, gathered from the claims that ask for settings of security
//! groups. Which rules that takes is worked out next door.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::{
    Circumstances, Claim, Condition, EndpointType, FlowRow, Level, NodeKind, Party, Ports, SettingRow, Side, Truth,
};
use crate::plan::answer::{PlannedEndpoint, PlannedFlow};
use crate::plan::reasons::Gathered;
use crate::plan::surroundings::{AMAZON_DNS, Surroundings};

/// What a flow is made of, in the order in which flows are listed.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Traffic {
    Tcp(u16, u16),
    Udp(u16, u16),
    All,
}

/// What flows are gathered for.
pub(super) struct Around<'a> {
    pub(super) about: &'a Circumstances,
    pub(super) surroundings: &'a Surroundings,
    pub(super) endpoints: &'a [PlannedEndpoint],
    /// Whether pods carry security groups of their own.
    pub(super) pods_apart: bool,
}

/// The flows that must be open or are undecided, in order of both ends and of traffic.
pub(super) fn planned(claims: &[&Claim], around: &Around<'_>) -> Vec<PlannedFlow> {
    let webhooks = webhook_ports(claims, around);
    let mut wanted: BTreeMap<(Party, Party, Traffic), Gathered> = BTreeMap::new();
    for (claim, row, level, when) in rows(claims) {
        for from in sides(row.from, around) {
            for to in sides(row.to, around) {
                for traffic in traffics(row.ports, from, to, around, &webhooks) {
                    wanted.entry((from, to, traffic)).or_default().add(claim, level, when, around.about);
                }
            }
        }
    }
    wanted.into_iter().filter_map(|(key, gathered)| flow(key, gathered)).collect()
}

/// Every flow that a claim asks for.
fn rows<'c>(claims: &'c [&Claim]) -> impl Iterator<Item = (&'c Claim, &'static FlowRow, Level, &'c Condition)> {
    let asks = |claim: &&'c Claim| claim.says.setting().map(|(setting, level, when)| (*claim, setting, level, when));
    let each = |(claim, setting, level, when): (&'c Claim, &'static SettingRow, Level, &'c Condition)| {
        setting.flows.iter().map(move |row| (claim, row, level, when))
    };
    claims.iter().filter_map(asks).flat_map(each)
}

/// The ports on which the API server calls pods, for webhooks and aggregated APIs; it calls the kubelet on nodes alone.
fn webhook_ports(claims: &[&Claim], around: &Around<'_>) -> BTreeSet<u16> {
    let calls = rows(claims).filter_map(|(_, row, _, when)| match (row.from, row.to, row.ports) {
        (Side::Only(Party::Cluster), Side::Workloads, Ports::Tcp(first, last)) if first == last => Some((first, when)),
        _ => None,
    });
    calls.filter(|(_, when)| when.truth(around.about) == Truth::Yes).map(|(port, _)| port).collect()
}

fn sides(side: Side, around: &Around<'_>) -> Vec<Party> {
    let parties = match side {
        Side::Only(party) => vec![party],
        Side::Workloads if around.pods_apart => vec![Party::Nodes, Party::Pods],
        Side::Workloads => vec![Party::Nodes],
    };
    // Nodes that all stand elsewhere carry no group of the VPC.
    let nodes = around.about.has_instances() || around.about.nodes.contains(&NodeKind::Fargate);
    parties.into_iter().filter(|party| nodes || *party != Party::Nodes).collect()
}

fn traffics(ports: Ports, from: Party, to: Party, around: &Around<'_>, webhooks: &BTreeSet<u16>) -> Vec<Traffic> {
    let each = |port: u16| Traffic::Tcp(port, port);
    match ports {
        Ports::All => vec![Traffic::All],
        // No gateway endpoint, no flow to one.
        Ports::Tcp(..) if to == Party::Gateways && !has(around, EndpointType::Gateway) => Vec::new(),
        // Nobody calls in whom the wish does not have; who is not stated is asked for.
        Ports::Tcp(..) if from == Party::Callers && !has_callers(around) => Vec::new(),
        Ports::Tcp(first, last) => vec![Traffic::Tcp(first, last)],
        Ports::TcpAndUdp(_) if to == Party::NameServers && !has_name_servers(around) => Vec::new(),
        Ports::TcpAndUdp(port) => vec![each(port), Traffic::Udp(port, port)],
        Ports::OfEndpoints => {
            let interface = around.endpoints.iter().filter(|planned| planned.endpoint_type == EndpointType::Interface);
            let ports: BTreeSet<_> = interface.map(|planned| planned.port).collect();
            ports.into_iter().map(each).collect()
        }
        Ports::OfWebhooks => webhooks.iter().copied().map(each).collect(),
        Ports::Stated => stated(from, to, around).into_iter().map(each).collect(),
    }
}

fn has(around: &Around<'_>, kind: EndpointType) -> bool {
    around.endpoints.iter().any(|planned| planned.endpoint_type == kind)
}

fn has_callers(around: &Around<'_>) -> bool {
    let Some(callers) = &around.surroundings.callers else { return true };
    callers.iter().any(|(_, caller)| caller.api_server != Some(false))
}

/// The DNS of Amazon is never filtered; others are.
fn has_name_servers(around: &Around<'_>) -> bool {
    around.surroundings.dns_servers.iter().flatten().any(|server| server != AMAZON_DNS)
}

/// The ports that the wish states of destinations or of the proxy.
fn stated(from: Party, to: Party, around: &Around<'_>) -> BTreeSet<u16> {
    if to == Party::Proxy {
        return around.surroundings.proxy.iter().map(|proxy| proxy.spec.port).collect();
    }
    let destinations = around.surroundings.destinations.iter().map(|destination| &destination.spec);
    destinations
        .filter(|destination| (destination.from_control_plane == Some(true)) == (from == Party::Cluster))
        .map(|destination| destination.port.unwrap_or(443))
        .collect()
}

fn flow((from, to, traffic): (Party, Party, Traffic), gathered: Gathered) -> Option<PlannedFlow> {
    let decided = gathered.decide()?;
    let (protocol, ports) = traffic.parts();
    Some(PlannedFlow {
        id: format!("{}-to-{}-{traffic}", from.as_str(), to.as_str()),
        from,
        to,
        protocol: protocol.to_owned(),
        first_port: ports.map(|(first, _)| first),
        last_port: ports.map(|(_, last)| last),
        level: decided.level,
        reasons: decided.reasons,
        settled_by: decided.settled_by,
    })
}

impl Traffic {
    /// The protocol in a word, and the ports where there are some.
    pub(super) const fn parts(self) -> (&'static str, Option<(u16, u16)>) {
        match self {
            Self::Tcp(first, last) => ("tcp", Some((first, last))),
            Self::Udp(first, last) => ("udp", Some((first, last))),
            Self::All => ("all", None),
        }
    }

    /// What a flow is made of.
    pub(super) fn of(flow: &PlannedFlow) -> Self {
        match (flow.protocol.as_str(), flow.first_port, flow.last_port) {
            ("tcp", Some(first), Some(last)) => Self::Tcp(first, last),
            ("udp", Some(first), Some(last)) => Self::Udp(first, last),
            _ => Self::All,
        }
    }

    /// Whether all of another lies in it.
    pub(super) const fn covers(self, other: Self) -> bool {
        match (self, other) {
            (Self::All, _) => true,
            (Self::Tcp(first, last), Self::Tcp(from, to)) | (Self::Udp(first, last), Self::Udp(from, to)) => {
                first <= from && to <= last
            }
            _ => false,
        }
    }
}

impl std::fmt::Display for Traffic {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.parts() {
            (protocol, Some((first, last))) if first == last => write!(f, "{protocol}-{first}"),
            (protocol, Some((first, last))) => write!(f, "{protocol}-{first}-{last}"),
            (protocol, None) => f.write_str(protocol),
        }
    }
}
