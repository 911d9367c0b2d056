//! What a name resolves to from a VPC, apart from whether a path leads there: private DNS of endpoints, private hosted
//! zones, Resolver rules, Profiles, the private endpoint of the cluster; of several that match, the longest domain.

use super::destination::{Destination, is_gateway};
use super::end::End;
use super::ends::Ends;
use super::resolve::Network;
use super::service_name::{gateway_serves, hosts};
use super::zone::{Answer, Domain, Zones};
use crate::error::Error;
use crate::net::Addresses;
use crate::snapshot::{Part, VpcEndpoint};
use crate::verdict::Verdict;

/// What a name resolves to.
pub(crate) struct Resolved<'a> {
    /// Whether it surely resolves, surely does not, or nobody knows.
    pub(crate) verdict: Verdict,
    /// What it leads to: ids, addresses, or words.
    pub(crate) leads_to: Vec<String>,
    pub(crate) says: Vec<String>,
    /// The parts that would settle what is not known.
    pub(crate) missing: Vec<Part>,
    /// Where a path is asked to, as far as it is known.
    pub(crate) destination: Option<Destination<'a>>,
}

impl<'a> Resolved<'a> {
    fn to(leads_to: impl Into<String>, says: String, destination: Option<Destination<'a>>) -> Self {
        let verdict = if destination.is_some() { Verdict::Met } else { Verdict::Unknown };
        Self { verdict, leads_to: vec![leads_to.into()], says: vec![says], missing: Vec::new(), destination }
    }

    fn unknown(says: String, part: Option<Part>) -> Self {
        let missing = part.into_iter().collect();
        Self { verdict: Verdict::Unknown, leads_to: Vec::new(), says: vec![says], missing, destination: None }
    }

    /// The same, less sure.
    fn doubted(mut self, verdict: Verdict, says: String, part: Option<Part>) -> Self {
        self.verdict = Verdict::all([self.verdict, verdict]);
        self.says.push(says);
        self.missing.extend(part);
        self
    }
}

/// What one is asked in whose VPC.
pub(crate) struct Asking<'w, 'a> {
    pub(crate) network: &'w Network<'a>,
    pub(crate) vpc: &'w str,
    pub(crate) name: String,
}

/// Whether a text is a name rather than an id, a block or an address.
pub(crate) fn is_name(text: &str) -> bool {
    let letters =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    let text = text.trim_end_matches('.');
    text.contains('.') && text.split('.').all(letters) && text.parse::<std::net::IpAddr>().is_err()
}

/// What a name resolves to from a VPC.
pub(crate) fn resolve<'a>(network: &Network<'a>, vpc: &str, name: &str) -> Result<Resolved<'a>, Error> {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    let asking = Asking { network, vpc, name };
    let support = network.dns_attribute(vpc, |answer| answer.enable_dns_support.as_ref());
    let resolved = asking.answer()?;
    Ok(asking.through_servers(match support {
        Some(true) => resolved,
        Some(false) => {
            let says = format!("`enableDnsSupport` of `{vpc}` is off, so that its resolver does not answer");
            resolved.doubted(Verdict::Broken, says, None)
        }
        None => {
            let says = format!("whether `enableDnsSupport` of `{vpc}` is on is not known");
            resolved.doubted(Verdict::Unknown, says, Some(Part::VpcAttributes))
        }
    }))
}

impl<'a> Asking<'_, 'a> {
    /// The name servers that machines ask, by the DHCP options of the VPC.
    fn through_servers(&self, resolved: Resolved<'a>) -> Resolved<'a> {
        let known = self.network.vpc(self.vpc);
        let super::resolve::Found::Yes(vpc) = known else {
            let says = format!("the DHCP options of `{}` are not known", self.vpc);
            return resolved.doubted(Verdict::Unknown, says, Some(Part::Vpcs));
        };
        let id = vpc.dhcp_options_id.as_deref().unwrap_or_default();
        let mut all = self.network.snapshot.dhcp_options.iter().flatten();
        let options = all.find(|options| options.dhcp_options_id.as_deref() == Some(id));
        let Some(options) = options.and_then(|options| options.dhcp_configurations.as_ref()) else {
            let part = if id.is_empty() { Part::Vpcs } else { Part::DhcpOptions };
            return resolved.doubted(
                Verdict::Unknown,
                format!("the name servers of `{}` are not known", self.vpc),
                Some(part),
            );
        };
        let servers = options.iter().filter(|option| option.key.as_deref() == Some("domain-name-servers"));
        let servers = servers.flat_map(|option| option.values.iter().flatten());
        let servers: Vec<&str> = servers.filter_map(|value| value.value.as_deref()).collect();
        match (servers.as_slice(), servers.contains(&"AmazonProvidedDNS")) {
            (["AmazonProvidedDNS"], _) => resolved,
            (_, true) => {
                let says =
                    format!("`{id}` names Amazon's resolver among others, and which is asked depends on the machine");
                resolved.doubted(Verdict::Unknown, says, None)
            }
            _ => {
                let says = format!(
                    "`{id}` names servers of your own; whether they forward to Amazon's resolver no document says"
                );
                resolved.doubted(Verdict::Unknown, says, None)
            }
        }
    }

    fn answer(&self) -> Result<Resolved<'a>, Error> {
        if let Some(found) = self.endpoints_own_name()? {
            return Ok(found);
        }
        let private = self.private_names();
        let zones = Zones { network: self.network, vpc: self.vpc, name: &self.name };
        let endpoints = self.by_private_dns();
        let of_cluster = self.of_cluster();
        let own = endpoints.iter().map(|(domain, _)| domain.len()).max().max(of_cluster.then_some(self.name.len()));
        let zone = zones.best();
        let longer =
            |domain: &Domain<'_>| own.is_none_or(|own| domain.len() > own || domain.len() == own && domain.is_rule());
        if let Some(domain) = zone.as_ref().filter(|domain| longer(domain)) {
            return self.by_zone(domain, zones);
        }
        let mut resolved = if of_cluster {
            self.at_cluster()?
        } else if let Some(own) = own {
            let best: Vec<&'a VpcEndpoint> =
                endpoints.iter().filter(|(domain, _)| domain.len() == own).map(|(_, endpoint)| *endpoint).collect();
            self.at_endpoints(&best)?
        } else {
            let unsure = self.endpoints_of_unknown_names();
            let public = self.public()?;
            match unsure.first() {
                Some(id) => {
                    let says = format!("which names `{id}` answers is not among the documents");
                    public.doubted(Verdict::Unknown, says, Some(Part::ServiceDetails))
                }
                None if !self.network.owns(self.vpc) => {
                    let says = format!("`{}` is shared, and its endpoints show to its owner only", self.vpc);
                    public.doubted(Verdict::Unknown, says, Some(Part::VpcEndpoints))
                }
                None if !self.network.is_whole(Part::VpcEndpoints) => {
                    let says = self.network.gap(Part::VpcEndpoints);
                    public.doubted(Verdict::Unknown, says, Some(Part::VpcEndpoints))
                }
                None => public,
            }
        };
        if own.is_some() {
            match private {
                Some(true) => {}
                Some(false) => {
                    let says = format!(
                        "`enableDnsSupport` and `enableDnsHostnames` of `{}` are not both on, so that private names do not \
                         resolve there",
                        self.vpc
                    );
                    let public = self.public()?;
                    resolved = Resolved { says: vec![says].into_iter().chain(public.says).collect(), ..public };
                }
                None => {
                    let says = format!("whether `enableDnsHostnames` of `{}` is on is not known", self.vpc);
                    resolved = resolved.doubted(Verdict::Unknown, says, Some(Part::VpcAttributes));
                }
            }
        }
        // Nothing that the documents do not show may be more specific than the very name.
        for part in zones.unseen(own == Some(self.name.len())) {
            let says = format!("what else answers names in `{}` is not known: {}", self.vpc, self.network.gap(part));
            resolved = resolved.doubted(Verdict::Unknown, says, Some(part));
        }
        Ok(resolved)
    }

    /// Whether private names resolve in the VPC: both attributes have to be on.
    fn private_names(&self) -> Option<bool> {
        let support = self.network.dns_attribute(self.vpc, |answer| answer.enable_dns_support.as_ref());
        let hostnames = self.network.dns_attribute(self.vpc, |answer| answer.enable_dns_hostnames.as_ref());
        match (support, hostnames) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }

    /// The endpoints whose private DNS answers the name here: those of the VPC, and those that a Profile brings; each
    /// with the domain by which it matches. S3 may answer only who asks from outside.
    fn by_private_dns(&self) -> Vec<(String, &'a VpcEndpoint)> {
        let mut found = Vec::new();
        for endpoint in self.private_endpoints() {
            for host in hosts(self.network, endpoint).unwrap_or_default() {
                let domain = host.trim_start_matches("*.").trim_end_matches('.').to_ascii_lowercase();
                let within = self.name.strip_suffix(&domain).is_some_and(|before| before.ends_with('.'));
                if self.name == domain || host.starts_with("*.") && within {
                    found.push((domain, endpoint));
                }
            }
        }
        found
    }

    fn private_endpoints(&self) -> impl Iterator<Item = &'a VpcEndpoint> {
        let brought = super::zone::brought(self.network, self.vpc, "vpc-endpoint");
        let all = self.network.snapshot.vpc_endpoints.iter().flatten();
        all.filter(move |endpoint| {
            let inbound_only = endpoint.dns_options.as_ref();
            let inbound_only =
                inbound_only.and_then(|o| o.private_dns_only_for_inbound_resolver_endpoint) == Some(true);
            let here = endpoint.vpc_id.as_deref() == Some(self.vpc)
                || endpoint.vpc_endpoint_id.as_ref().is_some_and(|id| brought.contains(id));
            let gone = endpoint.state.as_deref().is_some_and(|state| {
                ["deleted", "deleting", "failed", "rejected", "expired"]
                    .iter()
                    .any(|word| state.eq_ignore_ascii_case(word))
            });
            here && !gone && !is_gateway(endpoint) && endpoint.private_dns_enabled == Some(true) && !inbound_only
        })
    }

    /// Endpoints of the VPC that may answer the name: private DNS is on or not given, and the names are not known.
    fn endpoints_of_unknown_names(&self) -> Vec<&'a str> {
        let all = self.network.endpoints_of(self.vpc).filter(|endpoint| !is_gateway(endpoint));
        let unsure = all.filter(|endpoint| match endpoint.private_dns_enabled {
            Some(on) => on && hosts(self.network, endpoint).is_none(),
            None => hosts(self.network, endpoint)
                .is_none_or(|hosts| hosts.iter().any(|host| self.name.ends_with(host.trim_start_matches("*.")))),
        });
        unsure.filter_map(|endpoint| endpoint.vpc_endpoint_id.as_deref()).collect()
    }

    fn at_endpoints(&self, best: &[&'a VpcEndpoint]) -> Result<Resolved<'a>, Error> {
        let ids: Vec<&str> = best.iter().filter_map(|endpoint| endpoint.vpc_endpoint_id.as_deref()).collect();
        if let [endpoint] = best {
            let id = ids.first().copied().unwrap_or_default();
            let says = format!("private DNS of `{id}` answers `{}`", self.name);
            let destination = by_records(Destination::of_endpoint(self.network, endpoint)?, endpoint);
            return Ok(Resolved::to(id, says, Some(destination)));
        }
        let says = format!(
            "private DNS of {} would answer `{}`, and AWS lets one endpoint of a VPC do so; give documents of one moment",
            crate::text::quoted(&ids),
            self.name
        );
        let resolved = Resolved::unknown(says, Some(Part::VpcEndpoints));
        Ok(Resolved { leads_to: ids.into_iter().map(ToOwned::to_owned).collect(), ..resolved })
    }

    /// A name of an endpoint's own, which resolves everywhere: `vpce-….SERVICE.REGION.vpce.amazonaws.com`.
    fn endpoints_own_name(&self) -> Result<Option<Resolved<'a>>, Error> {
        if !self.name.starts_with("vpce-") && !self.name.contains(".vpce-") || !self.name.contains(".vpce.") {
            return Ok(None);
        }
        let label = self.name.split('.').find(|label| label.starts_with("vpce-")).unwrap_or_default();
        let mut words = label.splitn(4, '-');
        let id = format!("vpce-{}", words.by_ref().nth(1).unwrap_or_default());
        let zone = words.nth(1);
        let super::resolve::Found::Yes(endpoint) = self.network.endpoint(&id) else {
            let says = format!("`{id}` is not among the documents: {}", self.network.gap(Part::VpcEndpoints));
            return Ok(Some(Resolved::unknown(says, Some(Part::VpcEndpoints))));
        };
        let mut destination = by_records(Destination::of_endpoint(self.network, endpoint)?, endpoint);
        if let Some(zone) = zone {
            destination
                .ends
                .retain(|end| end.subnet.and_then(|subnet| subnet.availability_zone.as_deref()) == Some(zone));
        }
        Ok(Some(Resolved::to(id.clone(), format!("`{}` is a name of `{id}`'s own", self.name), Some(destination))))
    }

    fn of_cluster(&self) -> bool {
        let cluster = self.network.snapshot.cluster.as_ref();
        let config = cluster.and_then(|cluster| cluster.resources_vpc_config.as_ref());
        self.is_cluster_name()
            && config.is_some_and(|config| {
                config.endpoint_private_access == Some(true) && config.vpc_id.as_deref() == Some(self.vpc)
            })
    }

    fn is_cluster_name(&self) -> bool {
        let cluster = self.network.snapshot.cluster.as_ref();
        let host = cluster.and_then(|cluster| cluster.endpoint.as_deref()).unwrap_or_default();
        !host.is_empty() && host.trim_start_matches("https://").trim_end_matches('/').eq_ignore_ascii_case(&self.name)
    }

    fn at_cluster(&self) -> Result<Resolved<'a>, Error> {
        let ends = Ends { network: self.network, field: "destination", vpc: Some(self.vpc) }.of("cluster", None)?;
        let says = format!("the zone that EKS keeps for the VPC answers `{}`", self.name);
        let destination = Destination { name: "cluster".to_owned(), ends, endpoint: None };
        Ok(Resolved::to("cluster", says, Some(destination)))
    }

    fn by_zone(&self, domain: &Domain<'_>, zones: Zones<'_, 'a>) -> Result<Resolved<'a>, Error> {
        let mut resolved = match zones.answer(domain) {
            Answer::Forwarded(rule) => {
                let says = format!(
                    "the Resolver rule `{rule}` forwards `{}` to servers of which no document says what they answer",
                    self.name
                );
                Resolved::unknown(says, None)
            }
            Answer::Addresses(zone, addresses) => {
                let ends = Ends { network: self.network, field: "destination", vpc: Some(self.vpc) };
                let mut all = Vec::new();
                for address in &addresses {
                    all.extend(ends.of(address, None)?);
                }
                let destination = Destination { name: self.name.clone(), ends: all, endpoint: None };
                let says = format!("the private zone `{zone}` answers `{}`", self.name);
                Resolved { leads_to: addresses, ..Resolved::to("", says, Some(destination)) }
            }
            Answer::Name(zone, target) => {
                let says = format!("the private zone `{zone}` answers `{}` with `{target}`", self.name);
                let next = Asking {
                    network: self.network,
                    vpc: self.vpc,
                    name: target.trim_end_matches('.').to_ascii_lowercase(),
                };
                match next.endpoints_own_name()? {
                    Some(found) => Resolved { says: vec![says].into_iter().chain(found.says).collect(), ..found },
                    None => Resolved { leads_to: vec![target], ..Resolved::unknown(says, None) },
                }
            }
            Answer::Nothing(zone) => {
                let says =
                    format!("the private zone `{zone}` hides the public name and has no record for `{}`", self.name);
                Resolved { verdict: Verdict::Broken, ..Resolved::unknown(says, None) }
            }
            Answer::Unknown(says, part) => Resolved::unknown(says, Some(part)),
        };
        for part in zones.unseen(domain.len() == self.name.len()) {
            let says = format!("what else answers names in `{}` is not known: {}", self.vpc, self.network.gap(part));
            resolved = resolved.doubted(Verdict::Unknown, says, Some(part));
        }
        Ok(resolved)
    }

    /// The public answer: for S3 and `DynamoDB` of the region, what a gateway endpoint takes by its route.
    fn public(&self) -> Result<Resolved<'a>, Error> {
        let both = self.name.contains(".dualstack.") || self.name.ends_with(".api.aws");
        let family = if both { Addresses::all() } else { Addresses::all_v4() };
        let says = format!("`{}` resolves to public addresses", self.name);
        for endpoint in self.network.endpoints_of(self.vpc).filter(|endpoint| is_gateway(endpoint)) {
            if gateway_serves(self.network, endpoint, &self.name) {
                let id = endpoint.vpc_endpoint_id.as_deref().unwrap_or_default();
                let mut destination = Destination::of_endpoint(self.network, endpoint)?;
                destination.ends.retain(|end| end.addresses.overlaps(&family));
                let says = format!("{says}, which `{id}` takes by its routes");
                return Ok(Resolved::to(id, says, Some(destination)));
            }
        }
        if self.is_cluster_name() {
            let config = self.network.snapshot.cluster.as_ref().and_then(|c| c.resources_vpc_config.as_ref());
            if config.and_then(|config| config.endpoint_public_access) == Some(false) {
                let says =
                    format!("the cluster's endpoint is not public, and `{}` has no private answer here", self.name);
                return Ok(Resolved { verdict: Verdict::Broken, ..Resolved::unknown(says, None) });
            }
        }
        let ends = Ends { network: self.network, field: "destination", vpc: Some(self.vpc) }.of("internet", None)?;
        let one = |end: End<'a>| End {
            name: self.name.clone(),
            addresses: end.addresses.intersection(&family),
            exact: false,
            kind: Some("service"),
            ..end
        };
        let ends = ends.into_iter().map(one).collect();
        let destination = Destination { name: self.name.clone(), ends, endpoint: None };
        Ok(Resolved::to("internet", says, Some(destination)))
    }
}

/// The families in which an endpoint's names have records.
fn by_records<'a>(destination: Destination<'a>, endpoint: &VpcEndpoint) -> Destination<'a> {
    let records = endpoint.dns_options.as_ref().and_then(|options| options.dns_record_ip_type.as_deref());
    let family = match records {
        Some("ipv4") => Addresses::all_v4(),
        Some("ipv6") => Addresses::all_v6(),
        _ => return destination,
    };
    let within = |end: End<'a>| End { addresses: end.addresses.intersection(&family), ..end };
    Destination { ends: destination.ends.into_iter().map(within).collect(), ..destination }
}
