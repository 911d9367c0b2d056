//! The two ends of a question: which addresses, which groups, which subnet. An end is what the documents show of an
//! interface, or what a wish says of nodes that do not run yet.

use std::net::IpAddr;
use std::sync::Arc;

use super::resolve::{Found, Network, bare, block};
use super::route::public;
use crate::error::Error;
use crate::net::{Addresses, Cidr};
use crate::snapshot::{NetworkInterface, Part, Subnet};
use crate::text::is_token;

/// One end: all its addresses are alike, for they share a subnet and groups.
#[derive(Clone)]
pub(crate) struct End<'a> {
    /// How a sentence names it.
    pub(crate) name: String,
    pub(crate) addresses: Addresses,
    /// False when the end is some address among `addresses`, and not known which.
    pub(crate) exact: bool,
    pub(crate) groups: Groups,
    pub(crate) subnet: Option<&'a Subnet>,
    pub(crate) vpc: Option<&'a str>,
    /// The prefix list that the addresses are, where they are one.
    pub(crate) prefix_list: Option<&'a str>,
    /// The private addresses that have a public one; `None` when it is not known.
    pub(crate) public: Option<Addresses>,
    /// The type of interface, where it is one.
    pub(crate) kind: Option<&'a str>,
}

/// The security groups of an end.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Groups {
    /// It carries these. An interface that carries none lets nothing through.
    These(Arc<[String]>),
    /// Security groups do not apply: a gateway, or an address outside.
    Unfiltered,
    /// The documents do not say.
    Unknown,
}

impl Groups {
    pub(crate) fn these<S: AsRef<str>>(ids: impl IntoIterator<Item = S>) -> Self {
        let mut ids: Vec<String> = ids.into_iter().map(|id| bare(id.as_ref()).to_owned()).collect();
        ids.sort_unstable();
        ids.dedup();
        Self::These(ids.into())
    }

    /// Whether a rule that names a group speaks of this end: `None` when it is not known.
    pub(crate) fn carry(&self, group: &str) -> Option<bool> {
        match self {
            Self::These(ids) => Some(ids.iter().any(|id| id == bare(group))),
            Self::Unfiltered => Some(false),
            Self::Unknown => None,
        }
    }
}

impl<'a> End<'a> {
    /// Addresses of which nothing else is known.
    pub(crate) fn bare(name: impl Into<String>, addresses: Addresses, groups: Groups) -> Self {
        let name = name.into();
        Self {
            name,
            addresses,
            exact: true,
            groups,
            subnet: None,
            vpc: None,
            prefix_list: None,
            public: None,
            kind: None,
        }
    }

    /// Whether it surely lies outside of every VPC.
    pub(crate) fn is_outside(&self) -> bool {
        self.groups == Groups::Unfiltered && self.subnet.is_none() && self.vpc.is_none() && self.prefix_list.is_none()
    }

    /// Whether it is an interface of an endpoint.
    pub(crate) fn is_endpoint(&self) -> bool {
        matches!(self.kind, Some("vpc_endpoint" | "gateway_load_balancer_endpoint"))
    }

    pub(crate) fn shares_subnet(&self, other: &End<'_>) -> bool {
        match (self.subnet, other.subnet) {
            (Some(a), Some(b)) => a.subnet_id.is_some() && a.subnet_id == b.subnet_id,
            _ => false,
        }
    }

    /// An interface with all its private addresses: primary, secondary, delegated.
    pub(crate) fn of_interface(network: &Network<'a>, interface: &'a NetworkInterface) -> Result<Self, Error> {
        let id = interface.network_interface_id.clone().unwrap_or_default();
        let groups = match &interface.groups {
            Some(groups) if groups.is_empty() && is_unfiltered(interface) => Groups::Unfiltered,
            Some(groups) => Groups::these(groups.iter().filter_map(|group| group.group_id.as_deref())),
            None => Groups::Unknown,
        };
        let subnet = match interface.subnet_id.as_deref().map(|id| network.subnet(id)) {
            Some(Found::Yes(subnet)) => Some(subnet),
            _ => None,
        };
        // An interface and its subnet that name two VPCs contradict each other, and neither is believed.
        let vpc = match (interface.vpc_id.as_deref(), subnet.and_then(|subnet| subnet.vpc_id.as_deref())) {
            (Some(own), Some(other)) if own != other => None,
            (own, other) => own.or(other),
        };
        let own = addresses(interface)?;
        let (addresses, exact) = match (own, subnet) {
            (Some(own), _) => (own, true),
            // Somewhere in its subnet, or anywhere.
            // Of those that nobody else there has.
            (None, Some(subnet)) => (range(subnet)?.0.difference(&network.taken(subnet)?), false),
            (None, None) => (Addresses::all_v4(), false),
        };
        let public = Some(public_blocks(interface)?.into_iter().collect());
        let kind = interface.interface_type.as_deref();
        Ok(Self { name: id, exact, addresses, groups, subnet, vpc, prefix_list: None, public, kind })
    }

    /// Any address of a subnet, with the groups that are known to be carried there.
    pub(crate) fn of_subnet(subnet: &'a Subnet, groups: Groups) -> Result<Self, Error> {
        let name = subnet.subnet_id.clone().unwrap_or_default();
        let (addresses, exact) = range(subnet)?;
        let vpc = subnet.vpc_id.as_deref();
        let (subnet, prefix_list, public, kind) = (Some(subnet), None, None, None);
        Ok(Self { name, addresses, exact, groups, subnet, vpc, prefix_list, public, kind })
    }
}

/// Some interfaces of AWS's own take no security group, and nothing is filtered there.
fn is_unfiltered(interface: &NetworkInterface) -> bool {
    let kind = interface.interface_type.as_deref().unwrap_or_default().to_ascii_lowercase();
    let kinds = ["network_load_balancer", "gateway_load_balancer", "nat_gateway", "natgateway", "transit_gateway"];
    kinds.iter().any(|known| kind.starts_with(known))
}

/// The blocks of a subnet, and whether all of them are known. Where no IPv4 block is, it may be any.
pub(crate) fn range(subnet: &Subnet) -> Result<(Addresses, bool), Error> {
    let id = subnet.subnet_id.as_deref().unwrap_or_default();
    let ipv6 = subnet.ipv6_cidr_block_association_set.iter().flatten().filter(|block| {
        let state = block.ipv6_cidr_block_state.as_ref().and_then(|state| state.state.as_deref());
        state.is_none_or(|state| state.eq_ignore_ascii_case("associated"))
    });
    let texts = subnet.cidr_block.iter().chain(ipv6.filter_map(|block| block.ipv6_cidr_block.as_ref()));
    let path = format!("{}.{id}", Part::Subnets.as_str());
    let mut known = Addresses::empty();
    let mut whole = true;
    for text in texts {
        match block(text, &path)? {
            Some(cidr) => known = known.union(&Addresses::from(cidr)),
            None => whole = false,
        }
    }
    if known.is_empty() {
        return Ok((Addresses::all_v4(), false));
    }
    Ok((known, whole))
}

/// The private addresses of an interface that have a public one. AWS prints an association where there is one.
pub(crate) fn public_blocks(interface: &NetworkInterface) -> Result<Vec<Cidr>, Error> {
    let primary = interface.association.as_ref().and(interface.private_ip_address.as_deref());
    let listed = interface.private_ip_addresses.iter().flatten().filter(|address| address.association.is_some());
    let texts = primary.into_iter().chain(listed.filter_map(|address| address.private_ip_address.as_deref()));
    texts.filter_map(|text| single(text, interface).transpose()).collect()
}

/// The private addresses of an interface; `None` when one of them is a placeholder or none is given.
pub(crate) fn addresses(interface: &NetworkInterface) -> Result<Option<Addresses>, Error> {
    let mut blocks = Vec::new();
    Ok(blocks_of(interface, &mut blocks)?.then(|| blocks.into_iter().collect()))
}

/// Adds the private addresses of an interface, and says whether all of them are known: none is a placeholder, and some
/// are given.
pub(crate) fn blocks_of(interface: &NetworkInterface, blocks: &mut Vec<Cidr>) -> Result<bool, Error> {
    let secondary = interface.private_ip_addresses.iter().flatten().filter_map(|a| a.private_ip_address.as_deref());
    let ipv6 = interface.ipv6_addresses.iter().flatten().filter_map(|a| a.ipv6_address.as_deref());
    let prefixes = interface.ipv4_prefixes.iter().flatten().filter_map(|p| p.ipv4_prefix.as_deref());
    let ipv6_prefixes = interface.ipv6_prefixes.iter().flatten().filter_map(|p| p.ipv6_prefix.as_deref());
    // The first of the list is mostly the primary address again.
    let primary = interface.private_ip_address.as_deref();
    let others = secondary.filter(|text| Some(*text) != primary);
    for text in primary.into_iter().chain(others).chain(ipv6) {
        let Some(cidr) = single(text, interface)? else { return Ok(false) };
        blocks.push(cidr);
    }
    for text in prefixes.chain(ipv6_prefixes) {
        let Some(cidr) = block(text, &path_of(interface))? else { return Ok(false) };
        blocks.push(cidr);
    }
    Ok(!blocks.is_empty())
}

/// The block of one address; a placeholder is `None`.
fn single(address: &str, interface: &NetworkInterface) -> Result<Option<Cidr>, Error> {
    match address.parse::<IpAddr>() {
        Ok(address) => Ok(Some(Cidr::from(address))),
        Err(_) if is_token(address) => Ok(None),
        Err(_) if address.contains(':') => block(&format!("{address}/128"), &path_of(interface)),
        Err(_) => block(&format!("{address}/32"), &path_of(interface)),
    }
}

fn path_of(interface: &NetworkInterface) -> String {
    format!("{}.{}", Part::NetworkInterfaces.as_str(), interface.network_interface_id.as_deref().unwrap_or_default())
}

/// The blocks of a set, as texts.
pub(crate) fn cidrs(addresses: &Addresses) -> Vec<String> {
    addresses.cidrs().iter().map(ToString::to_string).collect()
}

/// A set in a sentence: its blocks, or of very many the first.
pub(crate) fn words(addresses: &Addresses) -> String {
    const SHOWN: usize = 8;
    if addresses.v6().is_empty() && addresses.v4() == public().v4() {
        return "public IPv4 addresses".to_owned();
    }
    let blocks = cidrs(addresses);
    match blocks.get(..3) {
        Some(first) if blocks.len() > SHOWN => format!("{} and {} more blocks", first.join(", "), blocks.len() - 3),
        _ => addresses.to_string(),
    }
}
