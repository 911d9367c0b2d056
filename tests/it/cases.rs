//! Replays every case below `tests/cases`: the same files that Python and Node replay through their own functions.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;
use tests::{files, pattern};

/// What a case file holds, and nothing else.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What the case shows, in a sentence.
    shows: String,
    operation: String,
    /// Kept as written: doubled keys and odd numbers are what some cases are about.
    request: Box<RawValue>,
    answer: Option<Value>,
    error: Option<Value>,
}

#[test]
fn every_case_holds() {
    let files = files::ending("tests/cases", &[".json"]);
    assert!(files.len() > 10, "the cases are gone: {} files", files.len());
    let faults: Vec<String> =
        files.iter().filter_map(|file| Some(format!("{}: {}", files::shown(file), replay(file).err()?))).collect();
    assert!(faults.is_empty(), "{} of {} cases fail:\n\n{}", faults.len(), files.len(), faults.join("\n\n"));
}

fn replay(file: &Path) -> Result<(), String> {
    if !is_kebab(files::stem(file)) {
        return Err("the file name is not in kebab case".to_owned());
    }
    let text = files::text(file);
    let case: Case = serde_json::from_str(&text).map_err(|error| format!("no case: {error}"))?;
    if case.shows.trim().is_empty() {
        return Err("`shows` must say in a sentence what the case shows".to_owned());
    }
    let (key, wanted) = match (&case.answer, &case.error) {
        (Some(answer), None) => ("answer", answer),
        (None, Some(error)) => ("error", error),
        _ => return Err("a case has either `answer` or `error`".to_owned()),
    };
    let request = compact(case.request.get());
    let reply = private_eks::call(&case.operation, &request);
    if reply != private_eks::call(&case.operation, &request) {
        return Err("the second call gives other bytes than the first".to_owned());
    }
    let found: Value = serde_json::from_str(&reply).map_err(|error| format!("the reply is not JSON: {error}"))?;
    let Some(found) = found.get(key) else { return Err(format!("wanted `{key}`, found {found}")) };
    pattern::check(wanted, found).map_err(|miss| miss.to_string())
}

/// The same JSON without the blanks between its words.
fn compact(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let keep = |&c: &char| {
        let kept = in_text || !c.is_ascii_whitespace();
        if c == '"' && !escaped {
            in_text = !in_text;
        }
        escaped = c == '\\' && !escaped;
        kept
    };
    json.chars().filter(keep).collect()
}

fn is_kebab(name: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    name.split('-').all(word)
}

#[test]
fn compacting_changes_blanks_only() {
    assert_eq!(compact("{ \"a b\" : [ 1.0,\n \"c \\\" d\" ], \"\\\\\" : 1e3 }"), r#"{"a b":[1.0,"c \" d"],"\\":1e3}"#);
}
