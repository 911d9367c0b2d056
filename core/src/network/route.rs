//! Route tables: the longest prefix wins, a static route beats a propagated one, a black hole drops and does not fall
//! back. What lies behind a target that is not resolved here is unknown.

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
    /// The documents do not say, because of this.
    Unknown(String),
}

/// Where a table sends the addresses; the parts do not overlap and together are all of them.
pub(crate) fn ways(
    network: &Network<'_>,
    table: &RouteTable,
    asked: &Addresses,
    list: Option<&str>,
) -> Result<Vec<(Addresses, Way)>, Error> {
    let id = table.route_table_id.as_deref().unwrap_or_default();
    let Some(routes) = &table.routes else {
        return Ok(vec![(asked.clone(), Way::Unknown(format!("`{id}` does not show its routes")))]);
    };
    let mut candidates = Vec::new();
    let mut left = asked.clone();
    let mut ways = Vec::new();
    for route in routes {
        match destination(network, route, id)? {
            Destination::Blocks(blocks) => candidates.extend(blocks.into_iter().map(|cidr| (cidr, route))),
            Destination::List(this) if list == Some(this) => {
                // The very list that is asked for: it is more specific than any block that is not part of it.
                ways.push((left, way(route)));
                return Ok(ways);
            }
            Destination::List(this) => {
                let (away, maybe) = may_hold(network, this, route, &left);
                if !maybe.is_empty() {
                    ways.push((maybe, Way::Unknown(format!("the entries of `{this}` are not among the documents"))));
                }
                left = away;
            }
            Destination::Unknown => {
                ways.push((left, Way::Unknown(format!("a route of `{id}` has a destination that is not known yet"))));
                return Ok(ways);
            }
        }
    }
    // The local route also wins over more specific routes that were propagated.
    let local: Addresses =
        candidates.iter().filter(|(_, route)| way(route) == Way::Local).map(|(cidr, _)| *cidr).collect();
    candidates.retain(|(cidr, route)| !is_propagated(route) || !local.covers(&Addresses::from(*cidr)));
    candidates.sort_by_key(|(cidr, route)| (std::cmp::Reverse(cidr.prefix_len()), rank(route), *cidr));
    for (at, (cidr, route)) in candidates.iter().enumerate() {
        let part = left.intersection(&Addresses::from(*cidr));
        if part.is_empty() {
            continue;
        }
        left = left.difference(&part);
        let rival = candidates
            .get(at + 1)
            .filter(|(next, other)| next == cidr && rank(other) == rank(route) && way(other) != way(route));
        let way = if rival.is_some() {
            Way::Unknown(format!("two routes to {cidr} have equal rank, and AWS picks either"))
        } else {
            way(route)
        };
        ways.push((part, way));
    }
    if !left.is_empty() {
        ways.push((left, Way::None));
    }
    Ok(ways)
}

enum Destination<'a> {
    Blocks(Vec<Cidr>),
    List(&'a str),
    Unknown,
}

fn destination<'a>(network: &Network<'_>, route: &'a Route, table: &str) -> Result<Destination<'a>, Error> {
    if let Some(list) = route.destination_prefix_list_id.as_deref() {
        let known = network.prefix_list(list).and_then(|list| list.addresses.as_ref());
        return Ok(known.map_or(Destination::List(list), |addresses| Destination::Blocks(addresses.cidrs())));
    }
    let path = format!("{}.{table}", Part::RouteTables.as_str());
    let text = route.destination_cidr_block.as_deref().or(route.destination_ipv6_cidr_block.as_deref());
    let cidr = text.map(|text| block(text, &path)).transpose()?.flatten();
    Ok(cidr.map_or(Destination::Unknown, |cidr| Destination::Blocks(vec![cidr])))
}

/// A list without entries may hold any of the addresses, but a list of an AWS service holds public ones only.
fn may_hold(network: &Network<'_>, list: &str, route: &Route, left: &Addresses) -> (Addresses, Addresses) {
    let of_aws = network.prefix_list(list).is_some_and(|list| list.name.starts_with("com.amazonaws."))
        || route.gateway_id.as_deref().is_some_and(|gateway| gateway.starts_with("vpce-"));
    let outside: Addresses = if of_aws { left.difference(&private()) } else { left.clone() };
    (left.difference(&outside), outside)
}

/// The addresses that no AWS service answers on: RFC 1918, RFC 6598 and RFC 4193.
fn private() -> Addresses {
    ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
        .iter()
        .filter_map(|text| Cidr::exact(text).ok())
        .collect()
}

/// Among routes of one length: static before propagated, a block before a list.
fn rank(route: &Route) -> (bool, bool) {
    (is_propagated(route), route.destination_prefix_list_id.is_some())
}

fn is_propagated(route: &Route) -> bool {
    route.origin.as_deref().is_some_and(|origin| origin == "EnableVgwRoutePropagation" || origin == "Advertisement")
}

fn way(route: &Route) -> Way {
    let target = route
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
        .or(route.odb_network_arn.as_deref());
    let state = route.state.as_deref().unwrap_or("active");
    match target {
        Some(target) if state.eq_ignore_ascii_case("blackhole") => Way::Blackhole(target.to_owned()),
        Some(_) | None if !state.eq_ignore_ascii_case("active") && !state.eq_ignore_ascii_case("blackhole") => {
            Way::Unknown(format!("a route is in the state `{state}`"))
        }
        Some(target) if is_token(target) => Way::Unknown("a route has a target that is not known yet".to_owned()),
        Some("local") => Way::Local,
        Some(target) if target.starts_with("vpce-") && route.destination_prefix_list_id.is_some() => {
            Way::Endpoint(target.to_owned())
        }
        Some(target) => Way::Elsewhere(target.to_owned()),
        None if state.eq_ignore_ascii_case("blackhole") => Way::Blackhole("a target that is gone".to_owned()),
        None => Way::Unknown("a route has a target that is not known here".to_owned()),
    }
}
