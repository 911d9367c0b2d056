//! `endpoint-policy-denies`: the policy of an endpoint lets no call through. Only the two ends are judged: a policy that
//! allows everything, and one that allows nothing. What lies between is not worked out and stays unknown.

use super::Rule;
use crate::audit::context::{Context, Lookup, of_spec};
use crate::audit::draft::{Draft, severity};
use crate::error::Error;
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, PolicyReach, VpcEndpoint};
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "endpoint-policy-denies", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let mut drafts = Vec::new();
    for planned in context.plan.endpoints.iter().chain(&context.plan.undecided) {
        let endpoints = match planned.service.as_str() {
            "s3" => context.s3_endpoints(&planned.service_name),
            _ => match context.endpoint(&planned.service_name) {
                Lookup::There(endpoint) => vec![endpoint],
                Lookup::Missing | Lookup::Unknown(..) => Vec::new(),
            },
        };
        // AWS prints the policy of every endpoint whose service takes one; an endpoint without one has none to judge.
        drafts.extend(endpoints.into_iter().filter_map(|endpoint| judge(planned, endpoint)));
    }
    Ok(drafts)
}

fn judge(planned: &PlannedEndpoint, endpoint: &VpcEndpoint) -> Option<Draft> {
    let id = endpoint.vpc_endpoint_id.as_deref().unwrap_or_default();
    let draft = |verdict, message: String, says: &str| {
        Draft::new(id, verdict, severity(&planned.reasons), message)
            .evidence(Part::VpcEndpoints, id, says)
            .because(&planned.reasons)
    };
    Some(match endpoint.policy_reach()? {
        PolicyReach::Everything => draft(
            Verdict::Met,
            format!("the policy of `{id}` allows everything"),
            "it is the default policy or as wide",
        ),
        PolicyReach::Nothing => {
            let message = format!("the policy of `{id}` allows nothing");
            draft(Verdict::Broken, message, "no statement has the effect `Allow`")
        }
        PolicyReach::Something => {
            let service = &planned.service;
            let message = format!("whether the policy of `{id}` lets the calls for `{service}` through is not known");
            draft(Verdict::Unknown, message, "it is narrower than the default, and is not worked out")
                .settled_by([of_spec(&format!("a reading of the policy of {id}"))])
        }
    })
}
