//! `s3-unreachable`: from a subnet that nodes run in, S3 can be reached neither by a gateway endpoint in the table that
//! routes the subnet, nor by an interface endpoint that answers its name. Image layers come from S3.

use super::Rule;
use crate::audit::context::{Context, Lookup, is_available, settle};
use crate::audit::draft::{Draft, severity};
use crate::audit::places::Place;
use crate::audit::ways::{self, Way};
use crate::error::Error;
use crate::network::{Asked, End, LetThrough, is_gateway};
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
    if !endpoints.iter().any(|endpoint| is_available(endpoint)) {
        return Ok(match context.no_endpoint() {
            Lookup::Unknown(why, settlements) => {
                let message = format!("whether nodes in `{subnet}` reach S3 is not known: {why}");
                draft(Verdict::Unknown, message).settled_by(settlements)
            }
            _ if !endpoints.is_empty() => {
                let id = endpoints.iter().find_map(|endpoint| endpoint.vpc_endpoint_id.as_deref()).unwrap_or_default();
                draft(Verdict::Broken, format!("nodes in `{subnet}` do not reach S3: no endpoint for it is available"))
                    .evidence(Part::VpcEndpoints, id, "its state is not `available`")
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
    let verdict = ways::verdict(&ways);
    let through = quoted(ways.iter().map(Way::id));
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
