//! Patterns: what a case says of an answer. An object matches when every key that the pattern names matches, so a case
//! says what matters and stays true when an answer grows. Everything else is exact.

use std::fmt;

use serde_json::{Map, Value};

/// The first place at which a value does not match.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Mismatch {
    /// Where, such as `findings[2].verdict`; empty when it is the value as a whole.
    pub path: String,
    /// What was wanted and what was there.
    pub says: String,
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.path.is_empty() { "the whole" } else { &self.path };
        write!(f, "at {place}: {}", self.says)
    }
}

/// Holds a value against a pattern.
///
/// * an object: every key of the pattern is there and matches;
/// * a list: as many items, each matching the one at its place;
/// * `{"$contains": [p, …]}`: for each `p`, some item of the list matches it;
/// * `{"$lacks": [p, …]}`: no item of the list matches any `p`, and no key of the object is named by a text `p`;
/// * `{"$has": ["…", …]}`: the text has each fragment;
/// * anything else: equal.
///
/// Operators stand together, never beside ordinary keys: a value must satisfy each of them.
pub fn check(pattern: &Value, value: &Value) -> Result<(), Mismatch> {
    match pattern {
        Value::Object(keys) if keys.keys().any(|key| key.starts_with('$')) => {
            keys.iter().try_for_each(|(operator, wanted)| satisfies(operator, wanted, value))
        }
        Value::Object(keys) => fields(keys, value),
        Value::Array(patterns) => items(patterns, value),
        scalar if scalar == value => Ok(()),
        scalar => Err(miss(format!("wanted {scalar}, found {}", short(value)))),
    }
}

fn fields(keys: &Map<String, Value>, value: &Value) -> Result<(), Mismatch> {
    let Value::Object(found) = value else { return Err(miss(format!("wanted an object, found {}", short(value)))) };
    for (key, pattern) in keys {
        let Some(value) = found.get(key) else { return Err(miss(format!("`{key}` is missing")).under(key)) };
        check(pattern, value).map_err(|miss| miss.under(key))?;
    }
    Ok(())
}

fn satisfies(operator: &str, wanted: &Value, value: &Value) -> Result<(), Mismatch> {
    let wanted = list(wanted).map_err(|_| miss(format!("the pattern's `{operator}` must hold a list")))?;
    match operator {
        "$contains" => contains(wanted, list(value)?),
        "$lacks" => lacks(wanted, value),
        "$has" => has(wanted, value),
        _ => Err(miss(format!("the pattern's `{operator}` is no operator"))),
    }
}

fn items(patterns: &[Value], value: &Value) -> Result<(), Mismatch> {
    let found = list(value)?;
    for (at, (pattern, value)) in patterns.iter().zip(found).enumerate() {
        check(pattern, value).map_err(|miss| miss.under(&format!("[{at}]")))?;
    }
    if patterns.len() == found.len() {
        return Ok(());
    }
    Err(miss(format!("wanted {} items, found {}: {}", patterns.len(), found.len(), short(value))))
}

fn contains(patterns: &[Value], found: &[Value]) -> Result<(), Mismatch> {
    for pattern in patterns {
        let tries: Vec<Mismatch> = match found.iter().map(|value| check(pattern, value)).collect::<Vec<_>>() {
            tries if tries.iter().any(Result::is_ok) => continue,
            tries => tries.into_iter().filter_map(Result::err).collect(),
        };
        // The item that agreed furthest is most likely the one that was meant.
        let nearest = tries.iter().enumerate().max_by_key(|(_, miss)| miss.path.len());
        let hint = nearest.map(|(at, miss)| format!("; nearest is [{at}], {miss}")).unwrap_or_default();
        return Err(miss(format!("none of {} items matches {}{hint}", found.len(), short(pattern))));
    }
    Ok(())
}

fn lacks(patterns: &[Value], value: &Value) -> Result<(), Mismatch> {
    if let Value::Object(found) = value {
        let named = patterns.iter().find_map(|key| key.as_str().filter(|key| found.contains_key(*key)));
        return named.map_or(Ok(()), |key| Err(miss(format!("`{key}` must not be there"))));
    }
    for (at, value) in list(value)?.iter().enumerate() {
        if let Some(pattern) = patterns.iter().find(|pattern| check(pattern, value).is_ok()) {
            return Err(miss(format!("{} must not be there", short(pattern))).under(&format!("[{at}]")));
        }
    }
    Ok(())
}

fn has(fragments: &[Value], value: &Value) -> Result<(), Mismatch> {
    let Value::String(text) = value else { return Err(miss(format!("wanted a text, found {}", short(value)))) };
    let missing = fragments.iter().find(|fragment| !fragment.as_str().is_some_and(|fragment| text.contains(fragment)));
    missing.map_or(Ok(()), |fragment| Err(miss(format!("{fragment} is not in `{text}`"))))
}

fn list(value: &Value) -> Result<&Vec<Value>, Mismatch> {
    value.as_array().ok_or_else(|| miss(format!("wanted a list, found {}", short(value))))
}

fn miss(says: String) -> Mismatch {
    Mismatch { path: String::new(), says }
}

impl Mismatch {
    fn under(mut self, outer: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{outer}{dot}{}", self.path);
        self
    }
}

/// Enough of a value to recognise it.
fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(300) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn matches(pattern: &Value, value: &Value) -> bool {
        check(pattern, value).is_ok()
    }

    #[test]
    fn objects_match_as_subsets_and_lists_place_by_place() {
        assert!(matches(&json!({"a": 1}), &json!({"a": 1, "b": 2})));
        assert!(!matches(&json!({"a": 1, "c": null}), &json!({"a": 1, "b": 2})), "null is not absence");
        assert!(matches(&json!([{"a": 1}, 2]), &json!([{"a": 1, "b": 2}, 2])));
        assert!(!matches(&json!([1]), &json!([1, 2])) && !matches(&json!([1, 2]), &json!([1])));
        assert!(!matches(&json!([1, 2]), &json!([2, 1])));
        assert!(!matches(&json!("1"), &json!(1)));
    }

    #[test]
    fn operators_ask_for_items_fragments_and_absence() {
        let list = json!([{"id": "a", "v": 1}, {"id": "b", "v": 2}]);
        assert!(matches(&json!({"$contains": [{"id": "b"}, {"v": 1}]}), &list));
        assert!(!matches(&json!({"$contains": [{"id": "a", "v": 2}]}), &list));
        assert!(matches(&json!({"$lacks": [{"id": "c"}]}), &list));
        assert!(!matches(&json!({"$lacks": [{"id": "c"}, {"id": "a"}]}), &list));
        assert!(!matches(&json!({"$contains": [{"id": "b"}], "$lacks": [{"v": 1}]}), &list), "both must hold");
        assert!(matches(&json!({"$has": ["one", "two"]}), &json!("two and one")));
        assert!(!matches(&json!({"$has": ["one", "three"]}), &json!("two and one")));
        assert!(matches(&json!({"$lacks": ["a"]}), &json!({"b": 1})));
        assert!(!matches(&json!({"b": 1, "$lacks": ["a"]}), &json!({"b": 1})), "an operator stands alone");
        assert!(!matches(&json!({"$lacks": ["a"]}), &json!({"a": 1})));
    }

    #[test]
    fn a_pattern_that_is_wrong_never_matches() {
        for pattern in [json!({"$contain": []}), json!({"$has": "text"}), json!({"$contains": [], "id": 1})] {
            assert!(!matches(&pattern, &json!([])) && !matches(&pattern, &json!("text")), "{pattern}");
        }
        assert!(!matches(&json!({"$contains": []}), &json!({})), "an object is no list");
    }

    #[test]
    fn the_first_place_is_named() {
        let pattern = json!({"findings": {"$contains": [{"rule": "r", "verdict": "met"}]}, "n": [0, {"x": 1}]});
        let value = json!({"findings": [{"rule": "r", "verdict": "met"}], "n": [0, {"x": 2}]});
        let miss = check(&pattern, &value).unwrap_err();
        assert_eq!(miss.to_string(), "at n[1].x: wanted 1, found 2");
    }
}
