//! Every node operating system has its section in docs/bootstrap.md with each call that its nodes make at boot, and its
//! cases.

use private_eks::{NodeSpec, NodeSystem, bootstrap};
use serde_json::Value;
use tests::files;

#[test]
fn every_system_is_shown_and_explained() {
    let page = files::text(&files::root().join("docs/bootstrap.md"));
    let cases = files::ending("tests/cases/bootstrap", &[".json"]);
    let mut faults = Vec::new();
    for system in NodeSystem::ALL {
        let section = page.split("\n## ").find(|section| section.lines().next() == Some(system.title()));
        let Some(section) = section else {
            faults.push(format!("docs/bootstrap.md has no section `## {}`", system.title()));
            continue;
        };
        let own = cases.iter().filter(|file| files::name(file).starts_with(system.as_str()));
        let requests: Vec<NodeSpec> = own
            .filter_map(|file| {
                let case: Value = serde_json::from_str(&files::text(file)).expect("a case");
                case.get("answer")?;
                Some(serde_json::from_value(case["request"].clone()).expect("a node"))
            })
            .filter(|node: &NodeSpec| node.system == *system)
            .collect();
        if requests.is_empty() {
            faults.push(format!("tests/cases/bootstrap has no case `{}-….json`", system.as_str()));
        }
        for node in &requests {
            let answer = bootstrap(node).expect("an answer");
            for call in answer.calls.iter().chain(&answer.avoided) {
                if !section.contains(&format!("| `{}` |", call.claim)) {
                    faults.push(format!("docs/bootstrap.md does not tell of `{}`", call.claim));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
