//! Which endpoints must exist, and of which the wish does not say.

use std::collections::BTreeMap;

use crate::knowledge::{Circumstances, Claim, EndpointType, Says, ServiceRow};
use crate::plan::answer::PlannedEndpoint;
use crate::plan::reasons::Gathered;

/// The endpoints that must exist and those that are undecided, each in order of service id.
pub(super) fn planned(claims: &[&Claim], about: &Circumstances) -> (Vec<PlannedEndpoint>, Vec<PlannedEndpoint>) {
    let mut wanted: BTreeMap<(&str, EndpointType), (&ServiceRow, Gathered)> = BTreeMap::new();
    for claim in claims {
        if let Says::Needs { service, endpoint, level, when } = &claim.says {
            let (_, gathered) = wanted.entry((service.id, *endpoint)).or_insert_with(|| (service, Gathered::default()));
            gathered.add(claim, *level, when, about);
        }
    }
    wanted
        .into_iter()
        .filter_map(|((_, kind), (service, gathered))| endpoint(service, kind, gathered, about))
        .partition(|endpoint| endpoint.settled_by.is_empty())
}

fn endpoint(
    service: &ServiceRow,
    kind: EndpointType,
    gathered: Gathered,
    about: &Circumstances,
) -> Option<PlannedEndpoint> {
    let decided = gathered.decide()?;
    let (service_name, name_confidence) = service.name_in(about.region, kind);
    let private_dns = kind == EndpointType::Interface;
    Some(PlannedEndpoint {
        service: service.id.to_owned(),
        service_name,
        service_region: service.home_region().filter(|home| *home != about.region.id).map(str::to_owned),
        endpoint_type: kind,
        private_dns,
        private_dns_names: if private_dns { service.hosts_in(about.region) } else { Vec::new() },
        level: decided.level,
        reasons: decided.reasons,
        settled_by: decided.settled_by,
        confidence: decided.confidence.max(name_confidence),
    })
}
