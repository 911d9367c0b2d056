//! The shapes on the wire: requests without unions, answers with `kind`-tagged ones only, camelCase, and a sentence
//! for every property, because the faces print it.

use private_eks::OPERATIONS;
use serde_json::{Map, Value};

#[test]
fn requests_and_answers_keep_to_the_shapes() {
    let mut faults = Vec::new();
    for row in OPERATIONS {
        let schemas = [("request", row.request_schema(), false), ("answer", row.answer_schema(), true)];
        for (side, schema, tagged) in schemas {
            let schema = serde_json::to_value(schema).unwrap();
            look(&schema, &format!("{} {side}", row.name), tagged, &mut faults);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn names_of_operations_are_words() {
    let faulty = |name: &str| name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase());
    let names: Vec<_> = OPERATIONS.iter().map(|row| row.name).filter(|name| faulty(name)).collect();
    assert!(names.is_empty(), "{names:?}");
    assert!(OPERATIONS.iter().all(|row| row.doc.trim().ends_with('.')), "each operation is told in a sentence");
}

/// Walks a schema; `tagged` says whether unions with a `kind` are allowed.
fn look(schema: &Value, place: &str, tagged: bool, faults: &mut Vec<String>) {
    let Value::Object(keys) = schema else { return };
    // AWS's own documents stay as AWS prints them.
    if keys.get("x-aws") == Some(&Value::Bool(true)) {
        return;
    }
    for union in ["oneOf", "anyOf"] {
        if let Some(branches) = keys.get(union).and_then(Value::as_array) {
            let branches: Vec<&Value> = branches.iter().filter(|branch| branch["type"] != "null").collect();
            let is_fine = branches.len() < 2
                || branches.iter().all(|branch| is_words(branch))
                || (tagged && branches.iter().all(|branch| has_kind(branch)));
            if !is_fine {
                faults.push(format!("{place}: `{union}` is a union that loses the path of a fault"));
            }
        }
    }
    if let Some(Value::Object(properties)) = keys.get("properties") {
        let are_ids = keys.contains_key("x-short-form");
        for (name, property) in properties {
            named(name, property, place, are_ids, faults);
        }
    }
    for (key, inner) in keys {
        inside(key, inner, place, tagged, faults);
    }
}

/// Looks at what a keyword of a schema holds.
fn inside(key: &str, inner: &Value, place: &str, tagged: bool, faults: &mut Vec<String>) {
    match (key, inner) {
        ("properties" | "$defs" | "patternProperties", Value::Object(inner)) => {
            for (name, schema) in inner {
                look(schema, &format!("{place}.{name}"), tagged, faults);
            }
        }
        ("items" | "additionalProperties", schema) => look(schema, &format!("{place}[]"), tagged, faults),
        ("prefixItems", _) => faults.push(format!("{place}: a tuple has no names; give it fields")),
        ("oneOf" | "anyOf" | "allOf", Value::Array(branches)) => {
            for branch in branches {
                look(branch, place, tagged, faults);
            }
        }
        _ => {}
    }
}

fn named(name: &str, property: &Value, place: &str, are_ids: bool, faults: &mut Vec<String>) {
    let is_camel =
        name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(|c| c.is_ascii_alphanumeric());
    if !is_camel && !are_ids {
        faults.push(format!("{place}.{name}: not in camelCase"));
    }
    // A tag names its own branch, whose description tells of it.
    let says = |keys: &Map<String, Value>| keys.contains_key("description") || keys.contains_key("const");
    if !property.as_object().is_some_and(says) {
        faults.push(format!("{place}.{name}: no sentence says what it is"));
    }
}

/// A branch of an enum of words.
fn is_words(branch: &Value) -> bool {
    branch["type"] == "string" && (branch.get("const").is_some() || branch.get("enum").is_some())
}

fn has_kind(branch: &Value) -> bool {
    branch["properties"]["kind"].get("const").is_some()
}

#[test]
fn faulty_shapes_are_seen() {
    let faults = |schema: Value, tagged: bool| {
        let mut faults = Vec::new();
        look(&schema, "x", tagged, &mut faults);
        faults.len()
    };
    let union = serde_json::json!({"anyOf": [{"type": "string"}, {"type": "boolean"}]});
    assert_eq!(faults(union.clone(), false), 1);
    assert_eq!(faults(union, true), 1);
    let kind = |word: &str| serde_json::json!({"type": "object", "properties": {"kind": {"const": word}}});
    let tagged = serde_json::json!({"items": {"oneOf": [kind("a"), kind("b")]}});
    assert_eq!(faults(tagged.clone(), false), 1);
    assert_eq!(faults(tagged, true), 0);
    assert_eq!(faults(serde_json::json!({"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}), false), 0);
    assert_eq!(faults(serde_json::json!({"properties": {"a_b": {"type": "string"}}}), false), 2);
    assert_eq!(faults(serde_json::json!({"x-aws": true, "properties": {"A_b": {}}}), false), 0);
}
