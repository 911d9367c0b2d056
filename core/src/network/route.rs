//! Route tables: the longest prefix wins, a static route beats a propagated one, a black hole drops and does not fall
//! back. What lies behind a target that is not resolved here is unknown.

use std::cmp::Reverse;

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

/// Where a table sends the addresses; the parts do not overlap and together are all of them.
pub(crate) fn ways(
    network: &Network<'_>,
    table: &RouteTable,
    asked: &Addresses,
    list: Option<&str>,
) -> Result<Vec<(Addresses, Way)>, Error> {
    let reserved = asked.intersection(&reserved());
    if !reserved.is_empty() && list.is_none() {
        // Routes to these cannot be made, and wider ones do not forward them.
        let mut ways = vec![(reserved.clone(), Way::None)];
        let rest = asked.difference(&reserved);
        if !rest.is_empty() {
            ways.extend(self::ways(network, table, &rest, list)?);
        }
        return Ok(ways);
    }
    let id = table.route_table_id.as_deref().unwrap_or_default();
    let Some(routes) = &table.routes else {
        return Ok(vec![(asked.clone(), Way::Unknown(format!("`{id}` does not show its routes")))]);
    };
    let mut blocks = Vec::new();
    let mut hidden: Vec<(&str, &Route)> = Vec::new();
    let mut unread: Vec<&Route> = Vec::new();
    for route in routes {
        match destination(network, route, id)? {
            Destination::Blocks(more) => blocks.extend(more.into_iter().map(|cidr| (cidr, route))),
            Destination::List(this) => hidden.push((this, route)),
            Destination::Unknown => unread.push(route),
        }
    }
    let mut ways = if let Some((_, route)) = hidden.iter().find(|(this, _)| list == Some(*this)) {
        vec![(asked.clone(), very_list(network, route, list, &hidden, &blocks))]
    } else {
        let mut ways = longest(network, blocks, asked.clone());
        for (this, route) in hidden {
            let why = format!("the entries of `{this}` are not among the documents");
            ways = or(ways, &may_hold(network, this, route, asked), &way(network, route), &why);
        }
        ways
    };
    for route in unread {
        // It may be more specific than any other.
        let why = format!("a route of `{id}` has a destination that is not known yet");
        ways = or(ways, asked, &way(network, route), &why);
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
fn very_list(
    network: &Network<'_>,
    route: &Route,
    list: Option<&str>,
    hidden: &[(&str, &Route)],
    blocks: &[(Cidr, &Route)],
) -> Way {
    let of_aws = |id: &str| network.prefix_list(id).is_some_and(|list| list.name.starts_with("com.amazonaws."));
    let public = public();
    let lists = hidden.iter().filter(|(this, _)| list != Some(*this) && !of_aws(this)).map(|(_, other)| *other);
    let blocks = blocks.iter().filter(|(cidr, other)| {
        // A default route is shorter than any entry; between two lists that overlap, length does not count.
        (cidr.prefix_len() > 0 || other.destination_prefix_list_id.is_some())
            && Addresses::from(*cidr).overlaps(&public)
            && !matches!(way(network, other), Way::Local)
    });
    let rivals = lists.chain(blocks.map(|(_, other)| *other)).map(|other| way(network, other));
    let all = std::iter::once(way(network, route)).chain(rivals).collect();
    Way::either(all, "another route may take some of these addresses")
}

/// The longest prefix of known blocks.
fn longest(network: &Network<'_>, mut blocks: Vec<(Cidr, &Route)>, mut left: Addresses) -> Vec<(Addresses, Way)> {
    let mut ways = Vec::new();
    // The local route also wins over more specific routes that were propagated.
    let local = blocks.iter().filter(|(_, route)| way(network, route) == Way::Local);
    let local: Addresses = local.map(|(cidr, _)| *cidr).collect();
    blocks.retain(|(cidr, route)| !is_propagated(route) || !local.covers(&Addresses::from(*cidr)));
    blocks.sort_by_key(|(cidr, route)| (Reverse(cidr.prefix_len()), rank(route), *cidr));
    let of_list = |route: &Route| route.destination_prefix_list_id.is_some();
    for (cidr, route) in &blocks {
        let part = left.intersection(&Addresses::from(*cidr));
        if part.is_empty() {
            continue;
        }
        left = left.difference(&part);
        // Of two routes of one rank, and of two lists that overlap, AWS picks either and keeps it.
        let mut taken = vec![(part, way(network, route))];
        for (other_cidr, other) in &blocks {
            let equal = other_cidr == cidr && rank(other) == rank(route);
            if equal || of_list(other) && of_list(route) {
                let why = "two routes of equal rank lead elsewhere, and AWS picks either";
                taken = or(taken, &Addresses::from(*other_cidr), &way(network, other), why);
            }
        }
        ways.extend(taken);
    }
    if !left.is_empty() {
        ways.push((left, Way::None));
    }
    ways
}

/// The routes of a table by which a way is gone, for the addresses that go it.
pub(crate) fn of_table(
    network: &Network<'_>,
    table: &RouteTable,
    asked: &Addresses,
    list: Option<&str>,
    gone: &Way,
    sure: bool,
) -> Result<Certificate, Error> {
    let id = table.route_table_id.as_deref().unwrap_or_default();
    // Of what is not known any route may be the one.
    let candidates = match gone {
        Way::Unknown(_) => None,
        Way::Either(ways, _) => Some(ways.as_slice()),
        one => Some(std::slice::from_ref(one)),
    };
    let mut rules = Vec::new();
    for route in table.routes.iter().flatten() {
        let own = way(network, route);
        let takes = match destination(network, route, id)? {
            Destination::Blocks(blocks) => blocks.into_iter().collect::<Addresses>().overlaps(asked),
            Destination::List(_) | Destination::Unknown => true,
        };
        let listed = route.destination_prefix_list_id.as_deref();
        if candidates.is_some_and(|ways| !ways.contains(&own)) || !(takes || list.is_some() && listed == list) {
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
    if named || to_gateway { left.difference(&private()) } else { left.clone() }
}

/// The addresses that no AWS service answers on: RFC 1918, RFC 6598 and RFC 4193.
pub(super) fn private() -> Addresses {
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
        .iter()
        .filter_map(|text| Cidr::exact(text).ok())
        .collect()
}

/// All other addresses; the services of AWS and everything outside are among these.
pub(super) fn public() -> Addresses {
    Addresses::all().difference(&private())
}

/// The addresses of AWS's own services on each machine's link.
fn reserved() -> Addresses {
    ["169.254.168.0/22", "fd00:ec2::/32"].iter().filter_map(|text| Cidr::exact(text).ok()).collect()
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
