//! `endpoint-missing`: the VPC has no endpoint for a service that nodes or workloads call. S3 has a rule of its
//! own.

use super::Rule;
use crate::audit::context::{Context, Lookup, is_available, of_spec, settle};
use crate::audit::draft::{Draft, severity};
use crate::error::Error;
use crate::knowledge::Level;
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "endpoint-missing", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    context
        .endpoints_besides_s3()
        // What is only recommended is no requirement; the report lists it as not assessed.
        .filter(|planned| planned.level != Level::Recommended)
        .map(|planned| judge(context, planned))
        .collect()
}

fn judge(context: &Context<'_>, planned: &PlannedEndpoint) -> Result<Draft, Error> {
    let name = planned.service_name.as_str();
    let draft = |verdict, message: String| {
        Draft::new(name, verdict, severity(&planned.reasons), message).because(&planned.reasons)
    };
    Ok(match context.endpoint(planned) {
        Lookup::There(endpoint) => there(planned, endpoint).because(&planned.reasons),
        Lookup::Missing if planned.settled_by.is_empty() => {
            let vpc = context.vpc().unwrap_or_default();
            draft(Verdict::Broken, format!("`{vpc}` has no endpoint for `{name}`"))
                .evidence(Part::VpcEndpoints, "", format!("no endpoint of `{vpc}` is for `{name}`"))
                .mended_by(context.new_endpoint(planned)?)
        }
        Lookup::Missing => {
            let message = format!("`{name}` has no endpoint, and the wish does not say whether it is needed");
            draft(Verdict::Unknown, message)
                .settled_by(planned.settled_by.iter().map(|option| of_spec(&format!("spec.{option}"))))
        }
        Lookup::Unknown(why, settlements) => {
            draft(Verdict::Unknown, format!("whether there is an endpoint for `{name}` is not known: {why}"))
                .settled_by(settlements)
        }
    })
}

fn there(planned: &PlannedEndpoint, endpoint: &VpcEndpoint) -> Draft {
    let name = planned.service_name.as_str();
    let id = endpoint.vpc_endpoint_id.as_deref().unwrap_or_default();
    let state = endpoint.state.as_deref();
    let severity = severity(&planned.reasons);
    let (verdict, message) = match state {
        _ if is_available(endpoint) => (Verdict::Met, format!("`{id}` is the endpoint for `{name}`")),
        Some(state) => (Verdict::Broken, format!("`{id}` is for `{name}`, but in the state `{state}`")),
        None => (Verdict::Unknown, format!("`{id}` is for `{name}`, but its state is not known")),
    };
    let settlements = (verdict == Verdict::Unknown).then(|| settle(Part::VpcEndpoints));
    Draft::new(name, verdict, severity, message)
        .evidence(Part::VpcEndpoints, id, format!("`State` is `{}`", state.unwrap_or("not given")))
        .settled_by(settlements)
}
