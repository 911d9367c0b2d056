//! Private hosted zones and Resolver rules of a VPC, its own and those that a Profile brings: which of them a name
//! falls to, and what it answers. It asks no server.

use std::collections::BTreeSet;

use super::resolve::Network;
use crate::snapshot::{HostedZone, Part, ResolverRule, ResourceRecordSet};

/// A domain that something answers for in the VPC.
#[derive(Clone)]
pub(crate) enum Domain<'a> {
    Zone(String, &'a HostedZone),
    /// A zone of which it is not known whether it is the VPC's.
    MaybeZone(String),
    Rule(String, &'a ResolverRule),
}

impl Domain<'_> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Zone(domain, _) | Self::MaybeZone(domain) | Self::Rule(domain, _) => domain.len(),
        }
    }

    pub(crate) const fn is_rule(&self) -> bool {
        matches!(self, Self::Rule(..))
    }
}

/// What a zone or a rule answers.
pub(crate) enum Answer {
    /// Somebody else's servers answer, by this rule.
    Forwarded(String),
    /// A zone gives these addresses.
    Addresses(String, Vec<String>),
    /// A zone gives another name.
    Name(String, String),
    /// A zone has no such record, and hides the public one.
    Nothing(String),
    /// Nobody knows, for want of a part.
    Unknown(String, Part),
}

/// Where a name is looked up.
#[derive(Clone, Copy)]
pub(crate) struct Zones<'w, 'a> {
    pub(crate) network: &'w Network<'a>,
    pub(crate) vpc: &'w str,
    pub(crate) name: &'w str,
}

/// The ids of things of a kind that Profiles bring to a VPC; `kind` is what stands before the id in an ARN.
pub(crate) fn brought(network: &Network<'_>, vpc: &str, kind: &str) -> BTreeSet<String> {
    let snapshot = network.snapshot;
    let associations = snapshot.profile_associations.iter().flatten();
    let profiles: BTreeSet<&str> = associations
        .filter(|association| {
            association.resource_id.as_deref() == Some(vpc) && is_complete(association.status.as_deref())
        })
        .filter_map(|association| association.profile_id.as_deref())
        .collect();
    let resources = snapshot.profile_resource_associations.iter().flatten();
    resources
        .filter(|resource| resource.profile_id.as_deref().is_some_and(|id| profiles.contains(id)))
        .filter(|resource| is_complete(resource.status.as_deref()))
        .filter_map(|resource| resource.resource_arn.as_deref()?.rsplit_once('/'))
        .filter(|(before, _)| before.ends_with(kind))
        .map(|(_, id)| id.to_owned())
        .collect()
}

fn is_complete(status: Option<&str>) -> bool {
    status.is_none_or(|status| status.eq_ignore_ascii_case("complete"))
}

fn plain(domain: &str) -> String {
    domain.trim_end_matches('.').to_ascii_lowercase()
}

impl<'a> Zones<'_, 'a> {
    /// The longest domain that the name lies in; at one length a rule before a zone.
    pub(crate) fn best(&self) -> Option<Domain<'a>> {
        let mut all: Vec<Domain<'a>> = self.zones().chain(self.rules()).collect();
        all.sort_by_key(|domain| (domain.len(), domain.is_rule()));
        let own = |domain: &Domain<'_>| match domain {
            Domain::Rule(_, rule) => rule.rule_type.as_deref() == Some("SYSTEM"),
            _ => false,
        };
        // A rule that leaves a domain to the VPC's own resolver lifts what forwards a wider one.
        if all.last().is_some_and(own) {
            all.retain(|domain| !domain.is_rule());
        }
        all.pop()
    }

    fn covers(&self, domain: &str) -> bool {
        domain.is_empty()
            || self.name == domain
            || self.name.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'))
    }

    fn zones(&self) -> impl Iterator<Item = Domain<'a>> + '_ {
        let brought = brought(self.network, self.vpc, "hostedzone");
        let zones = self.network.snapshot.hosted_zones.iter().flatten();
        let private = zones.filter(|zone| zone.config.as_ref().is_some_and(|config| config.private_zone == Some(true)));
        private.filter_map(move |zone| {
            let domain = plain(zone.name.as_deref()?);
            if !self.covers(&domain) {
                return None;
            }
            let id = zone.id.as_deref().unwrap_or_default();
            let vpcs = self.network.snapshot.hosted_zone_vpcs.as_ref().and_then(|answers| answers.get(id));
            let by_profile = id.rsplit('/').next().is_some_and(|id| brought.contains(id));
            match vpcs.and_then(|answer| answer.vpcs.as_ref()) {
                _ if by_profile => Some(Domain::Zone(domain, zone)),
                Some(vpcs) => {
                    let here = vpcs.iter().any(|vpc| vpc.vpc_id.as_deref() == Some(self.vpc));
                    here.then_some(Domain::Zone(domain, zone))
                }
                None => Some(Domain::MaybeZone(domain)),
            }
        })
    }

    fn rules(&self) -> impl Iterator<Item = Domain<'a>> + '_ {
        let snapshot = self.network.snapshot;
        let brought = brought(self.network, self.vpc, "resolver-rule");
        let associations = snapshot.resolver_rule_associations.iter().flatten();
        let here: BTreeSet<&str> = associations
            .filter(|one| one.vpc_id.as_deref() == Some(self.vpc) && is_complete(one.status.as_deref()))
            .filter_map(|one| one.resolver_rule_id.as_deref())
            .collect();
        let rules = snapshot.resolver_rules.iter().flatten();
        rules.filter_map(move |rule| {
            let id = rule.id.as_deref()?;
            let domain = plain(rule.domain_name.as_deref()?);
            // What stands for all that no other rule names forwards nothing.
            let recursive = rule.rule_type.as_deref() == Some("RECURSIVE");
            let applies = here.contains(id) || brought.contains(id);
            (applies && !recursive && self.covers(&domain)).then_some(Domain::Rule(domain, rule))
        })
    }

    /// What a domain answers for the name.
    pub(crate) fn answer(&self, domain: &Domain<'_>) -> Answer {
        let (domain, zone) = match domain {
            Domain::Rule(_, rule) => return Answer::Forwarded(rule.id.clone().unwrap_or_default()),
            Domain::MaybeZone(domain) => {
                let says = format!("whether the private zone `{domain}` is the VPC's is not among the documents");
                return Answer::Unknown(says, Part::HostedZoneVpcs);
            }
            Domain::Zone(domain, zone) => (domain.clone(), zone),
        };
        let id = zone.id.as_deref().unwrap_or_default();
        let answers = self.network.snapshot.resource_record_sets.as_ref().and_then(|answers| answers.get(id));
        let Some(records) = answers.and_then(|answer| answer.resource_record_sets.as_ref()) else {
            let says = format!("the records of the private zone `{domain}` are not among the documents");
            return Answer::Unknown(says, Part::ResourceRecordSets);
        };
        let cut = answers.is_some_and(|answer| answer.is_truncated == Some(true));
        let found: Vec<&ResourceRecordSet> = self.matching(records);
        if found.is_empty() {
            if cut {
                let says = format!("not all records of the private zone `{domain}` are among the documents");
                return Answer::Unknown(says, Part::ResourceRecordSets);
            }
            return Answer::Nothing(domain);
        }
        let target = found.iter().find_map(|record| record.alias_target.as_ref()?.dns_name.clone());
        let values = |kind: &str| {
            let these = found.iter().filter(|record| record.record_type.as_deref() == Some(kind));
            let values = these.flat_map(|record| record.resource_records.iter().flatten());
            values.filter_map(|record| record.value.clone()).collect::<Vec<String>>()
        };
        if let Some(target) = target.or_else(|| values("CNAME").pop()) {
            return Answer::Name(domain, target);
        }
        let addresses: Vec<String> = values("A").into_iter().chain(values("AAAA")).collect();
        if addresses.iter().any(|address| address.parse::<std::net::IpAddr>().is_err()) || addresses.is_empty() {
            let says = format!("the private zone `{domain}` does not show what it answers");
            return Answer::Unknown(says, Part::ResourceRecordSets);
        }
        Answer::Addresses(domain, addresses)
    }

    /// The records of the very name, or of the nearest wildcard above it, that give an address or another name.
    fn matching<'r>(&self, records: &'r [ResourceRecordSet]) -> Vec<&'r ResourceRecordSet> {
        let of = |name: &str| -> Vec<&'r ResourceRecordSet> {
            let here = records.iter().filter(|record| {
                let own = record.name.as_deref().map(|own| plain(&own.replace("\\052", "*")));
                let kind = record.record_type.as_deref().unwrap_or_default();
                own.as_deref() == Some(name) && matches!(kind, "A" | "AAAA" | "CNAME")
            });
            here.collect()
        };
        let own = of(self.name);
        if !own.is_empty() {
            return own;
        }
        let mut rest = self.name;
        while let Some((_, above)) = rest.split_once('.') {
            let wild = of(&format!("*.{above}"));
            if !wild.is_empty() {
                return wild;
            }
            rest = above;
        }
        Vec::new()
    }

    /// The parts that could hold a domain that takes the name before what was found. A private zone of the very name
    /// cannot stand beside an endpoint that answers it, and a Profile yields to what the VPC itself has.
    pub(crate) fn unseen(&self, exact: bool) -> Vec<Part> {
        let rules = [Part::ResolverRules, Part::ResolverRuleAssociations];
        let others = [Part::HostedZones, Part::ProfileAssociations];
        let asked = rules.into_iter().chain(others.into_iter().filter(|_| !exact));
        asked.filter(|part| !self.network.is_whole(*part)).collect()
    }
}
