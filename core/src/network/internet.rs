//! The ways out of a VPC that its own gateways are: to the internet for who has a public address, outward only for
//! IPv6, and by VPN. What shuts the first two for a whole region is asked here too.

use super::answer::BlockerCode;
use super::crossing::{Crossing, Identity, Leg};
use super::end::End;
use super::path::{Lets, Step};
use super::place::Places;
use super::resolve::Found;
use super::route::{Way, by_way, private, public, ways};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::snapshot::{GatewayAttachment, Part, VpcBlockPublicAccessExclusion};

/// How traffic comes to the internet.
#[derive(Clone, Copy, Eq, PartialEq)]
pub(crate) enum Outlet {
    /// Straight from a public address, which can be called too.
    Direct,
    /// Through something that only lets out.
    Outward,
}

/// An internet gateway, for a sender that has public addresses.
pub(crate) fn cross<'a>(leg: &Leg<'_, 'a>, id: &str) -> Crossing<'a> {
    let mut steps = to_gateway(leg, id, Outlet::Direct);
    steps.push(public_address(leg, id));
    Crossing { there: steps, identity: Identity::Lost, ..Crossing::plain() }
}

/// The gateway itself: attached, not shut for the region, and with nothing private behind it.
pub(crate) fn to_gateway(leg: &Leg<'_, '_>, id: &str, outlet: Outlet) -> Vec<Step> {
    let (code, part) = (BlockerCode::InternetGateway, Part::InternetGateways);
    let Found::Yes(gateway) = leg.places.network.internet_gateway(id) else {
        return std::iter::once(leg.absent(code, part, id)).chain(shut(leg, outlet)).collect();
    };
    let attached = attached(leg, code, part, id, gateway.attachments.as_deref());
    let says = format!("`{id}` drops what is bound for a private address");
    let outside = leg.step(code, part, id, leg.far_lets(Bounds::exact(public().clone())), says);
    std::iter::once(attached).chain([outside]).chain(shut(leg, outlet)).collect()
}

/// An egress-only internet gateway: for IPv6, and never inward.
pub(crate) fn cross_egress_only<'a>(leg: &Leg<'_, 'a>, id: &str) -> Crossing<'a> {
    let (code, part) = (BlockerCode::EgressOnlyInternetGateway, Part::EgressOnlyInternetGateways);
    let mut steps = match leg.places.network.egress_only_gateway(id) {
        Found::Yes(gateway) => vec![attached(leg, code, part, id, gateway.attachments.as_deref())],
        Found::No | Found::Unknown(_) => vec![leg.absent(code, part, id)],
    };
    let says = format!("`{id}` carries IPv6 to public addresses only");
    let public = Addresses::all_v6().difference(private());
    steps.push(leg.step(code, part, id, leg.far_lets(Bounds::exact(public)), says));
    if leg.far().is_outside() && leg.direction == super::answer::Direction::Reply {
        let says = format!("`{id}` lets nothing in that was not asked for from inside");
        steps.push(leg.gate(code, part, id, (false, false), says));
    }
    steps.extend(shut(leg, Outlet::Outward));
    Crossing { there: steps, identity: Identity::Lost, ..Crossing::plain() }
}

/// A virtual private gateway: what lies behind its tunnels is in no document.
pub(crate) fn cross_vpn<'a>(leg: &Leg<'_, 'a>, id: &str) -> Crossing<'a> {
    let (code, part) = (BlockerCode::VpnGateway, Part::VpnGateways);
    let Found::Yes(gateway) = leg.places.network.vpn_gateway(id) else {
        return Crossing::of(leg.absent(code, part, id), Identity::Lost);
    };
    let state = gateway.state.as_deref().unwrap_or("available");
    if !state.eq_ignore_ascii_case("available") {
        let says = format!("`{id}` is in the state `{state}`; only `available` works");
        return Crossing::of(leg.gate(code, part, id, (false, false), says), Identity::Lost);
    }
    let attached = attached(leg, code, part, id, gateway.vpc_attachments.as_deref());
    let says = format!("what lies behind `{id}` is in no document");
    let beyond = Step { missing: None, ..leg.gate(code, part, id, (false, true), says) };
    Crossing { there: vec![attached, beyond], identity: Identity::Lost, ..Crossing::plain() }
}

/// From the internet to an end that has public addresses: its own table has to lead back to the gateway.
pub(crate) fn inward<'a>(places: &Places<'_, 'a>) -> Result<Crossing<'a>, Error> {
    let leg = Leg { places, direction: super::answer::Direction::Forward, near: places.to.clone(), depth: 0 };
    let (code, part) = (BlockerCode::InternetGateway, Part::InternetGateways);
    let end = places.to;
    let Some(table) = end.subnet.map(|subnet| places.network.table(subnet)) else {
        let says = format!("`{}` is in no subnet that the documents show", end.name);
        return Ok(Crossing::of(leg.gate(code, Part::Subnets, &end.name, (false, true), says), Identity::Lost));
    };
    let table = match table {
        Found::Yes(table) => table,
        Found::No => return Ok(Crossing::of(leg.absent(code, Part::RouteTables, &end.name), Identity::Lost)),
        Found::Unknown(missing) => return Ok(Crossing::of(leg.absent(code, missing, &end.name), Identity::Lost)),
    };
    let mut gateways: Vec<String> = Vec::new();
    let mut untold = None;
    for (_, way) in by_way(ways(places.network, table, &places.from.addresses, None)?) {
        match way {
            Way::Elsewhere(id) if id.starts_with("igw-") => gateways.push(id),
            Way::Unknown(why) | Way::Either(_, why) => untold = Some(why),
            _ => {}
        }
    }
    let mut steps = Vec::new();
    for id in &gateways {
        let Found::Yes(gateway) = places.network.internet_gateway(id) else {
            steps.push(leg.absent(code, part, id));
            continue;
        };
        steps.push(attached(&leg, code, part, id, gateway.attachments.as_deref()));
    }
    if gateways.is_empty() {
        let id = table.id();
        let says = match &untold {
            Some(why) => format!("whether `{id}` has a route to an internet gateway is not known: {why}"),
            None => format!("no route of `{id}` is to an internet gateway"),
        };
        steps.push(leg.gate(code, Part::RouteTables, &end.name, (false, untold.is_some()), says));
    }
    steps.extend(shut(&leg, Outlet::Direct));
    let says = format!("from outside, only public addresses of `{}` are called", end.name);
    steps.push(leg.step(
        BlockerCode::PublicAddress,
        Part::NetworkInterfaces,
        &end.name,
        Lets::Destinations(public_of(end)),
        says,
    ));
    Ok(Crossing { there: steps, identity: Identity::Lost, ..Crossing::plain() })
}

/// The private addresses of an end that have a public one; IPv6 addresses of a VPC are public themselves.
fn public_of(end: &End<'_>) -> Bounds<Addresses> {
    let ipv6 = Addresses::all_v6().difference(private());
    match &end.public {
        Some(public) => Bounds::exact(public.union(&ipv6)),
        None => Bounds::new(ipv6, Addresses::all()),
    }
}

fn public_address(leg: &Leg<'_, '_>, id: &str) -> Step {
    let near = &leg.near;
    let public = public_of(near);
    let without = near.addresses.difference(public.surely());
    let says = if without.is_empty() {
        format!("`{}` has a public address", near.name)
    } else {
        format!("{without} of `{}` has no public address, without which `{id}` passes nothing", near.name)
    };
    let part = Part::NetworkInterfaces;
    leg.step(BlockerCode::PublicAddress, part, &near.name, leg.near_lets(public), says)
}

fn attached(
    leg: &Leg<'_, '_>,
    code: BlockerCode,
    part: Part,
    id: &str,
    attachments: Option<&[GatewayAttachment]>,
) -> Step {
    let Some(vpc) = leg.near.vpc else {
        return leg.gate(
            code,
            Part::Vpcs,
            id,
            (false, true),
            format!("whether `{id}` is attached to the VPC is not known"),
        );
    };
    let Some(attachments) = attachments else {
        return leg.gate(code, part, id, (false, true), format!("`{id}` does not show what it is attached to"));
    };
    let here = attachments.iter().find(|attachment| attachment.vpc_id.as_deref() == Some(vpc));
    match here.map(|attachment| attachment.state.as_deref().unwrap_or("attached").to_ascii_lowercase()) {
        Some(state) if state == "available" || state == "attached" => {
            leg.gate(code, part, id, (true, true), format!("`{id}` is attached to `{vpc}`"))
        }
        Some(state) => {
            leg.gate(code, part, id, (false, false), format!("the attachment of `{id}` is in the state `{state}`"))
        }
        None => leg.gate(code, part, id, (false, false), format!("`{id}` is not attached to `{vpc}`")),
    }
}

/// VPC Block Public Access: it stops internet gateways and egress-only ones for a region, and no endpoint.
fn shut(leg: &Leg<'_, '_>, outlet: Outlet) -> Option<Step> {
    let (code, part) = (BlockerCode::BlockPublicAccess, Part::VpcBlockPublicAccessOptions);
    let snapshot = leg.places.network.snapshot;
    let Some(options) = &snapshot.vpc_block_public_access_options else {
        return Some(leg.gate(code, part, "", (false, true), leg.places.network.gap(part)));
    };
    let mode = options.internet_gateway_block_mode.as_deref().unwrap_or_default();
    let settled = options.state.as_deref() != Some("update-in-progress");
    let (mode_stops, certain) = match (mode, outlet) {
        ("off", _) | ("block-ingress", Outlet::Outward) => (false, settled),
        ("block-bidirectional", _) | ("block-ingress", Outlet::Direct) => (true, settled),
        _ => (false, false),
    };
    if !certain {
        let says = format!("VPC Block Public Access is `{mode}` and may change");
        return Some(leg.gate(code, part, "", (false, true), says));
    }
    if !mode_stops {
        return None;
    }
    let exclusions = snapshot.vpc_block_public_access_exclusions.iter().flatten();
    let excluded = exclusions.filter(|exclusion| names(exclusion, &leg.near)).map(|exclusion| {
        let works = matches!(exclusion.state.as_deref(), None | Some("create-complete" | "update-complete"));
        match exclusion.internet_gateway_exclusion_mode.as_deref() {
            Some("allow-bidirectional") if works => (true, true),
            Some("allow-egress") if works && outlet == Outlet::Outward => (true, true),
            // Whether calls from a public address count as egress is not documented.
            _ => (false, true),
        }
    });
    let excluded = excluded.reduce(|one, other| (one.0 || other.0, true));
    let whole = leg.places.network.is_whole(Part::VpcBlockPublicAccessExclusions);
    let says = format!("VPC Block Public Access is `{mode}`");
    match excluded {
        Some((true, _)) => None,
        Some(_) => {
            Some(leg.gate(code, part, "", (false, true), format!("{says}, and an exclusion may let this through")))
        }
        None if !whole => {
            let says = format!("{says}, and its exclusions are not known");
            Some(leg.gate(code, Part::VpcBlockPublicAccessExclusions, "", (false, true), says))
        }
        None => Some(leg.gate(code, part, "", (false, false), says)),
    }
}

fn names(exclusion: &VpcBlockPublicAccessExclusion, near: &End<'_>) -> bool {
    let resource = exclusion.resource_arn.as_deref().and_then(|arn| arn.rsplit('/').next()).unwrap_or_default();
    let subnet = near.subnet.and_then(|subnet| subnet.subnet_id.as_deref());
    !resource.is_empty() && (near.vpc == Some(resource) || subnet == Some(resource))
}
