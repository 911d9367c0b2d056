//! `s3-unreachable`: from a subnet that nodes run in, S3 can be reached neither by a gateway endpoint in the table that
//! routes the subnet, nor by an interface endpoint that answers its name. Image layers come from S3.

use super::Rule;
use crate::audit::context::{Context, Lookup, settle};
use crate::audit::draft::{Draft, severity};
use crate::audit::places::Place;
use crate::error::Error;
use crate::network::{Asked, End, LetThrough, Reached, is_gateway};
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::text::quoted;
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
    let asked = Asked::https();
    let mut ways = Vec::new();
    for endpoint in endpoints {
        ways.push(Way { endpoint, outcome: context.reached(&ends, endpoint, &asked)? });
    }
    let verdict = verdict(&ways);
    let through = quoted(ways.iter().map(|way| way.id()));
    let mut draft = match verdict {
        Verdict::Met => draft(verdict, format!("nodes in `{subnet}` reach S3 through {through}")),
        Verdict::Broken => draft(verdict, format!("nodes in `{subnet}` do not reach S3 through {through}")),
        Verdict::Unknown => {
            draft(verdict, format!("whether nodes in `{subnet}` reach S3 through {through} is not known"))
        }
    };
    for way in &ways {
        draft = draft.blocked_by(&way.outcome.blockers);
        draft = draft.settled_by(way.outcome.missing.iter().map(|part| settle(*part)));
        let says = match way.answers() {
            _ if is_gateway(way.endpoint) => continue,
            Verdict::Met => "answers the name of S3 within the VPC, so that clients come to it",
            Verdict::Broken => "does not answer the name of S3 within the VPC",
            Verdict::Unknown => "whether it answers the name of S3 within the VPC is not given",
        };
        draft = draft.evidence(Part::VpcEndpoints, way.id(), says);
    }
    if verdict == Verdict::Broken {
        let used = ways.iter().find(|way| way.answers() == Verdict::Met);
        let used = used.or_else(|| ways.iter().find(|way| is_gateway(way.endpoint)));
        draft = match used {
            Some(way) => draft.mended_by(way.outcome.repairs(&asked, LetThrough::Carriers)),
            None => draft.mended_by(context.new_gateway(&planned.service_name)),
        };
    }
    Ok(draft)
}

/// An endpoint for S3, and whether nodes reach it.
struct Way<'a> {
    endpoint: &'a VpcEndpoint,
    outcome: Reached<'a>,
}

impl Way<'_> {
    fn id(&self) -> &str {
        self.endpoint.vpc_endpoint_id.as_deref().unwrap_or_default()
    }

    /// Whether clients that call S3 by its ordinary name come to it; a gateway takes them by their route.
    fn answers(&self) -> Verdict {
        if is_gateway(self.endpoint) { Verdict::Broken } else { answers_name(self.endpoint) }
    }
}

/// An interface endpoint that answers the name is where clients go, reachable or not; only where none does, they come
/// to a gateway. Where it is not known whether one answers, both ways have to agree.
fn verdict(ways: &[Way<'_>]) -> Verdict {
    let of = |answers| ways.iter().filter(move |way| way.answers() == answers);
    if of(Verdict::Met).next().is_some() {
        return Verdict::all(of(Verdict::Met).map(|way| way.outcome.verdict));
    }
    let gateway = Verdict::any(ways.iter().filter(|way| is_gateway(way.endpoint)).map(|way| way.outcome.verdict));
    let agree = of(Verdict::Unknown).all(|way| way.outcome.verdict == gateway);
    if agree { gateway } else { Verdict::Unknown }
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
