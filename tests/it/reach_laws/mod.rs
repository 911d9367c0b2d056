//! Laws of `reach` that need no second evaluator: what changes nothing in a network changes nothing in the answer, what
//! only allows more never closes, and what is taken from the documents never makes anything surer. Asked of random
//! networks and of the example environments.

mod changes;
mod ipv6;

use std::collections::BTreeSet;

use private_eks::{ReachAnswer, ReachRequest, Verdict, reach};
use serde_json::{Value, json};
use tests::files;

use crate::naive::generate;
use crate::naive::random::Random;

/// Networks of an ordinary run for each law, and of `make nightly`.
const FEW: u64 = 16;
const MANY: u64 = 3000;

/// The questions that laws are asked of, each with the seed of what is random in a change.
fn questions() -> impl Iterator<Item = (u64, Value)> {
    let night = std::env::var_os("PRIVATE_EKS_NIGHTLY").is_some();
    let random = (0..if night { MANY } else { FEW }).map(|seed| (seed, generate::question(seed)));
    random.chain(["sound", "faulty"].into_iter().flat_map(environment))
}

/// Each interface of an example environment that is no endpoint's, to each endpoint.
fn environment(name: &str) -> Vec<(u64, Value)> {
    let file = files::root().join(format!("tests/environments/{name}/snapshot.json"));
    let snapshot: Value = serde_json::from_str(&files::text(&file)).expect("the environment is JSON");
    let ids = |part: &str, key: &str| {
        let list = snapshot[part].as_array().into_iter().flatten();
        list.filter(|one| one["InterfaceType"] != "vpc_endpoint").map(|one| one[key].clone()).collect::<Vec<_>>()
    };
    let endpoints = ids("VpcEndpoints", "VpcEndpointId");
    let sources = ids("Subnets", "SubnetId");
    assert!(!endpoints.is_empty() && !sources.is_empty(), "nothing can be asked of {name}");
    let pair = |(at, endpoint): (usize, &Value)| {
        let source = &sources[at % sources.len()];
        let seed = u64::try_from(at).expect("there are few endpoints");
        (seed, json!({ "source": source, "destination": endpoint, "port": 443, "snapshot": snapshot }))
    };
    endpoints.iter().enumerate().map(pair).collect()
}

fn answer(question: &Value) -> Option<ReachAnswer> {
    let mut request: ReachRequest = serde_json::from_value(question.clone()).expect("the question is one");
    let snapshot = request.snapshot.take().expect("it has its documents");
    reach(&snapshot, &request).ok()
}

/// What an answer decides; how it words that may change with the order of documents.
fn decided(answer: &ReachAnswer) -> impl PartialEq + std::fmt::Debug {
    let codes: BTreeSet<String> =
        answer.blockers.iter().map(|one| format!("{:?} {} {:?}", one.code, one.verdict, one.concerns)).collect();
    let sets = [&answer.open, &answer.shut, &answer.unknown].map(Clone::clone);
    (answer.verdict, sets, answer.destinations.clone(), codes)
}

/// Holds that a change leaves what is decided as it is. Returns how often there was something to change.
fn unchanged(change: impl Fn(&mut Value, &mut Random)) -> usize {
    let mut changed = 0;
    for (seed, question) in questions() {
        let before = answer(&question).expect("it can be answered");
        let mut other = question.clone();
        change(&mut other, &mut Random::of(seed));
        if other == question {
            continue;
        }
        changed += 1;
        let after = answer(&other).unwrap_or_else(|| panic!("seed {seed}: what was changed cannot be answered"));
        assert_eq!(decided(&after), decided(&before), "seed {seed}: {}", question["source"]);
    }
    changed
}

/// Whether everything in the first list of blocks is in the second.
fn within(some: &[String], all: &[String]) -> bool {
    let block = |text: &String| crate::naive::documents::Block::of(text);
    // Blocks of an answer are the fewest, so that what lies in all of them lies in one of them or is halved.
    some.iter().map(block).all(|one| {
        let mut parts: Vec<_> = all.iter().map(block).filter(|other| other.is_v6 == one.is_v6).collect();
        parts.sort_by_key(|other| other.first);
        let mut next = one.first;
        for part in parts.iter().filter(|part| part.last >= one.first) {
            if part.first > next {
                return false;
            }
            if part.last >= one.last {
                return true;
            }
            next = part.last + 1;
        }
        false
    })
}

#[test]
fn the_order_of_documents_decides_nothing() {
    assert!(unchanged(|question, random| changes::shuffle(&mut question["snapshot"], random)) > 30);
}

#[test]
fn numbers_of_acl_entries_decide_nothing_but_their_order() {
    assert!(unchanged(|question, _| changes::renumber(&mut question["snapshot"])) > 30);
}

#[test]
fn a_block_is_its_two_halves() {
    assert!(unchanged(|question, _| changes::halve(&mut question["snapshot"])) > 30);
}

#[test]
fn objects_elsewhere_decide_nothing() {
    assert!(unchanged(|question, _| changes::add_elsewhere(&mut question["snapshot"])) > 30);
}

#[test]
fn a_group_is_the_addresses_of_who_carries_it() {
    let (mut changed, mut met) = (0, 0);
    for (seed, question) in questions() {
        let before = answer(&question).expect("it can be answered");
        let mut other = question.clone();
        changes::references_to_addresses(&mut other["snapshot"]);
        // Who is stated to carry a group, and who is only known to be somewhere, has no address that a rule could name.
        let somewhere = question.get("sourceGroups").is_some() || !changes::shows_all_carriers(&question["snapshot"]);
        if other == question || somewhere {
            continue;
        }
        changed += 1;
        let after = answer(&other).expect("it can be answered");
        // Behind an appliance a group is lost and an address is not, so that more may be open than before.
        assert!(within(&before.open, &after.open), "seed {seed}: {:?} was open, {:?} is", before.open, after.open);
        if changes::is_one_plain_vpc(&question["snapshot"]) {
            // Whoever else is in a subnet may carry the group, and is not known by any address.
            assert_eq!(after.open, before.open, "seed {seed}");
            assert!(within(&before.shut, &after.shut), "seed {seed}: {:?} was shut, {:?} is", before.shut, after.shut);
            met += usize::from(before.verdict == Verdict::Met);
        }
    }
    assert!(changed > 10 && met > 0, "{changed} networks were changed, {met} of them met");
}

#[test]
fn ipv6_is_decided_as_ipv4() {
    let mut told = BTreeSet::new();
    for (seed, question) in questions() {
        let Some(translated) = ipv6::translate(&question) else { continue };
        let plain = ipv6::only_ipv4(&question);
        let (before, after) = (answer(&plain).expect("it can be"), answer(&translated).expect("it can be"));
        told.insert(before.verdict);
        let open: Vec<String> = before.open.iter().map(|block| ipv6::block(block)).collect();
        assert_eq!(after.verdict, before.verdict, "seed {seed}: {}", after.text);
        assert!(within(&open, &after.open) && within(&after.open, &open), "seed {seed}: {open:?} {:?}", after.open);
    }
    assert_eq!(told.len(), 3, "not every verdict was translated: {told:?}");
}

#[test]
fn to_allow_more_closes_nothing() {
    let mut opened = 0;
    for (seed, question) in questions() {
        let before = answer(&question).expect("it can be answered");
        for allow in [changes::allow_in_groups, changes::allow_in_acls] {
            let mut other = question.clone();
            allow(&mut other["snapshot"], &mut Random::of(seed));
            let after = answer(&other).expect("it can be answered");
            assert!(within(&before.open, &after.open), "seed {seed}: {:?} was open, {:?} is", before.open, after.open);
            assert!(within(&after.shut, &before.shut), "seed {seed}: {:?} is shut, {:?} was", after.shut, before.shut);
            opened += usize::from(after.open != before.open);
        }
    }
    assert!(opened > 0, "nothing that was added opened anything");
}

#[test]
fn to_know_less_makes_nothing_surer() {
    let mut unsure = 0;
    for (seed, question) in questions() {
        let before = answer(&question).expect("it can be answered");
        for other in changes::knowing_less(&question, &mut Random::of(seed)) {
            // Without its document an end may be no end at all.
            let Some(after) = answer(&other) else { continue };
            if after.unknown == before.unknown {
                continue;
            }
            unsure += 1;
            for (surely, known) in [(&after.open, &before.open), (&after.shut, &before.shut)] {
                assert!(within(surely, known), "seed {seed}: {surely:?} became sure: {}", after.text);
            }
            assert!(
                after.verdict == Verdict::Unknown || after.verdict == before.verdict,
                "seed {seed}: {}",
                after.text
            );
        }
    }
    assert!(unsure > 30, "only {unsure} networks became less sure");
}
