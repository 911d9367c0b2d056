//! What a security group, a network ACL and a route table say of one packet. Each rule is read anew for each packet.

use serde_json::Value;

use super::documents::{Block, Documents, is_private, items, text, text_in, texts};
use super::ends::{Groups, Member, Place, entries};
use super::said::Said;

/// What one packet is bound for: a port, or a type and code of ICMP.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Service {
    pub(super) protocol: u8,
    pub(super) first: u16,
    pub(super) second: u16,
}

pub(super) const ICMP: u8 = 1;
pub(super) const TCP: u8 = 6;
pub(super) const UDP: u8 = 17;
pub(super) const ICMPV6: u8 = 58;

/// Whether rules that name a group still know who carries it (S10 to S12).
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Identity {
    Kept,
    /// Only rules that let in know it.
    Inbound,
    Lost,
    Unknown,
}

impl Service {
    /// Whether a rule of this protocol and these two numbers speaks of the packet (S5, S6, N5).
    fn is_in(self, protocol: &str, from: Option<i64>, to: Option<i64>) -> bool {
        let number = match protocol {
            "-1" => return true,
            "tcp" => TCP,
            "udp" => UDP,
            "icmp" => ICMP,
            "icmpv6" => ICMPV6,
            number => number.parse().expect("a protocol is a name or a number"),
        };
        let is = |wanted: Option<i64>, own: u16| wanted.is_none_or(|wanted| wanted == -1 || wanted == i64::from(own));
        number == self.protocol
            && match number {
                TCP | UDP => {
                    let any = matches!((from, to), (None | Some(-1), None | Some(-1)));
                    any || from.unwrap_or(0) <= i64::from(self.first) && i64::from(self.first) <= to.unwrap_or(0xFFFF)
                }
                ICMP | ICMPV6 => is(from, self.first) && (matches!(from, None | Some(-1)) || is(to, self.second)),
                _ => true,
            }
    }
}

/// A rule set, asked about one packet at a time.
#[derive(Clone, Copy)]
pub(super) struct Rules<'a> {
    pub(super) documents: Documents<'a>,
}

impl<'a> Rules<'a> {
    fn in_block(place: Place, block: &str) -> Said {
        Said::of(Block::of(block).holds(place.address()))
    }

    fn is_of_aws(self, list: &str) -> bool {
        let named = |part| self.documents.one(part, "PrefixListId", list).and_then(|list| text(list, "PrefixListName"));
        ["PrefixLists", "ManagedPrefixLists"]
            .into_iter()
            .filter_map(named)
            .any(|name| name.starts_with("com.amazonaws."))
    }

    /// Whether a list holds a place, and how long the longest entry is that does (S13).
    fn in_list(self, place: Place, own: Option<&str>, list: &str) -> (Said, u32) {
        if own == Some(list) {
            let longest = entries(self.documents, list).unwrap_or_default().into_iter().map(Block::of);
            let longest = longest.filter(|block| block.holds(place.address()));
            return (Said::Yes, longest.map(|block| block.length).max().unwrap_or(32));
        }
        match entries(self.documents, list) {
            Some(entries) => {
                let holds = entries.into_iter().map(|entry| (Self::in_block(place, entry), Block::of(entry).length));
                holds.max().filter(|(said, _)| *said != Said::No).unwrap_or((Said::No, 0))
            }
            // The lists of AWS's own services hold public addresses only.
            None if self.is_of_aws(list) && is_private(place.address()) => (Said::No, 0),
            None => (Said::Maybe, 0),
        }
    }

    /// The union of what all groups of an end allow (S1).
    pub(super) fn groups_allow(
        self,
        own: &Member<'_>,
        peer: &Member<'_>,
        at: Place,
        service: Service,
        egress: bool,
        identity: Identity,
    ) -> Said {
        let identity = match (identity, egress) {
            (Identity::Inbound, true) => Identity::Lost,
            (Identity::Inbound, false) => Identity::Kept,
            (same, _) => same,
        };
        let groups = match &own.groups {
            Groups::Unfiltered => return Said::Yes,
            Groups::Unknown => return Said::Maybe,
            Groups::These(groups) => groups,
        };
        let side = if egress { "IpPermissionsEgress" } else { "IpPermissions" };
        Said::any(groups.iter().map(|id| {
            let group = self.documents.one("SecurityGroups", "GroupId", id);
            let Some(rules) = group.and_then(|group| group.get(side)).and_then(Value::as_array) else {
                return Said::Maybe;
            };
            Said::any(rules.iter().map(|rule| self.rule_allows(rule, peer, at, service, identity)))
        }))
    }

    /// Whether one permission allows a packet to or from a peer.
    pub(super) fn rule_allows(
        self,
        rule: &Value,
        peer: &Member<'_>,
        at: Place,
        service: Service,
        identity: Identity,
    ) -> Said {
        let port = |key| rule.get(key).and_then(Value::as_i64);
        let protocol = text(rule, "IpProtocol").expect("a rule has a protocol");
        if !service.is_in(protocol, port("FromPort"), port("ToPort")) {
            return Said::No;
        }
        let blocks = texts(rule, "IpRanges", "CidrIp").chain(texts(rule, "Ipv6Ranges", "CidrIpv6"));
        let blocks = blocks.map(|block| Self::in_block(at, block));
        let own = peer.behind.map(|(_, list)| list);
        let lists = texts(rule, "PrefixListIds", "PrefixListId").map(|list| self.in_list(at, own, list).0);
        let groups = items(rule, "UserIdGroupPairs").iter().map(|pair| Self::carries(peer, pair, identity));
        Said::any(blocks.chain(lists).chain(groups))
    }

    /// A reference matches who carries the group (S8 to S12); one across a connection that is gone matches nobody.
    fn carries(peer: &Member<'_>, pair: &Value, identity: Identity) -> Said {
        if text(pair, "PeeringStatus").is_some_and(|status| status != "active") {
            return Said::No;
        }
        let carried = match &peer.groups {
            Groups::These(groups) => Said::of(groups.iter().any(|group| Some(group.as_str()) == text(pair, "GroupId"))),
            Groups::Unfiltered => Said::No,
            Groups::Unknown => Said::Maybe,
        };
        match identity {
            Identity::Kept | Identity::Inbound => carried,
            Identity::Lost => Said::No,
            Identity::Unknown => carried.min(Said::Maybe),
        }
    }

    /// The first entry by number that matches decides (N1); a subnet without a network ACL does not exist (N8).
    pub(super) fn acl_allows(self, subnet: &Value, peer: Place, service: Service, egress: bool) -> Said {
        let id = text(subnet, "SubnetId");
        let of_it = |acl: &&Value| texts(acl, "Associations", "SubnetId").any(|held| Some(held) == id);
        let Some(acl) = self.documents.list("NetworkAcls").iter().find(of_it) else { return Said::Maybe };
        if acl.get("Entries").is_none() {
            return Said::Maybe;
        }
        Self::decides(acl, peer, service, egress).map_or(Said::No, |(_, allows)| Said::of(allows))
    }

    /// The number of the entry that decides about a packet, and whether it allows.
    pub(super) fn decides(acl: &Value, peer: Place, service: Service, egress: bool) -> Option<(i64, bool)> {
        let own = |entry: &&Value| entry.get("Egress") == Some(&Value::Bool(egress));
        let mut entries: Vec<&Value> = items(acl, "Entries").iter().filter(own).collect();
        let number = |entry: &&Value| entry.get("RuleNumber").and_then(Value::as_i64);
        entries.sort_by_key(number);
        let decides = entries.into_iter().find(|entry| {
            let number = |outer: &str, key: &str| entry.get(outer)?.get(key)?.as_i64();
            let is_icmp = matches!(service.protocol, ICMP | ICMPV6);
            let (from, to) = if is_icmp {
                (number("IcmpTypeCode", "Type"), number("IcmpTypeCode", "Code"))
            } else {
                (number("PortRange", "From"), number("PortRange", "To"))
            };
            let protocol = text(entry, "Protocol").expect("an entry has a protocol");
            let block = text(entry, "CidrBlock").or_else(|| text(entry, "Ipv6CidrBlock"));
            let holds = Self::in_block(peer, block.expect("an entry has a block"));
            service.is_in(protocol, from, to) && holds == Said::Yes
        })?;
        Some((number(&decides)?, text(decides, "RuleAction") == Some("allow")))
    }

    /// The table of a subnet: its own, else the main one of its VPC (R1). An association with a gateway is neither (R11).
    pub(super) fn table(self, subnet: &Value) -> Option<&'a Value> {
        let mut main = None;
        for table in self.documents.list("RouteTables") {
            for association in items(table, "Associations") {
                let state = text_in(association, "AssociationState", "State");
                if state.is_some_and(|state| state != "associated") {
                    continue;
                }
                let held = text(association, "SubnetId");
                if held.is_some() && held == text(subnet, "SubnetId") {
                    return Some(table);
                }
                let is_main = association.get("Main") == Some(&Value::Bool(true)) && held.is_none();
                if is_main && text(table, "VpcId") == text(subnet, "VpcId") {
                    main = Some(table);
                }
            }
        }
        main.filter(|_| self.documents.is_whole("RouteTables"))
    }

    /// The routes of which one carries a packet, more than one where AWS picks or no document says which; no route may be
    /// one of them. `None` is a table of which the documents do not say.
    pub(super) fn routes(self, table: &'a Value, to: &Member<'_>, place: Place) -> Option<Vec<Option<&'a Value>>> {
        let routes = table.get("Routes").and_then(Value::as_array)?;
        let own = to.behind.map(|(_, list)| list);
        // R10: no route forwards these.
        if ["169.254.168.0/22", "fd00:ec2::/32"].iter().any(|block| Block::of(block).holds(place.address())) {
            return Some(vec![None]);
        }
        let mut sure: Vec<(u32, bool, bool, &Value)> = Vec::new();
        let mut perhaps = Vec::new();
        for route in routes {
            let list = text(route, "DestinationPrefixListId");
            let block = text(route, "DestinationCidrBlock").or_else(|| text(route, "DestinationIpv6CidrBlock"));
            let (said, length) = match (list, block) {
                (Some(list), _) => self.in_list(place, own, list),
                (None, Some(block)) => (Self::in_block(place, block), Block::of(block).length),
                (None, None) => (Said::Maybe, 0),
            };
            match said {
                Said::Yes => sure.push((length, !is_propagated(route), list.is_none(), route)),
                Said::Maybe => perhaps.push(route),
                Said::No => {}
            }
        }
        // The local route wins over more specific routes that were propagated (R3).
        if sure.iter().any(|(.., route)| text(route, "GatewayId") == Some("local")) {
            sure.retain(|(.., route)| !is_propagated(route));
        }
        let best = sure.iter().map(|(length, fixed, block, _)| (*length, *fixed, *block)).max();
        let is_best = |(length, fixed, block, _): &&(u32, bool, bool, &Value)| {
            let of_list = |block: bool| !block;
            // Of overlapping lists AWS takes any, whatever the length (R3).
            best == Some((*length, *fixed, *block)) || best.is_some_and(|best| of_list(best.2)) && of_list(*block)
        };
        let mut winners: Vec<&Value> = sure.iter().filter(is_best).map(|(.., route)| *route).collect();
        // How long the entry is that holds an address of a list without entries, nobody knows: only a default route is
        // surely shorter, and of overlapping lists AWS takes any.
        if matches!(place, Place::Listed(_))
            && winners.iter().any(|route| text(route, "DestinationPrefixListId") == own)
        {
            let rivals = sure.iter().filter(|(length, _, block, _)| *length > 0 || !*block);
            winners.extend(rivals.map(|(.., route)| *route));
        }
        // A route of which nobody knows whether it takes the packet may win or not.
        let mut each: Vec<Option<&Value>> = winners.into_iter().map(Some).collect();
        if each.is_empty() {
            each.push(None);
        }
        each.extend(perhaps.into_iter().map(Some));
        Some(each)
    }
}

fn is_propagated(route: &Value) -> bool {
    matches!(text(route, "Origin"), Some("EnableVgwRoutePropagation" | "Advertisement"))
}
