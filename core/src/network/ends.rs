//! The ends that a text names: an interface, an instance, a subnet, a group, an endpoint, a block, an address, the
//! control plane, or the internet. A name that stands for several gives all of them.

use std::net::IpAddr;

use super::classes::classes;
use super::destination::{Destination, nowhere};
use super::end::{End, Groups, range};
use super::resolve::{Found, Network};
use super::route::private;
use crate::error::{Error, ErrorCode};
use crate::net::{Addresses, Cidr};
use crate::snapshot::{NetworkInterface, Part, Subnet};

/// How the control plane of the cluster is named.
const CLUSTER: &str = "cluster";

/// How everything outside is named.
const INTERNET: &str = "internet";

/// What begins the description of the interfaces that EKS makes for the control plane.
const CLUSTER_INTERFACE: &str = "Amazon EKS ";

/// A place where names are looked up.
pub(crate) struct Ends<'w, 'a> {
    pub(crate) network: &'w Network<'a>,
    /// The field of the request, for faults.
    pub(crate) field: &'static str,
    /// The VPC of the other end: addresses of several VPCs may overlap, and its own come first.
    pub(crate) vpc: Option<&'w str>,
}

impl<'a> Ends<'_, 'a> {
    /// What a text names; with `stated` groups in place of those that are shown.
    pub(crate) fn of(&self, text: &str, stated: Option<Groups>) -> Result<Vec<End<'a>>, Error> {
        let kind = text.split_once('-').map(|(kind, _)| kind).filter(|_| !text.contains(['.', ':', '/']));
        let mut ends = match kind {
            Some("eni") => vec![self.interface(text)?],
            Some("i") => self.instance(text)?,
            Some("subnet") => return self.subnet(text, stated),
            Some("sg") => self.group(text)?,
            Some("vpce") => self.endpoint(text)?,
            _ if text == CLUSTER => self.cluster()?,
            _ if text == INTERNET => vec![End::bare(INTERNET, self.internet()?, Groups::Unfiltered)],
            _ if text.contains('/') => return self.block(text, stated),
            _ => {
                let address: IpAddr = text.parse().map_err(|_| self.no_end(text))?;
                vec![self.address(address)?]
            }
        };
        if let Some(groups) = stated {
            for end in &mut ends {
                end.groups = groups.clone();
            }
        }
        Ok(ends)
    }

    fn no_end(&self, text: &str) -> Error {
        let message = format!(
            "`{text}` is no {}; give the id of an interface, instance, subnet, security group or endpoint, a block, an \
             address, `{CLUSTER}` or `{INTERNET}`",
            self.field
        );
        Error::new(ErrorCode::ErrInvalidInput, self.field, message)
    }

    fn interface(&self, id: &str) -> Result<End<'a>, Error> {
        match self.network.interface(id) {
            Found::Yes(interface) => End::of_interface(self.network, interface),
            Found::No | Found::Unknown(_) => Err(nowhere(self.field, id, Part::NetworkInterfaces)),
        }
    }

    fn endpoint(&self, id: &str) -> Result<Vec<End<'a>>, Error> {
        let Found::Yes(endpoint) = self.network.endpoint(id) else {
            return Err(nowhere(self.field, id, Part::VpcEndpoints));
        };
        let ends = Destination::of_endpoint(self.network, endpoint)?.ends;
        // A gateway endpoint is a target of routes; it calls nobody, no more than an interface of an endpoint does.
        Ok(ends.into_iter().map(|end| End { kind: Some("vpc_endpoint"), ..end }).collect())
    }

    fn subnet(&self, id: &str, stated: Option<Groups>) -> Result<Vec<End<'a>>, Error> {
        let Found::Yes(subnet) = self.network.subnet(id) else { return Err(nowhere(self.field, id, Part::Subnets)) };
        if let Some(groups) = stated {
            return Ok(vec![End::of_subnet(subnet, groups)?]);
        }
        let of = |interface: &NetworkInterface| interface.subnet_id.as_deref() == Some(id) && self.counts(interface);
        let mut ends = members(self.network, of)?;
        if ends.is_empty() || !self.network.is_whole(Part::NetworkInterfaces) {
            ends.push(self.others(subnet)?);
        }
        Ok(ends)
    }

    /// The addresses of a subnet that no interface among the documents has.
    fn others(&self, subnet: &'a Subnet) -> Result<End<'a>, Error> {
        let end = End::of_subnet(subnet, Groups::Unknown)?;
        let addresses = end.addresses.difference(&self.network.taken(subnet)?);
        Ok(End { addresses, ..end })
    }

    /// Interfaces of an endpoint answer calls and never make one.
    fn counts(&self, interface: &NetworkInterface) -> bool {
        let kind = interface.interface_type.as_deref().unwrap_or_default();
        self.field != "source" || !matches!(kind, "vpc_endpoint" | "gateway_load_balancer_endpoint")
    }

    /// Whoever carries a group.
    fn group(&self, id: &str) -> Result<Vec<End<'a>>, Error> {
        let carries = |interface: &NetworkInterface| {
            let mut groups = interface.groups.iter().flatten();
            groups.any(|group| group.group_id.as_deref() == Some(id)) && self.counts(interface)
        };
        let mut ends = members(self.network, carries)?;
        if !self.network.is_whole(Part::NetworkInterfaces) {
            ends.push(unknown(id, Groups::these([id])));
        }
        if ends.is_empty() && !matches!(self.network.group(id), Found::Yes(_)) {
            return Err(nowhere(self.field, id, Part::SecurityGroups));
        }
        if ends.is_empty() {
            // Nobody carries it yet; whoever will is somewhere in its VPC.
            ends.push(unknown(id, Groups::these([id])));
        }
        Ok(ends)
    }

    fn instance(&self, id: &str) -> Result<Vec<End<'a>>, Error> {
        let network = self.network;
        let attached = |interface: &NetworkInterface| {
            interface.attachment.as_ref().and_then(|attachment| attachment.instance_id.as_deref()) == Some(id)
        };
        let mut ends = members(network, attached)?;
        let reservations = network.snapshot.reservations.iter().flatten();
        let mut instances = reservations.flat_map(|reservation| reservation.instances.iter().flatten());
        let described = instances.find(|instance| instance.instance_id.as_deref() == Some(id));
        let Some(interfaces) = described.and_then(|instance| instance.network_interfaces.as_ref()) else {
            if ends.is_empty() && described.is_none() {
                return Err(nowhere(self.field, id, Part::Reservations));
            }
            if !network.is_whole(Part::NetworkInterfaces) {
                // It may have more interfaces than those that are shown.
                ends.push(unknown(id, Groups::Unknown));
            }
            return Ok(ends);
        };
        for interface in interfaces {
            let shown = interface.network_interface_id.as_deref().map(|id| network.interface(id));
            if !matches!(shown, Some(Found::Yes(_))) {
                ends.push(End::of_interface(network, interface)?);
            }
        }
        Ok(ends)
    }

    /// The interfaces that EKS makes for the control plane; where they are not shown, somewhere in the cluster's subnets,
    /// with the groups that the cluster gives them.
    fn cluster(&self) -> Result<Vec<End<'a>>, Error> {
        let Some(cluster) = &self.network.snapshot.cluster else {
            return Err(nowhere(self.field, CLUSTER, Part::Cluster));
        };
        let name = cluster.name.as_deref().unwrap_or_default();
        let is_of = |interface: &NetworkInterface| {
            interface.description.as_deref().and_then(|words| words.strip_prefix(CLUSTER_INTERFACE)) == Some(name)
        };
        let mut ends = members(self.network, is_of)?;
        if ends.is_empty() {
            let config = cluster.resources_vpc_config.as_ref();
            let own = config.and_then(|config| config.cluster_security_group_id.as_deref());
            let more = config.and_then(|config| config.security_group_ids.as_ref());
            let groups = match (own, more) {
                (Some(own), Some(more)) => Groups::these(more.iter().map(String::as_str).chain([own])),
                _ => Groups::Unknown,
            };
            for id in config.and_then(|config| config.subnet_ids.as_ref()).into_iter().flatten() {
                let Found::Yes(subnet) = self.network.subnet(id) else {
                    ends.push(unknown(id, groups.clone()));
                    continue;
                };
                ends.push(End { exact: false, groups: groups.clone(), ..self.others(subnet)? });
            }
        }
        if ends.is_empty() {
            ends.push(unknown(CLUSTER, Groups::Unknown));
        }
        Ok(ends.into_iter().map(|end| End { kind: Some(CLUSTER), ..end }).collect())
    }

    /// All that is no private address, reserved for no special use, and no block of a VPC that is shown.
    fn internet(&self) -> Result<Addresses, Error> {
        let special = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24", "198.18.0.0/15", "224.0.0.0/3"];
        let special: Addresses = special.iter().filter_map(|text| Cidr::exact(text).ok()).collect();
        let global: Addresses = ["2000::/3"].iter().filter_map(|text| Cidr::exact(text).ok()).collect();
        let all = Addresses::all_v4().difference(&special).union(&global);
        Ok(all.difference(private()).difference(&self.inside()?))
    }

    /// The blocks of all VPCs that are shown.
    fn inside(&self) -> Result<Addresses, Error> {
        let mut inside = Addresses::empty();
        for id in self.network.snapshot.vpcs.iter().flatten().filter_map(|vpc| vpc.vpc_id.as_deref()) {
            inside = inside.union(&self.network.range_of_vpc(id)?.unwrap_or_default());
        }
        Ok(inside)
    }

    /// The addresses of a block: those of interfaces that are shown, the others subnet by subnet, and what lies in no
    /// subnet.
    fn block(&self, text: &str, stated: Option<Groups>) -> Result<Vec<End<'a>>, Error> {
        let cidr =
            Cidr::exact(text).map_err(|error| Error::new(ErrorCode::ErrInvalidCidr, self.field, error.to_string()))?;
        let block = Addresses::from(cidr);
        let mut left = block.clone();
        let mut ends = Vec::new();
        // The own VPC's addresses come first; where none is asked for, another VPC's are meant.
        let own = self.vpc.map(|vpc| self.network.range_of_vpc(vpc)).transpose()?.flatten();
        let vpc = self.vpc.filter(|_| own.is_none_or(|own| own.overlaps(&block)));
        for subnet in self.network.snapshot.subnets.iter().flatten() {
            let (range, whole) = range(subnet)?;
            let inside = range.intersection(&block);
            if !whole || inside.is_empty() || vpc.is_some_and(|vpc| subnet.vpc_id.as_deref() != Some(vpc)) {
                continue;
            }
            left = left.difference(&inside);
            if let Some(groups) = &stated {
                ends.push(End { addresses: inside, ..End::of_subnet(subnet, groups.clone())? });
                continue;
            }
            let here = |interface: &NetworkInterface| {
                interface.subnet_id.is_some() && interface.subnet_id == subnet.subnet_id && self.counts(interface)
            };
            let shown = members(self.network, here)?.into_iter().filter(|end| end.exact);
            ends.extend(shown.map(|end| End { addresses: end.addresses.intersection(&block), ..end }));
            let others = self.others(subnet)?;
            ends.push(End { addresses: others.addresses.intersection(&block), ..others });
        }
        if ends.iter().any(|end| end.vpc != ends.first().and_then(|first| first.vpc)) {
            let message = format!("`{text}` lies in subnets of two VPCs; give the id of a subnet");
            return Err(Error::new(ErrorCode::ErrInvalidInput, self.field, message));
        }
        let outside = left.difference(private()).difference(&self.inside()?);
        let (known, groups) = (left.difference(&outside), stated.unwrap_or(Groups::Unknown));
        ends.push(End::bare(text, known, groups));
        ends.push(End::bare(text, outside, Groups::Unfiltered));
        ends.retain(|end| !end.addresses.is_empty());
        Ok(ends)
    }

    /// Whoever has an address: an interface, a subnet, or somebody outside. The own VPC comes first; in other VPCs only
    /// one may have it.
    fn address(&self, address: IpAddr) -> Result<End<'a>, Error> {
        let (name, addresses) = (address.to_string(), Addresses::from(address));
        let inside = match self.vpc.map(|vpc| self.network.range_of_vpc(vpc)).transpose()?.flatten() {
            Some(range) => range.contains(address),
            None => private().contains(address),
        };
        let mut found: Vec<End<'a>> = Vec::new();
        for interface in self.network.interfaces() {
            let end = End::of_interface(self.network, interface)?;
            if end.exact && end.addresses.contains(address) {
                found.push(End { addresses: addresses.clone(), name: name.clone(), ..end });
            }
        }
        for subnet in self.network.snapshot.subnets.iter().flatten() {
            let (range, whole) = range(subnet)?;
            if whole && range.contains(address) && !found.iter().any(|end| end.vpc == subnet.vpc_id.as_deref()) {
                let end = End::of_subnet(subnet, Groups::Unknown)?;
                found.push(End { addresses: addresses.clone(), name: name.clone(), ..end });
            }
        }
        let callers = |end: &&End<'a>| self.vpc.is_none() || end.vpc.is_none() || end.vpc == self.vpc;
        if let Some(own) = found.iter().find(callers) {
            return Ok(own.clone());
        }
        let owned = self.vpc.is_some() && inside;
        if let ([only], false) = (found.as_slice(), owned) {
            return Ok(only.clone());
        }
        // Only what surely lies outside is filtered by nobody here.
        let outside = found.is_empty() && !inside && !private().contains(address) && !self.inside()?.contains(address);
        Ok(End::bare(name, addresses, if outside { Groups::Unfiltered } else { Groups::Unknown }))
    }
}

/// An end of which only the name and the groups are known.
fn unknown<'a>(name: &str, groups: Groups) -> End<'a> {
    End { exact: false, ..End::bare(name, Addresses::all_v4(), groups) }
}

/// The interfaces of which something is so, those that are alike as one end.
fn members<'a>(network: &Network<'a>, of: impl Fn(&NetworkInterface) -> bool) -> Result<Vec<End<'a>>, Error> {
    let mut classes = classes(network, network.interfaces().filter(|interface| of(interface)))?;
    classes.sort_by(|one, other| one.order().cmp(&other.order()));
    Ok(classes.into_iter().map(|class| class.end).collect())
}
