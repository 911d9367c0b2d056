//! Where the addresses of a destination are sent from a source: to a service of its link, a neighbour, by a route of its
//! table, or inward from the internet. What stands on the way, the walk asks.

use super::end::End;
use super::local;
use super::resolve::{Found, Network};
use super::route::{Table, Way, by_way, ways};
use crate::error::Error;
use crate::net::Addresses;
use crate::snapshot::{Part, Route, RouteTable};

/// Where the destination's addresses are sent, part by part.
pub(super) fn forward_ways<'n, 'a>(
    network: &'n Network<'a>,
    from: &End<'a>,
    to: &End<'a>,
) -> Result<Vec<(Addresses, Onward<'n, 'a>)>, Error> {
    // What is one of many addresses, or behind a list, is no service of the link.
    let asks_link = to.exact && to.prefix_list.is_none();
    let services = if asks_link { local::services(network, from, &to.addresses)? } else { Addresses::empty() };
    let rest = to.addresses.difference(&services);
    let mut parts = Vec::new();
    if !services.is_empty() {
        parts.push((services, Onward::Service));
    }
    if asks_link && local::may_be_resolver(network, from, &rest) {
        parts.push((rest, Onward::MaybeService));
    } else if !rest.is_empty() || to.addresses.is_empty() {
        if from.shares_subnet(to) {
            parts.push((rest, Onward::Neighbour));
        } else if from.is_outside() {
            parts.push((rest, Onward::Inward));
        } else {
            match table_of(network, from) {
                Ok(table) => {
                    let ways = if to.kind == Some("service") {
                        let bare = without_services(network, table.table);
                        ways(network, &Table::of(&bare), &rest, to.prefix_list)?
                    } else {
                        ways(network, table, &rest, to.prefix_list)?
                    };
                    let ways = by_way(ways);
                    parts.extend(ways.into_iter().map(|(part, way)| (part, Onward::Way(table, way))));
                }
                Err(part) => parts.push((rest, Onward::Unknown(part))),
            }
        }
    }
    Ok(parts)
}

/// A table without its routes to gateway endpoints, which carry the services of their own and no other.
fn without_services(network: &Network<'_>, table: &RouteTable) -> RouteTable {
    let mut bare = table.clone();
    let leads = |route: &Route| route.gateway_id.as_deref().is_some_and(|id| network.is_gateway_endpoint(id));
    bare.routes.iter_mut().for_each(|routes| routes.retain(|route| !leads(route)));
    bare
}

/// The table that routes an end, or the part that would tell.
pub(super) fn table_of<'n, 'a>(network: &'n Network<'a>, end: &End<'a>) -> Result<&'n Table<'a>, Part> {
    let Some(subnet) = end.subnet else { return Err(Part::Subnets) };
    match network.table(subnet) {
        Found::Yes(table) => Ok(table),
        Found::No => Err(Part::RouteTables),
        Found::Unknown(part) => Err(part),
    }
}

/// How a part of the destination is come to.
#[derive(Clone)]
pub(super) enum Onward<'n, 'a> {
    /// A service that the VPC itself offers on each machine's link.
    Service,
    /// Such a service or a machine, for want of the VPC.
    MaybeService,
    /// In the same subnet, where no table and no network ACL is asked.
    Neighbour,
    /// From the internet.
    Inward,
    /// By a route of this table.
    Way(&'n Table<'a>, Way),
    /// Nobody knows, because of this part.
    Unknown(Part),
}
