//! What is called: an endpoint with all its interfaces, an interface, or an address. A client may be sent to any
//! interface of an endpoint, so that all of them have to answer.

use super::answer::{Blocker, BlockerCode};
use super::end::{End, Groups, cidrs};
use super::ends::Ends;
use super::resolve::{Found, Network};
use super::route::public;
use crate::error::{Error, ErrorCode};
use crate::net::{Addresses, Services};
use crate::snapshot::{NetworkInterface, Part, VpcEndpoint};
use crate::verdict::Verdict;

/// What is called.
pub(crate) struct Destination<'a> {
    pub(crate) name: String,
    /// The ends, all of which have to answer.
    pub(crate) ends: Vec<End<'a>>,
    pub(crate) endpoint: Option<&'a VpcEndpoint>,
}

impl<'a> Destination<'a> {
    /// What a text names. Addresses of several VPCs may overlap; `vpc` is the caller's.
    pub(crate) fn named(network: &Network<'a>, name: &str, vpc: Option<&str>) -> Result<Self, Error> {
        if name.starts_with("vpce-") {
            return match network.endpoint(name) {
                Found::Yes(endpoint) => Self::of_endpoint(network, endpoint),
                Found::No | Found::Unknown(_) => Err(nowhere("destination", name, Part::VpcEndpoints)),
            };
        }
        let ends = Ends { network, field: "destination", vpc }.of(name, None)?;
        Ok(Self { name: name.to_owned(), ends, endpoint: None })
    }

    /// An endpoint, by its interfaces or by its prefix list.
    pub(crate) fn of_endpoint(network: &Network<'a>, endpoint: &'a VpcEndpoint) -> Result<Self, Error> {
        let name = endpoint.vpc_endpoint_id.clone().unwrap_or_default();
        let ends = if is_gateway(endpoint) {
            behind_gateway(network, endpoint, &name)
        } else {
            interfaces(network, endpoint)?
        };
        Ok(Self { name, ends, endpoint: Some(endpoint) })
    }

    /// Whether all of its addresses are the other's.
    pub(crate) fn is_within(&self, other: &Self) -> bool {
        let all = |this: &Self| this.ends.iter().flat_map(|end| end.addresses.cidrs()).collect::<Addresses>();
        let exact = self.ends.iter().chain(&other.ends).all(|end| end.exact);
        exact && !self.ends.is_empty() && all(other).covers(&all(self))
    }

    /// What stops every call to this destination, whoever makes it.
    pub(crate) fn blockers(&self, services: &Services, asked: &Addresses) -> Vec<Blocker> {
        let Some(endpoint) = self.endpoint else { return Vec::new() };
        let mut blockers = Vec::new();
        let mut block = |code, verdict, says: String| {
            let document = Part::VpcEndpoints.as_str().to_owned();
            blockers.push(Blocker {
                code,
                verdict,
                document,
                id: self.name.clone(),
                says,
                concerns: cidrs(asked),
                remainder: Vec::new(),
            });
        };
        match endpoint.state.as_deref() {
            Some(state) if state.eq_ignore_ascii_case("available") => {}
            Some(state) if state.eq_ignore_ascii_case("partial") => {
                block(
                    BlockerCode::EndpointState,
                    Verdict::Unknown,
                    "the endpoint lacks some of its interfaces".to_owned(),
                );
            }
            Some(state) => {
                let says = format!("the endpoint is in the state `{state}`; only `available` works");
                block(BlockerCode::EndpointState, Verdict::Broken, says);
            }
            None => block(BlockerCode::EndpointState, Verdict::Unknown, "the endpoint's state is not given".to_owned()),
        }
        let tcp = Services::protocol(Services::TCP);
        let udp = Services::protocol(Services::UDP);
        if !tcp.covers(services) {
            // A gateway endpoint takes echo requests besides, an interface endpoint of some services udp.
            let maybe = if is_gateway(endpoint) { Services::protocol(Services::ICMP) } else { udp };
            let verdict = if tcp.union(&maybe).covers(services) { Verdict::Unknown } else { Verdict::Broken };
            block(BlockerCode::EndpointProtocol, verdict, format!("an endpoint takes tcp, not {services}"));
        }
        if self.ends.is_empty() {
            let says = "the endpoint has no interface in any subnet".to_owned();
            let verdict = if endpoint.subnet_ids.is_some() { Verdict::Broken } else { Verdict::Unknown };
            block(BlockerCode::EndpointInterfaces, verdict, says);
        }
        blockers
    }
}

/// Whether an endpoint is a target in route tables rather than interfaces in subnets.
pub(crate) fn is_gateway(endpoint: &VpcEndpoint) -> bool {
    endpoint.vpc_endpoint_type.as_deref().is_some_and(|kind| kind.eq_ignore_ascii_case("gateway"))
}

/// An id that no document has.
pub(crate) fn nowhere(field: &str, id: &str, part: Part) -> Error {
    let message = format!("`{id}` is not among the documents; give one of `{}`", part.as_str());
    Error::new(ErrorCode::ErrUnknownId, field, message)
}

/// The public addresses that a gateway endpoint leads to, list by list: one for each family that it has. Without the
/// entries of a list it is some of all of its family.
fn behind_gateway<'a>(network: &Network<'a>, endpoint: &'a VpcEndpoint, name: &str) -> Vec<End<'a>> {
    let service = endpoint.service_name.as_deref().unwrap_or_default();
    let family = family(endpoint);
    let named = network.prefix_list_of(service).map(|(id, _)| id);
    let mut lists: Vec<&'a str> = named.into_iter().collect();
    let routes = network.snapshot.route_tables.iter().flatten().flat_map(|table| table.routes.iter().flatten());
    for route in routes.filter(|route| route.gateway_id.as_deref() == Some(name)) {
        if let Some(list) = route.destination_prefix_list_id.as_deref().filter(|list| !lists.contains(list)) {
            lists.push(list);
        }
    }
    let end = |addresses, exact, list| End {
        exact,
        vpc: endpoint.vpc_id.as_deref(),
        prefix_list: Some(list),
        ..End::bare(name, addresses, Groups::Unfiltered)
    };
    let mut ends = Vec::new();
    for list in lists {
        let known = network.prefix_list(list).and_then(|list| list.addresses.clone());
        let exact = known.is_some();
        // A list has one family, and that of the service's own name is the older one.
        let any = || {
            let ipv4 = named == Some(list) || !family.overlaps(&Addresses::all_v6());
            public().intersection(&if ipv4 { Addresses::all_v4() } else { Addresses::all_v6() })
        };
        let addresses = known.unwrap_or_else(any).intersection(&family);
        if !addresses.is_empty() {
            ends.push(end(addresses, exact, list));
        }
    }
    for one in [Addresses::all_v4(), Addresses::all_v6()] {
        if family.covers(&one) && !ends.iter().any(|end: &End<'_>| end.addresses.overlaps(&one)) {
            ends.push(end(one.intersection(public()), false, ""));
        }
    }
    ends
}

/// The families of an endpoint; the type is older than the field.
fn family(endpoint: &VpcEndpoint) -> Addresses {
    match endpoint.ip_address_type.as_deref() {
        Some("dualstack") => Addresses::all(),
        Some("ipv6") => Addresses::all_v6(),
        _ => Addresses::all_v4(),
    }
}

fn interfaces<'a>(network: &Network<'a>, endpoint: &'a VpcEndpoint) -> Result<Vec<End<'a>>, Error> {
    let groups = endpoint
        .groups
        .as_ref()
        .map_or(Groups::Unknown, |groups| Groups::these(groups.iter().filter_map(|group| group.group_id.as_deref())));
    let shown: Option<Vec<&NetworkInterface>> = endpoint.network_interface_ids.as_ref().and_then(|ids| {
        ids.iter().map(|id| if let Found::Yes(found) = network.interface(id) { Some(found) } else { None }).collect()
    });
    if let Some(shown) = shown.filter(|shown| !shown.is_empty()) {
        return shown
            .into_iter()
            .map(|interface| {
                let end = End::of_interface(network, interface)?;
                let end = if end.groups == Groups::Unknown { End { groups: groups.clone(), ..end } } else { end };
                Ok(End { kind: Some("vpc_endpoint"), ..end })
            })
            .collect();
    }
    // An endpoint has the addresses of its type, whatever its subnets have.
    let family = family(endpoint);
    let mut ends = Vec::new();
    for id in endpoint.subnet_ids.iter().flatten() {
        let end = match network.subnet(id) {
            Found::Yes(subnet) => {
                let end = End::of_subnet(subnet, groups.clone())?;
                End { exact: false, addresses: end.addresses.intersection(&family), ..end }
            }
            Found::No | Found::Unknown(_) => End {
                name: id.clone(),
                addresses: Addresses::all_v4(),
                exact: false,
                groups: groups.clone(),
                subnet: None,
                vpc: endpoint.vpc_id.as_deref(),
                prefix_list: None,
                public: None,
                kind: None,
            },
        };
        let name = endpoint.vpc_endpoint_id.clone().unwrap_or_default();
        ends.push(End { name, kind: Some("vpc_endpoint"), ..end });
    }
    Ok(ends)
}
