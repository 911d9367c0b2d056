//! The ways out of a VPC, one packet at a time: internet and egress-only gateways, NAT gateways, and VPC Block Public
//! Access. Written from the rows P7 to P10 of docs/reach.md.

use std::net::IpAddr;

use serde_json::Value;

use super::documents::{Block, is_private, items, text};
use super::ends::{Groups, Member, Place};
use super::evaluate::Question;
use super::rules::{ICMP, Service, TCP, UDP};
use super::said::Said;

/// How traffic comes out.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Outlet {
    /// From a public address.
    Direct,
    /// Through what only lets out.
    Outward,
}

/// A NAT gateway calls from these ports.
const PORTS: (u16, u16) = (1024, 65535);

impl<'a> Question<'a> {
    /// P8: attached, not shut, for who has a public address, to what is public.
    pub(super) fn by_internet_gateway(&self, id: &str, from: &Member<'a>, a: Place, b: Place) -> Said {
        let public = match a.address() {
            IpAddr::V6(_) => Said::of(!is_private(a.address())),
            address @ IpAddr::V4(_) => {
                from.public.as_ref().map_or(Said::Maybe, |public| Said::of(public.contains(&address)))
            }
        };
        public.min(self.gateway("InternetGateways", "InternetGatewayId", id, from, b, Outlet::Direct))
    }

    /// P9: IPv6 only, and outward.
    pub(super) fn by_egress_only_gateway(&self, id: &str, from: &Member<'a>, b: Place) -> Said {
        let carries = Said::of(b.address().is_ipv6());
        let key = "EgressOnlyInternetGatewayId";
        carries.min(self.gateway("EgressOnlyInternetGateways", key, id, from, b, Outlet::Outward))
    }

    fn gateway(&self, part: &str, key: &str, id: &str, from: &Member<'a>, b: Place, outlet: Outlet) -> Said {
        let shut = self.block_public_access(from, outlet);
        let Some(gateway) = self.rules.documents.one(part, key, id) else { return shut.min(Said::Maybe) };
        let here = items(gateway, "Attachments").iter().find(|one| text(one, "VpcId") == from.vpc);
        let attached = here.is_some_and(|one| matches!(text(one, "State"), Some("available" | "attached")));
        shut.min(Said::of(attached && !is_private(b.address())))
    }

    /// P10: what a region is set to, unless an exclusion for the VPC or the subnet lifts it.
    fn block_public_access(&self, from: &Member<'a>, outlet: Outlet) -> Said {
        let documents = self.rules.documents;
        let Some(options) = documents.0.get("VpcBlockPublicAccessOptions") else { return Said::Maybe };
        if text(options, "State") == Some("update-in-progress") {
            return Said::Maybe;
        }
        match (text(options, "InternetGatewayBlockMode"), outlet) {
            (Some("off"), _) | (Some("block-ingress"), Outlet::Outward) => return Said::Yes,
            (Some("block-bidirectional"), _) | (Some("block-ingress"), Outlet::Direct) => {}
            _ => return Said::Maybe,
        }
        let subnet = from.subnet.and_then(|subnet| text(subnet, "SubnetId"));
        let names = |exclusion: &&Value| {
            let resource = text(exclusion, "ResourceArn").and_then(|arn| arn.rsplit('/').next());
            resource.is_some() && (resource == from.vpc || resource == subnet)
        };
        let exclusions = documents.list("VpcBlockPublicAccessExclusions").iter().filter(names);
        let lifts = exclusions.map(|exclusion| {
            let works = matches!(text(exclusion, "State"), None | Some("create-complete" | "update-complete"));
            match text(exclusion, "InternetGatewayExclusionMode") {
                Some("allow-bidirectional") if works => Said::Yes,
                Some("allow-egress") if works && outlet == Outlet::Outward => Said::Yes,
                _ => Said::Maybe,
            }
        });
        let whole = documents.is_whole("VpcBlockPublicAccessExclusions");
        Said::any(lifts.chain([if whole { Said::No } else { Said::Maybe }]))
    }

    /// P7, N10: into the gateway's subnet and out of it, by its table, and the replies the other way. What it sends on
    /// bears its own address, so that nothing behind it asks for the client.
    pub(super) fn by_nat_gateway(&self, id: &str, from: &Member<'a>, a: Place, to: &Member<'a>, b: Place) -> Said {
        let documents = self.rules.documents;
        let Some(gateway) = documents.one("NatGateways", "NatGatewayId", id) else { return Said::Maybe };
        let works = Said::of(
            text(gateway, "State") == Some("available")
                && text(gateway, "VpcId") == from.vpc
                && b.address().is_ipv4()
                && self.packets.calls.iter().all(|call| matches!(call.protocol, TCP | UDP | ICMP)),
        );
        let Some(subnet) = documents.one("Subnets", "SubnetId", text(gateway, "SubnetId").unwrap_or_default()) else {
            return works.min(Said::Maybe);
        };
        let own = Member {
            public: None,
            groups: Groups::Unfiltered,
            subnet: Some(subnet),
            vpc: text(subnet, "VpcId"),
            ..Member::nobody()
        };
        let acl = |peer: Place, packets: &[Service], egress: bool| {
            Said::all(packets.iter().map(|one| self.rules.acl_allows(subnet, peer, *one, egress)))
        };
        let returned: Vec<Service> = match self.packets.calls.first() {
            Some(call) if matches!(call.protocol, TCP | UDP) => self.ports_between(PORTS, call.protocol),
            _ => self.packets.replies.clone(),
        };
        let (calls, replies) = (&self.packets.calls, &self.packets.replies);
        let mut edges = vec![acl(b, calls, true), acl(b, &returned, false)];
        if from.subnet.and_then(|near| text(near, "SubnetId")) != text(subnet, "SubnetId") {
            edges.extend([acl(a, calls, false), acl(a, replies, true)]);
        }
        let private = text(gateway, "ConnectivityType") == Some("private");
        let table = self.rules.table(subnet);
        let routes = table.and_then(|table| self.rules.routes(table, to, b));
        let onward = match routes.as_deref() {
            Some([None]) => Said::No,
            Some([Some(route)]) => self.out_of_nat_gateway(route, id, private, &own, to, b),
            // Which of several routes it is counts on the tables of the two ends only.
            _ => Said::Maybe,
        };
        Said::all(edges.into_iter().chain([works, onward]))
    }

    fn out_of_nat_gateway(
        &self,
        route: &Value,
        id: &str,
        private: bool,
        own: &Member<'a>,
        to: &Member<'a>,
        b: Place,
    ) -> Said {
        let is_active = text(route, "State").unwrap_or("active") == "active";
        match text(route, "GatewayId") {
            Some(gateway) if gateway.starts_with("igw-") && is_active => {
                let out = self.gateway("InternetGateways", "InternetGatewayId", gateway, own, b, Outlet::Outward);
                if private { Said::No } else { out }
            }
            _ if text(route, "NatGatewayId") == Some(id) && is_active => Said::No,
            _ => self.further(route, (own, Place::At(b.address())), (to, b), &self.packets.calls).said,
        }
    }

    /// The ports of a range on both sides of where any document's number lies.
    fn ports_between(&self, (first, last): (u16, u16), protocol: u8) -> Vec<Service> {
        let mut ports = vec![first, last];
        super::evaluate::note_numbers(self.rules.documents.0.get("NetworkAcls").unwrap_or(&Value::Null), &mut ports);
        ports.retain(|port| (first..=last).contains(port));
        ports.into_iter().map(|first| Service { protocol, first, second: 0 }).collect()
    }
}

/// Whether an address is outside: global, and in no VPC that is shown.
pub(super) fn is_outside(documents: super::documents::Documents<'_>, address: IpAddr) -> bool {
    let special = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "198.18.0.0/15", "224.0.0.0/3"];
    let holds = |block: &str| Block::of(block).holds(address);
    let global = if address.is_ipv6() { holds("2000::/3") } else { !special.into_iter().any(holds) };
    let of_vpc = |vpc: &Value| {
        let sets = ["CidrBlockAssociationSet", "Ipv6CidrBlockAssociationSet"];
        let listed = sets.into_iter().flat_map(|set| items(vpc, set));
        let listed = listed.filter_map(|one| text(one, "CidrBlock").or_else(|| text(one, "Ipv6CidrBlock")));
        listed.chain(text(vpc, "CidrBlock")).any(holds)
    };
    global && !is_private(address) && !documents.list("Vpcs").iter().any(of_vpc)
}
