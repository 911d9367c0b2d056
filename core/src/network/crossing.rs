//! What lies behind the target of a route: a peering connection, a transit gateway, a NAT or internet gateway, an
//! appliance. Each says what it lets through, under which address the far end sees the source, and whether groups are
//! still seen. A target that is not known here is unknown, never no route.

use super::answer::{BlockerCode, Direction};
use super::end::End;
use super::group::Side;
use super::path::{Lets, Step, lift};
use super::place::Places;
use super::{appliance, internet, nat, peering, transit};
use crate::error::Error;
use crate::net::{Addresses, Bounds};
use crate::snapshot::{Part, Subnet};

/// What lies behind the target of a route.
#[derive(Clone)]
pub(crate) struct Crossing<'a> {
    /// The places on the way on.
    pub(crate) there: Vec<Step>,
    /// The places that replies cross on their way back.
    pub(crate) back: Vec<Step>,
    pub(crate) identity: Identity,
    /// The end as which the far end sees the source, where it is translated.
    pub(crate) seen: Option<End<'a>>,
    /// Whether the traffic comes out in the very subnet of the far end, where its network ACL is not asked.
    pub(crate) lands_beside: bool,
    /// Far addresses that a table on the way sends elsewhere than the others: what is asked of the way on holds for each
    /// such part by itself.
    pub(crate) parts: Vec<Addresses>,
    pub(crate) notes: Vec<String>,
}

/// Whether rules that name a group still know who carries it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Identity {
    Kept,
    /// Only rules that let in know it.
    Inbound,
    Lost,
    Unknown,
}

impl Identity {
    /// As rules that let out know it.
    pub(crate) const fn outward(self) -> Self {
        match self {
            Self::Inbound => Self::Lost,
            same => same,
        }
    }

    /// After another hop.
    pub(crate) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Kept, same) | (same, Self::Kept) => same,
            (Self::Lost, _) | (_, Self::Lost) => Self::Lost,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Inbound, Self::Inbound) => Self::Inbound,
        }
    }
}

impl<'a> Crossing<'a> {
    /// Nothing in between.
    pub(crate) fn plain() -> Self {
        Self {
            there: Vec::new(),
            back: Vec::new(),
            identity: Identity::Kept,
            seen: None,
            lands_beside: false,
            parts: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// One place, of which this is all that is known.
    pub(crate) fn of(step: Step, identity: Identity) -> Self {
        Self { there: vec![step], identity, ..Self::plain() }
    }

    /// This, and then that.
    pub(crate) fn then(mut self, next: Crossing<'a>) -> Self {
        self.there.extend(next.there);
        let own = std::mem::take(&mut self.back);
        self.back = next.back.into_iter().chain(own).collect();
        self.notes.extend(next.notes);
        self.parts.extend(next.parts);
        let identity = self.identity.and(next.identity);
        Self { identity, seen: next.seen.or(self.seen), lands_beside: next.lands_beside, ..self }
    }
}

/// A hop on the way: where the traffic stands, and where it is bound for.
pub(crate) struct Leg<'w, 'a> {
    pub(crate) places: &'w Places<'w, 'a>,
    pub(crate) direction: Direction,
    /// Where the traffic stands: the end that sends, or a subnet that it has come to.
    pub(crate) near: End<'a>,
    pub(crate) depth: u8,
}

/// More gateways one after the other than this are not followed.
const DEEPEST: u8 = 3;

/// What lies behind a target, from the end that sends in this direction.
pub(crate) fn cross<'a>(places: &Places<'_, 'a>, direction: Direction, target: &str) -> Result<Crossing<'a>, Error> {
    let near = if direction == Direction::Forward { places.from } else { places.to };
    behind(&Leg { places, direction, near: near.clone(), depth: 0 }, target)
}

/// What lies behind a target, from where the traffic stands.
pub(crate) fn behind<'a>(leg: &Leg<'_, 'a>, target: &str) -> Result<Crossing<'a>, Error> {
    if leg.depth > DEEPEST {
        let says = format!("the way leads through many gateways, last `{target}`, and is not followed further");
        let step = leg.gate(BlockerCode::Target, Part::RouteTables, target, (false, true), says);
        return Ok(Crossing::of(Step { missing: None, ..step }, Identity::Lost));
    }
    match target.split_once('-').map_or(target, |(kind, _)| kind) {
        "pcx" => peering::cross(leg, target),
        "tgw" => transit::cross(leg, target),
        "nat" => nat::cross(leg, target),
        "igw" => Ok(internet::cross(leg, target)),
        "eigw" => Ok(internet::cross_egress_only(leg, target)),
        "vgw" => Ok(internet::cross_vpn(leg, target)),
        "eni" | "i" => Ok(appliance::cross(leg, target)),
        "vpce" => Ok(appliance::cross_endpoint(leg, target)),
        _ => Ok(appliance::unknown(leg, target)),
    }
}

/// Addresses as they lie in and beside each of these parts.
pub(crate) fn split(addresses: &Addresses, parts: &[Addresses]) -> Vec<Addresses> {
    let mut pieces = vec![addresses.clone()];
    for part in parts {
        let halves = pieces.iter().flat_map(|piece| [piece.intersection(part), piece.difference(part)]);
        let halves: Vec<Addresses> = halves.filter(|piece| !piece.is_empty()).collect();
        // An end without an address remains one.
        if !halves.is_empty() {
            pieces = halves;
        }
    }
    pieces
}

impl<'w, 'a> Leg<'w, 'a> {
    /// The end that the traffic is bound for.
    pub(crate) fn far(&self) -> &'w End<'a> {
        if self.direction == Direction::Forward { self.places.to } else { self.places.from }
    }

    /// The end that sends.
    pub(crate) fn origin(&self) -> &'w End<'a> {
        if self.direction == Direction::Forward { self.places.from } else { self.places.to }
    }

    /// The same hop from elsewhere.
    pub(crate) fn from(&self, near: End<'a>) -> Self {
        Self { places: self.places, direction: self.direction, near, depth: self.depth + 1 }
    }

    /// Which addresses of the sender pass.
    pub(crate) fn near_lets(&self, bounds: Bounds<Addresses>) -> Lets {
        if self.direction == Direction::Forward { Lets::Sources(bounds) } else { Lets::Destinations(bounds) }
    }

    /// To which addresses all pass.
    pub(crate) fn far_lets(&self, bounds: Bounds<Addresses>) -> Lets {
        if self.direction == Direction::Forward { Lets::Destinations(bounds) } else { Lets::Sources(bounds) }
    }

    pub(crate) fn step(&self, code: BlockerCode, part: Part, id: &str, lets: Lets, says: String) -> Step {
        Step { direction: self.direction, ..Step::new(code, part, vec![id.to_owned()], lets, says) }
    }

    /// A place that all pass or none: surely, and possibly.
    pub(crate) fn gate(
        &self,
        code: BlockerCode,
        part: Part,
        id: &str,
        (sure, maybe): (bool, bool),
        says: String,
    ) -> Step {
        self.step(code, part, id, Lets::All(sure, maybe), says)
    }

    /// Something that no document shows, and of which nothing is known therefore.
    pub(crate) fn absent(&self, code: BlockerCode, part: Part, id: &str) -> Step {
        let says = format!("`{id}` is not among the documents: {}", self.places.network.gap(part));
        self.gate(code, part, id, (false, true), says)
    }

    /// The network ACL of a subnet on the way, as it takes traffic of this direction in from where it stands.
    pub(crate) fn acl_in(&self, subnet: &Subnet) -> Result<Step, Error> {
        let step = self.acl(subnet, Side::Ingress, &self.near)?;
        let (Lets::Sources(bounds) | Lets::Destinations(bounds)) = &step.lets else { return Ok(step) };
        if self.near.addresses == self.origin().addresses {
            return Ok(step);
        }
        // Who was translated passes as a whole or not at all.
        let seen = lift(bounds, &self.near, &self.near);
        Ok(Step { lets: Lets::All(!seen.surely().is_empty(), !seen.possibly().is_empty()), ..step })
    }

    /// The network ACL of a subnet on the way, as it lets traffic of this direction out to the far end.
    pub(crate) fn acl_out(&self, subnet: &Subnet) -> Result<Step, Error> {
        self.acl(subnet, Side::Egress, self.far())
    }

    fn acl(&self, subnet: &Subnet, side: Side, peer: &End<'_>) -> Result<Step, Error> {
        let asked = self.places.asked;
        let services = if self.direction == Direction::Forward { &asked.services } else { &asked.replies };
        let to_destination = (self.direction == Direction::Forward) == (side == Side::Egress);
        let code = BlockerCode::AclOnTheWay;
        let step = self.places.acl_of(subnet, side, code, peer, services, to_destination)?;
        Ok(Step { direction: self.direction, ..step })
    }
}
