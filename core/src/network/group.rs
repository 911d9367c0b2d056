//! Security groups: allow rules only, the union over all groups of an end, replies always pass. A rule that cannot be
//! evaluated widens what is possible and never what is sure.

use super::certificate::DecidingRule;
use super::crossing::Identity;
use super::end::{End, Groups};
use super::path::Asked;
use super::resolve::{Network, bare};
use super::route::private;
use super::rules::{Peer, Rule};
use crate::error::Error;
use crate::net::{Addresses, Bounds, Services, Traffic};
use crate::snapshot::IpPermission;

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

/// What `own` allows to or from `peer`, as far as what is asked is concerned.
pub(crate) fn allowed(
    network: &Network<'_>,
    side: Side,
    own: &Groups,
    peer: &End<'_>,
    asked: &Asked,
    identity: Identity,
) -> Result<Allowed, Error> {
    let everything =
        |addresses| Ok(Allowed { addresses, rule: None, missing: Vec::new(), lost: Vec::new(), rules: Vec::new() });
    let ids = match own {
        Groups::Unfiltered => return everything(Bounds::exact(peer.addresses.clone())),
        Groups::Unknown => return everything(Bounds::unknown(peer.addresses.clone())),
        Groups::These(ids) => ids,
    };
    let services = &asked.services;
    let mut surely: Vec<(&Services, Addresses)> = Vec::new();
    let mut possibly: Vec<(&Services, Addresses)> = Vec::new();
    // Whether one rule allows all of it by itself.
    let mut alone = false;
    let mut rule = None;
    let mut missing = Vec::new();
    let mut lost: Vec<String> = Vec::new();
    let mut rules = Vec::new();
    let mut told = Addresses::empty();
    for id in ids.iter() {
        let Some(own) = network.rules(id, side) else {
            missing.push(id.clone());
            possibly.push((services, peer.addresses.clone()));
            continue;
        };
        for one in own {
            // Nothing adds to a rule that allows all by itself, and what speaks of other services adds nothing.
            if alone || !one.services.overlaps(services) {
                continue;
            }
            for named in &one.peers {
                let Some(matched) = matches(network, named, peer, identity, &mut lost)? else { continue };
                let Matched { addresses, sure } = matched;
                if addresses.is_empty() {
                    continue;
                }
                if one.sure && sure {
                    let whole = one.services.covers(services);
                    let all = whole && addresses.covers(&peer.addresses);
                    if asked.explained {
                        let own = || decides(network, id, side, one, named);
                        if !alone && all {
                            let own = own();
                            rule = Some(in_words(&own, side));
                            rules = vec![own];
                            told = peer.addresses.clone();
                        } else if !told.covers(&addresses) {
                            rules.push(own());
                            told = if whole { told.union(&addresses) } else { told };
                        }
                    }
                    alone |= all;
                    surely.push((&one.services, addresses));
                } else {
                    possibly.push((&one.services, addresses));
                }
            }
        }
    }
    lost.sort_unstable();
    lost.dedup();
    let open = |rectangles: &[(&Services, Addresses)]| open_to_all(rectangles, services);
    let addresses = if alone {
        Bounds::exact(peer.addresses.clone())
    } else if possibly.is_empty() {
        Bounds::exact(open(&surely))
    } else {
        possibly.extend(surely.iter().cloned());
        Bounds::new(open(&surely), open(&possibly))
    };
    Ok(Allowed { addresses, rule, missing, lost, rules })
}

/// The addresses to which all services that are asked are open.
fn open_to_all(rectangles: &[(&Services, Addresses)], asked: &Services) -> Addresses {
    // Mostly one port is asked, of which each rule holds all or nothing.
    if rectangles.iter().all(|(services, _)| services.covers(asked)) {
        return rectangles.iter().fold(Addresses::empty(), |all, (_, addresses)| all.union(addresses));
    }
    let traffic: Traffic =
        rectangles.iter().map(|(services, addresses)| ((*services).clone(), addresses.clone())).collect();
    traffic.addresses_open_to_all(asked)
}

impl Side {
    const fn toward(self) -> &'static str {
        match self {
            Self::Ingress => "from",
            Self::Egress => "to",
        }
    }
}

/// The addresses of a peer that a rule speaks of, and whether that is sure.
struct Matched {
    addresses: Addresses,
    sure: bool,
}

/// What one whom a rule names has in common with a peer.
fn matches(
    network: &Network<'_>,
    named: &Peer<'_>,
    peer: &End<'_>,
    identity: Identity,
    unseen: &mut Vec<String>,
) -> Result<Option<Matched>, Error> {
    let all = |sure| Some(Matched { addresses: peer.addresses.clone(), sure });
    Ok(match named {
        Peer::Block(_, cidr) => match cidr.clone()? {
            Some(cidr) => Some(Matched { addresses: peer.addresses.within(cidr), sure: true }),
            None => all(false),
        },
        Peer::PrefixList(id) => {
            let list = network.prefix_list(id);
            let of_aws = || list.is_some_and(|list| list.name.starts_with("com.amazonaws."));
            match list.and_then(|list| list.addresses.as_ref()) {
                _ if peer.prefix_list == Some(id) => all(true),
                Some(entries) => Some(Matched { addresses: peer.addresses.intersection(entries), sure: true }),
                // A list of a service holds public addresses only.
                None if of_aws() => Some(Matched { addresses: peer.addresses.difference(private()), sure: false }),
                None => all(false),
            }
        }
        Peer::Group(id) => {
            let carries = match peer.groups.carry(id) {
                Some(false) => return Ok(None),
                carries => carries == Some(true),
            };
            if matches!(identity, Identity::Lost | Identity::Unknown) {
                unseen.push(bare(id).to_owned());
            }
            if identity == Identity::Lost { None } else { all(carries && identity != Identity::Unknown) }
        }
    })
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
fn decides(network: &Network<'_>, group: &str, side: Side, rule: &Rule<'_>, named: &Peer<'_>) -> DecidingRule {
    let (Peer::Block(peer, _) | Peer::PrefixList(peer) | Peer::Group(peer)) = named;
    DecidingRule {
        holder: group.to_owned(),
        rule_id: rule_id(network, group, side, rule.permission, peer),
        rule_number: None,
        allows: true,
        services: rule.services.to_string(),
        peer: (*peer).to_owned(),
        target: None,
    }
}

/// A rule in words: ids stand in backticks, blocks do not.
fn in_words(rule: &DecidingRule, side: Side) -> String {
    let DecidingRule { holder, services, peer, .. } = rule;
    let toward = side.toward();
    let known = rule.rule_id.as_ref().map(|id| format!(" (`{id}`)")).unwrap_or_default();
    if peer.contains('/') && !peer.contains("sg-") {
        format!("`{holder}` allows {services} {toward} {peer}{known}")
    } else {
        format!("`{holder}` allows {services} {toward} `{peer}`{known}")
    }
}
