//! Endpoint policies. Whether one lets a given call through is not worked out here; only whether it is the one that
//! lets everything through, for any other makes a verdict unknown.

use serde_json::Value;

use super::report::Settlement;
use crate::snapshot::VpcEndpoint;

/// What is to be said of the policy of an endpoint; nothing when it lets everything through, or is not shown: AWS
/// prints the policy of every endpoint whose service takes one.
pub(super) fn assess(endpoint: &VpcEndpoint) -> Option<String> {
    let text = endpoint.policy_document.as_deref().filter(|text| !text.is_empty())?;
    let full = serde_json::from_str::<Value>(text).ok().is_some_and(|policy| allows_everything(&policy));
    (!full).then(|| "its policy is not the one that allows everything, and is not assessed".to_owned())
}

/// What would settle a verdict that a policy leaves open.
pub(super) fn settlement(endpoint: &str) -> Settlement {
    let document = format!("a reading of the policy of {endpoint}");
    Settlement { document, command: String::new(), permission: String::new() }
}

fn allows_everything(policy: &Value) -> bool {
    let one;
    let statements = match policy.get("Statement") {
        Some(Value::Array(many)) => many.as_slice(),
        Some(single) => {
            one = [single.clone()];
            &one
        }
        None => return false,
    };
    let is = |statement: &Value, key: &str| statement.get(key).is_some_and(|value| is_anything(value, key));
    let allow = |statement: &Value| {
        let effect = statement.get("Effect").and_then(Value::as_str) == Some("Allow");
        let free = statement.get("Condition").is_none();
        effect && free && is(statement, "Principal") && is(statement, "Action") && is(statement, "Resource")
    };
    let denies = |statement: &Value| statement.get("Effect").and_then(Value::as_str) == Some("Deny");
    statements.iter().any(allow) && !statements.iter().any(denies)
}

fn is_anything(value: &Value, key: &str) -> bool {
    match value {
        Value::String(text) => text == "*",
        Value::Array(items) => items.iter().any(|item| is_anything(item, key)),
        Value::Object(who) if key == "Principal" => who.get("AWS").is_some_and(|who| is_anything(who, key)),
        _ => false,
    }
}
