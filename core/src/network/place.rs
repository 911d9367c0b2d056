//! The places of every path: the groups of both ends, the network ACLs of both subnets, and what stands before all of
//! them. Each is asked for itself; who comes to it, the walk says.

use super::acl;
use super::answer::{BlockerCode, Direction};
use super::certificate::{Certificate, of_acl};
use super::crossing::Identity;
use super::end::{End, Groups, words};
use super::group::{self, Side};
use super::path::{Asked, Lets, Step, lift};
use super::resolve::{Found, Network};
use crate::error::Error;
use crate::net::{Bounds, Cidr, Services};
use crate::snapshot::{Part, Subnet};
use crate::text::quoted;

/// Two ends between which places are asked.
pub(crate) struct Places<'w, 'a> {
    pub(crate) network: &'w Network<'a>,
    pub(crate) from: &'w End<'a>,
    pub(crate) to: &'w End<'a>,
    pub(crate) asked: &'w Asked,
}

impl Places<'_, '_> {
    /// A place of which nothing is known, for want of a part.
    pub(crate) fn unknown(&self, code: BlockerCode, direction: Direction, part: Part) -> Step {
        let says = self.network.gap(part);
        Step { direction, ..Step::new(code, part, Vec::new(), Lets::All(false, true), says) }
    }

    /// What a step decides of the address that the source is seen under, as a decision about the source itself.
    pub(crate) fn behind(&self, step: Step) -> Step {
        let lets = match step.lets {
            Lets::Sources(bounds) => {
                let seen = lift(&bounds, self.from, self.from);
                Lets::All(!seen.surely().is_empty(), !seen.possibly().is_empty())
            }
            lets => lets,
        };
        Step { lets, ..step }
    }

    /// What stands before every path between the two ends.
    pub(crate) fn gates(&self) -> Vec<Step> {
        let mut gates = Vec::new();
        if self.from.is_endpoint() {
            let says =
                format!("`{}` is an interface of an endpoint, which answers calls and makes none", self.from.name);
            let ids = vec![self.from.name.clone()];
            let lets = Lets::All(false, false);
            gates.push(Step::new(BlockerCode::EndpointSource, Part::NetworkInterfaces, ids, lets, says));
        }
        gates.extend(self.cluster_endpoint());
        gates.extend(self.service_addresses());
        let mut vpcs: Vec<&str> = self.from.vpc.into_iter().chain(self.to.vpc).collect();
        vpcs.dedup();
        for vpc in vpcs {
            let Found::Yes(known) = self.network.vpc(vpc) else { continue };
            let mode = known.encryption_control.as_ref().and_then(|control| control.mode.as_deref());
            if mode.is_some_and(|mode| mode.eq_ignore_ascii_case("enforce")) {
                let says = format!("`{vpc}` enforces encryption, and which hops encrypt is in no document");
                let (code, lets) = (BlockerCode::EncryptionControl, Lets::All(false, true));
                let step = Step::new(code, Part::Vpcs, vec![vpc.to_owned()], lets, says);
                gates.push(Step { missing: None, ..step });
            }
        }
        gates
    }

    /// The control plane is called at its private endpoint, which may be off.
    fn cluster_endpoint(&self) -> Option<Step> {
        if self.to.kind != Some("cluster") {
            return None;
        }
        let config = self.network.snapshot.cluster.as_ref().and_then(|cluster| cluster.resources_vpc_config.as_ref());
        let on = config.and_then(|config| config.endpoint_private_access);
        let (lets, says) = match on {
            Some(true) => return None,
            Some(false) => (Lets::All(false, false), "`endpointPrivateAccess` of the cluster is off".to_owned()),
            None => (Lets::All(false, true), "`endpointPrivateAccess` of the cluster is not given".to_owned()),
        };
        Some(Step::new(BlockerCode::ClusterEndpoint, Part::Cluster, vec![self.to.name.clone()], lets, says))
    }

    /// Nodes of the cluster keep to themselves what is bound for the block of its services; who of a VPC is a node, an
    /// address does not tell.
    fn service_addresses(&self) -> Option<Step> {
        let cluster = self.network.snapshot.cluster.as_ref()?;
        let vpc = cluster.resources_vpc_config.as_ref()?.vpc_id.as_deref()?;
        let text = cluster.kubernetes_network_config.as_ref()?.service_ipv4_cidr.as_deref()?;
        let block = Cidr::masked(text).ok()?.0;
        let taken = self.to.addresses.within(block);
        if self.from.vpc != Some(vpc) || taken.is_empty() || !self.to.exact || self.to.prefix_list.is_some() {
            return None;
        }
        let says =
            format!("{taken} lies in `{text}`, the block of the cluster's services, which nodes keep to themselves");
        let lets = Lets::Destinations(Bounds::new(self.to.addresses.difference(&taken), self.to.addresses.clone()));
        let step = Step::new(BlockerCode::ServiceAddresses, Part::Cluster, vec![text.to_owned()], lets, says);
        Some(Step { missing: None, ..step })
    }

    pub(crate) fn group_egress(&self, identity: Identity) -> Result<Step, Error> {
        let own = &self.from.groups;
        let allowed = group::allowed(self.network, Side::Egress, own, self.to, self.asked, identity)?;
        Ok(self.group_step(BlockerCode::GroupEgress, self.from, self.to, allowed, identity))
    }

    pub(crate) fn group_ingress(&self, identity: Identity) -> Result<Option<Step>, Error> {
        let own = &self.to.groups;
        if *own == Groups::Unfiltered {
            return Ok(None);
        }
        let allowed = group::allowed(self.network, Side::Ingress, own, self.from, self.asked, identity)?;
        Ok(Some(self.group_step(BlockerCode::GroupIngress, self.to, self.from, allowed, identity)))
    }

    fn group_step(
        &self,
        code: BlockerCode,
        owner: &End<'_>,
        peer: &End<'_>,
        allowed: group::Allowed,
        identity: Identity,
    ) -> Step {
        let ids = match &owner.groups {
            Groups::These(ids) if self.asked.explained => ids.to_vec(),
            _ => Vec::new(),
        };
        let way = if code == BlockerCode::GroupEgress { "out to" } else { "in from" };
        let services = &self.asked.services;
        let unknown_groups = owner.groups == Groups::Unknown;
        let lost = || match allowed.lost.as_slice() {
            [] => String::new(),
            lost => format!(", and the groups that {} names are not seen across this path", quoted(lost)),
        };
        let says = self.asked.tell(|| {
            if unknown_groups {
                format!("the security groups of `{}` are not known", owner.name)
            } else if let Some(rule) = &allowed.rule {
                rule.clone()
            } else if allowed.addresses.surely().covers(&peer.addresses) {
                format!("{} together let {services} {way} {}", quoted(&ids), words(&peer.addresses))
            } else if !allowed.missing.is_empty() {
                format!("the rules of {} are not among the documents", quoted(&allowed.missing))
            } else if ids.is_empty() {
                format!("`{}` carries no security group, which lets nothing through", owner.name)
            } else {
                let uncovered = words(&peer.addresses.difference(allowed.addresses.surely()));
                format!("no rule of {} lets {services} {way} {uncovered}{}", quoted(&ids), lost())
            }
        });
        let exact = allowed.addresses.is_exact();
        let certify = |rules| {
            let asked = peer.addresses.clone();
            Certificate { remainder: asked.difference(allowed.addresses.surely()), asked, rules }
        };
        let certificate = if self.asked.explained { certify(allowed.rules) } else { Certificate::default() };
        let missing = match () {
            () if unknown_groups => Some(Part::NetworkInterfaces),
            () if !allowed.missing.is_empty() => Some(Part::SecurityGroups),
            () if !exact && identity == Identity::Unknown && !allowed.lost.is_empty() => Some(Part::TransitGateways),
            () if !exact && peer.groups == Groups::Unknown => Some(Part::NetworkInterfaces),
            () if !exact => Some(Part::PrefixListEntries),
            () if !self.to.exact => Some(Part::NetworkInterfaces),
            () => None,
        };
        let lets = match code {
            BlockerCode::GroupEgress => Lets::Destinations(allowed.addresses),
            _ => Lets::Sources(allowed.addresses),
        };
        Step { missing, certificate, ..Step::new(code, Part::SecurityGroups, ids, lets, says) }
    }

    /// The network ACL of one of the two ends, on one side. `None` where there is none to ask.
    pub(crate) fn acl(&self, end: &End<'_>, side: Side, code: BlockerCode) -> Result<Option<Step>, Error> {
        let at_source = matches!(code, BlockerCode::AclEgress | BlockerCode::AclReplyIngress);
        match end.subnet {
            Some(subnet) => {
                let (peer, replies) =
                    (if at_source { self.to } else { self.from }, code.direction() == Direction::Reply);
                let services = if replies { &self.asked.replies } else { &self.asked.services };
                self.acl_of(subnet, side, code, peer, services, at_source).map(Some)
            }
            // An end outside any subnet, such as the addresses behind a gateway endpoint, has no ACL.
            None if end.groups == Groups::Unfiltered => Ok(None),
            None => Ok(Some(self.unknown(code, code.direction(), Part::Subnets))),
        }
    }

    /// The network ACL of a subnet, asked for these services with a peer; `to` says that the peer is the destination.
    pub(crate) fn acl_of(
        &self,
        subnet: &Subnet,
        side: Side,
        code: BlockerCode,
        peer: &End<'_>,
        services: &Services,
        to: bool,
    ) -> Result<Step, Error> {
        let acl = match self.network.acl(subnet.subnet_id.as_deref().unwrap_or_default()) {
            Found::Yes(acl) => acl,
            Found::No => return Ok(self.unknown(code, code.direction(), Part::NetworkAcls)),
            Found::Unknown(part) => return Ok(self.unknown(code, code.direction(), part)),
        };
        let read = acl.side(side)?;
        let surely = read.lets.surely().addresses_open_to_all(services);
        let addresses = if read.exact {
            Bounds::exact(surely)
        } else {
            Bounds::new(surely, read.lets.possibly().addresses_open_to_all(services))
        };
        let id = acl.acl.network_acl_id.clone().unwrap_or_default();
        let toward = if side == Side::Egress { "out to" } else { "in from" };
        let says = self.asked.tell(|| match read.deciding_entry(&id, services, &peer.addresses) {
            Some(entry) => format!("{entry} {toward} {}", words(&peer.addresses)),
            None if addresses.surely().covers(&peer.addresses) => {
                format!("the entries of `{id}` together allow {services} {toward} {}", words(&peer.addresses))
            }
            None => {
                let part = acl::open_part(&read.lets, services, &peer.addresses);
                let only = if part.is_empty() { String::new() } else { format!(", only {part}") };
                format!("`{id}` does not let all of {services} {toward} {}{only}", words(&peer.addresses))
            }
        });
        let certify = || of_acl(&id, read, services, &peer.addresses, addresses.surely());
        let certificate = self.asked.explained.then(certify).unwrap_or_default();
        let missing = (!read.exact || !peer.exact).then_some(Part::NetworkAcls);
        let lets = if to { Lets::Destinations(addresses) } else { Lets::Sources(addresses) };
        Ok(Step { missing, certificate, ..Step::new(code, Part::NetworkAcls, vec![id], lets, says) })
    }

    /// That the path leaves the zone, which costs, and which the zonal names of an endpoint do not do.
    pub(crate) fn zone_note(&self) -> Option<String> {
        let (from, to) = (self.from.subnet?, self.to.subnet?);
        let same = same_zone(from, to)?;
        let zone = |subnet: &Subnet| subnet.availability_zone_id.clone().or(subnet.availability_zone.clone());
        let (from, to) = (zone(from)?, zone(to)?);
        (!same).then(|| format!("the path leaves the zone `{from}` for `{to}`"))
    }

    /// That messages on the size of packets do not come back, so that large ones die where a path is narrow.
    pub(crate) fn message_size_note(&self) -> Result<Option<String>, Error> {
        let Some(subnet) = self.from.subnet else { return Ok(None) };
        if self.from.shares_subnet(self.to) {
            return Ok(None);
        }
        let Found::Yes(acl) = self.network.acl(subnet.subnet_id.as_deref().unwrap_or_default()) else {
            return Ok(None);
        };
        let ipv4 = self.to.addresses.v6().is_empty();
        let message = if ipv4 {
            Services::icmp(Services::ICMP, Some(3), Some(4))
        } else {
            Services::icmp(Services::ICMPV6, Some(2), None)
        };
        let open = acl.side(Side::Ingress)?.lets.possibly().addresses_open_to_all(&message);
        let id = acl.acl.network_acl_id.as_deref().unwrap_or_default();
        let note =
            || format!("`{id}` keeps {message} out: where a path takes smaller packets only, large ones are lost");
        Ok((!open.covers(&self.to.addresses)).then(note))
    }
}

/// Whether two subnets are in one zone; ids of zones are the same in every account, names are not.
pub(crate) fn same_zone(a: &Subnet, b: &Subnet) -> Option<bool> {
    match (&a.availability_zone_id, &b.availability_zone_id) {
        (Some(a), Some(b)) => Some(a == b),
        _ if a.owner_id.is_some() && b.owner_id.is_some() && a.owner_id != b.owner_id => None,
        _ => Some(a.availability_zone.as_ref()? == b.availability_zone.as_ref()?),
    }
}
