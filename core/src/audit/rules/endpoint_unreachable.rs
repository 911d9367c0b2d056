//! `endpoint-unreachable`: from a subnet that nodes run in, an endpoint that exists cannot be reached on its TCP port,
//! there and back.

use super::Rule;
use crate::audit::context::{Context, Lookup, of_spec, reasons, settle};
use crate::audit::draft::{Draft, severity};
use crate::audit::places::Place;
use crate::audit::report::Severity;
use crate::error::Error;
use crate::network::{Asked, End, LetThrough};
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "endpoint-unreachable", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let there: Vec<(&PlannedEndpoint, &VpcEndpoint)> = context
        .endpoints_besides_s3()
        .filter_map(|planned| match context.endpoint(planned) {
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
        outcomes.push((*planned, context.reached(&ends, endpoint, &Asked::tcp(planned.port))?));
    }
    let verdict = Verdict::all(outcomes.iter().map(|(_, outcome)| outcome.verdict));
    let concerned: Vec<_> = outcomes.iter().filter(|(_, outcome)| outcome.verdict == verdict).collect();
    let services = quoted(concerned.iter().map(|(planned, _)| planned.service.as_str()));
    let message = match verdict {
        Verdict::Met => format!("nodes in `{subnet}` reach {services}"),
        Verdict::Broken => format!("nodes in `{subnet}` do not reach {services}"),
        Verdict::Unknown => format!("whether nodes in `{subnet}` reach {services} is not known"),
    };
    let reasons = reasons(concerned.iter().map(|(planned, _)| *planned));
    let mut draft = Draft::new(subnet, verdict, severity(&reasons), message).because(&reasons);
    for place in places {
        draft = draft.evidence(Part::Subnets, subnet, format!("nodes run there: {}", place.from.join(", ")));
    }
    for (_, outcome) in concerned {
        draft = draft.blocked_by(&outcome.blockers);
    }
    let unknown = outcomes.iter().any(|(_, outcome)| outcome.verdict == Verdict::Unknown);
    for (planned, outcome) in &outcomes {
        // What is mended must be met afterwards, so that nothing may be left unknown.
        draft = if unknown {
            draft
        } else {
            draft.mended_by(outcome.repairs(&Asked::tcp(planned.port), LetThrough::Carriers))
        };
        draft = draft.settled_by(outcome.missing.iter().map(|part| settle(*part)));
    }
    draft.settled_by.sort();
    draft.settled_by.dedup();
    Ok(draft)
}
