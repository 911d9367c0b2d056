//! Network ACLs: ordered, stateless, the first entry that matches decides. They see traffic only where it crosses the
//! edge of a subnet, and the replies need entries of their own.

use std::sync::OnceLock;

use super::group::Side;
use super::protocol::Protocol;
use super::resolve::block;
use crate::error::Error;
use crate::net::{Addresses, Bounds, Services, Traffic};
use crate::snapshot::{NetworkAcl, NetworkAclEntry, Part};

/// A network ACL whose entries are read once, when it is first asked.
pub(crate) struct ReadAcl<'a> {
    pub(crate) acl: &'a NetworkAcl,
    ingress: OnceLock<Result<AclSide<'a>, Error>>,
    egress: OnceLock<Result<AclSide<'a>, Error>>,
}

/// One side of a network ACL.
pub(crate) struct AclSide<'a> {
    /// The entries by number, up to the first that cannot be read, each with the traffic that it speaks of.
    pub(crate) entries: Vec<(&'a NetworkAclEntry, Traffic)>,
    /// What it lets through.
    pub(crate) lets: Bounds<Traffic>,
    /// Whether all entries can be read.
    pub(crate) exact: bool,
}

impl<'a> ReadAcl<'a> {
    pub(crate) fn of(acl: &'a NetworkAcl) -> Self {
        Self { acl, ingress: OnceLock::new(), egress: OnceLock::new() }
    }

    pub(crate) fn side(&self, side: Side) -> Result<&AclSide<'a>, Error> {
        let kept = match side {
            Side::Ingress => &self.ingress,
            Side::Egress => &self.egress,
        };
        kept.get_or_init(|| AclSide::of(self.acl, side)).as_ref().map_err(Clone::clone)
    }
}

impl<'a> AclSide<'a> {
    fn of(acl: &'a NetworkAcl, side: Side) -> Result<Self, Error> {
        let Some(ordered) = ordered(acl, side) else {
            return Ok(Self { entries: Vec::new(), lets: Bounds::unknown(Traffic::all()), exact: false });
        };
        let id = acl.network_acl_id.as_deref().unwrap_or_default();
        let mut entries = Vec::new();
        let mut decided = Traffic::empty();
        let mut allowed = Traffic::empty();
        for entry in ordered {
            let Some(rectangle) = rectangle(entry, id)? else {
                // From the first entry that cannot be read on, anything that is not yet decided may be so or so.
                let undecided = Traffic::all().difference(&decided);
                let lets = Bounds::new(allowed.clone(), allowed.union(&undecided));
                return Ok(Self { entries, exact: lets.is_exact(), lets });
            };
            if is_allow(entry) {
                allowed = allowed.union(&rectangle.difference(&decided));
            }
            decided = decided.union(&rectangle);
            entries.push((entry, rectangle));
        }
        Ok(Self { entries, lets: Bounds::exact(allowed), exact: true })
    }

    /// The first entry that decides about all of the traffic by itself, in words.
    pub(crate) fn deciding_entry(&self, id: &str, services: &Services, addresses: &Addresses) -> Option<String> {
        let asked = Traffic::new(services, addresses);
        let (entry, rectangle) = self.entries.iter().find(|(_, rectangle)| rectangle.overlaps(&asked))?;
        let verb = if is_allow(entry) { "allows" } else { "denies" };
        let number = entry.rule_number.unwrap_or_default();
        rectangle.covers(&asked).then(|| format!("entry {number} of `{id}` {verb} {services}"))
    }
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
