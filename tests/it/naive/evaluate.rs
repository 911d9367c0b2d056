//! Whether packets get through, one packet at a time, written from the rules of docs/reach.md and from nothing else. It
//! knows no sets: a packet has one source address, one destination address and one service. What the documents leave
//! open is `Maybe`.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::net::IpAddr;

use serde_json::Value;

use super::documents::{Block, Documents, number, text, text_in};
use super::ends::{Ends, Groups, Member, Place, blocks};
use super::rules::{ICMP, ICMPV6, Identity, Rules, Service, TCP, UDP};
use super::said::Said;

/// What is asked, packet by packet: the calls and the replies to them.
pub(super) struct Packets {
    pub(super) calls: Vec<Service>,
    pub(super) replies: Vec<Service>,
}

/// What is said of every address of both ends.
#[derive(Debug, Eq, PartialEq)]
pub(super) struct Outcome {
    pub(super) sources: BTreeMap<IpAddr, Said>,
    pub(super) destinations: BTreeMap<IpAddr, Said>,
}

/// More gateways one after the other than this are not followed.
const DEEPEST: u8 = 3;

/// How a packet comes on: whether it does, whether groups are seen then, and whether it comes out in the very subnet of
/// the other end.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) said: Said,
    pub(super) identity: Identity,
    pub(super) beside: bool,
}

/// A question as it is sent to `reach`.
pub(super) struct Question<'a> {
    pub(super) request: &'a Value,
    pub(super) rules: Rules<'a>,
    pub(super) packets: Packets,
    pub(super) sources: Vec<Member<'a>>,
    pub(super) destinations: Vec<Member<'a>>,
    /// How many gateways a packet has passed.
    pub(super) depth: Cell<u8>,
}

impl<'a> Question<'a> {
    pub(super) fn of(request: &'a Value) -> Self {
        let documents = Documents(request.get("snapshot").expect("a question has its documents"));
        let ends = Ends::of(request, documents);
        let stated = request.get("sourceGroups").and_then(Value::as_array);
        let stated = stated.map(|ids| ids.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect());
        Self {
            request,
            rules: Rules { documents },
            packets: packets(request, documents),
            sources: ends.sources(text(request, "source").expect("a question has a source"), stated),
            destinations: ends.destinations(text(request, "destination").expect("and a destination")),
            depth: Cell::new(0),
        }
    }

    /// What is said of all pairs of addresses, put together for each end.
    pub(super) fn outcome(&self) -> Outcome {
        let gate = self.endpoint_takes();
        let mut outcome = Outcome { sources: BTreeMap::new(), destinations: BTreeMap::new() };
        for from in &self.sources {
            // Where the ends have a family in common, the client takes it.
            let common = |a: &Place| self.destinations.iter().any(|to| to.places.iter().any(|b| same_family(*a, *b)));
            let callers: Vec<Place> = from.places.iter().copied().filter(common).collect();
            if callers.is_empty() {
                from.places.iter().for_each(|place| note(&mut outcome.sources, *place, Said::No));
            }
            let mut each: Vec<Said> = Vec::new();
            for a in &callers {
                let of_all = Said::all(self.destinations.iter().map(|to| {
                    let called = to.places.iter().filter(|b| same_family(*a, **b));
                    together(called.map(|b| self.passes(from, *a, to, *b)), to.exact)
                }));
                each.push(of_all);
            }
            let whole = Said::either(each.iter().copied());
            for (place, said) in callers.iter().zip(each) {
                note(&mut outcome.sources, *place, gate.min(if from.exact { said } else { whole }));
            }
        }
        for to in &self.destinations {
            let mut each = Vec::new();
            for b in &to.places {
                let callers = self.sources.iter().filter(|from| from.places.iter().any(|a| same_family(*a, *b)));
                let callers: Vec<&Member<'_>> = callers.collect();
                if !callers.is_empty() {
                    let of_all = Said::all(callers.iter().map(|from| {
                        let calling = from.places.iter().filter(|a| same_family(**a, *b));
                        together(calling.map(|a| self.passes(from, *a, to, *b)), from.exact)
                    }));
                    each.push((*b, of_all));
                }
            }
            let whole = Said::either(each.iter().map(|(_, said)| *said));
            for (place, said) in each {
                note(&mut outcome.destinations, place, gate.min(if to.exact { said } else { whole }));
            }
        }
        outcome
    }

    /// E2, E4, E12: the endpoint works, and takes TCP; ICMP echo too where it is a gateway, UDP for some services, and no
    /// document says for which.
    fn endpoint_takes(&self) -> Said {
        let name = text(self.request, "destination").unwrap_or_default();
        let Some(endpoint) = self.rules.documents.one("VpcEndpoints", "VpcEndpointId", name) else { return Said::Yes };
        let state = text(endpoint, "State").expect("an endpoint has a state");
        let works = Said::of(state.eq_ignore_ascii_case("available"));
        let is_gateway = text(endpoint, "VpcEndpointType") == Some("Gateway");
        let takes = |service: &Service| match service.protocol {
            TCP => Said::Yes,
            UDP if !is_gateway => Said::Maybe,
            ICMP if is_gateway => Said::Maybe,
            _ => Said::No,
        };
        works.min(Said::all(self.packets.calls.iter().map(takes)))
    }

    /// Whether every packet from one address to another gets through, and every reply back.
    pub(super) fn passes(&self, from: &Member<'a>, a: Place, to: &Member<'a>, b: Place) -> Said {
        if from.is_endpoint {
            return Said::No; // E4: it answers calls and makes none
        }
        if let Some(said) = self.on_the_link(from, to, b) {
            return said;
        }
        if let (Some(own), Some(other)) = (from.subnet, to.subnet)
            && text(own, "SubnetId") == text(other, "SubnetId")
        {
            return self.groups(from, a, to, b, Identity::Kept); // N4, R13
        }
        let (calls, replies) = (&self.packets.calls, &self.packets.replies);
        let there = self.ways((from, a), (to, b), calls).into_iter().map(|way| {
            // What comes out in the very subnet of the other end crosses no network ACL there.
            let let_in = if way.beside { Said::Yes } else { self.acl(to, a, calls, false) };
            way.said.min(let_in).min(self.groups(from, a, to, b, way.identity))
        });
        let outside = to.subnet.is_none() && to.vpc.is_none() && to.groups == Groups::Unfiltered;
        let back = if to.behind.is_some() || outside {
            self.acl(from, b, replies, false)
        } else {
            Said::either(
                self.ways((to, b), (from, a), replies)
                    .into_iter()
                    .map(|way| way.said.min(if way.beside { Said::Yes } else { self.acl(from, b, replies, false) })),
            )
        };
        let acls = [self.acl(from, b, calls, true), self.acl(to, a, replies, true)]; // N2
        Said::all(acls.into_iter().chain([Said::either(there), back]))
    }

    /// S14, N9: what each machine has on its link is filtered by nothing.
    fn on_the_link(&self, from: &Member<'_>, to: &Member<'_>, b: Place) -> Option<Said> {
        let Place::At(address) = b else { return None };
        if !to.exact || to.behind.is_some() {
            return None;
        }
        let documents = self.rules.documents;
        let vpc = from.vpc.and_then(|vpc| documents.one("Vpcs", "VpcId", vpc));
        let resolver = vpc.and_then(|vpc| text(vpc, "CidrBlock")).map(|block| Block::of(block).at(2));
        // V1: without the VPC any third address of a block of 16 may be the resolver's.
        if resolver.is_none() && address.is_ipv4() && number(address) % 16 == 2 {
            return Some(Said::Maybe);
        }
        if resolver == Some(address) {
            let attributes = documents.one("VpcAttributes", "VpcId", from.vpc.unwrap_or_default());
            let on = attributes.and_then(|answer| answer.pointer("/EnableDnsSupport/Value")?.as_bool());
            return Some(on.map_or(Said::Maybe, Said::of));
        }
        let mut own = from.subnet.into_iter().flat_map(blocks).filter(|block| !block.is_v6);
        own.any(|block| block.at(1) == address).then_some(Said::Yes)
    }

    fn groups(&self, from: &Member<'_>, a: Place, to: &Member<'_>, b: Place, identity: Identity) -> Said {
        Said::all(self.packets.calls.iter().map(|call| {
            let out = self.rules.groups_allow(from, to, b, *call, true, identity);
            out.min(self.rules.groups_allow(to, from, a, *call, false, identity))
        }))
    }

    fn acl(&self, at: &Member<'_>, peer: Place, packets: &[Service], egress: bool) -> Said {
        match at.subnet {
            Some(subnet) => Said::all(packets.iter().map(|one| self.rules.acl_allows(subnet, peer, *one, egress))),
            None if at.groups == Groups::Unfiltered => Said::Yes,
            None => Said::Maybe,
        }
    }

    /// How a packet comes to the other end by the table of its own: by each of the routes that may carry it.
    fn ways(&self, (from, a): (&Member<'a>, Place), (to, b): (&Member<'a>, Place), packets: &[Service]) -> Vec<Way> {
        let table = from.subnet.and_then(|subnet| self.rules.table(subnet));
        let Some(routes) = table.and_then(|table| self.rules.routes(table, to, b)) else {
            return vec![Way { said: Said::Maybe, identity: Identity::Kept, beside: false }];
        };
        let nowhere = Way { said: Said::No, identity: Identity::Kept, beside: false };
        let way = |route: Option<&'a Value>| route.map_or(nowhere, |one| self.behind(one, (from, a), (to, b), packets));
        routes.into_iter().map(way).collect()
    }

    /// What lies behind the route of a further gateway.
    pub(super) fn further(
        &self,
        route: &Value,
        from: (&Member<'a>, Place),
        to: (&Member<'a>, Place),
        packets: &[Service],
    ) -> Way {
        self.depth.set(self.depth.get() + 1);
        let way = self.behind(route, from, to, packets);
        self.depth.set(self.depth.get() - 1);
        way
    }

    /// What lies behind a route.
    fn behind(
        &self,
        route: &Value,
        (from, a): (&Member<'a>, Place),
        (to, b): (&Member<'a>, Place),
        packets: &[Service],
    ) -> Way {
        if self.depth.get() > DEEPEST {
            return Way { said: Said::Maybe, identity: Identity::Lost, beside: false };
        }
        if let (Some(id), None, "active") =
            (text(route, "TransitGatewayId"), to.behind, text(route, "State").unwrap_or("active"))
        {
            return self.by_transit_gateway(id, (from, a), (to, b), packets);
        }
        let (said, identity) = self.target(route, from, a, to, b);
        Way { said, identity, beside: false }
    }

    /// What lies behind any other target.
    fn target(&self, route: &Value, from: &Member<'a>, a: Place, to: &Member<'a>, b: Place) -> (Said, Identity) {
        match text(route, "State").unwrap_or("active") {
            "blackhole" => return (Said::No, Identity::Kept), // R5
            "active" => {}
            _ => return (Said::Maybe, Identity::Kept),
        }
        let target = |key| text(route, key);
        if let Some((endpoint, _)) = to.behind {
            let known = target("GatewayId").or_else(|| target("NatGatewayId")).or_else(|| target("NetworkInterfaceId"));
            let known = known.or_else(|| target("TransitGatewayId")).or_else(|| target("VpcPeeringConnectionId"));
            return (known.map_or(Said::Maybe, |known| Said::of(known == endpoint)), Identity::Kept);
        }
        if let Some(gateway) = target("GatewayId") {
            let documents = self.rules.documents;
            let is_outside = to.subnet.is_none() && to.vpc.is_none() && to.groups == Groups::Unfiltered;
            return match gateway.split('-').next() {
                // R4: the local route leads into its own VPC and no other, even where blocks are alike.
                Some("local") => match (from.vpc, to.vpc) {
                    (Some(own), Some(other)) => (Said::of(own == other), Identity::Kept),
                    _ => (Said::Maybe, Identity::Kept),
                },
                Some("igw") => (self.by_internet_gateway(gateway, from, a, b), Identity::Lost),
                Some("vpce") => {
                    let endpoint = documents.one("VpcEndpoints", "VpcEndpointId", gateway);
                    let is_gateway = endpoint.is_some_and(|one| text(one, "VpcEndpointType") == Some("Gateway"));
                    // A gateway endpoint leads to its service; what a firewall does is in no document (P11).
                    (if is_gateway { Said::of(is_outside) } else { Said::Maybe }, Identity::Lost)
                }
                _ => (Said::Maybe, Identity::Lost),
            };
        }
        if let Some(id) = target("NatGatewayId") {
            return (self.by_nat_gateway(id, from, a, to, b), Identity::Lost);
        }
        if let Some(id) = target("EgressOnlyInternetGatewayId") {
            return (self.by_egress_only_gateway(id, from, b), Identity::Lost);
        }
        if let Some(id) = target("NetworkInterfaceId") {
            let appliance = self.rules.documents.one("NetworkInterfaces", "NetworkInterfaceId", id);
            let checks = appliance.and_then(|appliance| appliance.get("SourceDestCheck")?.as_bool());
            return (if checks == Some(true) { Said::No } else { Said::Maybe }, Identity::Lost); // R9, S12
        }
        if let Some(id) = target("VpcPeeringConnectionId") {
            return self.peering(id, from, to);
        }
        (Said::Maybe, Identity::Unknown)
    }

    /// P1, S10: an active connection carries between its two VPCs, and keeps groups within one region.
    fn peering(&self, id: &str, from: &Member<'_>, to: &Member<'_>) -> (Said, Identity) {
        let found = self.rules.documents.one("VpcPeeringConnections", "VpcPeeringConnectionId", id);
        let Some(connection) = found else { return (Said::Maybe, Identity::Unknown) };
        let side = |side: &str, key: &str| text_in(connection, side, key);
        let (one, other) = (side("RequesterVpcInfo", "VpcId"), side("AccepterVpcInfo", "VpcId"));
        let joins = (from.vpc, to.vpc) == (one, other) || (from.vpc, to.vpc) == (other, one);
        let carries = text_in(connection, "Status", "Code") == Some("active") && joins;
        let same_region = side("RequesterVpcInfo", "Region") == side("AccepterVpcInfo", "Region");
        let known = from.vpc.is_some() && to.vpc.is_some() || !carries;
        let said = if known { Said::of(carries) } else { Said::Maybe };
        (said, if same_region { Identity::Kept } else { Identity::Lost })
    }
}

/// An end at all of its places needs all of them; of an end at one of them nobody knows which.
fn together(each: impl Iterator<Item = Said>, exact: bool) -> Said {
    let each: Vec<Said> = each.collect();
    if exact { Said::all(each) } else { Said::either(each) }
}

fn same_family(a: Place, b: Place) -> bool {
    a.address().is_ipv6() == b.address().is_ipv6()
}

/// What is open to one of two who have an address, and not to the other, is not open to the address.
fn note(said: &mut BTreeMap<IpAddr, Said>, place: Place, now: Said) {
    if let Place::At(address) = place {
        said.entry(address).and_modify(|known| *known = now.min(*known)).or_insert(now);
    }
}

/// The packets that a question asks about. Client ports are all of a small range; of a large one those on both sides of
/// where any document's number lies.
pub(super) fn packets(request: &Value, documents: Documents<'_>) -> Packets {
    if text(request, "protocol") == Some("-1") {
        // One of each kind that rules tell apart.
        let each = [(TCP, 0), (TCP, 443), (TCP, 65535), (UDP, 53), (ICMP, 8), (ICMPV6, 128), (50, 0)];
        let all = each.map(|(protocol, first)| Service { protocol, first, second: 0 }).to_vec();
        return Packets { calls: all.clone(), replies: all };
    }
    let protocol = match text(request, "protocol").unwrap_or("tcp") {
        "tcp" => TCP,
        "udp" => UDP,
        "icmp" => ICMP,
        "icmpv6" => ICMPV6,
        number => number.parse().expect("a protocol is a name or a number"),
    };
    let service = |first, second| Service { protocol, first, second };
    if protocol == ICMP || protocol == ICMPV6 {
        // A type and a code on both sides of every number that a rule may name.
        let each = [0, 3, 4, 7, 8, 9, 255];
        let all = each.iter().flat_map(|first| each.iter().map(move |second| service(*first, *second)));
        let all: Vec<Service> = all.collect();
        return Packets { calls: all.clone(), replies: all };
    }
    if !matches!(protocol, TCP | UDP) {
        return Packets { calls: vec![service(0, 0)], replies: vec![service(0, 0)] };
    }
    let number = |key: &str| request.pointer(key).and_then(Value::as_u64).and_then(|number| u16::try_from(number).ok());
    let port = number("/port").expect("TCP and UDP are asked port by port");
    // Linux calls from these (N3).
    let first = number("/clientPorts/first").unwrap_or(32768);
    let last = number("/clientPorts/last").unwrap_or(60999);
    let mut ports = vec![first, last];
    if last - first < 16 {
        ports.extend(first..=last);
    } else {
        note_numbers(documents.0.get("NetworkAcls").unwrap_or(&Value::Null), &mut ports);
    }
    ports.retain(|port| (first..=last).contains(port));
    ports.sort_unstable();
    ports.dedup();
    Packets { calls: vec![service(port, 0)], replies: ports.into_iter().map(|port| service(port, 0)).collect() }
}

pub(super) fn note_numbers(value: &Value, ports: &mut Vec<u16>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| note_numbers(value, ports)),
        Value::Array(list) => list.iter().for_each(|value| note_numbers(value, ports)),
        Value::Number(number) => {
            let near = number.as_i64().into_iter().flat_map(|number| [number - 1, number, number + 1]);
            ports.extend(near.filter_map(|number| u16::try_from(number).ok()));
        }
        _ => {}
    }
}
