//! Targets that do with traffic what no document says: interfaces of appliances, the endpoints in front of a firewall,
//! and kinds that are not known here. Behind them nothing is sure, and group references are lost.

use super::answer::BlockerCode;
use super::crossing::{Crossing, Identity, Leg};
use super::resolve::Found;
use crate::snapshot::{NetworkInterface, Part};

/// An interface that forwards: only with its check of addresses off and on an instance that runs.
pub(crate) fn cross<'a>(leg: &Leg<'_, 'a>, id: &str) -> Crossing<'a> {
    let network = leg.places.network;
    let of_instance = |interface: &&NetworkInterface| {
        interface.attachment.as_ref().and_then(|attachment| attachment.instance_id.as_deref()) == Some(id)
    };
    let interface = match network.interface(id) {
        Found::Yes(interface) => Some(interface),
        Found::No | Found::Unknown(_) => network.interfaces().find(of_instance),
    };
    let (code, part) = (BlockerCode::Appliance, Part::NetworkInterfaces);
    let instance = interface
        .and_then(|interface| interface.attachment.as_ref()?.instance_id.as_deref())
        .or_else(|| id.starts_with("i-").then_some(id));
    let reservations = network.snapshot.reservations.iter().flatten();
    let mut instances = reservations.flat_map(|reservation| reservation.instances.iter().flatten());
    let state = instances
        .find(|known| known.instance_id.is_some() && known.instance_id.as_deref() == instance)
        .and_then(|known| known.state.as_ref()?.name.as_deref());
    let checked = interface.and_then(|interface| interface.source_dest_check);
    let (maybe, says) = match (checked, state) {
        (Some(true), _) => (false, format!("`{id}` checks addresses, and drops what is not its own")),
        (_, Some(state)) if state != "running" => {
            (false, format!("the instance of `{id}` is `{state}`, not `running`"))
        }
        _ => (true, format!("what `{id}` does with the traffic is in no document")),
    };
    let step = leg.gate(code, part, id, (false, maybe), says);
    Crossing::of(super::path::Step { missing: None, ..step }, Identity::Lost)
}

/// An endpoint of a Gateway Load Balancer, or one that no document shows.
pub(crate) fn cross_endpoint<'a>(leg: &Leg<'_, 'a>, id: &str) -> Crossing<'a> {
    let says = match leg.places.network.endpoint(id) {
        Found::Yes(_) => format!("what the firewall behind `{id}` does with the traffic is in no document"),
        Found::No | Found::Unknown(_) => {
            return Crossing::of(leg.absent(BlockerCode::Appliance, Part::VpcEndpoints, id), Identity::Lost);
        }
    };
    let step = leg.gate(BlockerCode::Appliance, Part::VpcEndpoints, id, (false, true), says);
    Crossing::of(super::path::Step { missing: None, ..step }, Identity::Lost)
}

/// A target of a kind that is not known here: a carrier or local gateway, a core network, one that AWS adds later.
pub(crate) fn unknown<'a>(leg: &Leg<'_, 'a>, id: &str) -> Crossing<'a> {
    let says = format!("what lies behind `{id}` is not known here");
    let step = leg.gate(BlockerCode::Target, Part::RouteTables, id, (false, true), says);
    Crossing::of(super::path::Step { missing: None, ..step }, Identity::Unknown)
}
