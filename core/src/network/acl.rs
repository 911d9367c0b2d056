//! Network ACLs: ordered, stateless, the first entry that matches decides. They see traffic only where it crosses the
//! edge of a subnet, and the replies need entries of their own.

use super::group::Side;
use super::protocol::Protocol;
use super::resolve::block;
use crate::error::Error;
use crate::net::{Addresses, Bounds, Services, Traffic};
use crate::snapshot::{NetworkAcl, NetworkAclEntry, Part};

/// What a network ACL lets through on one side.
pub(crate) fn traffic(acl: &NetworkAcl, side: Side) -> Result<Bounds<Traffic>, Error> {
    let Some(entries) = ordered(acl, side) else { return Ok(Bounds::unknown(Traffic::all())) };
    let id = acl.network_acl_id.as_deref().unwrap_or_default();
    let mut decided = Traffic::empty();
    let mut allowed = Traffic::empty();
    for entry in entries {
        let Some(rectangle) = rectangle(entry, id)? else {
            // From the first entry that cannot be read on, anything that is not yet decided may be so or so.
            let undecided = Traffic::all().difference(&decided);
            return Ok(Bounds::new(allowed.clone(), allowed.union(&undecided)));
        };
        if is_allow(entry) {
            allowed = allowed.union(&rectangle.difference(&decided));
        }
        decided = decided.union(&rectangle);
    }
    Ok(Bounds::exact(allowed))
}

/// The first entry that decides about all of the traffic by itself, in words.
pub(crate) fn deciding_entry(
    acl: &NetworkAcl,
    side: Side,
    services: &Services,
    addresses: &Addresses,
) -> Result<Option<String>, Error> {
    let id = acl.network_acl_id.as_deref().unwrap_or_default();
    let asked = Traffic::new(services, addresses);
    for entry in ordered(acl, side).unwrap_or_default() {
        let Some(rectangle) = rectangle(entry, id)? else { return Ok(None) };
        if rectangle.overlaps(&asked) {
            let verb = if is_allow(entry) { "allows" } else { "denies" };
            let number = entry.rule_number.unwrap_or_default();
            return Ok(rectangle.covers(&asked).then(|| format!("entry {number} of `{id}` {verb} {services}")));
        }
    }
    Ok(None)
}

/// The services, of those asked, that surely pass for all of the addresses.
pub(crate) fn open_part(traffic: &Bounds<Traffic>, services: &Services, addresses: &Addresses) -> Services {
    let passes = traffic.surely().only(services).only_addresses(addresses);
    let whole = passes.cells().filter(|cell| cell.addresses.covers(addresses));
    whole.fold(Services::empty(), |all, cell| all.union(&cell.services))
}

/// The entries of one side by number; `None` when an entry lacks what its order depends on.
pub(crate) fn ordered(acl: &NetworkAcl, side: Side) -> Option<Vec<&NetworkAclEntry>> {
    let entries = acl.entries.as_ref()?;
    if entries.iter().any(|entry| entry.rule_number.is_none() || entry.egress.is_none()) {
        return None;
    }
    let mut entries: Vec<_> = entries.iter().filter(|entry| entry.egress == Some(side == Side::Egress)).collect();
    entries.sort_by_key(|entry| entry.rule_number);
    Some(entries)
}

pub(crate) fn is_allow(entry: &NetworkAclEntry) -> bool {
    entry.rule_action.as_deref().is_some_and(|action| action.eq_ignore_ascii_case("allow"))
}

/// The traffic that an entry speaks of; `None` when it does not say.
pub(crate) fn rectangle(entry: &NetworkAclEntry, acl: &str) -> Result<Option<Traffic>, Error> {
    if entry.rule_action.is_none() {
        return Ok(None);
    }
    let Some(text) = entry.cidr_block.as_deref().or(entry.ipv6_cidr_block.as_deref()) else { return Ok(None) };
    let Some(cidr) = block(text, "").map_err(|error| error.under(&format!("{}.{acl}", Part::NetworkAcls.as_str())))?
    else {
        return Ok(None);
    };
    let Some(protocol) = entry.protocol.as_deref().and_then(Protocol::parse) else { return Ok(None) };
    // A range of ports beside a protocol that has none, as beside "-1", means nothing.
    let (from, to) = match (&entry.port_range, &entry.icmp_type_code) {
        (Some(range), _) if protocol.has_ports() => (range.from, range.to),
        (_, Some(icmp)) if !protocol.has_ports() => (icmp.icmp_type, icmp.code),
        _ => (None, None),
    };
    let services = protocol.services(from, to);
    Ok(services.map(|services| Traffic::new(&services, &Addresses::from(cidr))))
}
