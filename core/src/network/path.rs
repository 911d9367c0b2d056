//! One source end to one destination end: every place on the way there and back, what each lets through, and their
//! conjunction. All places are asked, so that every blocker is known and not only the first.

use super::acl;
use super::answer::{BlockerCode, Direction, PortSpan};
use super::end::{End, Groups};
use super::group::{self, Side};
use super::protocol::Protocol;
use super::resolve::{Found, Network};
use super::route::{Way, ways};
use crate::error::Error;
use crate::net::{Addresses, Bounds, Services};
use crate::snapshot::{Part, Route, RouteTable, Subnet};
use crate::text::quoted;

/// What is asked of a path.
#[derive(Clone)]
pub(crate) struct Asked {
    pub(crate) protocol: Protocol,
    /// The destination ports, for a protocol that has ports.
    pub(crate) ports: PortSpan,
    pub(crate) services: Services,
    /// The client's own ports, to which replies come back.
    pub(crate) client_ports: PortSpan,
    pub(crate) replies: Services,
}

/// The ports from which Linux calls by default.
pub(crate) const LINUX_CLIENT_PORTS: PortSpan = PortSpan { first: 32768, last: 60999 };

impl Asked {
    pub(crate) fn new(protocol: Protocol, ports: PortSpan, client_ports: PortSpan) -> Self {
        let over = |span: PortSpan| match protocol {
            Protocol::All => Services::all(),
            Protocol::Number(number) if protocol.has_ports() => Services::ports(number, span.first, span.last),
            Protocol::Number(number) => Services::protocol(number),
        };
        Self { protocol, ports, services: over(ports), client_ports, replies: over(client_ports) }
    }

    /// What nearly every call to AWS is: TCP to port 443.
    pub(crate) fn https() -> Self {
        Self::tcp(443)
    }

    /// TCP to a port, from where Linux calls by default.
    pub(crate) fn tcp(port: u16) -> Self {
        Self::new(Protocol::Number(Services::TCP), PortSpan { first: port, last: port }, LINUX_CLIENT_PORTS)
    }
}

/// A place on the way, and the source addresses that it lets through.
pub(crate) struct Step {
    pub(crate) code: BlockerCode,
    pub(crate) direction: Direction,
    pub(crate) part: Part,
    /// The objects that decide: groups, a table, an ACL.
    pub(crate) ids: Vec<String>,
    pub(crate) open: Bounds<Addresses>,
    /// The addresses of the other end that the place does not surely let through.
    pub(crate) closed: Addresses,
    /// Whether a route of its own to the destination would open the place whole; routes only.
    pub(crate) lacks_route: bool,
    pub(crate) says: String,
    /// The part whose absence makes the step unknown.
    pub(crate) missing: Option<Part>,
}

/// A path: its ends and its steps.
pub(crate) struct Path<'a> {
    pub(crate) from: End<'a>,
    pub(crate) to: End<'a>,
    pub(crate) steps: Vec<Step>,
}

impl Path<'_> {
    /// The source addresses that surely and possibly get through.
    pub(crate) fn open(&self) -> Bounds<Addresses> {
        let all = Bounds::exact(self.from.addresses.clone());
        self.steps.iter().fold(all, |open, step| open.intersection(&step.open))
    }
}

/// Walks from a source to a destination in one address family.
pub(crate) fn walk<'a>(network: &Network<'a>, from: &End<'a>, to: &End<'a>, asked: &Asked) -> Result<Path<'a>, Error> {
    let walk = Walk { network, from, to, asked };
    let mut steps = vec![walk.group_egress()?];
    let same_subnet = match (from.subnet, to.subnet) {
        (Some(a), Some(b)) => a.subnet_id.is_some() && a.subnet_id == b.subnet_id,
        _ => false,
    };
    if !same_subnet {
        steps.extend(walk.acl(from.subnet, Side::Egress, BlockerCode::AclEgress, Direction::Forward)?);
        steps.extend(walk.route(from.subnet, BlockerCode::Route)?);
        steps.extend(walk.acl(to.subnet, Side::Ingress, BlockerCode::AclIngress, Direction::Forward)?);
    }
    steps.extend(walk.group_ingress()?);
    if !same_subnet {
        steps.extend(walk.acl(to.subnet, Side::Egress, BlockerCode::AclReplyEgress, Direction::Reply)?);
        steps.extend(walk.route(to.subnet, BlockerCode::ReplyRoute)?);
        steps.extend(walk.acl(from.subnet, Side::Ingress, BlockerCode::AclReplyIngress, Direction::Reply)?);
    }
    Ok(Path { from: from.clone(), to: to.clone(), steps })
}

struct Walk<'w, 'a> {
    network: &'w Network<'a>,
    from: &'w End<'a>,
    to: &'w End<'a>,
    asked: &'w Asked,
}

impl Walk<'_, '_> {
    fn group_egress(&self) -> Result<Step, Error> {
        let allowed = group::allowed(self.network, Side::Egress, &self.from.groups, self.to, &self.asked.services)?;
        let open = self.lift(&allowed.addresses);
        Ok(self.group_step(BlockerCode::GroupEgress, &self.from.groups, self.to, allowed, open))
    }

    fn group_ingress(&self) -> Result<Option<Step>, Error> {
        if self.to.groups == Groups::Unfiltered {
            return Ok(None);
        }
        let allowed = group::allowed(self.network, Side::Ingress, &self.to.groups, self.from, &self.asked.services)?;
        let open = allowed.addresses.clone();
        Ok(Some(self.group_step(BlockerCode::GroupIngress, &self.to.groups, self.from, allowed, open)))
    }

    /// What is let through towards the destination concerns all source addresses or none. A destination whose address
    /// is not known is surely open only when all its possible addresses are.
    fn lift(&self, destinations: &Bounds<Addresses>) -> Bounds<Addresses> {
        let all = |open: bool| if open { self.from.addresses.clone() } else { Addresses::empty() };
        let to = &self.to.addresses;
        let possibly = destinations.possibly();
        let maybe = if self.to.exact { possibly.covers(to) } else { possibly.overlaps(to) };
        Bounds::new(all(destinations.surely().covers(to) && !to.is_empty()), all(maybe))
    }

    fn group_step(
        &self,
        code: BlockerCode,
        own: &Groups,
        peer: &End<'_>,
        allowed: group::Allowed,
        open: Bounds<Addresses>,
    ) -> Step {
        let ids = match own {
            Groups::These(ids) => ids.clone(),
            Groups::Unfiltered | Groups::Unknown => Vec::new(),
        };
        let (owner, way) = match code {
            BlockerCode::GroupEgress => (self.from, "out to"),
            _ => (self.to, "in from"),
        };
        let services = &self.asked.services;
        let unknown_groups = *own == Groups::Unknown;
        let says = if unknown_groups {
            format!("the security groups of `{}` are not known", owner.name)
        } else if let Some(rule) = allowed.rule {
            rule
        } else if allowed.addresses.surely().covers(&peer.addresses) {
            format!("{} together let {services} {way} {}", quoted(&ids), peer.addresses)
        } else if !allowed.missing.is_empty() {
            format!("the rules of {} are not among the documents", quoted(&allowed.missing))
        } else if ids.is_empty() {
            format!("`{}` carries no security group, which lets nothing through", owner.name)
        } else {
            let uncovered = peer.addresses.difference(allowed.addresses.surely());
            format!("no rule of {} lets {services} {way} {uncovered}", quoted(&ids))
        };
        let missing = match () {
            () if unknown_groups => Some(Part::NetworkInterfaces),
            () if !allowed.missing.is_empty() => Some(Part::SecurityGroups),
            () if !allowed.addresses.is_exact() && peer.groups == Groups::Unknown => Some(Part::NetworkInterfaces),
            () if !allowed.addresses.is_exact() => Some(Part::PrefixListEntries),
            () if !self.to.exact => Some(Part::NetworkInterfaces),
            () => None,
        };
        let closed = peer.addresses.difference(allowed.addresses.surely());
        let (part, direction) = (Part::SecurityGroups, Direction::Forward);
        Step { code, direction, part, ids, open, closed, lacks_route: false, says, missing }
    }

    fn acl(
        &self,
        subnet: Option<&Subnet>,
        side: Side,
        code: BlockerCode,
        direction: Direction,
    ) -> Result<Option<Step>, Error> {
        let at_source = matches!(code, BlockerCode::AclEgress | BlockerCode::AclReplyIngress);
        let subnet_id = match subnet {
            Some(subnet) => subnet.subnet_id.as_deref().unwrap_or_default(),
            // An end outside any subnet, such as the addresses behind a gateway endpoint, has no ACL.
            None if !at_source && self.to.groups == Groups::Unfiltered => return Ok(None),
            None => return Ok(Some(self.unknown(code, direction, Part::Subnets))),
        };
        let acl = match self.network.acl(subnet_id) {
            Found::Yes(acl) => acl,
            Found::No => return Ok(Some(self.unknown(code, direction, Part::NetworkAcls))),
            Found::Unknown(part) => return Ok(Some(self.unknown(code, direction, part))),
        };
        let services = match direction {
            Direction::Forward => &self.asked.services,
            Direction::Reply => &self.asked.replies,
        };
        let traffic = acl::traffic(acl, side)?;
        let addresses = Bounds::new(
            traffic.surely().addresses_open_to_all(services),
            traffic.possibly().addresses_open_to_all(services),
        );
        // At the source's subnet the entries speak of the destination, and the other way round.
        let (peer, open) = if at_source {
            (&self.to.addresses, self.lift(&addresses))
        } else {
            let asked = Bounds::exact(self.from.addresses.clone());
            (&self.from.addresses, addresses.intersection(&asked))
        };
        let id = acl.network_acl_id.clone().unwrap_or_default();
        let toward = if side == Side::Egress { "out to" } else { "in from" };
        let says = match acl::deciding_entry(acl, side, services, peer)? {
            Some(entry) => format!("{entry} {toward} {peer}"),
            None if open.surely().covers(&self.from.addresses) => {
                format!("the entries of `{id}` together allow {services} {toward} {peer}")
            }
            None => format!("`{id}` does not let all of {services} {toward} {peer}"),
        };
        let missing = (!traffic.is_exact() || !self.to.exact).then_some(Part::NetworkAcls);
        let closed = peer.difference(addresses.surely());
        let (part, ids) = (Part::NetworkAcls, vec![id]);
        Ok(Some(Step { code, direction, part, ids, open, closed, lacks_route: false, says, missing }))
    }

    fn route(&self, subnet: Option<&Subnet>, code: BlockerCode) -> Result<Option<Step>, Error> {
        let forward = code == BlockerCode::Route;
        let direction = if forward { Direction::Forward } else { Direction::Reply };
        let Some(subnet) = subnet else {
            return Ok(
                (forward || self.to.groups != Groups::Unfiltered).then(|| self.unknown(code, direction, Part::Subnets))
            );
        };
        let table = match self.network.table(subnet) {
            Found::Yes(table) => table,
            Found::No => return Ok(Some(self.unknown(code, direction, Part::RouteTables))),
            Found::Unknown(part) => return Ok(Some(self.unknown(code, direction, part))),
        };
        let id = table.route_table_id.clone().unwrap_or_default();
        let (asked, list) =
            if forward { (&self.to.addresses, self.to.prefix_list) } else { (&self.from.addresses, None) };
        let mut surely = Addresses::empty();
        let mut possibly = Addresses::empty();
        let mut says = Vec::new();
        for (part, way) in ways(self.network, table, asked, list)? {
            let (sure, maybe, words) = self.judge(&way);
            says.push(format!("`{id}` sends {part} {words}"));
            if sure {
                surely = surely.union(&part);
            }
            if maybe {
                possibly = possibly.union(&part);
            }
        }
        let bounds = Bounds::new(surely, possibly);
        let missing = (!bounds.is_exact()).then_some(Part::RouteTables);
        let closed = asked.difference(bounds.surely());
        let open = if forward { self.lift(&bounds) } else { bounds };
        let lacks_route = forward && self.lacks_route(table)?;
        let (part, ids, says) = (Part::RouteTables, vec![id], says.join("; "));
        Ok(Some(Step { code, direction, part, ids, open, closed, lacks_route, says, missing }))
    }

    /// Whether the route that AWS adds for a gateway endpoint would lead there whole.
    fn lacks_route(&self, table: &RouteTable) -> Result<bool, Error> {
        let (Some(list), false) = (self.to.prefix_list, self.to.name.is_empty()) else { return Ok(false) };
        let mut with = table.clone();
        with.routes.get_or_insert_default().push(Route {
            destination_prefix_list_id: Some(list.to_owned()),
            gateway_id: Some(self.to.name.clone()),
            ..Route::default()
        });
        let there = Way::Endpoint(self.to.name.clone());
        let known =
            table.routes.iter().flatten().any(|route| route.destination_prefix_list_id.as_deref() == Some(list));
        Ok(!known && ways(self.network, &with, &self.to.addresses, Some(list))?.iter().all(|(_, way)| *way == there))
    }

    /// Whether a way leads to the destination: surely, possibly, and in words.
    fn judge(&self, way: &Way) -> (bool, bool, String) {
        match way {
            Way::Local if self.to.prefix_list.is_some() => (false, false, "by the local route".to_owned()),
            Way::Local => match (self.from.vpc, self.to.vpc) {
                (Some(from), Some(to)) if from == to => (true, true, "by the local route".to_owned()),
                (Some(from), Some(to)) => {
                    (false, false, format!("by the local route of `{from}`, but `{}` is in `{to}`", self.to.name))
                }
                _ => (false, true, format!("by the local route, and the VPC of `{}` is not known", self.to.name)),
            },
            Way::Endpoint(id) => {
                let right = self.to.prefix_list.is_some() && self.to.name == *id;
                (right, right, format!("to `{id}`"))
            }
            Way::Elsewhere(id) if self.to.prefix_list.is_some() => {
                (false, false, format!("to `{id}`, not to `{}`", self.to.name))
            }
            Way::Elsewhere(id) => (false, true, format!("to `{id}`, and what lies behind it is not known here")),
            Way::Blackhole(id) => (false, false, format!("into a black hole: `{id}`")),
            Way::None => (false, false, "nowhere: there is no route".to_owned()),
            Way::Unknown(why) => (false, true, format!("somewhere that is not known: {why}")),
        }
    }

    fn unknown(&self, code: BlockerCode, direction: Direction, part: Part) -> Step {
        let open = Bounds::unknown(self.from.addresses.clone());
        let says = self.network.gap(part);
        let (ids, closed) = (Vec::new(), Addresses::empty());
        Step { code, direction, part, ids, open, closed, lacks_route: false, says, missing: Some(part) }
    }
}
