//! Every finding rule is listed, shown by cases that are met, broken and unknown, and explained.

use std::collections::BTreeSet;

use serde_json::Value;
use tests::files;

#[test]
fn every_rule_is_listed_shown_and_explained() {
    let list = files::text(&files::root().join("core/src/audit/rules/mod.rs"));
    let listed: String = list.lines().filter(|line| !is_declaration(line)).collect::<Vec<_>>().join("\n");
    let page = files::text(&files::root().join("docs/rules.md"));
    let mut rules = BTreeSet::new();
    let mut faults = Vec::new();
    for file in files::ending("core/src/audit/rules", &[".rs"]) {
        let module = files::stem(&file);
        if module == "mod" {
            continue;
        }
        let rule = module.replace('_', "-");
        if !listed.contains(&format!("{module}::")) {
            faults.push(format!("`{rule}` is not in the list of core/src/audit/rules/mod.rs"));
        }
        if !page.lines().any(|line| line == format!("## {rule}")) {
            faults.push(format!("docs/rules.md has no section `## {rule}`"));
        }
        for verdict in ["met", "broken", "unknown"] {
            faults.extend(unshown(&rule, verdict));
        }
        rules.insert(rule);
    }
    assert!(!rules.is_empty(), "no rule was found");
    let sections = page.lines().filter_map(|line| line.strip_prefix("## ")).filter(|title| !title.contains(' '));
    faults.extend(
        sections
            .filter(|rule| !rules.contains(*rule))
            .map(|rule| format!("docs/rules.md tells of `{rule}`, which is no rule")),
    );
    for file in files::ending("tests/cases/audit", &[".json"]) {
        let folder = file.parent().map(files::name).unwrap_or_default();
        let prefix = files::name(&file).split('-').next().unwrap_or_default();
        if ["met", "broken", "unknown"].contains(&prefix) && !rules.contains(folder) {
            faults.push(format!("{} shows `{folder}`, which is no rule", files::shown(&file)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn is_declaration(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("mod ") || line.starts_with("pub mod ") || line.starts_with("//")
}

/// What is wrong with the cases that should show a verdict of a rule.
fn unshown(rule: &str, verdict: &str) -> Vec<String> {
    let mut cases = files::ending(&format!("tests/cases/audit/{rule}"), &[".json"]);
    cases.retain(|file| files::name(file).starts_with(&format!("{verdict}-")));
    if cases.is_empty() {
        return vec![format!("tests/cases/audit/{rule} has no case `{verdict}-….json`")];
    }
    let shows = |file: &std::path::PathBuf| {
        let case: Value = serde_json::from_str(&files::text(file)).unwrap_or_default();
        case["operation"] == "audit" && names(&case["answer"]["findings"], rule, verdict)
    };
    let silent = cases.iter().filter(|file| !shows(file));
    silent.map(|file| format!("{} names no finding of `{rule}` that is {verdict}", files::shown(file))).collect()
}

/// Whether a pattern asks for a finding with this rule and verdict; what it must lack does not count.
fn names(pattern: &Value, rule: &str, verdict: &str) -> bool {
    match pattern {
        Value::Object(keys) if keys.get("rule").is_some_and(|found| found == rule) => {
            keys.get("verdict").is_some_and(|found| found == verdict)
        }
        Value::Object(keys) => keys.iter().any(|(key, inner)| key != "$lacks" && names(inner, rule, verdict)),
        Value::Array(items) => items.iter().any(|inner| names(inner, rule, verdict)),
        _ => false,
    }
}
