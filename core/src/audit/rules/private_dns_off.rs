//! `private-dns-off`: an endpoint does not answer under the service's ordinary name, so that clients pass it by.

use super::Rule;
use crate::audit::context::{Context, Lookup, settle};
use crate::audit::draft::{Draft, severity};
use crate::error::Error;
use crate::network::Repair;
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "private-dns-off", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let mut drafts = Vec::new();
    for planned in context.endpoints_besides_s3().filter(|planned| planned.private_dns) {
        // An endpoint that is missing is the matter of another rule.
        if let Lookup::There(endpoint) = context.endpoint(planned) {
            drafts.push(judge(context, planned, endpoint).because(&planned.reasons));
        }
    }
    Ok(drafts)
}

fn judge(context: &Context<'_>, planned: &PlannedEndpoint, endpoint: &VpcEndpoint) -> Draft {
    let id = endpoint.vpc_endpoint_id.as_deref().unwrap_or_default();
    let name = planned.service_name.as_str();
    let draft = |verdict, message: String| Draft::new(id, verdict, severity(&planned.reasons), message);
    let says = |on: bool| format!("`PrivateDnsEnabled` is `{on}`");
    match (endpoint.private_dns_enabled, zone(context, planned)) {
        (Some(true), _) => draft(Verdict::Met, format!("`{id}` answers under the ordinary name of `{name}`")).evidence(
            Part::VpcEndpoints,
            id,
            says(true),
        ),
        (Some(false), Some(zone)) => {
            let message = format!("private DNS of `{id}` is off, and the private zone `{zone}` may stand in for it");
            draft(Verdict::Unknown, message)
                .evidence(Part::VpcEndpoints, id, says(false))
                .evidence(Part::HostedZones, &zone, "a private zone has the name of the service")
                .settled_by([settle(Part::ResourceRecordSets)])
        }
        (Some(false), None) if !context.network.is_whole(Part::HostedZones) => {
            let gap = context.network.gap(Part::HostedZones);
            let message = format!(
                "private DNS of `{id}` is off, and whether a private zone stands in for it is not known: {gap}"
            );
            draft(Verdict::Unknown, message)
                .evidence(Part::VpcEndpoints, id, says(false))
                .settled_by([settle(Part::HostedZones)])
        }
        (Some(false), None) => {
            let message =
                format!("private DNS of `{id}` is off: clients that call `{name}` by its ordinary name miss it");
            draft(Verdict::Broken, message)
                .evidence(Part::VpcEndpoints, id, says(false))
                .mended_by([Repair::TurnOnPrivateDns { endpoint: id.to_owned() }])
        }
        (None, _) => draft(Verdict::Unknown, format!("whether private DNS of `{id}` is on is not known"))
            .settled_by([settle(Part::VpcEndpoints)]),
    }
}

/// A private hosted zone that has one of the service's names, or a name above it.
fn zone(context: &Context<'_>, planned: &PlannedEndpoint) -> Option<String> {
    let zones = context.snapshot.hosted_zones.iter().flatten();
    let private = zones.filter(|zone| zone.config.as_ref().is_some_and(|config| config.private_zone == Some(true)));
    let mut names = private.filter_map(|zone| zone.name.as_deref()).map(|name| name.trim_end_matches('.'));
    let covers = |zone: &&str| {
        let mut names = planned.private_dns_names.iter().map(|name| name.trim_start_matches("*."));
        names.any(|name| name == *zone || name.ends_with(&format!(".{zone}")))
    };
    names.find(covers).map(ToOwned::to_owned)
}
