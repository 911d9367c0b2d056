//! Which endpoints must exist, and of which the wish does not say.

use std::collections::BTreeMap;

use crate::knowledge::{Callable, Circumstances, Claim, EndpointType, Says};
use crate::plan::answer::PlannedEndpoint;
use crate::plan::reasons::Gathered;

/// The endpoints that must exist and those that are undecided, each in order of service id. What the wish says that
/// workloads call is among the former.
pub(super) fn planned(
    claims: &[&Claim],
    about: &Circumstances,
    called: &[Callable],
) -> (Vec<PlannedEndpoint>, Vec<PlannedEndpoint>) {
    let mut wanted: BTreeMap<(&str, EndpointType), (Callable, Gathered)> = BTreeMap::new();
    for claim in claims {
        match &claim.says {
            Says::Needs { service, endpoint, level, when } => {
                let key = (service.id, *endpoint);
                let (_, gathered) = wanted.entry(key).or_insert((Callable::Known(service), Gathered::default()));
                gathered.add(claim, *level, when, about);
            }
            Says::NeedsWhatIsCalled { level } => {
                for service in called {
                    let key = (service.id(), service.usual_type());
                    let (_, gathered) = wanted.entry(key).or_insert((*service, Gathered::default()));
                    gathered.add_called(claim, *level, service.id());
                }
            }
            _ => {}
        }
    }
    wanted
        .into_iter()
        .filter_map(|((_, kind), (service, gathered))| endpoint(service, kind, gathered, about))
        .partition(|endpoint| endpoint.settled_by.is_empty())
}

fn endpoint(
    service: Callable,
    kind: EndpointType,
    gathered: Gathered,
    about: &Circumstances,
) -> Option<PlannedEndpoint> {
    let decided = gathered.decide()?;
    let (service_name, name_confidence) = service.name_in(about.region, kind);
    let private_dns = kind == EndpointType::Interface;
    Some(PlannedEndpoint {
        service: service.id().to_owned(),
        service_name,
        service_region: service.home().filter(|home| *home != about.region.id).map(str::to_owned),
        endpoint_type: kind,
        port: service.port(),
        private_dns,
        private_dns_names: if private_dns { service.hosts_in(about.region) } else { Vec::new() },
        level: decided.level,
        reasons: decided.reasons,
        settled_by: decided.settled_by,
        confidence: decided.confidence.max(name_confidence),
    })
}
