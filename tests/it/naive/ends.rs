//! Who is at the two ends: every address one by one, with the groups and the subnet that it has. Nothing is walked here.

use std::collections::BTreeSet;
use std::net::IpAddr;

use serde_json::Value;

use super::documents::{Block, Documents, address, is_private, items, text, texts};
use super::gateways::is_outside;

/// The groups of an end (S1).
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Groups {
    These(Vec<String>),
    /// No group applies.
    Unfiltered,
    Unknown,
}

/// Where an end answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Place {
    At(IpAddr),
    /// An address that a prefix list may hold, whose entries no document gives.
    Listed(IpAddr),
}

impl Place {
    pub(super) const fn address(self) -> IpAddr {
        let (Self::At(address) | Self::Listed(address)) = self;
        address
    }
}

/// One end: its places share a subnet and groups.
#[derive(Clone, Debug)]
pub(super) struct Member<'a> {
    pub(super) places: Vec<Place>,
    /// False when it is at one of its places, and nobody knows at which.
    pub(super) exact: bool,
    pub(super) groups: Groups,
    pub(super) subnet: Option<&'a Value>,
    pub(super) vpc: Option<&'a str>,
    /// The prefix list that the places are, behind this gateway endpoint.
    pub(super) behind: Option<(&'a str, &'a str)>,
    pub(super) is_endpoint: bool,
    /// The private IPv4 addresses that have a public one; `None` when that is not known.
    pub(super) public: Option<Vec<IpAddr>>,
}

impl Member<'_> {
    /// Somebody of whom nothing is known.
    pub(super) const fn nobody() -> Self {
        let (groups, is_endpoint) = (Groups::Unknown, false);
        Self {
            places: Vec::new(),
            exact: true,
            groups,
            subnet: None,
            vpc: None,
            behind: None,
            is_endpoint,
            public: None,
        }
    }
}

/// Of larger blocks only the points around each boundary are looked at.
const LARGEST_WHOLE_BLOCK: u128 = 64;

/// How the addresses of a block are counted: all, or where something can change.
pub(super) struct Ends<'a> {
    pub(super) documents: Documents<'a>,
    /// Every end of every block in any document, with its neighbours.
    pub(super) boundaries: BTreeSet<(bool, u128)>,
}

impl<'a> Ends<'a> {
    /// The ends of a question.
    pub(super) fn of(request: &Value, documents: Documents<'a>) -> Self {
        let mut boundaries = BTreeSet::new();
        note_boundaries(request, &mut boundaries);
        Self { documents, boundaries }
    }

    pub(super) fn points(&self, block: &Block) -> Vec<Place> {
        let inside = |number: &u128| (block.first..=block.last).contains(number);
        let numbers: Vec<u128> = if block.last - block.first < LARGEST_WHOLE_BLOCK {
            (block.first..=block.last).collect()
        } else {
            let near = self.boundaries.iter().filter(|(is_v6, _)| *is_v6 == block.is_v6).map(|(_, number)| *number);
            near.filter(inside).collect()
        };
        numbers.into_iter().map(|number| Place::At(address(block.is_v6, number))).collect()
    }

    fn subnet(&self, id: &str) -> Option<&'a Value> {
        self.documents.one("Subnets", "SubnetId", id)
    }

    /// The callers.
    pub(super) fn sources(&self, name: &str, stated: Option<Vec<String>>) -> Vec<Member<'a>> {
        let stated = stated.map(Groups::These);
        if name.starts_with("eni-") {
            let interface = self.documents.one("NetworkInterfaces", "NetworkInterfaceId", name);
            let member = self.interface(interface.expect("the source is shown"));
            return vec![Member { groups: stated.unwrap_or_else(|| member.groups.clone()), ..member }];
        }
        if name.starts_with("subnet-") {
            return self.of_subnet(name, stated, true);
        }
        self.of_block(&Block::of(name), stated.as_ref(), true)
    }

    /// Everything outside: of that only the points around each boundary are looked at, and the ends of all.
    fn internet(&self) -> Member<'a> {
        let blocks = ["0.0.0.0/0", "2000::/3"].map(Block::of);
        let points = blocks.iter().flat_map(|block| self.points(block));
        let more = ["1.0.0.0", "198.51.100.9", "223.255.255.255", "2000::", "3fff:ffff::"];
        let more = more.map(|text| Place::At(text.parse().expect("it is an address")));
        let mut places: Vec<Place> =
            points.chain(more).filter(|one| is_outside(self.documents, one.address())).collect();
        places.sort_by_key(|place| place.address());
        places.dedup();
        Member { places, groups: Groups::Unfiltered, ..Member::nobody() }
    }

    /// Those who are called: an interface, an endpoint, a subnet or an address.
    pub(super) fn destinations(&self, name: &str) -> Vec<Member<'a>> {
        if name == "internet" {
            return vec![self.internet()];
        }
        if name.starts_with("eni-") {
            let interface = self.documents.one("NetworkInterfaces", "NetworkInterfaceId", name);
            return vec![self.interface(interface.expect("the destination is shown"))];
        }
        if name.starts_with("subnet-") {
            return self.of_subnet(name, None, false);
        }
        if name.starts_with("vpce-") {
            let endpoint = self.documents.one("VpcEndpoints", "VpcEndpointId", name).expect("the endpoint is shown");
            let is_gateway = text(endpoint, "VpcEndpointType") == Some("Gateway");
            return if is_gateway { self.behind(endpoint) } else { self.of_endpoint(endpoint) };
        }
        let address: IpAddr = name.parse().expect("anything else is an address");
        for interface in self.documents.list("NetworkInterfaces") {
            let member = self.interface(interface);
            if member.places.contains(&Place::At(address)) {
                return vec![Member { places: vec![Place::At(address)], ..member }];
            }
        }
        if is_outside(self.documents, address) {
            return vec![Member { places: vec![Place::At(address)], groups: Groups::Unfiltered, ..Member::nobody() }];
        }
        let home = self.documents.list("Subnets").iter().find(|subnet| blocks(subnet).any(|b| b.holds(address)));
        let bare = Member {
            places: vec![Place::At(address)],
            exact: true,
            subnet: home,
            vpc: home.and_then(|subnet| text(subnet, "VpcId")),
            ..Member::nobody()
        };
        vec![bare]
    }

    /// An interface with all its private addresses: primary, secondary, IPv6, delegated (S8).
    pub(super) fn interface(&self, interface: &'a Value) -> Member<'a> {
        let singles = text(interface, "PrivateIpAddress").into_iter();
        let singles = singles.chain(texts(interface, "PrivateIpAddresses", "PrivateIpAddress"));
        let singles = singles.chain(texts(interface, "Ipv6Addresses", "Ipv6Address"));
        let blocks = singles.chain(texts(interface, "Ipv4Prefixes", "Ipv4Prefix"));
        let mut places: Vec<Place> = Vec::new();
        for place in blocks.flat_map(|block| self.points(&Block::of(block))) {
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let kind = text(interface, "InterfaceType").unwrap_or_default();
        let groups = match interface.get("Groups") {
            None => Groups::Unknown,
            // Gateways and Network Load Balancers may have no group at all: nothing is filtered then (S1).
            Some(groups) if groups == &serde_json::json!([]) && kind == "network_load_balancer" => Groups::Unfiltered,
            Some(_) => Groups::These(texts(interface, "Groups", "GroupId").map(ToOwned::to_owned).collect()),
        };
        let subnet = text(interface, "SubnetId").and_then(|id| self.subnet(id));
        Member {
            places,
            exact: true,
            groups,
            subnet,
            vpc: text(interface, "VpcId").or_else(|| subnet.and_then(|subnet| text(subnet, "VpcId"))),
            behind: None,
            is_endpoint: kind == "vpc_endpoint",
            public: Some(public(interface)),
        }
    }

    /// The interfaces in a subnet; where none is shown or not all are, its other addresses too.
    fn of_subnet(&self, id: &str, stated: Option<Groups>, calls: bool) -> Vec<Member<'a>> {
        let subnet = self.subnet(id).expect("the subnet is shown");
        let all = blocks(subnet).flat_map(|block| self.points(&block)).collect();
        if let Some(groups) = stated {
            return vec![Self::somebody(subnet, all, groups)];
        }
        let mut members = self.shown_in(subnet, calls);
        if members.is_empty() || !self.documents.is_whole("NetworkInterfaces") {
            members.push(self.others(subnet, all));
        }
        members
    }

    /// The addresses of a block, subnet by subnet.
    fn of_block(&self, block: &Block, stated: Option<&Groups>, calls: bool) -> Vec<Member<'a>> {
        let mut members = Vec::new();
        let inside = |place: &Place| matches!(place, Place::At(address) if block.holds(*address));
        for subnet in self.documents.list("Subnets") {
            let here: Vec<Place> = blocks(subnet).flat_map(|own| self.points(&own)).filter(inside).collect();
            if here.is_empty() {
                continue;
            }
            if let Some(groups) = stated.cloned() {
                members.push(Self::somebody(subnet, here, groups));
                continue;
            }
            members.extend(self.shown_in(subnet, calls));
            members.push(self.others(subnet, here));
        }
        for member in &mut members {
            member.places.retain(inside);
        }
        members.retain(|member| !member.places.is_empty());
        members
    }

    /// The interfaces in a subnet; those of endpoints call nobody (E4).
    fn shown_in(&self, subnet: &Value, calls: bool) -> Vec<Member<'a>> {
        let here = |interface: &&Value| text(interface, "SubnetId") == text(subnet, "SubnetId");
        let shown = self.documents.list("NetworkInterfaces").iter().filter(here);
        shown.map(|interface| self.interface(interface)).filter(|member| !(calls && member.is_endpoint)).collect()
    }

    /// Who has an address of a subnet that no interface has that is shown.
    fn others(&self, subnet: &'a Value, mut places: Vec<Place>) -> Member<'a> {
        for member in self.shown_in(subnet, false) {
            places.retain(|place| !member.places.contains(place));
        }
        Self::somebody(subnet, places, Groups::Unknown)
    }

    fn somebody(subnet: &'a Value, places: Vec<Place>, groups: Groups) -> Member<'a> {
        let vpc = text(subnet, "VpcId");
        Member { places, groups, subnet: Some(subnet), vpc, ..Member::nobody() }
    }

    /// What a gateway endpoint leads to (R6): the entries of its service's list.
    fn behind(&self, endpoint: &'a Value) -> Vec<Member<'a>> {
        let service = text(endpoint, "ServiceName").expect("an endpoint names its service");
        let named = |part| self.documents.one(part, "PrefixListName", service);
        let list = named("PrefixLists").or_else(|| named("ManagedPrefixLists"));
        let id = list.and_then(|list| text(list, "PrefixListId")).expect("the list of the service is shown");
        let entries = entries(self.documents, id);
        let places = match &entries {
            Some(entries) => entries.iter().flat_map(|entry| self.points(&Block::of(entry))).collect(),
            None => self
                .points(&Block::of("0.0.0.0/0"))
                .into_iter()
                .map(Place::address)
                .filter(|one| !is_private(*one))
                .map(Place::Listed)
                .collect(),
        };
        let member = Member {
            places,
            exact: entries.is_some(),
            groups: Groups::Unfiltered,
            subnet: None,
            vpc: text(endpoint, "VpcId"),
            behind: text(endpoint, "VpcEndpointId").map(|endpoint| (endpoint, id)),
            is_endpoint: false,
            public: None,
        };
        vec![member]
    }

    /// The interfaces of an endpoint; where they are not all shown, somewhere in each of its subnets (E3).
    fn of_endpoint(&self, endpoint: &'a Value) -> Vec<Member<'a>> {
        let ids = items(endpoint, "NetworkInterfaceIds").iter().filter_map(Value::as_str);
        let shown: Option<Vec<&Value>> =
            ids.map(|id| self.documents.one("NetworkInterfaces", "NetworkInterfaceId", id)).collect();
        let groups = Groups::These(texts(endpoint, "Groups", "GroupId").map(ToOwned::to_owned).collect());
        if let Some(shown) = shown.filter(|shown| !shown.is_empty()) {
            return shown.into_iter().map(|interface| self.interface(interface)).collect();
        }
        let somewhere = |id: &str| {
            let subnet = self.subnet(id).expect("the subnets of an endpoint are shown");
            let places = blocks(subnet).filter(|block| !block.is_v6).flat_map(|block| self.points(&block)).collect();
            Member { exact: false, is_endpoint: true, ..Self::somebody(subnet, places, groups.clone()) }
        };
        items(endpoint, "SubnetIds").iter().filter_map(Value::as_str).map(somewhere).collect()
    }
}

/// The addresses of an interface that have a public one.
fn public(interface: &Value) -> Vec<IpAddr> {
    let has = |one: &&Value| one.get("Association").is_some();
    let listed = items(interface, "PrivateIpAddresses").iter().chain([interface]).filter(has);
    listed.filter_map(|one| text(one, "PrivateIpAddress")?.parse().ok()).collect()
}

/// The blocks of a subnet.
pub(super) fn blocks(subnet: &Value) -> impl Iterator<Item = Block> {
    let ipv6 = texts(subnet, "Ipv6CidrBlockAssociationSet", "Ipv6CidrBlock");
    text(subnet, "CidrBlock").into_iter().chain(ipv6).map(Block::of)
}

/// The entries of a prefix list, where a document gives them (S13).
pub(super) fn entries<'a>(documents: Documents<'a>, id: &str) -> Option<Vec<&'a str>> {
    let of_aws = documents.one("PrefixLists", "PrefixListId", id).and_then(|list| list.get("Cidrs"));
    if let Some(entries) = of_aws.and_then(Value::as_array) {
        return Some(entries.iter().filter_map(Value::as_str).collect());
    }
    let answer = documents.0.get("PrefixListEntries").and_then(|answers| answers.get(id))?;
    answer.get("Entries").map(|_| texts(answer, "Entries", "Cidr").collect())
}

fn note_boundaries(value: &Value, boundaries: &mut BTreeSet<(bool, u128)>) {
    match value {
        Value::Object(map) => map.values().for_each(|value| note_boundaries(value, boundaries)),
        Value::Array(list) => list.iter().for_each(|value| note_boundaries(value, boundaries)),
        Value::String(text) if is_address(text) => {
            let block = Block::of(text);
            let ends = [block.first, block.first + 1, block.last, block.last.saturating_add(1)];
            boundaries.extend(ends.map(|end| (block.is_v6, end)));
            boundaries.extend(ends.map(|end| (block.is_v6, end.saturating_sub(1))));
        }
        _ => {}
    }
}

fn is_address(text: &str) -> bool {
    text.split('/').next().is_some_and(|address| address.parse::<IpAddr>().is_ok())
}
