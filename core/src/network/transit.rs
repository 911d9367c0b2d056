//! Transit gateways: an attachment in the sender's zone, the association that picks a table, the longest prefix in it,
//! and the attachment that it leads to. The subnets of the attachments have network ACLs and tables of their own.

use super::answer::BlockerCode;
use super::crossing::{Crossing, Identity, Leg, behind};
use super::end::{End, Groups, words};
use super::path::Step;
use super::place::same_zone;
use super::resolve::Found;
use super::route::{Way, by_way, ways};
use super::transit_table::{Onward, onward};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::snapshot::{Part, Subnet, TransitGatewayRoutes, TransitGatewayVpcAttachment};

const CODE: BlockerCode = BlockerCode::TransitGateway;
const PART: Part = Part::TransitGatewayVpcAttachments;

pub(crate) fn cross<'a>(leg: &Leg<'_, 'a>, id: &str) -> Result<Crossing<'a>, Error> {
    let network = leg.places.network;
    let mut crossing = Crossing::plain();
    if let Found::Yes(gateway) = network.transit_gateway(id)
        && let Some(state) = gateway.state.as_deref().filter(|state| !is(state, "available"))
    {
        let says = format!("`{id}` is in the state `{state}`; only `available` works");
        return Ok(Crossing::of(leg.gate(CODE, Part::TransitGateways, id, (false, false), says), Identity::Unknown));
    }
    let Some(vpc) = leg.near.vpc else {
        return Ok(Crossing::of(leg.absent(CODE, Part::Vpcs, id), Identity::Unknown));
    };
    let Some(attachment) = network.attachment(id, vpc) else {
        let whole = network.is_whole(PART);
        let says = format!("`{vpc}` has no attachment to `{id}`{}", if whole { "" } else { " among the documents" });
        return Ok(Crossing::of(leg.gate(CODE, PART, id, (false, !whole), says), Identity::Unknown));
    };
    let attached = attachment.transit_gateway_attachment_id.as_deref().unwrap_or_default();
    crossing.there.extend(works(leg, attached, attachment));
    // What came out of this attachment stands in its subnet already.
    let near = leg.near.subnet.and_then(|subnet| subnet.subnet_id.as_ref());
    let inside = near.is_some_and(|near| attachment.subnet_ids.iter().flatten().any(|id| id == near));
    if leg.depth == 0 || !inside {
        enter(leg, attached, attachment, &mut crossing)?;
    }
    let table = match association(leg, attached) {
        Ok(table) => table,
        Err(step) => {
            crossing.there.push(*step);
            return Ok(Crossing { identity: Identity::Unknown, ..crossing });
        }
    };
    let next = leave(leg, id, attachment, table)?;
    Ok(crossing.then(next))
}

fn is(text: &str, word: &str) -> bool {
    text.eq_ignore_ascii_case(word)
}

/// The attachment is there for this family, and works.
fn works(leg: &Leg<'_, '_>, id: &str, attachment: &TransitGatewayVpcAttachment) -> Vec<Step> {
    let mut steps = Vec::new();
    match attachment.state.as_deref() {
        Some(state) if is(state, "available") => {}
        Some(state) => {
            let says = format!("`{id}` is in the state `{state}`; only `available` works");
            steps.push(leg.gate(CODE, PART, id, (false, false), says));
        }
        None => steps.push(leg.gate(CODE, PART, id, (false, true), format!("the state of `{id}` is not given"))),
    }
    let ipv6 = attachment.options.as_ref().and_then(|options| options.ipv6_support.as_deref());
    if !leg.far().addresses.v6().is_empty() && ipv6.is_some_and(|ipv6| is(ipv6, "disable")) {
        steps.push(leg.gate(CODE, PART, id, (false, false), format!("`{id}` does not carry IPv6")));
    }
    steps
}

/// The sender's zone needs a subnet of the attachment, whose network ACL takes the traffic in.
fn enter<'a>(
    leg: &Leg<'_, 'a>,
    id: &str,
    attachment: &TransitGatewayVpcAttachment,
    crossing: &mut Crossing<'a>,
) -> Result<(), Error> {
    let code = BlockerCode::TransitGatewayZone;
    let Some(near) = leg.near.subnet else {
        crossing.there.push(leg.absent(code, Part::Subnets, id));
        return Ok(());
    };
    let (subnets, whole) = subnets(leg, attachment);
    let zones: Vec<Option<bool>> = subnets.iter().map(|subnet| same_zone(near, subnet)).collect();
    let here = subnets.iter().zip(&zones).find(|(_, same)| **same == Some(true)).map(|(subnet, _)| *subnet);
    let zone = near.availability_zone_id.as_deref().or(near.availability_zone.as_deref()).unwrap_or("not given");
    match here {
        Some(subnet) => {
            let name = subnet.subnet_id.as_deref().unwrap_or_default();
            let says = format!("`{id}` is in the zone `{zone}`, in `{name}`");
            crossing.there.push(leg.gate(code, PART, id, (true, true), says));
            crossing.there.push(leg.acl_in(subnet)?);
        }
        None if whole && !zones.contains(&None) => {
            let says = format!("`{id}` has no subnet in the zone `{zone}`, from where nothing comes to it");
            crossing.there.push(leg.gate(code, PART, id, (false, false), says));
        }
        None => {
            let says = format!("whether `{id}` is in the zone `{zone}` is not known");
            crossing.there.push(leg.gate(code, Part::Subnets, id, (false, true), says));
        }
    }
    Ok(())
}

/// The subnets of an attachment that the documents show, and whether these are all.
fn subnets<'a>(leg: &Leg<'_, 'a>, attachment: &TransitGatewayVpcAttachment) -> (Vec<&'a Subnet>, bool) {
    let Some(ids) = &attachment.subnet_ids else { return (Vec::new(), false) };
    // An attachment has one subnet in a zone; where documents show two, neither their order nor anything else tells which.
    let mut sorted: Vec<_> = ids.iter().collect();
    sorted.sort_unstable();
    let found: Vec<&Subnet> = sorted
        .into_iter()
        .filter_map(|id| match leg.places.network.subnet(id) {
            Found::Yes(subnet) => Some(subnet),
            Found::No | Found::Unknown(_) => None,
        })
        .collect();
    let whole = found.len() == ids.len();
    (found, whole)
}

/// The table that an attachment is associated with.
fn association<'a>(leg: &Leg<'_, 'a>, attachment: &str) -> Result<(&'a str, &'a TransitGatewayRoutes), Box<Step>> {
    let (code, part) = (BlockerCode::TransitGatewayRoute, Part::TransitGatewayRouteTableAssociations);
    let snapshot = leg.places.network.snapshot;
    let answers = snapshot.transit_gateway_route_table_associations.as_ref();
    let mut tables = answers.into_iter().flatten();
    let found = tables.find_map(|(table, answer)| {
        let mut associations = answer.associations.iter().flatten();
        let one = associations.find(|one| one.transit_gateway_attachment_id.as_deref() == Some(attachment))?;
        Some((table.as_str(), one))
    });
    let Some((table, one)) = found else {
        let known =
            |table: &str| answers.is_some_and(|answers| answers.get(table).is_some_and(|a| a.next_token.is_none()));
        let listed = snapshot.transit_gateway_route_tables.iter().flatten();
        let all = listed.filter_map(|table| table.transit_gateway_route_table_id.as_deref()).all(known);
        let whole =
            all && leg.places.network.is_whole(part) && leg.places.network.is_whole(Part::TransitGatewayRouteTables);
        let says = format!(
            "`{attachment}` is associated with no table{}",
            if whole { "" } else { " that the documents show" }
        );
        return Err(Box::new(leg.gate(code, part, attachment, (false, !whole), says)));
    };
    if let Some(state) = one.state.as_deref().filter(|state| !is(state, "associated")) {
        let says = format!("the association of `{attachment}` with `{table}` is in the state `{state}`");
        return Err(Box::new(leg.gate(code, part, attachment, (false, false), says)));
    }
    let routes = snapshot.transit_gateway_routes.as_ref().and_then(|answers| answers.get(table));
    routes.map(|routes| (table, routes)).ok_or_else(|| Box::new(leg.absent(code, Part::TransitGatewayRoutes, table)))
}

fn leave<'a>(
    leg: &Leg<'_, 'a>,
    id: &str,
    from: &TransitGatewayVpcAttachment,
    (table, routes): (&'a str, &'a TransitGatewayRoutes),
) -> Result<Crossing<'a>, Error> {
    let far = leg.far();
    let (code, part_name) = (BlockerCode::TransitGatewayRoute, Part::TransitGatewayRoutes);
    let (mut surely, mut possibly) = (Addresses::empty(), Addresses::empty());
    let mut says = Vec::new();
    let mut untold = false;
    let mut next = Crossing::plain();
    let mut landed: Vec<&str> = Vec::new();
    for (part, way) in onward(table, routes, &far.addresses)? {
        next.parts.push(part.clone());
        let shown = words(&part);
        let words = match way {
            Onward::To(to) => {
                let resource = to.resource_id.as_deref().unwrap_or_default();
                let attachment = to.transit_gateway_attachment_id.as_deref().unwrap_or_default();
                let vpc = to.resource_type.as_deref().is_none_or(|kind| is(kind, "vpc"));
                possibly = possibly.union(&part);
                if vpc && !resource.is_empty() {
                    surely = surely.union(&part);
                    if !landed.contains(&resource) {
                        landed.push(resource);
                    }
                    format!("to `{resource}` by `{attachment}`")
                } else {
                    format!("to `{attachment}`, and what lies behind it is in no document")
                }
            }
            Onward::Blackhole => "into a black hole".to_owned(),
            Onward::Nowhere => "nowhere: there is no route".to_owned(),
            Onward::Unknown(why) => {
                untold = true;
                possibly = possibly.union(&part);
                format!("somewhere that is not known: {why}")
            }
        };
        says.push(format!("`{table}` sends {shown} {words}"));
    }
    let lets = leg.far_lets(Bounds::new(surely, possibly));
    let step = leg.step(code, part_name, table, lets, says.join("; "));
    next.there.push(if untold { step } else { Step { missing: None, ..step } });
    if landed.is_empty() {
        next.identity = Identity::Unknown;
    }
    for vpc in landed {
        let arrived = arrive(leg, id, from, vpc)?;
        next = next.then(arrived);
    }
    Ok(next)
}

/// Out of the attachment of a VPC: by the table of its subnet, on to the far end or to what stands before it.
fn arrive<'a>(
    leg: &Leg<'_, 'a>,
    id: &str,
    from: &TransitGatewayVpcAttachment,
    vpc: &'a str,
) -> Result<Crossing<'a>, Error> {
    let network = leg.places.network;
    let far = leg.far();
    let Some(attachment) = network.attachment(id, vpc) else {
        // What is not shown of another VPC is told by the places of the end there.
        let known = far.vpc == Some(vpc) || far.vpc.is_none();
        let step = leg.absent(CODE, PART, vpc);
        return Ok(if known { Crossing::of(step, Identity::Unknown) } else { elsewhere(leg, vpc) });
    };
    let name = attachment.transit_gateway_attachment_id.as_deref().unwrap_or_default();
    let mut crossing = Crossing { identity: references(leg, id, from, attachment), ..Crossing::plain() };
    crossing.there.extend(works(leg, name, attachment));
    let (all, whole) = subnets(leg, attachment);
    let pinned = attachment.options.as_ref().and_then(|options| options.appliance_mode_support.as_deref());
    let mut here: Vec<&Subnet> = all.clone();
    if !pinned.is_some_and(|mode| is(mode, "enable"))
        && let Some(near) = leg.origin().subnet
        && all.iter().any(|subnet| same_zone(near, subnet) == Some(true))
    {
        here.retain(|subnet| same_zone(near, subnet) == Some(true));
    }
    if here.is_empty() || (!whole && here.len() == all.len()) {
        crossing.there.push(leg.absent(CODE, Part::Subnets, name));
    }
    let beside = |subnet: &&Subnet| far.subnet.is_some_and(|far| far.subnet_id == subnet.subnet_id);
    crossing.lands_beside = !here.is_empty() && here.iter().all(beside);
    for subnet in here.into_iter().filter(|subnet| !beside(subnet)) {
        crossing.there.push(leg.acl_out(subnet)?);
        crossing = by_table(leg, subnet, vpc, crossing)?;
    }
    Ok(crossing)
}

fn by_table<'a>(
    leg: &Leg<'_, 'a>,
    subnet: &'a Subnet,
    vpc: &'a str,
    mut crossing: Crossing<'a>,
) -> Result<Crossing<'a>, Error> {
    let far = leg.far();
    let code = BlockerCode::RouteOnTheWay;
    let name = subnet.subnet_id.as_deref().unwrap_or_default();
    let table = match leg.places.network.table(subnet) {
        Found::Yes(table) => table,
        Found::No | Found::Unknown(_) => {
            crossing.there.push(leg.absent(code, Part::RouteTables, name));
            return Ok(crossing);
        }
    };
    let id = table.id();
    for (part, way) in by_way(ways(leg.places.network, table, &far.addresses, None)?) {
        crossing.parts.push(part.clone());
        let shown = words(&part);
        let gate =
            |open, words: &str| leg.gate(code, Part::RouteTables, id, open, format!("`{id}` sends {shown} {words}"));
        match &way {
            Way::Local if far.vpc == Some(vpc) => crossing.there.push(gate((true, true), "by the local route")),
            Way::Local => crossing.there.push(gate((false, far.vpc.is_none()), "by the local route")),
            Way::Elsewhere(target) => {
                crossing.there.push(gate((true, true), &format!("to `{target}`")));
                let near = End {
                    name: name.to_owned(),
                    subnet: Some(subnet),
                    vpc: Some(vpc),
                    groups: Groups::Unfiltered,
                    public: Some(Addresses::empty()),
                    ..leg.origin().clone()
                };
                crossing = crossing.then(behind(&leg.from(near), target)?);
            }
            Way::Endpoint(target) => {
                crossing.there.push(gate((false, false), &format!("to `{target}`, which serves its own VPC alone")));
            }
            Way::Blackhole(target) => {
                crossing.there.push(gate((false, false), &format!("into a black hole: `{target}`")));
            }
            Way::None => crossing.there.push(gate((false, false), "nowhere: there is no route")),
            Way::Unknown(why) | Way::Either(_, why) => {
                crossing.there.push(gate((false, true), &format!("somewhere that is not known: {why}")));
            }
        }
    }
    Ok(crossing)
}

/// A VPC that is neither the far end's nor shown.
fn elsewhere<'a>(leg: &Leg<'_, 'a>, vpc: &str) -> Crossing<'a> {
    let says = format!("what `{vpc}` does with the traffic is not among the documents");
    Crossing::of(leg.gate(CODE, PART, vpc, (false, true), says), Identity::Lost)
}

/// Rules that let in know groups across a transit gateway where it and both attachments allow it, not towards an
/// endpoint and not in one zone; rules that let out never do.
fn references(
    leg: &Leg<'_, '_>,
    id: &str,
    from: &TransitGatewayVpcAttachment,
    to: &TransitGatewayVpcAttachment,
) -> Identity {
    let of = |attachment: &TransitGatewayVpcAttachment| {
        attachment.options.as_ref().and_then(|options| options.security_group_referencing_support.clone())
    };
    let gateway = match leg.places.network.transit_gateway(id) {
        Found::Yes(gateway) => {
            gateway.options.as_ref().and_then(|options| options.security_group_referencing_support.clone())
        }
        Found::No | Found::Unknown(_) => None,
    };
    let all = [gateway, of(from), of(to)];
    let ends = [leg.places.from, leg.places.to];
    let zones = ends.iter().filter_map(|end| end.subnet.and_then(|subnet| subnet.availability_zone_id.as_deref()));
    let says = |word: &'static str| move |value: &Option<String>| value.as_deref().is_some_and(|value| is(value, word));
    if leg.places.to.is_endpoint()
        || all.iter().any(says("disable"))
        || zones.into_iter().any(|zone| zone == "use1-az3")
    {
        Identity::Lost
    } else if all.iter().all(says("enable")) {
        Identity::Inbound
    } else {
        Identity::Unknown
    }
}
