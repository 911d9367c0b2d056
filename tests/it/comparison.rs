//! Holds docs/comparison.md against `plan`: every line of another's list is in the plan for the wish that it answers,
//! or says why it is not; and a plan has no endpoint that the page passes over.

use std::collections::{BTreeMap, BTreeSet};

use private_eks::call;
use serde_json::{Value, json};

use crate::facts::table_of;

const LISTS: &[&str] = &["eksctl", "AWS CDK", "Amazon EKS User Guide", "EKS Blueprints for Terraform", "Karpenter"];

/// A line of a list.
struct Line {
    service: String,
    kind: String,
    source: String,
    wish: String,
    here: String,
    why: String,
}

fn lines() -> Vec<Line> {
    let rows = LISTS.iter().flat_map(|list| table_of("docs/comparison.md", list));
    let line = |row: Vec<String>| {
        let [service, kind, _, source, wish, here, why] =
            <[String; 7]>::try_from(row).unwrap_or_else(|row| panic!("a line has seven cells: {row:?}"));
        Line { service, kind, source, wish, here, why }
    };
    rows.map(line).collect()
}

/// What a cell holds in backticks, from the first to the last of them.
fn quoted(cell: &str) -> Option<&str> {
    cell.split_once('`')?.1.rsplit_once('`').map(|(inner, _)| inner)
}

/// The endpoints of the plan for a wish by service.
fn planned(wish: &str) -> BTreeMap<String, Value> {
    let mut request: Value = serde_json::from_str(wish).unwrap_or_else(|error| panic!("`{wish}` is no wish: {error}"));
    if request["region"].is_null() {
        request["region"] = json!("us-west-2");
    }
    let reply: Value = serde_json::from_str(&call("plan", &request.to_string())).expect("a reply is JSON");
    let endpoints = reply["answer"]["endpoints"].as_array().unwrap_or_else(|| panic!("{wish}: {reply}"));
    let named = |endpoint: &Value| (endpoint["service"].as_str().expect("a service").to_owned(), endpoint.clone());
    endpoints.iter().map(named).collect()
}

#[test]
fn every_line_is_in_the_plan_or_says_why_not() {
    let wishes: BTreeMap<_, _> = table_of("docs/comparison.md", "Wishes")
        .into_iter()
        .map(|row| (row[0].clone(), planned(quoted(&row[1]).expect("a request in backticks"))))
        .collect();
    let mut faults = Vec::new();
    for line in lines() {
        let at = format!("`{}` of {} for the wish {}", line.service, line.source, line.wish);
        let endpoint = wishes.get(&line.wish).unwrap_or_else(|| panic!("{at}: no such wish")).get(&line.service);
        match (endpoint, line.here.as_str()) {
            (Some(endpoint), level) => {
                if endpoint["level"] != level {
                    faults.push(format!("{at}: the plan says {}, the page {level}", endpoint["level"]));
                }
                if !line.kind.is_empty() && endpoint["endpointType"] != line.kind.as_str() {
                    faults.push(format!("{at}: the plan has the type {}", endpoint["endpointType"]));
                }
            }
            (None, "not planned") => {
                if line.why.is_empty() {
                    faults.push(format!("{at}: not planned, and no reason"));
                }
                // A wish in the reason is one for which the endpoint is planned.
                let other = line.why.split('`').find(|part| part.starts_with('{'));
                if other.is_some_and(|other| !planned(other).contains_key(&line.service)) {
                    faults.push(format!("{at}: nor is it planned for the wish in the reason"));
                }
            }
            (None, _) => faults.push(format!("{at} is in no plan")),
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_plan_has_nothing_that_the_page_passes_over() {
    let lines = lines();
    for row in table_of("docs/comparison.md", "Wishes") {
        let plan = planned(quoted(&row[1]).expect("a request in backticks"));
        let listed: BTreeSet<&str> =
            lines.iter().filter(|line| line.wish == row[0]).map(|line| line.service.as_str()).collect();
        let beyond: Vec<&str> = plan.keys().map(String::as_str).filter(|service| !listed.contains(service)).collect();
        let said: Vec<&str> = row[2].split(", ").filter(|service| *service != "none").collect();
        assert_eq!(beyond, said, "the plan for the wish {} beyond the list", row[0]);
        assert_eq!(said.is_empty(), row[3].is_empty(), "the wish {}: a reason for what is beyond the list", row[0]);
        assert!(!listed.is_empty(), "no line is held against the wish {}", row[0]);
    }
}

#[test]
fn every_line_names_its_source_once() {
    let sources: BTreeSet<_> =
        table_of("docs/comparison.md", "Sources").into_iter().map(|row| row[0].clone()).collect();
    let mut seen = BTreeSet::new();
    let mut used = BTreeSet::from(["eksctl-names".to_owned()]);
    for line in lines() {
        assert!(sources.contains(&line.source), "`{}` is no source", line.source);
        assert!(seen.insert((line.service.clone(), line.source.clone(), line.wish)), "`{}` twice", line.service);
        used.insert(line.source);
    }
    assert_eq!(used, sources, "a source without a line");
}

#[test]
fn names_that_differ_from_those_of_eksctl_are_ours_and_not_theirs() {
    for row in table_of("docs/comparison.md", "Names") {
        let plan = planned(&json!({ "region": row[0], "services": [row[1]] }).to_string());
        let name = &plan[&row[1]]["serviceName"];
        assert_eq!(*name, quoted(&row[3]).expect("a name in backticks"));
        assert_ne!(*name, quoted(&row[2]).expect("a name in backticks"));
        assert!(!row[4].is_empty(), "{name}: no reason");
    }
}
