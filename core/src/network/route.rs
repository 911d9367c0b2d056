//! Route tables: the longest prefix wins, a static route beats a propagated one, a black hole drops and does not fall
//! back. What lies behind a target that is not resolved here is unknown.

use std::cmp::Reverse;
use std::sync::{LazyLock, OnceLock};

use super::certificate::{Certificate, DecidingRule};
use super::resolve::{Network, block};
use crate::error::Error;
use crate::net::{Addresses, Cidr};
use crate::snapshot::{Part, Route, RouteTable};
use crate::text::is_token;

/// Where a table sends a part of what was asked.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Way {
    /// Within the VPC.
    Local,
    /// To a gateway endpoint.
    Endpoint(String),
    /// To something else: its id.
    Elsewhere(String),
    /// Nowhere: the route is a black hole.
    Blackhole(String),
    /// Nowhere: there is no route.
    None,
    /// One of these, and the documents do not say which, because of this.
    Either(Vec<Way>, String),
    /// The documents do not say, because of this.
    Unknown(String),
}

impl Way {
    /// One of several ways; where one of them is not known, none of it is.
    fn either(each: Vec<Self>, why: &str) -> Self {
        let mut ways: Vec<Self> = Vec::new();
        for way in each {
            let own = match way {
                Self::Either(ways, _) => ways,
                unknown @ Self::Unknown(_) => return unknown,
                way => vec![way],
            };
            for way in own {
                if !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        match ways.pop() {
            Some(only) if ways.is_empty() => only,
            last => {
                ways.extend(last);
                Self::Either(ways, why.to_owned())
            }
        }
    }
}

/// A route table whose routes are read once, when they are first asked.
pub(crate) struct Table<'t> {
    pub(crate) table: &'t RouteTable,
    routes: OnceLock<Result<Routes<'t>, Error>>,
}

/// The routes of a table by what is known of their destinations.
struct Routes<'t> {
    each: Vec<(&'t Route, Destination<'t>, Way)>,
    /// Blocks, the longest first, without those that the local route beats.
    blocks: Vec<Block<'t>>,
    /// Lists whose entries are not given.
    hidden: Vec<(&'t str, &'t Route, Way)>,
    /// Ways of routes whose destinations are not known yet.
    unread: Vec<Way>,
}

#[derive(Clone)]
struct Block<'t> {
    cidr: Cidr,
    route: &'t Route,
    way: Way,
}

impl<'t> Table<'t> {
    pub(crate) fn of(table: &'t RouteTable) -> Self {
        Self { table, routes: OnceLock::new() }
    }

    pub(crate) fn id(&self) -> &'t str {
        self.table.route_table_id.as_deref().unwrap_or_default()
    }

    fn routes(&self, network: &Network<'_>) -> Result<&Routes<'t>, Error> {
        self.routes.get_or_init(|| Routes::of(network, self.table, self.id())).as_ref().map_err(Clone::clone)
    }
}

impl<'t> Routes<'t> {
    fn of(network: &Network<'_>, table: &'t RouteTable, id: &str) -> Result<Self, Error> {
        let (mut each, mut blocks, mut hidden, mut unread) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for route in table.routes.iter().flatten() {
            let (to, way) = (destination(network, route, id)?, way(network, route));
            match &to {
                Destination::Blocks(more) => {
                    blocks.extend(more.iter().map(|cidr| Block { cidr: *cidr, route, way: way.clone() }));
                }
                Destination::List(this) => hidden.push((*this, route, way.clone())),
                Destination::Unknown => unread.push(way.clone()),
            }
            each.push((route, to, way));
        }
        // The local route also wins over more specific routes that were propagated.
        let local: Addresses = blocks.iter().filter(|block| block.way == Way::Local).map(|block| block.cidr).collect();
        blocks.retain(|block| !is_propagated(block.route) || !local.covers(&Addresses::from(block.cidr)));
        blocks.sort_by_key(|block| (Reverse(block.cidr.prefix_len()), rank(block.route), block.cidr));
        Ok(Self { each, blocks, hidden, unread })
    }
}

/// Where a table sends the addresses; the parts do not overlap and together are all of them.
pub(crate) fn ways(
    network: &Network<'_>,
    table: &Table<'_>,
    asked: &Addresses,
    list: Option<&str>,
) -> Result<Vec<(Addresses, Way)>, Error> {
    if list.is_none() && reserved().overlaps(asked) {
        // Routes to these cannot be made, and wider ones do not forward them.
        let mut ways = vec![(asked.intersection(reserved()), Way::None)];
        let rest = asked.difference(reserved());
        if !rest.is_empty() {
            ways.extend(self::ways(network, table, &rest, list)?);
        }
        return Ok(ways);
    }
    let id = table.id();
    if table.table.routes.is_none() {
        return Ok(vec![(asked.clone(), Way::Unknown(format!("`{id}` does not show its routes")))]);
    }
    let routes = table.routes(network)?;
    let mut ways = if let Some((_, _, way)) = routes.hidden.iter().find(|(this, ..)| list == Some(*this)) {
        vec![(asked.clone(), very_list(network, way, list, routes))]
    } else {
        let mut ways = longest(&routes.blocks, asked.clone());
        for (this, route, way) in &routes.hidden {
            let why = format!("the entries of `{this}` are not among the documents");
            ways = or(ways, &may_hold(network, this, route, asked), way, &why);
        }
        ways
    };
    for way in &routes.unread {
        // It may be more specific than any other.
        let why = format!("a route of `{id}` has a destination that is not known yet");
        ways = or(ways, asked, way, &why);
    }
    Ok(ways)
}

/// The ways where another may take a part of the addresses.
fn or(ways: Vec<(Addresses, Way)>, part: &Addresses, other: &Way, why: &str) -> Vec<(Addresses, Way)> {
    let mut split = Vec::new();
    for (addresses, way) in ways {
        let (here, rest) = (addresses.intersection(part), addresses.difference(part));
        if !rest.is_empty() {
            split.push((rest, way.clone()));
        }
        if !here.is_empty() {
            split.push((here, Way::either(vec![way, other.clone()], why)));
        }
    }
    split
}

/// Each way once, with all that goes by it.
pub(crate) fn by_way(ways: Vec<(Addresses, Way)>) -> Vec<(Addresses, Way)> {
    let mut each: Vec<(Addresses, Way)> = Vec::new();
    for (part, way) in ways {
        match each.iter_mut().find(|(_, known)| *known == way) {
            Some((all, _)) => *all = all.union(&part),
            None => each.push((part, way)),
        }
    }
    each
}

/// The way of the very list that is asked for, whose entries nobody knows: it holds unless another route may take some
/// of them. The local route and a default route cannot, and neither can the list of another AWS service.
fn very_list(network: &Network<'_>, own: &Way, list: Option<&str>, routes: &Routes<'_>) -> Way {
    let of_aws = |id: &str| network.prefix_list(id).is_some_and(|list| list.name.starts_with("com.amazonaws."));
    let lists = routes.hidden.iter().filter(|(this, ..)| list != Some(*this) && !of_aws(this)).map(|(.., way)| way);
    let blocks = routes.blocks.iter().filter(|block| {
        // A default route is shorter than any entry; between two lists that overlap, length does not count.
        (block.cidr.prefix_len() > 0 || block.route.destination_prefix_list_id.is_some())
            && !public().within(block.cidr).is_empty()
            && block.way != Way::Local
    });
    let rivals = lists.chain(blocks.map(|block| &block.way));
    let all = std::iter::once(own).chain(rivals).cloned().collect();
    Way::either(all, "another route may take some of these addresses")
}

/// The longest prefix of known blocks.
fn longest(blocks: &[Block<'_>], mut left: Addresses) -> Vec<(Addresses, Way)> {
    let mut ways = Vec::new();
    let of_list = |route: &Route| route.destination_prefix_list_id.is_some();
    for Block { cidr, route, way } in blocks {
        let part = left.within(*cidr);
        if part.is_empty() {
            continue;
        }
        left = left.difference(&part);
        // Of two routes of one rank, and of two lists that overlap, AWS picks either and keeps it.
        let mut taken = vec![(part, way.clone())];
        for other in blocks.iter().filter(|other| other.way != *way) {
            let equal = other.cidr == *cidr && rank(other.route) == rank(route);
            if equal || of_list(other.route) && of_list(route) {
                let why = "two routes of equal rank lead elsewhere, and AWS picks either";
                taken = or(taken, &Addresses::from(other.cidr), &other.way, why);
            }
        }
        ways.extend(taken);
        if left.is_empty() {
            return ways;
        }
    }
    ways.push((left, Way::None));
    ways
}

/// The routes of a table by which a way is gone, for the addresses that go it.
pub(crate) fn of_table(
    network: &Network<'_>,
    table: &Table<'_>,
    asked: &Addresses,
    list: Option<&str>,
    gone: &Way,
    sure: bool,
) -> Result<Certificate, Error> {
    let id = table.id();
    // Of what is not known any route may be the one.
    let candidates = match gone {
        Way::Unknown(_) => None,
        Way::Either(ways, _) => Some(ways.as_slice()),
        one => Some(std::slice::from_ref(one)),
    };
    let mut rules = Vec::new();
    for (route, to, own) in &table.routes(network)?.each {
        let takes = match to {
            Destination::Blocks(blocks) => blocks.iter().any(|block| !asked.within(*block).is_empty()),
            Destination::List(_) | Destination::Unknown => true,
        };
        let listed = route.destination_prefix_list_id.as_deref();
        if candidates.is_some_and(|ways| !ways.contains(own)) || !(takes || list.is_some() && listed == list) {
            continue;
        }
        let block = route.destination_cidr_block.as_deref().or(route.destination_ipv6_cidr_block.as_deref());
        rules.push(DecidingRule {
            holder: id.to_owned(),
            rule_id: None,
            rule_number: None,
            allows: sure,
            services: "all".to_owned(),
            peer: listed.or(block).unwrap_or_default().to_owned(),
            target: target(route).map(ToOwned::to_owned),
        });
    }
    let remainder = if sure { Addresses::empty() } else { asked.clone() };
    Ok(Certificate { asked: asked.clone(), remainder, rules })
}

enum Destination<'a> {
    Blocks(Vec<Cidr>),
    List(&'a str),
    Unknown,
}

fn destination<'a>(network: &Network<'_>, route: &'a Route, table: &str) -> Result<Destination<'a>, Error> {
    if let Some(list) = route.destination_prefix_list_id.as_deref() {
        let known = network.prefix_list(list).and_then(|list| list.blocks.clone());
        return Ok(known.map_or(Destination::List(list), Destination::Blocks));
    }
    let path = format!("{}.{table}", Part::RouteTables.as_str());
    let text = route.destination_cidr_block.as_deref().or(route.destination_ipv6_cidr_block.as_deref());
    let cidr = text.map(|text| block(text, &path)).transpose()?.flatten();
    Ok(cidr.map_or(Destination::Unknown, |cidr| Destination::Blocks(vec![cidr])))
}

/// What of the addresses a list without entries may hold: any, but a list of an AWS service holds public ones only.
fn may_hold(network: &Network<'_>, list: &str, route: &Route, left: &Addresses) -> Addresses {
    let named = network.prefix_list(list).is_some_and(|list| list.name.starts_with("com.amazonaws."));
    let to_gateway = route.gateway_id.as_deref().is_some_and(|id| network.is_gateway_endpoint(id));
    if named || to_gateway { left.difference(private()) } else { left.clone() }
}

/// The addresses that no AWS service answers on: RFC 1918, RFC 6598 and RFC 4193.
pub(super) fn private() -> &'static Addresses {
    static PRIVATE: LazyLock<Addresses> =
        LazyLock::new(|| these(&["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]));
    &PRIVATE
}

/// All other addresses; the services of AWS and everything outside are among these.
pub(super) fn public() -> &'static Addresses {
    static PUBLIC: LazyLock<Addresses> = LazyLock::new(|| private().complement());
    &PUBLIC
}

/// The addresses of AWS's own services on each machine's link.
fn reserved() -> &'static Addresses {
    static RESERVED: LazyLock<Addresses> = LazyLock::new(|| these(&["169.254.168.0/22", "fd00:ec2::/32"]));
    &RESERVED
}

/// Blocks that are written here, as a set.
pub(super) fn these(blocks: &[&str]) -> Addresses {
    blocks.iter().filter_map(|text| Cidr::exact(text).ok()).collect()
}

/// Among routes of one length: static before propagated, a block before a list.
fn rank(route: &Route) -> (bool, bool) {
    (is_propagated(route), route.destination_prefix_list_id.is_some())
}

fn is_propagated(route: &Route) -> bool {
    route.origin.as_deref().is_some_and(|origin| origin == "EnableVgwRoutePropagation" || origin == "Advertisement")
}

/// What a route leads to.
fn target(route: &Route) -> Option<&str> {
    route
        .gateway_id
        .as_deref()
        .or(route.nat_gateway_id.as_deref())
        .or(route.transit_gateway_id.as_deref())
        .or(route.vpc_peering_connection_id.as_deref())
        .or(route.egress_only_internet_gateway_id.as_deref())
        .or(route.network_interface_id.as_deref())
        .or(route.instance_id.as_deref())
        .or(route.carrier_gateway_id.as_deref())
        .or(route.local_gateway_id.as_deref())
        .or(route.core_network_arn.as_deref())
        .or(route.odb_network_arn.as_deref())
}

fn way(network: &Network<'_>, route: &Route) -> Way {
    let target = target(route);
    let state = route.state.as_deref().unwrap_or("active");
    match target {
        Some(target) if state.eq_ignore_ascii_case("blackhole") => Way::Blackhole(target.to_owned()),
        Some(_) | None if !state.eq_ignore_ascii_case("active") && !state.eq_ignore_ascii_case("blackhole") => {
            Way::Unknown(format!("a route is in the state `{state}`"))
        }
        Some(target) if is_token(target) => Way::Unknown("a route has a target that is not known yet".to_owned()),
        Some("local") => Way::Local,
        Some(target) if network.is_gateway_endpoint(target) => Way::Endpoint(target.to_owned()),
        Some(target) => Way::Elsewhere(target.to_owned()),
        None if state.eq_ignore_ascii_case("blackhole") => Way::Blackhole("a target that is gone".to_owned()),
        None => Way::Unknown("a route has a target that is not known here".to_owned()),
    }
}
