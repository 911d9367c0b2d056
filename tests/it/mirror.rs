//! Laws of plans of copies: names lead back, a plan of a plan's copies does nothing, and what a shell reads is the words.

use std::collections::BTreeMap;

use private_eks::{
    MirrorImage, MirrorNaming, MirrorPlan, MirrorRequest, MirrorState, MirrorTool, PresentImage, Reference, mirror,
};
use proptest::prelude::*;

const REGISTRY: &str = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

fn request(references: &[String], naming: MirrorNaming, tool: MirrorTool) -> MirrorRequest {
    MirrorRequest {
        registry: REGISTRY.to_owned(),
        prefix: Some("mirror".to_owned()),
        naming: Some(naming),
        repositories: None,
        tool: Some(tool),
        attachments: true,
        images: references.iter().map(|text| MirrorImage { reference: text.clone(), digest: None }).collect(),
        present: None,
    }
}

/// The words of a line as a POSIX shell reads them; the line has no quotes but single ones.
fn words(line: &str) -> Vec<Vec<String>> {
    let mut pipeline = vec![Vec::new()];
    let (mut word, mut is_word, mut is_quoted) = (String::new(), false, false);
    for c in line.chars().chain([' ']) {
        match c {
            '\'' => (is_quoted, is_word) = (!is_quoted, true),
            _ if is_quoted => word.push(c),
            ' ' if is_word => {
                pipeline.last_mut().expect("a command").push(std::mem::take(&mut word));
                is_word = false;
            }
            ' ' => {}
            '|' => pipeline.push(Vec::new()),
            _ => {
                assert!(!"$`\"\\;&<>()*?[]#~".contains(c), "{line}");
                word.push(c);
                is_word = true;
            }
        }
    }
    pipeline
}

fn lawful(plan: &MirrorPlan, asked: &[String]) {
    let mut back = BTreeMap::new();
    for item in &plan.items {
        let name = Reference::parse(&item.source).expect("a source").name();
        assert_eq!(
            back.entry(&item.repository).or_insert_with(|| name.clone()),
            &name,
            "a name leads back to one source"
        );
        for written in &item.written {
            let written = Reference::parse(written).expect("a reference");
            assert_eq!(written.name(), name);
            assert!(written.tag().is_none_or(|tag| tag == item.tag));
        }
        let used = Reference::parse(&item.to_use).expect("a reference to use");
        assert_eq!((used.registry(), used.tag()), (REGISTRY, Some(item.tag.as_str())));
    }
    let mut told: Vec<&String> = plan.items.iter().flat_map(|item| &item.written).collect();
    let mut wanted: Vec<&String> = asked.iter().collect();
    told.sort();
    wanted.sort();
    wanted.dedup();
    assert_eq!(told, wanted, "nothing is lost");
    assert!(plan.steps.windows(2).all(|pair| pair[0].phase <= pair[1].phase));
    for step in &plan.steps {
        assert_eq!(words(&step.command), step.commands);
    }
}

fn references() -> impl Strategy<Value = Vec<String>> {
    let host = prop::sample::select(vec!["quay.io/", "ghcr.io/", "", "docker.io/", "r.example:5000/", "localhost/"]);
    let digest = prop_oneof![Just(String::new()), "[0-9a-f]{64}".prop_map(|hex| format!("@sha256:{hex}"))];
    let one = (host, "[a-z]{1,3}(/[a-z]{1,2}(__|-)?[a-z])?", "(:v[0-9])?", digest)
        .prop_map(|(host, path, tag, digest)| format!("{host}{path}{tag}{digest}"));
    prop::collection::vec(one, 0..8)
}

proptest! {
    #[test]
    fn plans_keep_the_laws(asked in references(), naming in 0..3usize, tool in 0..4usize) {
        let naming = [MirrorNaming::HostInPath, MirrorNaming::Familiar, MirrorNaming::PathOnly][naming];
        let tool = [MirrorTool::Docker, MirrorTool::Skopeo, MirrorTool::Crane, MirrorTool::Regctl][tool];
        let first = request(&asked, naming, tool);
        let Ok(plan) = mirror(&first) else { return Ok(()) };
        lawful(&plan, &asked);
        // A plan of what a plan says to use is done before it begins.
        let used: Vec<String> = plan.items.iter().map(|item| item.to_use.clone()).collect();
        let again = mirror(&request(&used, naming, tool)).expect("what a plan gives can be asked again");
        prop_assert!(again.steps.is_empty());
        for item in &again.items {
            prop_assert_eq!((item.state, &item.written[0]), (MirrorState::There, &item.to_use));
        }
        // Nothing remains once the registry holds what has a digest.
        let present = plan.items.iter().filter_map(|item| {
            let digest = item.digest.clone()?;
            Some(PresentImage { repository: item.repository.clone(), tag: item.tag.clone(), digest })
        });
        let after = mirror(&MirrorRequest { present: Some(present.collect()), ..first }).expect("the same plan");
        let open = after.items.iter().filter(|item| item.state == MirrorState::Copy);
        prop_assert!(open.clone().all(|item| item.digest.is_none()));
        prop_assert!(open.count() > 0 || after.steps.is_empty());
    }
}

#[test]
fn a_name_for_each_host_never_collides() {
    let hosts = ["quay.io", "ghcr.io", "registry.k8s.io", "docker.io"];
    let asked: Vec<String> = hosts.iter().map(|host| format!("{host}/a/b:1")).collect();
    assert_eq!(mirror(&request(&asked, MirrorNaming::HostInPath, MirrorTool::Skopeo)).unwrap().items.len(), 4);
    assert!(mirror(&request(&asked, MirrorNaming::PathOnly, MirrorTool::Skopeo)).is_err());
}
