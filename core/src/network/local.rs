//! What every machine in a VPC reaches beside the network: the VPC's resolver, the metadata and time services, the
//! router. Neither groups nor network ACLs filter it, and no route leads elsewhere.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::LazyLock;

use super::answer::BlockerCode;
use super::end::{End, range};
use super::path::{Lets, Step};
use super::place::Places;
use super::resolve::{Found, Network, block};
use super::route::these;
use crate::error::Error;
use crate::net::{Addresses, Cidr};
use crate::snapshot::Part;

/// The resolver's own addresses beside the one in the VPC's first block.
static RESOLVERS: LazyLock<Addresses> = LazyLock::new(|| these(&["169.254.169.253/32", "fd00:ec2::253/128"]));

/// Metadata, time, the licence servers of Windows, and the metadata of ECS tasks.
static SERVICES: LazyLock<Addresses> = LazyLock::new(|| {
    these(&[
        "169.254.169.254/32",
        "fd00:ec2::254/128",
        "169.254.169.123/32",
        "fd00:ec2::123/128",
        "169.254.169.250/31",
        "169.254.170.2/32",
    ])
});

/// The addresses, of those that are called, that an end comes to without any network.
pub(crate) fn services(network: &Network<'_>, from: &End<'_>, called: &Addresses) -> Result<Addresses, Error> {
    if from.is_outside() {
        return Ok(Addresses::empty());
    }
    let mut near = resolvers(network, from, called)?.union(&router(from, called)?);
    if SERVICES.overlaps(called) {
        near = near.union(&SERVICES.intersection(called));
    }
    Ok(near)
}

/// The addresses, of those that are called, on which the VPC's resolver answers.
fn resolvers(network: &Network<'_>, from: &End<'_>, called: &Addresses) -> Result<Addresses, Error> {
    let primary = match from.vpc.map(|vpc| network.vpc(vpc)) {
        Some(Found::Yes(vpc)) => vpc.cidr_block.as_deref(),
        _ => None,
    };
    let cidr = primary.map(|text| block(text, Part::Vpcs.as_str())).transpose()?.flatten();
    let own = cidr.and_then(|cidr| nth(cidr, 2)).map(|own| called.within(own)).unwrap_or_default();
    Ok(if RESOLVERS.overlaps(called) { own.union(&RESOLVERS.intersection(called)) } else { own })
}

/// Whether one address that is called may be the resolver's, for want of the VPC whose first block tells: the blocks of a
/// VPC are no smaller than 16 addresses, and the resolver has the third of them.
pub(crate) fn may_be_resolver(network: &Network<'_>, from: &End<'_>, asked: &Addresses) -> bool {
    let known = from.is_outside()
        || matches!(from.vpc.map(|vpc| network.vpc(vpc)), Some(Found::Yes(vpc)) if vpc.cidr_block.is_some());
    let mut intervals = asked.v4().intervals();
    let only = intervals.next().filter(|one| one.first() == one.last() && asked.v6().is_empty());
    !known && intervals.next().is_none() && only.is_some_and(|one| one.first() % 16 == 2)
}

/// The first address of each block of the subnet is the router's.
fn router(from: &End<'_>, called: &Addresses) -> Result<Addresses, Error> {
    let Some(subnet) = from.subnet else { return Ok(Addresses::empty()) };
    let (blocks, whole) = range(subnet)?;
    if !whole || !blocks.overlaps(called) {
        return Ok(Addresses::empty());
    }
    let own = blocks.cidrs().into_iter().filter_map(|cidr| nth(cidr, 1));
    Ok(own.fold(Addresses::empty(), |all, own| all.union(&called.within(own))))
}

/// The address that many after the first of an IPv4 block.
fn nth(cidr: Cidr, offset: u32) -> Option<Cidr> {
    let IpAddr::V4(first) = cidr.first() else { return None };
    let address = first.to_bits().checked_add(offset)?;
    Some(Cidr::from(IpAddr::from(Ipv4Addr::from(address))))
}

/// The resolver answers only where the VPC has DNS support on; the other services always do.
pub(crate) fn resolver(places: &Places<'_, '_>) -> Result<Option<Step>, Error> {
    if resolvers(places.network, places.from, &places.to.addresses)?.is_empty() {
        return Ok(None);
    }
    let vpc = places.from.vpc.unwrap_or_default();
    let on = places.network.dns_attribute(vpc, |answer| answer.enable_dns_support.as_ref());
    let (open, says) = match on {
        Some(true) => ((true, true), format!("the resolver of `{vpc}` answers, and nothing filters it")),
        Some(false) => {
            ((false, false), format!("`enableDnsSupport` of `{vpc}` is off, so that its resolver does not answer"))
        }
        None => ((false, true), format!("whether `enableDnsSupport` of `{vpc}` is on is not known")),
    };
    let lets = Lets::All(open.0, open.1);
    Ok(Some(Step::new(BlockerCode::Resolver, Part::VpcAttributes, vec![vpc.to_owned()], lets, says)))
}
