//! NAT gateways: they stand in a subnet of their own, or for a whole VPC, send on under their own addresses, and take
//! TCP, UDP and ICMP only.

use super::answer::{BlockerCode, Direction};
use super::crossing::{Crossing, Identity, Leg, behind};
use super::end::{End, Groups, words};
use super::internet::{Outlet, to_gateway};
use super::path::{Asked, Lets, Step, lift};
use super::resolve::{Found, block};
use super::route::{Table, Way, by_way, ways};
use crate::error::Error;
use crate::net::{Addresses, Bounds, Cidr, Services};
use crate::snapshot::{NatGateway, Part, Subnet};

const CODE: BlockerCode = BlockerCode::NatGateway;
const PART: Part = Part::NatGateways;

/// The ports from which a NAT gateway calls, and from which it takes replies.
const PORTS: super::answer::PortSpan = super::answer::PortSpan { first: 1024, last: 65535 };

pub(crate) fn cross<'a>(leg: &Leg<'_, 'a>, id: &str) -> Result<Crossing<'a>, Error> {
    let network = leg.places.network;
    let Found::Yes(gateway) = network.nat_gateway(id) else {
        return Ok(Crossing::of(leg.absent(CODE, PART, id), Identity::Lost));
    };
    let mut steps = vec![state(leg, id, gateway), protocol(leg, id)];
    if let (Some(own), Some(near)) = (gateway.vpc_id.as_deref(), leg.near.vpc)
        && own != near
    {
        let says = format!("`{id}` serves `{own}`, not `{near}`");
        steps.push(leg.gate(CODE, PART, id, (false, false), says));
    }
    if is_translated(&leg.far().addresses) {
        return Ok(Crossing { there: steps, identity: Identity::Lost, ..Crossing::plain() });
    }
    let regional = gateway.availability_mode.as_deref().is_some_and(|mode| mode.eq_ignore_ascii_case("regional"));
    let subnet = match gateway.subnet_id.as_deref().map(|id| network.subnet(id)) {
        Some(Found::Yes(subnet)) => Some(subnet),
        _ => None,
    };
    let table = if regional { regional_table(leg, gateway) } else { subnet.map(|subnet| network.table(subnet)) };
    let mut crossing = Crossing { there: steps, identity: Identity::Lost, ..Crossing::plain() };
    if regional {
        crossing.there.extend(zone(leg, id, gateway));
    } else {
        let Some(subnet) = subnet else {
            crossing.there.push(leg.absent(CODE, Part::Subnets, gateway.subnet_id.as_deref().unwrap_or(id)));
            return Ok(crossing);
        };
        subnet_edges(leg, subnet, &mut crossing)?;
    }
    let own = end_of(leg, id, gateway, subnet)?;
    let onward = match table {
        Some(Found::Yes(table)) => onward(leg, id, gateway, table, &own)?,
        _ => Crossing::of(leg.absent(CODE, Part::RouteTables, id), Identity::Lost),
    };
    let crossing = crossing.then(onward);
    Ok(Crossing { seen: Some(own), identity: Identity::Lost, ..crossing })
}

fn state(leg: &Leg<'_, '_>, id: &str, gateway: &NatGateway) -> Step {
    match gateway.state.as_deref() {
        Some(state) if state.eq_ignore_ascii_case("available") => {
            leg.gate(CODE, PART, id, (true, true), format!("`{id}` is available"))
        }
        Some(state) => {
            let says = format!("`{id}` is in the state `{state}`; only `available` works");
            leg.gate(CODE, PART, id, (false, false), says)
        }
        None => leg.gate(CODE, PART, id, (false, true), format!("the state of `{id}` is not given")),
    }
}

fn protocol(leg: &Leg<'_, '_>, id: &str) -> Step {
    let asked = &leg.places.asked.services;
    let taken = [Services::TCP, Services::UDP, Services::ICMP].map(Services::protocol);
    let taken = taken.iter().fold(Services::empty(), |all, one| all.union(one));
    let ipv4 = leg.far().addresses.v6().is_empty();
    let written = is_translated(&leg.far().addresses);
    let (sure, maybe) = (taken.covers(asked) && ipv4, taken.covers(asked) && (ipv4 || written));
    let says = if !taken.covers(asked) {
        format!("`{id}` takes tcp, udp and icmp, not {asked}")
    } else if written {
        format!("`{id}` turns addresses of `{NAT64}` into IPv4, and on is not followed")
    } else if ipv4 {
        format!("`{id}` takes {asked}")
    } else {
        format!("`{id}` takes IPv6 only for `{NAT64}`, in which IPv4 addresses are written")
    };
    let step = leg.gate(CODE, PART, id, (sure, maybe), says);
    Step { missing: None, ..step }
}

/// The block in which DNS64 writes IPv4 addresses.
const NAT64: &str = "64:ff9b::/96";

/// Whether addresses are IPv4 ones, written as IPv6.
fn is_translated(addresses: &Addresses) -> bool {
    let block = Cidr::exact(NAT64).map(Addresses::from);
    !addresses.is_empty() && block.is_ok_and(|block| block.covers(addresses))
}

/// The network ACL of the gateway's subnet, which traffic crosses on both legs and replies cross again.
fn subnet_edges(leg: &Leg<'_, '_>, subnet: &Subnet, crossing: &mut Crossing<'_>) -> Result<(), Error> {
    let beside = leg.near.subnet.is_some_and(|near| near.subnet_id == subnet.subnet_id);
    if !beside {
        crossing.there.push(leg.acl_in(subnet)?);
    }
    crossing.there.push(leg.acl_out(subnet)?);
    if leg.direction == Direction::Reply {
        return Ok(());
    }
    // Replies come to the gateway's own ports, and go on to the client's.
    let explained = leg.places.asked.explained;
    let asked = Asked { explained, ..Asked::new(leg.places.asked.protocol, leg.places.asked.ports, PORTS) };
    let places = super::place::Places { asked: &asked, ..*leg.places };
    let in_ = places.acl_of(
        subnet,
        super::group::Side::Ingress,
        BlockerCode::AclOnTheWay,
        leg.far(),
        &asked.replies,
        true,
    )?;
    crossing.back.push(Step { direction: Direction::Reply, ..in_ });
    if !beside {
        let replies = &leg.places.asked.replies;
        let out = leg.places.acl_of(
            subnet,
            super::group::Side::Egress,
            BlockerCode::AclOnTheWay,
            leg.origin(),
            replies,
            false,
        )?;
        crossing.back.push(Step { direction: Direction::Reply, ..out });
    }
    Ok(())
}

/// A regional gateway serves the zones that it has addresses in.
fn zone(leg: &Leg<'_, '_>, id: &str, gateway: &NatGateway) -> Option<Step> {
    let near = leg.near.subnet?;
    let addresses = gateway.nat_gateway_addresses.as_ref();
    let here = |address: &&crate::snapshot::NatGatewayAddress| {
        let ids = near.availability_zone_id.is_some() && address.availability_zone_id == near.availability_zone_id;
        ids || near.availability_zone.is_some() && address.availability_zone == near.availability_zone
    };
    let zone = near.availability_zone_id.as_deref().or(near.availability_zone.as_deref());
    let (Some(addresses), Some(zone)) = (addresses, zone) else {
        let says = format!("the zones of `{id}` are not known");
        return Some(leg.gate(CODE, PART, id, (false, true), says));
    };
    if addresses.iter().find(here).is_some() {
        return None;
    }
    let grows = gateway.auto_provision_zones.as_deref().is_none_or(|auto| auto.eq_ignore_ascii_case("enabled"));
    let says = format!("`{id}` is not in the zone `{zone}`");
    Some(leg.gate(CODE, PART, id, (false, grows), says))
}

fn regional_table<'w, 'a>(leg: &Leg<'w, 'a>, gateway: &NatGateway) -> Option<Found<&'w Table<'a>>> {
    gateway.route_table_id.as_deref().map(|id| leg.places.network.route_table(id))
}

/// The gateway as an end: what stands behind it sees these addresses, and nobody who carries a group.
fn end_of<'a>(leg: &Leg<'_, 'a>, id: &str, gateway: &NatGateway, subnet: Option<&'a Subnet>) -> Result<End<'a>, Error> {
    let public = gateway.connectivity_type.as_deref().is_none_or(|kind| kind.eq_ignore_ascii_case("public"));
    let texts = gateway.nat_gateway_addresses.iter().flatten().filter_map(|address| address.private_ip.as_deref());
    let cidrs: Option<Vec<Cidr>> =
        texts.map(|text| block(&format!("{text}/32"), PART.as_str())).collect::<Result<_, _>>()?;
    let own: Option<Addresses> = cidrs.filter(|cidrs| !cidrs.is_empty()).map(|cidrs| cidrs.into_iter().collect());
    let (addresses, exact) = match (own, subnet) {
        (Some(own), _) => (own, true),
        (None, Some(subnet)) => (super::end::range(subnet)?.0, false),
        (None, None) => (Addresses::all_v4(), false),
    };
    let public = Some(if public { addresses.clone() } else { Addresses::empty() });
    let vpc = subnet.and_then(|subnet| subnet.vpc_id.as_deref()).or(leg.near.vpc);
    let groups = Groups::Unfiltered;
    Ok(End { name: id.to_owned(), addresses, exact, groups, subnet, vpc, public, prefix_list: None, kind: None })
}

/// Where the gateway's own table sends on.
fn onward<'a>(
    leg: &Leg<'_, 'a>,
    id: &str,
    gateway: &NatGateway,
    table: &Table<'_>,
    own: &End<'a>,
) -> Result<Crossing<'a>, Error> {
    let network = leg.places.network;
    let far = leg.far();
    let table_id = table.id();
    let private = own.public.as_ref().is_some_and(Addresses::is_empty);
    let mut crossing = Crossing::plain();
    for (part, way) in by_way(ways(network, table, &far.addresses, None)?) {
        crossing.parts.push(part.clone());
        let shown = words(&part);
        // A part that the table leads nowhere shuts itself and no other.
        let rest = far.addresses.difference(&part);
        let opened = |open: bool| if open { far.addresses.clone() } else { rest.clone() };
        let gate = |(sure, maybe): (bool, bool), says| {
            let lets = leg.far_lets(Bounds::new(opened(sure), opened(sure || maybe)));
            leg.step(BlockerCode::RouteOnTheWay, Part::RouteTables, table_id, lets, says)
        };
        let next = match &way {
            Way::Elsewhere(target) if target == id => Crossing::of(
                gate((false, false), format!("`{table_id}` sends {shown} back into `{id}`")),
                Identity::Lost,
            ),
            Way::Elsewhere(target) if target.starts_with("igw-") && private => {
                let says = format!("`{id}` is private and does not pass `{target}`");
                Crossing::of(gate((false, false), says), Identity::Lost)
            }
            Way::Elsewhere(target) if target.starts_with("igw-") => {
                let mut steps = vec![gate((true, true), format!("`{table_id}` sends {shown} to `{target}`"))];
                steps.extend(to_gateway(&leg.from(own.clone()), target, Outlet::Outward));
                Crossing { there: steps, ..Crossing::plain() }
            }
            Way::Elsewhere(target) => {
                let step = gate((true, true), format!("`{table_id}` sends {shown} to `{target}`"));
                Crossing::of(step, Identity::Kept).then(behind(&leg.from(own.clone()), target)?)
            }
            Way::Local => {
                let here = far.vpc.is_some() && far.vpc == own.vpc;
                let says = format!("`{table_id}` sends {shown} by the local route");
                Crossing::of(gate((here, here || far.vpc.is_none()), says), Identity::Lost)
            }
            Way::Endpoint(target) => {
                Crossing::of(gate((true, true), format!("`{table_id}` sends {shown} to `{target}`")), Identity::Lost)
            }
            Way::Blackhole(target) => {
                let says = format!("`{table_id}` sends {shown} into a black hole: `{target}`");
                Crossing::of(gate((false, false), says), Identity::Lost)
            }
            Way::None => {
                Crossing::of(gate((false, false), format!("`{table_id}` has no route for {shown}")), Identity::Lost)
            }
            Way::Unknown(why) | Way::Either(_, why) => Crossing::of(
                gate((false, true), format!("where `{table_id}` sends {shown} is not known: {why}")),
                Identity::Lost,
            ),
        };
        crossing = crossing.then(next);
    }
    // The replies' way from the gateway on to the client.
    let origin = leg.origin();
    if leg.direction == Direction::Forward && gateway.vpc_id.as_deref() != origin.vpc && origin.vpc.is_some() {
        for (part, way) in by_way(ways(network, table, &origin.addresses, None)?) {
            let shown = words(&part);
            let rest = origin.addresses.difference(&part);
            let opened = |open: bool| if open { origin.addresses.clone() } else { rest.clone() };
            let gate = |(sure, maybe): (bool, bool), says| {
                let lets = Lets::Sources(Bounds::new(opened(sure), opened(sure || maybe)));
                let step = leg.step(BlockerCode::RouteOnTheWay, Part::RouteTables, table_id, lets, says);
                Step { direction: Direction::Reply, ..step }
            };
            match &way {
                Way::Elsewhere(target) => {
                    crossing.back.push(gate((true, true), format!("`{table_id}` sends {shown} to `{target}`")));
                    let places = super::place::Places { to: own, ..*leg.places };
                    let back = super::crossing::cross(&places, Direction::Reply, target)?;
                    crossing.back.extend(back.there.into_iter().map(|step| of_gateway(step, own)));
                }
                Way::Unknown(why) | Way::Either(_, why) => crossing
                    .back
                    .push(gate((false, true), format!("where `{table_id}` sends {shown} is not known: {why}"))),
                _ => crossing.back.push(gate(
                    (false, false),
                    format!("`{table_id}` does not send {shown} back to `{}`", origin.name),
                )),
            }
        }
    }
    Ok(crossing)
}

/// What a step decides of the gateway's own addresses, as a decision about all that it carries.
fn of_gateway(step: Step, own: &End<'_>) -> Step {
    let lets = match step.lets {
        Lets::Destinations(bounds) => {
            let seen = lift(&bounds, own, own);
            Lets::All(!seen.surely().is_empty(), !seen.possibly().is_empty())
        }
        lets => lets,
    };
    Step { lets, ..step }
}
