//! The golden plans of the partitions: one wish in a region of each, worked out from the facts by
//! `tests/partitions/make.py` and replayed with the other cases. Here they are held complete, and held against the
//! facts where those are at hand.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::Value;
use tests::files;

use crate::facts::folder;

#[test]
fn every_partition_has_a_golden_plan_of_the_same_wish() {
    let mut wishes = BTreeSet::new();
    let mut partitions = BTreeSet::new();
    for file in files::ending("tests/cases/plan/partitions", &[".json"]) {
        let mut case: Value = serde_json::from_str(&files::text(&file)).expect("a case is JSON");
        let answer = &case["answer"];
        assert!(answer["endpoints"].is_array(), "{}: the endpoints must be the whole list", files::shown(&file));
        assert_eq!(answer["undecided"], Value::Array(Vec::new()), "{}: the wish states all", files::shown(&file));
        partitions.insert(answer["spec"]["partition"].as_str().expect("a partition").to_owned());
        let region = case["request"].as_object_mut().and_then(|wish| wish.remove("region"));
        assert!(region.is_some(), "{}: no region", files::shown(&file));
        wishes.insert(case["request"].to_string());
    }
    assert_eq!(wishes.len(), 1, "the wish is not the same everywhere");
    let all = ["aws", "aws-cn", "aws-eusc", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-us-gov"];
    assert_eq!(partitions, all.map(str::to_owned).into());
}

#[test]
fn the_golden_plans_are_what_the_facts_say() {
    let Some(folder) = folder() else { return };
    let python = std::env::var_os("PYTHON").unwrap_or_else(|| "python3".into());
    let ran = Command::new(&python)
        .arg(files::root().join("tests/partitions/make.py"))
        .arg("--check")
        .env("PRIVATE_EKS_FACTS", folder)
        .output()
        .unwrap_or_else(|error| panic!("{} does not start: {error}", python.display()));
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}
