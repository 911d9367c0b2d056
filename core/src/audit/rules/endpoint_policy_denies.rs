//! `endpoint-policy-denies`: the policy of an endpoint lets no call through. Only the two ends are judged: a policy that
//! allows everything, and one that allows nothing. What lies between is not worked out and stays unknown.

use serde_json::Value;

use super::Rule;
use crate::audit::context::{Context, Lookup, of_spec};
use crate::audit::draft::{Draft, severity};
use crate::error::Error;
use crate::plan::PlannedEndpoint;
use crate::snapshot::{Part, VpcEndpoint};
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "endpoint-policy-denies", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let mut drafts = Vec::new();
    for planned in context.plan.endpoints.iter().chain(&context.plan.undecided) {
        let endpoints = match planned.service.as_str() {
            "s3" => context.s3_endpoints(&planned.service_name),
            _ => match context.endpoint(planned) {
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
    let text = endpoint.policy_document.as_deref().filter(|text| !text.is_empty())?;
    let id = endpoint.vpc_endpoint_id.as_deref().unwrap_or_default();
    let draft = |verdict, message: String, says: &str| {
        Draft::new(id, verdict, severity(&planned.reasons), message)
            .evidence(Part::VpcEndpoints, id, says)
            .because(&planned.reasons)
    };
    let policy = serde_json::from_str::<Value>(text).ok();
    let statements = policy.as_ref().and_then(|policy| policy.get("Statement")).map(list);
    Some(match statements {
        Some(statements) if !statements.iter().any(|statement| has_effect(statement, "Allow")) => draft(
            Verdict::Broken,
            format!("the policy of `{id}` allows nothing"),
            "no statement has the effect `Allow`",
        ),
        Some(statements) if allows_everything(&statements) => draft(
            Verdict::Met,
            format!("the policy of `{id}` allows everything"),
            "it is the default policy or as wide",
        ),
        _ => {
            let message =
                format!("whether the policy of `{id}` lets the calls for `{}` through is not known", planned.service);
            draft(Verdict::Unknown, message, "it is narrower than the default, and is not worked out")
                .settled_by([of_spec(&format!("a reading of the policy of {id}"))])
        }
    })
}

fn allows_everything(statements: &[&Value]) -> bool {
    let is = |statement: &Value, key: &str| statement.get(key).is_some_and(|value| is_anything(value, key));
    let wide = |statement: &&&Value| {
        has_effect(statement, "Allow")
            && statement.get("Condition").is_none()
            && ["Principal", "Action", "Resource"].iter().all(|key| is(statement, key))
    };
    statements.iter().any(|statement| wide(&statement))
        && !statements.iter().any(|statement| has_effect(statement, "Deny"))
}

fn has_effect(statement: &Value, effect: &str) -> bool {
    statement.get("Effect").and_then(Value::as_str) == Some(effect)
}

fn is_anything(value: &Value, key: &str) -> bool {
    match value {
        Value::String(text) => text == "*",
        Value::Array(items) => items.iter().any(|item| is_anything(item, key)),
        Value::Object(who) if key == "Principal" => who.get("AWS").is_some_and(|who| is_anything(who, key)),
        _ => false,
    }
}

/// A policy may have one statement where others have a list.
fn list(statements: &Value) -> Vec<&Value> {
    match statements {
        Value::Array(many) => many.iter().collect(),
        single => vec![single],
    }
}
