//! The route table of a transit gateway: where it sends what is asked. What stands behind an attachment it does not know.

use std::cmp::Reverse;

use super::resolve::block;
use crate::error::Error;
use crate::net::Addresses;
use crate::snapshot::{Part, TransitGatewayAttachment, TransitGatewayRoute, TransitGatewayRoutes};

fn is(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

/// Where a table of a transit gateway sends a part of what is asked.
pub(super) enum Onward<'a> {
    To(&'a TransitGatewayAttachment),
    Blackhole,
    Nowhere,
    Unknown(String),
}

/// The longest prefix; of one length, a static route before a propagated one.
pub(super) fn onward<'a>(
    table: &str,
    answer: &'a TransitGatewayRoutes,
    asked: &Addresses,
) -> Result<Vec<(Addresses, Onward<'a>)>, Error> {
    let open =
        answer.next_token.is_some() || answer.additional_routes_available == Some(true) || answer.routes.is_none();
    if open {
        let why = format!("not all routes of `{table}` are among the documents");
        return Ok(vec![(asked.clone(), Onward::Unknown(why))]);
    }
    let mut routes = Vec::new();
    for route in answer.routes.iter().flatten() {
        let path = format!("{}.{table}", Part::TransitGatewayRoutes.as_str());
        let cidr = route.destination_cidr_block.as_deref().map(|text| block(text, &path)).transpose()?.flatten();
        let Some(cidr) = cidr else {
            let why = format!("a route of `{table}` has a destination that is not known yet");
            return Ok(vec![(asked.clone(), Onward::Unknown(why))]);
        };
        let state = route.state.as_deref().unwrap_or("active");
        if is(state, "active") || is(state, "blackhole") {
            routes.push((cidr, route));
        }
    }
    let propagated =
        |route: &TransitGatewayRoute| route.route_type.as_deref().is_some_and(|kind| is(kind, "propagated"));
    routes.sort_by_key(|(cidr, route)| {
        (Reverse(cidr.prefix_len()), propagated(route), route.prefix_list_id.is_some(), *cidr)
    });
    let mut left = asked.clone();
    let mut ways = Vec::new();
    for (cidr, route) in routes {
        let part = left.intersection(&Addresses::from(cidr));
        if part.is_empty() {
            continue;
        }
        left = left.difference(&part);
        let mut to = route.transit_gateway_attachments.iter().flatten();
        let way = match (route.state.as_deref().is_some_and(|state| is(state, "blackhole")), to.next(), to.next()) {
            (true, ..) => Onward::Blackhole,
            (false, Some(one), None) => Onward::To(one),
            (false, Some(_), Some(_)) => Onward::Unknown(format!("`{table}` spreads {part} over several attachments")),
            (false, None, _) => Onward::Unknown(format!("a route of `{table}` does not show where it leads")),
        };
        ways.push((part, way));
    }
    if !left.is_empty() {
        ways.push((left, Onward::Nowhere));
    }
    Ok(ways)
}
