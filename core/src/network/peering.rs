//! Peering connections: they carry the addresses of their two VPCs and nothing else, and keep group references within
//! one region.

use super::answer::BlockerCode;
use super::crossing::{Crossing, Identity, Leg};
use super::path::Step;
use super::resolve::{Found, block};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::snapshot::{Part, PeeringVpc, VpcPeeringConnection};

const CODE: BlockerCode = BlockerCode::PeeringConnection;
const PART: Part = Part::VpcPeeringConnections;

pub(crate) fn cross<'a>(leg: &Leg<'_, 'a>, id: &str) -> Result<Crossing<'a>, Error> {
    let Found::Yes(connection) = leg.places.network.peering(id) else {
        return Ok(Crossing::of(leg.absent(CODE, PART, id), Identity::Unknown));
    };
    let status = connection.status.as_ref().and_then(|status| status.code.as_deref());
    let says = match status {
        Some("active") => return beyond(leg, id, connection),
        Some(other) => format!("`{id}` is in the state `{other}`; only `active` carries anything"),
        None => format!("the state of `{id}` is not given"),
    };
    let step = leg.gate(CODE, PART, id, (false, status.is_none()), says);
    Ok(Crossing::of(step, Identity::Unknown))
}

fn beyond<'a>(leg: &Leg<'_, 'a>, id: &str, connection: &VpcPeeringConnection) -> Result<Crossing<'a>, Error> {
    let sides = [connection.requester_vpc_info.as_ref(), connection.accepter_vpc_info.as_ref()];
    let vpc = |side: Option<&PeeringVpc>| side.and_then(|side| side.vpc_id.clone());
    let [one, other] = sides;
    let peer = match leg.near.vpc {
        Some(near) if vpc(one).as_deref() == Some(near) => other,
        Some(near) if vpc(other).as_deref() == Some(near) => one,
        Some(near) if vpc(one).is_some() && vpc(other).is_some() => {
            let says = format!("`{id}` is no connection of `{near}`");
            return Ok(Crossing::of(leg.gate(CODE, PART, id, (false, false), says), Identity::Lost));
        }
        _ => None,
    };
    let region = |side: Option<&PeeringVpc>| side.and_then(|side| side.region.clone());
    let identity = match (region(one), region(other)) {
        (Some(one), Some(other)) if one == other => Identity::Kept,
        (Some(_), Some(_)) => Identity::Lost,
        _ => Identity::Unknown,
    };
    let peer_vpc = vpc(peer).unwrap_or_default();
    let step = match leg.far().vpc {
        Some(far) if far == peer_vpc => leg.gate(CODE, PART, id, (true, true), format!("`{id}` leads into `{far}`")),
        Some(far) if !peer_vpc.is_empty() => {
            let says = format!("`{id}` leads into `{peer_vpc}` and not on to `{far}`");
            leg.gate(CODE, PART, id, (false, false), says)
        }
        _ => by_address(leg, id, peer)?,
    };
    Ok(Crossing::of(step, identity))
}

/// An end whose VPC is not known: the connection carries the blocks of the peer.
fn by_address(leg: &Leg<'_, '_>, id: &str, peer: Option<&PeeringVpc>) -> Result<Step, Error> {
    let peer_vpc = peer.and_then(|peer| peer.vpc_id.as_deref()).unwrap_or("the other VPC");
    let far = &leg.far().addresses;
    let known = peer.map(blocks).transpose()?.flatten();
    Ok(if let Some(blocks) = known {
        let says = format!("`{id}` carries only the blocks of `{peer_vpc}`: {blocks}");
        leg.step(CODE, PART, id, leg.far_lets(Bounds::exact(blocks.intersection(far))), says)
    } else {
        leg.gate(CODE, PART, id, (false, true), format!("`{id}` does not show the blocks of `{peer_vpc}`"))
    })
}

/// The blocks of a peer, which AWS shows only while a connection is active; `None` when it shows none.
fn blocks(peer: &PeeringVpc) -> Result<Option<Addresses>, Error> {
    let ipv4 = peer.cidr_block_set.iter().flatten().filter_map(|set| set.cidr_block.as_deref());
    let ipv6 = peer.ipv6_cidr_block_set.iter().flatten().filter_map(|set| set.ipv6_cidr_block.as_deref());
    let texts = peer.cidr_block.as_deref().into_iter().chain(ipv4).chain(ipv6);
    let cidrs: Option<Vec<_>> = texts.map(|text| block(text, PART.as_str())).collect::<Result<_, _>>()?;
    Ok(cidrs.filter(|cidrs| !cidrs.is_empty()).map(|cidrs| cidrs.into_iter().collect()))
}
