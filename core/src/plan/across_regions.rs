//! Where endpoints to services of other regions may lie: zones that take none of them are left out, and a wish that
//! leaves no other zone, or does not say in which its subnets lie, is found.

use std::collections::BTreeSet;

use crate::knowledge::{Claim, Level, WITHOUT_CROSS_REGION};
use crate::plan::answer::{EndpointPlace, PlanFinding, PlannedEndpoint};
use crate::plan::endpoints;
use crate::plan::reasons::reason;
use crate::plan::resolve::Wish;
use crate::verdict::Verdict;

/// The services of other regions that endpoints reach.
pub(super) fn reached(endpoints: &[PlannedEndpoint]) -> BTreeSet<String> {
    let across = endpoints.iter().filter(|endpoint| endpoint.service_region.is_some());
    across.map(|endpoint| endpoint.service.clone()).collect()
}

/// Whether the zone of a subnet takes no endpoint to a service of another region, as far as the wish says.
pub(super) fn refuses(wish: &Wish, subnet: &str) -> bool {
    let zone = wish.surroundings.subnets.get(subnet).and_then(|own| own.zone_id.as_deref());
    let refused = WITHOUT_CROSS_REGION.iter().flat_map(|(_, zones)| zones.iter());
    zone.is_some_and(|zone| refused.into_iter().any(|own| *own == zone))
}

/// What is wrong or not known of the subnets of such endpoints.
pub(super) fn found(claims: &[&Claim], planned: &[PlannedEndpoint], wish: &Wish) -> Vec<PlanFinding> {
    let region = wish.region.value.as_str();
    let Some(claim) = claims.iter().find(|claim| claim.id == "base-cross-region-zones") else { return Vec::new() };
    let Some((_, zones)) = WITHOUT_CROSS_REGION.iter().find(|(row, _)| row.id == region) else { return Vec::new() };
    let here = |own: &&PlannedEndpoint| own.service_region.is_some() && own.vpc == EndpointPlace::Cluster;
    let services: Vec<_> = planned.iter().filter(here).map(|own| format!("`{}`", own.service)).collect();
    let subnets = endpoints::subnets(wish);
    if services.is_empty() || subnets.is_empty() {
        return Vec::new();
    }
    let services = services.join(" and ");
    let finding = |verdict, ids: Vec<&String>, message| PlanFinding {
        id: claim.id.to_owned(),
        verdict,
        paths: ids.into_iter().map(|id| format!("subnets[{id}].availabilityZoneId")).collect(),
        message,
        reasons: vec![reason(claim, Level::Required, format!("{services} is in another region"))],
    };
    if subnets.iter().all(|id| refuses(wish, id)) {
        let message = format!(
            "no endpoint for {services} can be placed: {}; add a subnet in another zone than {}",
            claim.statement,
            zones.join(" and ")
        );
        return vec![finding(Verdict::Broken, subnets.iter().collect(), message)];
    }
    let silent = |id: &&String| wish.surroundings.subnets.get(*id).is_some_and(|own| own.zone_id.is_none());
    let silent: Vec<_> = subnets.iter().filter(silent).collect();
    if silent.is_empty() {
        return Vec::new();
    }
    let message = format!(
        "an endpoint for {services} is refused in a zone with the id {}, and which zones have it is not stated: {}",
        zones.join(" or "),
        claim.statement
    );
    vec![finding(Verdict::Unknown, silent, message)]
}
