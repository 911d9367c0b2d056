//! The two ends of endpoint policies: one that lets every call through, and one that lets none through. What lies
//! between is not worked out.

use serde_json::Value;

use super::VpcEndpoint;

/// What a policy lets through.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum PolicyReach {
    /// Every call, as AWS's default policy does.
    Everything,
    /// Some calls, or a policy that cannot be read.
    Something,
    /// No call: no statement allows anything.
    Nothing,
}

/// A policy that lets every call through, as AWS writes its default.
pub(super) const DEFAULT: &str =
    r#"{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}],"Version":"2008-10-17"}"#;

impl VpcEndpoint {
    /// What the policy lets through; `None` where there is none: AWS prints the policy of every endpoint whose service
    /// takes one.
    pub(crate) fn policy_reach(&self) -> Option<PolicyReach> {
        let text = self.policy_document.as_deref().filter(|text| !text.is_empty())?;
        let policy = serde_json::from_str::<Value>(text).ok();
        let statements = policy.as_ref().and_then(|policy| policy.get("Statement")).map(list);
        Some(match statements {
            Some(statements) if !statements.iter().any(|statement| has_effect(statement, "Allow")) => {
                PolicyReach::Nothing
            }
            Some(statements) if allows_everything(&statements) => PolicyReach::Everything,
            _ => PolicyReach::Something,
        })
    }
}

/// A policy may have one statement where others have a list.
fn list(statements: &Value) -> Vec<&Value> {
    match statements {
        Value::Array(many) => many.iter().collect(),
        single => vec![single],
    }
}

fn allows_everything(statements: &[&Value]) -> bool {
    let is = |statement: &Value, key: &str| statement.get(key).is_some_and(|value| is_anything(value, key));
    let wide = |statement: &Value| {
        has_effect(statement, "Allow")
            && statement.get("Condition").is_none()
            && ["Principal", "Action", "Resource"].iter().all(|key| is(statement, key))
    };
    statements.iter().any(|statement| wide(statement)) && !statements.iter().any(|s| has_effect(s, "Deny"))
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
