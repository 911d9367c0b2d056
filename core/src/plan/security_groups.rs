//! Which rules security groups must have so that the flows of a plan are open, and no more. A rule that others cover is
//! left out, so that none of them is idle. Rules refer to groups where both ends carry one in the same VPC, and to CIDR
//! blocks or prefix lists otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use crate::knowledge::{Circumstances, EndpointType, Level, Party};
use crate::net::{Addresses, Cidr};
use crate::plan::answer::{PlannedEndpoint, PlannedFlow, PlannedRule, PlannedSecurityGroup, RuleDirection};
use crate::plan::flows::Traffic;
use crate::plan::resolve::Wish;

/// The other end of a rule, in the order in which rules are listed.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Peer {
    Group(Party),
    PrefixList(String),
    Cidr(Cidr),
    /// The wish does not say; this statement would.
    Unstated(String),
}

/// What makes a rule one rule.
type Key = (Party, RuleDirection, Peer, Traffic);

/// The groups with their rules, in order of who carries them.
pub(super) fn planned(
    wish: &Wish,
    about: &Circumstances,
    flows: &[PlannedFlow],
    endpoints: &[PlannedEndpoint],
) -> Vec<PlannedSecurityGroup> {
    let decided: Vec<_> = flows.iter().filter(|flow| flow.settled_by.is_empty()).collect();
    let ends = Ends { wish, about, endpoints };
    let mut rules: BTreeMap<Key, BTreeSet<usize>> = BTreeMap::new();
    for (at, flow) in decided.iter().enumerate() {
        let traffic = Traffic::of(flow);
        if carries_group(flow.from) {
            for peer in ends.peers(flow.to, flow.from, traffic) {
                rules.entry((flow.from, RuleDirection::Egress, peer, traffic)).or_default().insert(at);
            }
        }
        if carries_group(flow.to) {
            for peer in ends.peers(flow.from, flow.to, traffic) {
                rules.entry((flow.to, RuleDirection::Ingress, peer, traffic)).or_default().insert(at);
            }
        }
    }
    let rules = without_idle(rules);
    let groups: BTreeSet<Party> = rules.iter().map(|((group, ..), _)| *group).collect();
    let group = |party: Party| PlannedSecurityGroup {
        id: party,
        title: title(party).to_owned(),
        group_ids: ends.group_ids(party),
        rules: rules.iter().filter(|((group, ..), _)| *group == party).map(|rule| write(rule, &decided)).collect(),
    };
    groups.into_iter().map(group).collect()
}

/// Whether a party carries a security group that the plan writes rules for.
const fn carries_group(party: Party) -> bool {
    matches!(
        party,
        Party::Cluster | Party::Endpoints | Party::FileSystems | Party::MountTargets | Party::Nodes | Party::Pods
    )
}

const fn title(party: Party) -> &'static str {
    match party {
        Party::Cluster => "cluster security group, on the network interfaces of the control plane",
        Party::Endpoints => "security group of the interface endpoints",
        Party::FileSystems => "security group of the FSx file systems",
        Party::MountTargets => "security group of the mount targets",
        Party::Nodes => "security group of the nodes, and of pods that carry none of their own",
        Party::Pods => "security group of pods that carry one of their own",
        _ => "",
    }
}

/// Where the parties of a wish are found.
struct Ends<'a> {
    wish: &'a Wish,
    about: &'a Circumstances,
    endpoints: &'a [PlannedEndpoint],
}

impl Ends<'_> {
    /// How a rule of `group` refers to a party.
    fn peers(&self, party: Party, group: Party, traffic: Traffic) -> Vec<Peer> {
        let around = &self.wish.surroundings;
        let central = around.endpoint_vpc.as_ref();
        match party {
            Party::Endpoints if central.is_some() => {
                cidrs(central.and_then(|vpc| vpc.cidrs.as_ref()), "endpointVpc.cidrs")
            }
            // A central endpoint's group lies in another VPC: references may be lost on the way, blocks are not.
            Party::Nodes | Party::Pods | Party::Cluster if group == Party::Endpoints && central.is_some() => {
                cidrs(around.vpc_cidrs.as_ref(), "vpcCidrs")
            }
            party if carries_group(party) => vec![Peer::Group(party)],
            Party::Gateways => self.gateways(),
            Party::Lattice => self.lattice(),
            Party::NameServers => self.name_servers(),
            Party::RemoteNodes => cidrs(around.remote_node_cidrs.as_ref(), "remoteNodeCidrs"),
            Party::RemotePods => cidrs(around.remote_pod_cidrs.as_ref(), "remotePodCidrs"),
            Party::Callers => self.callers(group),
            Party::Proxy => cidrs(around.proxy.as_ref().and_then(|proxy| proxy.cidrs.as_ref()), "proxy.cidrs"),
            _ => self.destinations(group, traffic),
        }
    }

    fn gateways(&self) -> Vec<Peer> {
        let gateways = self.endpoints.iter().filter(|planned| planned.endpoint_type == EndpointType::Gateway);
        gateways.map(|planned| Peer::PrefixList(planned.service_name.clone())).collect()
    }

    fn name_servers(&self) -> Vec<Peer> {
        let servers = self.wish.surroundings.dns_servers.iter().flatten();
        servers
            .filter_map(|server| server.parse().ok())
            .map(|address: IpAddr| Peer::Cidr(Cidr::from(address)))
            .collect()
    }

    /// AWS's names of the managed prefix lists, one for each address family.
    fn lattice(&self) -> Vec<Peer> {
        let region = self.about.region.id;
        let families = ["ipv6.vpc-lattice", "vpc-lattice"];
        families.map(|family| Peer::PrefixList(format!("com.amazonaws.{region}.{family}"))).to_vec()
    }

    fn callers(&self, group: Party) -> Vec<Peer> {
        let Some(callers) = &self.wish.surroundings.callers else { return vec![Peer::Unstated("callers".to_owned())] };
        let calls = callers.iter().filter(|(_, caller)| match group {
            Party::Endpoints => caller.endpoints == Some(true),
            _ => caller.api_server != Some(false),
        });
        calls.map(|(cidr, _)| Peer::Cidr(*cidr)).collect()
    }

    fn destinations(&self, group: Party, traffic: Traffic) -> Vec<Peer> {
        let destinations = self.wish.surroundings.destinations.iter().enumerate();
        let own = destinations.filter(|(_, destination)| {
            let destination = &destination.spec;
            let port = destination.port.unwrap_or(443);
            (destination.from_control_plane == Some(true)) == (group == Party::Cluster)
                && traffic.covers(Traffic::Tcp(port, port))
        });
        own.flat_map(|(at, destination)| cidrs(destination.cidrs.as_ref(), &format!("destinations[{at}].cidrs")))
            .collect()
    }

    fn group_ids(&self, party: Party) -> Vec<String> {
        let stated = match party {
            Party::Nodes => self.wish.node_security_groups.as_ref().map(|groups| &groups.value),
            Party::Pods => self.wish.given.pod_security_groups.as_ref(),
            _ => None,
        };
        stated.cloned().unwrap_or_default()
    }
}

fn cidrs(blocks: Option<&Vec<Cidr>>, path: &str) -> Vec<Peer> {
    match blocks {
        Some(blocks) => blocks.iter().copied().map(Peer::Cidr).collect(),
        None => vec![Peer::Unstated(path.to_owned())],
    }
}

/// The rules of one group and direction: by their other end, and by what they let through, with the flows that each
/// carries.
type Side = BTreeMap<Peer, BTreeMap<Traffic, BTreeSet<usize>>>;

/// The rules that no other ones cover, each with the flows that it carries, those of the rules that it covers included.
fn without_idle(rules: BTreeMap<Key, BTreeSet<usize>>) -> Vec<(Key, BTreeSet<usize>)> {
    let mut sides: BTreeMap<(Party, RuleDirection), Side> = BTreeMap::new();
    for ((group, direction, peer, traffic), flows) in rules {
        sides.entry((group, direction)).or_default().entry(peer).or_default().insert(traffic, flows);
    }
    sides.values_mut().for_each(drop_idle);
    let mut kept = Vec::new();
    for ((group, direction), side) in sides {
        for (peer, carried) in side {
            let of = |(traffic, flows)| ((group, direction, peer.clone(), traffic), flows);
            kept.extend(carried.into_iter().map(of));
        }
    }
    kept
}

fn drop_idle(side: &mut Side) {
    // The narrowest go first, so that of two that cover each other's parts the wider stays.
    let each = |(peer, carried): (&Peer, &BTreeMap<Traffic, _>)| {
        let peer = peer.clone();
        carried.keys().map(move |traffic| (peer.clone(), *traffic)).collect::<Vec<_>>()
    };
    let mut order: Vec<(Peer, Traffic)> = side.iter().flat_map(each).collect();
    order.sort_by_key(|(peer, traffic)| (width(*traffic), std::cmp::Reverse(prefix(peer))));
    for (peer, traffic) in order {
        let wide = |other: &Peer, own: &Traffic| own.covers(traffic) && (other, own) != (&peer, &traffic);
        let carries = |other: &Peer| side.get(other).is_some_and(|carried| carried.keys().any(|own| wide(other, own)));
        let others: Vec<Peer> = touching(side, &peer).into_iter().filter(|other| carries(other)).collect();
        if !is_covered(&peer, &others) {
            continue;
        }
        let flows = side.get_mut(&peer).and_then(|carried| carried.remove(&traffic)).unwrap_or_default();
        for other in &others {
            let wider = side.get_mut(other).into_iter().flatten().filter(|(own, _)| own.covers(traffic));
            wider.for_each(|(_, own)| own.extend(flows.iter().copied()));
        }
    }
}

fn width(traffic: Traffic) -> u32 {
    traffic.parts().1.map_or(u32::MAX, |(first, last)| u32::from(last.saturating_sub(first)))
}

fn prefix(peer: &Peer) -> u8 {
    match peer {
        Peer::Cidr(cidr) => cidr.prefix_len(),
        _ => 0,
    }
}

/// The ends that have something in common with this one, itself included. Of blocks, those that it lies in and those that
/// lie in it: two blocks are apart, or one lies in the other.
fn touching(side: &Side, peer: &Peer) -> Vec<Peer> {
    let Peer::Cidr(block) = peer else { return vec![peer.clone()] };
    let around = (0..block.prefix_len()).map(|length| Peer::Cidr(Cidr::around(block.first(), length)));
    let within = side.range(peer..=&Peer::Cidr(Cidr::from(block.last()))).map(|(other, _)| other.clone());
    around.filter(|other| side.contains_key(other)).chain(within).collect()
}

/// Whether the others, which have something in common with it, hold all of an end.
fn is_covered(peer: &Peer, others: &[Peer]) -> bool {
    let Peer::Cidr(block) = peer else { return !others.is_empty() };
    let blocks = others.iter().filter_map(|other| if let Peer::Cidr(block) = other { Some(*block) } else { None });
    blocks.collect::<Addresses>().covers(&Addresses::from(*block))
}

fn write(((group, direction, peer, traffic), flows): &(Key, BTreeSet<usize>), all: &[&PlannedFlow]) -> PlannedRule {
    let carried: Vec<_> = flows.iter().filter_map(|at| all.get(*at)).collect();
    let (protocol, ports) = traffic.parts();
    let way = if *direction == RuleDirection::Ingress { "in" } else { "out" };
    let named = match peer {
        Peer::Group(party) => party.as_str().to_owned(),
        Peer::PrefixList(name) => name.clone(),
        Peer::Cidr(cidr) => cidr.to_string(),
        Peer::Unstated(path) => path.clone(),
    };
    PlannedRule {
        id: format!("{}-{way}-{traffic}-{named}", group.as_str()),
        direction: *direction,
        protocol: if protocol == "all" { "-1".to_owned() } else { protocol.to_owned() },
        from_port: ports.map(|(first, _)| first),
        to_port: ports.map(|(_, last)| last),
        peer_group: if let Peer::Group(party) = peer { Some(*party) } else { None },
        peer_cidr: if let Peer::Cidr(cidr) = peer { Some(cidr.to_string()) } else { None },
        peer_prefix_list: if let Peer::PrefixList(name) = peer { Some(name.clone()) } else { None },
        level: carried.iter().map(|flow| flow.level).min().unwrap_or(Level::Recommended),
        flows: carried.iter().map(|flow| flow.id.clone()).collect(),
        settled_by: if let Peer::Unstated(path) = peer { vec![path.clone()] } else { Vec::new() },
    }
}
