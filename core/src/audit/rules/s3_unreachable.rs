//! `s3-unreachable`: from a subnet that nodes run in, S3 can be reached neither by a gateway endpoint in the table that
//! routes the subnet, nor by an interface endpoint that answers its name. Image layers come from S3.

use super::Rule;
use crate::audit::context::{Context, Lookup, settle};
use crate::audit::draft::{Draft, severity};
use crate::audit::places::Place;
use crate::error::Error;
use crate::network::{Asked, End, is_gateway};
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "s3-unreachable", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let Some(planned) = context.plan.endpoints.iter().find(|planned| planned.service == "s3") else {
        return Ok(Vec::new());
    };
    let endpoints = context.s3_endpoints(&planned.service_name);
    let places = context.places.by_subnet();
    let judged = places.iter().map(|(subnet, places)| judge(context, planned, &endpoints, subnet, places));
    judged.collect()
}

fn judge<'a>(
    context: &Context<'a>,
    planned: &PlannedEndpoint,
    endpoints: &[&'a VpcEndpoint],
    subnet: &str,
    places: &[&Place<'a>],
) -> Result<Draft, Error> {
    let draft = |verdict, message: String| {
        Draft::new(subnet, verdict, severity(&planned.reasons), message).because(&planned.reasons)
    };
    if endpoints.is_empty() {
        return Ok(match context.no_endpoint(context.vpc().unwrap_or_default()) {
            Lookup::Unknown(why, settlements) => {
                let message = format!("whether nodes in `{subnet}` reach S3 is not known: {why}");
                draft(Verdict::Unknown, message).settled_by(settlements)
            }
            _ => draft(Verdict::Broken, format!("nodes in `{subnet}` do not reach S3: the VPC has no endpoint for it"))
                .evidence(Part::VpcEndpoints, "", format!("no endpoint is for `{}`", planned.service_name))
                .mended_by(context.new_gateway(&planned.service_name)),
        });
    }
    let ends: Vec<End<'a>> = places.iter().map(|place| place.end.clone()).collect();
    let mut ways = Vec::new();
    for endpoint in endpoints {
        let outcome = context.reached(&ends, endpoint, &Asked::https())?;
        let name = if is_gateway(endpoint) { Verdict::Met } else { answers_name(endpoint) };
        ways.push((*endpoint, outcome.verdict.and(name), outcome));
    }
    let verdict = Verdict::any(ways.iter().map(|(_, verdict, ..)| *verdict));
    let id = |endpoint: &VpcEndpoint| endpoint.vpc_endpoint_id.clone().unwrap_or_default();
    let through: Vec<String> = ways.iter().filter(|way| way.1 == verdict).map(|(endpoint, ..)| id(endpoint)).collect();
    let through = crate::text::quoted(through);
    let mut draft = match verdict {
        Verdict::Met => draft(verdict, format!("nodes in `{subnet}` reach S3 through {through}")),
        Verdict::Broken => draft(verdict, format!("nodes in `{subnet}` do not reach S3 through {through}")),
        Verdict::Unknown => {
            draft(verdict, format!("whether nodes in `{subnet}` reach S3 through {through} is not known"))
        }
    };
    for (endpoint, _, outcome) in ways.iter().filter(|way| way.1 == verdict) {
        draft = draft.blocked_by(&outcome.blockers);
        if !is_gateway(endpoint) && answers_name(endpoint) != Verdict::Met {
            draft = draft.evidence(Part::VpcEndpoints, &id(endpoint), "does not answer the name of S3 within the VPC");
        }
        draft = draft.settled_by(outcome.missing.iter().map(|part| settle(*part)));
    }
    if verdict == Verdict::Broken
        && let Some((.., outcome)) = ways.iter().find(|(endpoint, ..)| is_gateway(endpoint))
    {
        draft = draft.mended_by(outcome.repairs(&Asked::https()));
    }
    Ok(draft)
}

/// Whether clients in the VPC that call S3 by its ordinary name come to an interface endpoint.
fn answers_name(endpoint: &VpcEndpoint) -> Verdict {
    let inbound_only = endpoint.dns_options.as_ref().and_then(|o| o.private_dns_only_for_inbound_resolver_endpoint);
    match (endpoint.private_dns_enabled, inbound_only) {
        (Some(false), _) | (_, Some(true)) => Verdict::Broken,
        (Some(true), _) => Verdict::Met,
        (None, _) => Verdict::Unknown,
    }
}
