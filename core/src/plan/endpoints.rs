//! Which endpoints must exist, where, and with which policy; and of which the wish does not say.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::Error;
use crate::knowledge::{
    Callable, Circumstances, Claim, EndpointType, FipsHost, Party, RegionRow, Says, Truth, fips_host,
};
use crate::plan::across_regions;
use crate::plan::answer::{EndpointPlace, PlannedEndpoint};
use crate::plan::policy::Policies;
use crate::plan::reasons::Gathered;
use crate::plan::resolve::Wish;

/// The endpoints that must exist and those that are undecided, each in order of service id. What the wish says that
/// workloads call is among the former.
///
/// # Errors
/// No endpoint service is known by a suffix of the wish.
pub(super) fn planned(
    claims: &[&Claim],
    about: &Circumstances,
    wish: &Wish,
) -> Result<(Vec<PlannedEndpoint>, Vec<PlannedEndpoint>), Error> {
    let called = wish.called()?;
    let mut wanted: BTreeMap<(&str, EndpointType), (Callable, Gathered)> = BTreeMap::new();
    for claim in claims {
        match &claim.says {
            Says::Needs { service, endpoint, level, when } => {
                let key = (service.id, *endpoint);
                let (_, gathered) = wanted.entry(key).or_insert((Callable::Known(service), Gathered::default()));
                gathered.add(claim, *level, when, about);
            }
            Says::NeedsWhatIsCalled { level } => {
                for service in &called {
                    let key = (service.id(), service.usual_type());
                    let (_, gathered) = wanted.entry(key).or_insert((*service, Gathered::default()));
                    gathered.hold_called(claim, *level, service.id());
                }
            }
            _ => {}
        }
    }
    let places = Places { wish, subnets: subnets(wish), policies: Policies { wish, about, claims } };
    let (mut planned, undecided): (Vec<_>, Vec<_>) = wanted
        .into_iter()
        .filter_map(|((_, kind), (service, gathered))| endpoint(service, kind, gathered, about, &places))
        .partition(|endpoint| endpoint.settled_by.is_empty());
    for claim in claims {
        let Says::NeedsFips { level, when } = &claim.says else { continue };
        let Some(judged) = when.judge_unless_no(about).filter(|judged| judged.truth == Truth::Yes) else { continue };
        for (service, ordinary) in of_fips(&planned, about.region) {
            let mut gathered = Gathered::default();
            gathered.hold(claim, *level, format!("{}; `{ordinary}` is planned", judged.words));
            planned.extend(endpoint(service, EndpointType::Interface, gathered, about, &places));
        }
    }
    planned.sort_by(|a, b| (&a.service, a.endpoint_type).cmp(&(&b.service, b.endpoint_type)));
    planned.dedup_by(|later, first| (&later.service, later.endpoint_type) == (&first.service, first.endpoint_type));
    Ok((planned, undecided))
}

/// The endpoint services for FIPS of what is planned, each with the ordinary one. Where the ordinary name is the one for
/// FIPS, the ordinary endpoint answers it.
fn of_fips(planned: &[PlannedEndpoint], region: &RegionRow) -> Vec<(Callable, String)> {
    let interface = planned.iter().filter(|endpoint| endpoint.endpoint_type == EndpointType::Interface);
    let apart = interface.filter(|endpoint| fips_host(&endpoint.service, region) != Some(FipsHost::Ordinary));
    let fips =
        |endpoint: &PlannedEndpoint| Some((Callable::find(&endpoint.service)?.fips()?, endpoint.service.clone()));
    apart.filter_map(fips).collect()
}

/// Where endpoints lie and what they let through.
struct Places<'a> {
    wish: &'a Wish,
    subnets: Vec<String>,
    policies: Policies<'a>,
}

fn endpoint(
    service: Callable,
    kind: EndpointType,
    gathered: Gathered,
    about: &Circumstances,
    places: &Places<'_>,
) -> Option<PlannedEndpoint> {
    let decided = gathered.decide()?;
    // What is not to be had is a finding, no endpoint.
    if service.is_missing_in(about.region).is_some_and(|missing| missing.surely) {
        return None;
    }
    let (service_name, name_confidence) = service.name_in(about.region, kind);
    let interface = kind == EndpointType::Interface;
    let central = interface && places.wish.surroundings.endpoint_vpc.is_some();
    let service_region = service.home().filter(|home| *home != about.region.id).map(str::to_owned);
    let taken = |id: &&String| service_region.is_none() || !across_regions::refuses(places.wish, id);
    Some(PlannedEndpoint {
        service: service.id().to_owned(),
        service_name,
        endpoint_type: kind,
        port: service.port(),
        // Central endpoints are found by hosted zones of one's own.
        private_dns: interface && !central,
        private_dns_names: if interface { service.hosts_in(about.region) } else { Vec::new() },
        vpc: if central { EndpointPlace::Central } else { EndpointPlace::Cluster },
        subnets: if interface && !central {
            places.subnets.iter().filter(taken).cloned().collect()
        } else {
            Vec::new()
        },
        service_region,
        security_group: interface.then_some(Party::Endpoints),
        policy: places.policies.of(service.id(), &decided.reasons),
        level: decided.level,
        reasons: decided.reasons,
        settled_by: decided.settled_by,
        confidence: decided.confidence.max(name_confidence),
    })
}

/// One subnet in each zone that nodes or pods run in: of those of the nodes before those of the pods, the first by id.
pub(super) fn subnets(wish: &Wish) -> Vec<String> {
    let around = &wish.surroundings;
    let mut ids: Vec<String> = around.node_subnets.iter().chain(&around.pod_subnets).cloned().collect();
    if around.node_subnets.is_empty() {
        ids.splice(0..0, around.cluster_subnets.iter().cloned());
    }
    if ids.is_empty() {
        ids.extend(around.subnets.keys().cloned());
    }
    let mut zones = BTreeSet::new();
    ids.retain(|id| {
        let zone = around.subnets.get(id).and_then(|subnet| subnet.zone_key());
        zone.is_some_and(|zone| zones.insert(zone.to_owned()))
    });
    ids.sort_unstable();
    ids
}
