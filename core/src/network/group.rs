//! Security groups: allow rules only, the union over all groups of an end, replies always pass. A rule that cannot be
//! evaluated widens what is possible and never what is sure.

use super::certificate::DecidingRule;
use super::crossing::Identity;
use super::end::{End, Groups};
use super::protocol::Protocol;
use super::resolve::{Found, Network, bare, block};
use super::route::private;
use crate::error::Error;
use crate::net::{Addresses, Bounds, Services, Traffic};
use crate::snapshot::{IpPermission, Part, SecurityGroup, UserIdGroupPair};

/// Which list of a group is asked.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Side {
    Ingress,
    Egress,
}

/// What the groups of one end allow to or from a peer.
pub(crate) struct Allowed {
    /// The peer's addresses for which everything asked is allowed.
    pub(crate) addresses: Bounds<Addresses>,
    /// The rule that allows all of it by itself, in words.
    pub(crate) rule: Option<String>,
    /// The groups of which the documents give no rules.
    pub(crate) missing: Vec<String>,
    /// The groups that rules name and that the peer carries, but that may not be seen across the path.
    pub(crate) lost: Vec<String>,
    /// The rules that together allow what is surely allowed.
    pub(crate) rules: Vec<DecidingRule>,
}

/// What `own` allows to or from `peer`, as far as `services` are concerned.
pub(crate) fn allowed(
    network: &Network<'_>,
    side: Side,
    own: &Groups,
    peer: &End<'_>,
    services: &Services,
    identity: Identity,
) -> Result<Allowed, Error> {
    let everything =
        |addresses| Ok(Allowed { addresses, rule: None, missing: Vec::new(), lost: Vec::new(), rules: Vec::new() });
    let ids = match own {
        Groups::Unfiltered => return everything(Bounds::exact(peer.addresses.clone())),
        Groups::Unknown => return everything(Bounds::unknown(peer.addresses.clone())),
        Groups::These(ids) => ids,
    };
    let mut surely = Vec::new();
    let mut possibly = Vec::new();
    let mut rule = None;
    let mut missing = Vec::new();
    let mut lost: Vec<String> = Vec::new();
    let mut rules = Vec::new();
    let mut told = Addresses::empty();
    for id in ids {
        let permissions = match network.group(id) {
            Found::Yes(group) => permissions(group, side),
            Found::No | Found::Unknown(_) => None,
        };
        let Some(permissions) = permissions else {
            missing.push(id.clone());
            possibly.push((Services::all(), peer.addresses.clone()));
            continue;
        };
        for permission in permissions {
            let (covered, sure) = covered_services(permission);
            // Nothing adds to a rule that allows all by itself, and what speaks of other services adds nothing.
            if rule.is_some() || !covered.overlaps(services) {
                continue;
            }
            for matched in peers(network, permission, peer, id, identity, &mut lost)? {
                let addresses = matched.addresses.intersection(&peer.addresses);
                if addresses.is_empty() {
                    continue;
                }
                if sure && matched.sure {
                    let own = || decides(network, id, side, permission, &covered, matched.names);
                    let whole = covered.covers(services);
                    if rule.is_none() && whole && addresses.covers(&peer.addresses) {
                        let own = own();
                        let known = own.rule_id.as_ref().map(|id| format!(" (`{id}`)")).unwrap_or_default();
                        rule = Some(format!("`{id}` allows {covered} {} {}{known}", side.toward(), matched.words()));
                        rules = vec![own];
                        told = peer.addresses.clone();
                    } else if !told.covers(&addresses) {
                        rules.push(own());
                        told = if whole { told.union(&addresses) } else { told };
                    }
                    surely.push((covered.clone(), addresses));
                } else {
                    possibly.push((covered.clone(), addresses));
                }
            }
        }
    }
    lost.sort_unstable();
    lost.dedup();
    let open = |rectangles: Vec<(Services, Addresses)>| {
        let traffic: Traffic = rectangles.into_iter().collect();
        traffic.addresses_open_to_all(services).intersection(&peer.addresses)
    };
    let addresses = if rule.is_some() {
        Bounds::exact(peer.addresses.clone())
    } else if possibly.is_empty() {
        Bounds::exact(open(surely))
    } else {
        possibly.extend(surely.iter().cloned());
        Bounds::new(open(surely), open(possibly))
    };
    Ok(Allowed { addresses, rule, missing, lost, rules })
}

impl Side {
    const fn toward(self) -> &'static str {
        match self {
            Self::Ingress => "from",
            Self::Egress => "to",
        }
    }
}

fn permissions(group: &SecurityGroup, side: Side) -> Option<&[IpPermission]> {
    match side {
        Side::Ingress => group.ip_permissions.as_deref(),
        Side::Egress => group.ip_permissions_egress.as_deref(),
    }
}

/// The services that a permission covers, and whether that is sure.
fn covered_services(permission: &IpPermission) -> (Services, bool) {
    let protocol = permission.ip_protocol.as_deref().and_then(Protocol::parse);
    let services = protocol.and_then(|protocol| protocol.services(permission.from_port, permission.to_port));
    services.map_or((Services::all(), false), |services| (services, true))
}

struct Matched<'p> {
    addresses: Addresses,
    sure: bool,
    /// The block, list or group that a permission names.
    names: &'p str,
}

impl Matched<'_> {
    /// What is named, in words: ids stand in backticks, blocks do not.
    fn words(&self) -> String {
        if self.names.contains('/') && !self.names.contains("sg-") {
            self.names.to_owned()
        } else {
            format!("`{}`", self.names)
        }
    }
}

/// The addresses of `peer` that each source or destination of a permission speaks of.
fn peers<'p>(
    network: &Network<'_>,
    permission: &'p IpPermission,
    peer: &End<'_>,
    group: &str,
    identity: Identity,
    unseen: &mut Vec<String>,
) -> Result<Vec<Matched<'p>>, Error> {
    let mut matched = Vec::new();
    let ipv4 = permission.ip_ranges.iter().flatten().filter_map(|range| range.cidr_ip.as_deref());
    let ipv6 = permission.ipv6_ranges.iter().flatten().filter_map(|range| range.cidr_ipv6.as_deref());
    for text in ipv4.chain(ipv6) {
        let cidr =
            block(text, "").map_err(|error| error.under(&format!("{}.{group}", Part::SecurityGroups.as_str())))?;
        let addresses = cidr.map_or_else(|| peer.addresses.clone(), Addresses::from);
        matched.push(Matched { addresses, sure: cidr.is_some(), names: text });
    }
    for id in permission.prefix_list_ids.iter().flatten().filter_map(|list| list.prefix_list_id.as_deref()) {
        let list = network.prefix_list(id);
        let entries = list.and_then(|list| list.addresses.clone());
        let public = list.is_some_and(|list| list.name.starts_with("com.amazonaws."));
        if entries.is_none() && public && private().covers(&peer.addresses) {
            continue;
        }
        let same = peer.prefix_list == Some(id);
        let sure = same || entries.is_some();
        let addresses = entries.filter(|_| !same).unwrap_or_else(|| peer.addresses.clone());
        matched.push(Matched { addresses, sure, names: id });
    }
    for pair in permission.user_id_group_pairs.iter().flatten() {
        let Some(id) = pair.group_id.as_deref().filter(|_| !is_stale(pair)) else { continue };
        let carries = match peer.groups.carry(id) {
            Some(false) => continue,
            carries => carries == Some(true),
        };
        if matches!(identity, Identity::Lost | Identity::Unknown) {
            unseen.push(bare(id).to_owned());
        }
        if identity == Identity::Lost {
            continue;
        }
        let sure = carries && identity != Identity::Unknown;
        matched.push(Matched { addresses: peer.addresses.clone(), sure, names: id });
    }
    Ok(matched)
}

/// A reference across a peering connection that is gone matches nobody, though its id still stands there.
fn is_stale(pair: &UserIdGroupPair) -> bool {
    pair.peering_status.as_deref().is_some_and(|status| !status.eq_ignore_ascii_case("active"))
}

/// The id of the rule that is this one part of a permission, where the documents give rules one by one.
fn rule_id(network: &Network<'_>, group: &str, side: Side, permission: &IpPermission, peer: &str) -> Option<String> {
    let mut same = network.rules_of(group).filter(|rule| {
        let referenced = rule.referenced_group_info.as_ref().and_then(|info| info.group_id.as_deref());
        let peers = [&rule.cidr_ipv4, &rule.cidr_ipv6, &rule.prefix_list_id].map(|text| text.as_deref());
        let all = |protocol: &Option<String>| protocol.as_deref() == Some("-1");
        let ports =
            all(&rule.ip_protocol) || (rule.from_port, rule.to_port) == (permission.from_port, permission.to_port);
        rule.is_egress == Some(side == Side::Egress)
            && rule.ip_protocol == permission.ip_protocol
            && ports
            && (peers.contains(&Some(peer)) || referenced == Some(peer))
    });
    same.find_map(|rule| rule.security_group_rule_id.clone())
}

/// One source or destination of a permission as a rule of its own, as AWS counts them.
fn decides(
    network: &Network<'_>,
    group: &str,
    side: Side,
    permission: &IpPermission,
    covered: &Services,
    peer: &str,
) -> DecidingRule {
    DecidingRule {
        holder: group.to_owned(),
        rule_id: rule_id(network, group, side, permission, peer),
        rule_number: None,
        allows: true,
        services: covered.to_string(),
        peer: peer.to_owned(),
        target: None,
    }
}
