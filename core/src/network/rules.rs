//! The rules of a security group as sets: read when the group is first asked, and kept. Whom they let through is
//! decided elsewhere.

use std::sync::OnceLock;

use super::group::Side;
use super::protocol::Protocol;
use super::resolve::block;
use crate::error::Error;
use crate::net::{Cidr, Services};
use crate::snapshot::{IpPermission, Part, SecurityGroup, UserIdGroupPair};

/// A security group whose rules are read once.
pub(crate) struct GroupRules<'a> {
    group: &'a SecurityGroup,
    ingress: OnceLock<Option<Vec<Rule<'a>>>>,
    egress: OnceLock<Option<Vec<Rule<'a>>>>,
}

/// What a permission says: some services, to or from several peers.
pub(crate) struct Rule<'a> {
    pub(crate) permission: &'a IpPermission,
    pub(crate) services: Services,
    /// False where the documents do not say which services they are.
    pub(crate) sure: bool,
    pub(crate) peers: Vec<Peer<'a>>,
}

/// Whom a rule names.
pub(crate) enum Peer<'a> {
    /// A block as it is written, and what it is; nothing where it is known only at deployment.
    Block(&'a str, Result<Option<Cidr>, Error>),
    PrefixList(&'a str),
    Group(&'a str),
}

impl<'a> GroupRules<'a> {
    pub(crate) fn of(group: &'a SecurityGroup) -> Self {
        Self { group, ingress: OnceLock::new(), egress: OnceLock::new() }
    }

    pub(crate) fn group(&self) -> &'a SecurityGroup {
        self.group
    }

    /// The rules of one side; nothing where the documents do not give them.
    pub(crate) fn side(&self, side: Side) -> Option<&[Rule<'a>]> {
        let (kept, written) = match side {
            Side::Ingress => (&self.ingress, &self.group.ip_permissions),
            Side::Egress => (&self.egress, &self.group.ip_permissions_egress),
        };
        let id = self.group.group_id.as_deref().unwrap_or_default();
        let read = || written.as_ref().map(|all| all.iter().map(|permission| Rule::of(permission, id)).collect());
        kept.get_or_init(read).as_deref()
    }
}

impl<'a> Rule<'a> {
    fn of(permission: &'a IpPermission, group: &str) -> Self {
        let (services, sure) = covered_services(permission);
        let ipv4 = permission.ip_ranges.iter().flatten().filter_map(|range| range.cidr_ip.as_deref());
        let ipv6 = permission.ipv6_ranges.iter().flatten().filter_map(|range| range.cidr_ipv6.as_deref());
        let of_block = |text| {
            let cidr =
                block(text, "").map_err(|error| error.under(&format!("{}.{group}", Part::SecurityGroups.as_str())));
            Peer::Block(text, cidr)
        };
        let lists = permission.prefix_list_ids.iter().flatten().filter_map(|list| list.prefix_list_id.as_deref());
        let pairs = permission.user_id_group_pairs.iter().flatten().filter(|pair| !is_stale(pair));
        let groups = pairs.filter_map(|pair| pair.group_id.as_deref()).map(Peer::Group);
        let peers = ipv4.chain(ipv6).map(of_block).chain(lists.map(Peer::PrefixList)).chain(groups).collect();
        Self { permission, services, sure, peers }
    }
}

/// The services that a permission covers, and whether that is sure.
fn covered_services(permission: &IpPermission) -> (Services, bool) {
    let protocol = permission.ip_protocol.as_deref().and_then(Protocol::parse);
    let services = protocol.and_then(|protocol| protocol.services(permission.from_port, permission.to_port));
    services.map_or((Services::all(), false), |services| (services, true))
}

/// A reference across a peering connection that is gone matches nobody, though its id still stands there.
fn is_stale(pair: &UserIdGroupPair) -> bool {
    pair.peering_status.as_deref().is_some_and(|status| !status.eq_ignore_ascii_case("active"))
}
