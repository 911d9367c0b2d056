//! `endpoint-unreachable`: from a subnet that nodes run in, an endpoint that exists cannot be reached on TCP 443, there
//! and back.

use super::Rule;
use crate::audit::context::{Context, Lookup, of_spec, reasons, settle};
use crate::audit::draft::{Draft, severity};
use crate::audit::places::Place;
use crate::audit::policy;
use crate::audit::report::Severity;
use crate::error::Error;
use crate::network::{Asked, End};
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "endpoint-unreachable", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let there: Vec<(&PlannedEndpoint, &VpcEndpoint)> = context
        .interface_endpoints()
        .filter_map(|planned| match context.endpoint(&planned.service_name) {
            Lookup::There(endpoint) => Some((planned, endpoint)),
            Lookup::Missing | Lookup::Unknown(..) => None,
        })
        .collect();
    let mut drafts = Vec::new();
    for (subnet, places) in context.places.by_subnet() {
        if !there.is_empty() {
            drafts.push(judge(context, subnet, &places, &there)?);
        }
    }
    drafts.extend(context.places.gaps.iter().map(|gap| {
        let message = format!("where nodes run is not known: {}", gap.says);
        Draft::new(format!("nodes/{}", gap.part.as_str()), Verdict::Unknown, Severity::Critical, message)
            .settled_by([settle(gap.part), of_spec("spec.nodeSubnets")])
    }));
    Ok(drafts)
}

fn judge<'a>(
    context: &Context<'a>,
    subnet: &str,
    places: &[&Place<'a>],
    there: &[(&PlannedEndpoint, &'a VpcEndpoint)],
) -> Result<Draft, Error> {
    let ends: Vec<End<'a>> = places.iter().map(|place| place.end.clone()).collect();
    let mut outcomes = Vec::new();
    for (planned, endpoint) in there {
        let mut outcome = context.reached(&ends, endpoint)?;
        let policy = policy::assess(endpoint);
        if policy.is_some() && outcome.verdict == Verdict::Met {
            outcome.verdict = Verdict::Unknown;
        }
        outcomes.push((*planned, *endpoint, outcome, policy));
    }
    let verdict = Verdict::all(outcomes.iter().map(|(_, _, outcome, _)| outcome.verdict));
    let concerned: Vec<_> = outcomes.iter().filter(|(_, _, outcome, _)| outcome.verdict == verdict).collect();
    let services = quoted(concerned.iter().map(|(planned, ..)| planned.service.as_str()));
    let message = match verdict {
        Verdict::Met => format!("nodes in `{subnet}` reach {services}"),
        Verdict::Broken => format!("nodes in `{subnet}` do not reach {services}"),
        Verdict::Unknown => format!("whether nodes in `{subnet}` reach {services} is not known"),
    };
    let reasons = reasons(concerned.iter().map(|(planned, ..)| *planned));
    let mut draft = Draft::new(subnet, verdict, severity(&reasons), message).because(&reasons);
    for place in places {
        draft = draft.evidence(Part::Subnets, subnet, format!("nodes run there: {}", place.from.join(", ")));
    }
    for (_, endpoint, outcome, policy) in concerned {
        draft = draft.blocked_by(&outcome.blockers).mended_by(outcome.repairs(&Asked::https()));
        draft = draft.settled_by(outcome.missing.iter().map(|part| settle(*part)));
        if let Some(says) = policy {
            let id = endpoint.vpc_endpoint_id.as_deref().unwrap_or_default();
            draft = draft.evidence(Part::VpcEndpoints, id, says).settled_by([policy::settlement(id)]);
        }
    }
    if verdict != Verdict::Unknown {
        draft.settled_by.clear();
    }
    draft.settled_by.sort();
    draft.settled_by.dedup();
    Ok(draft)
}
