//! A second evaluator of reach, packet by packet, beside the library: the two are held against each other on random
//! networks. The evaluator is written from the rules that docs/reach.md lists and takes nothing from the library.

mod certificates;
pub(crate) mod documents;
mod ends;
mod evaluate;
mod gateways;
pub(crate) mod generate;
pub(crate) mod random;
mod rules;
mod said;
mod transit;

use std::collections::BTreeMap;
use std::io::Write;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};

use private_eks::{ReachAnswer, ReachRequest, Verdict, reach};
use serde_json::Value;

use documents::Block;
use evaluate::{Outcome, Question};
use said::Said;

/// Networks of an ordinary run, and of `make nightly`.
const FEW: u64 = 200;
const MANY: u64 = 100_000;

fn answer(question: &Value) -> ReachAnswer {
    let mut request: ReachRequest = serde_json::from_value(question.clone()).expect("the question is one");
    let snapshot = request.snapshot.take().expect("it has its documents");
    reach(&snapshot, &request).expect("the question can be answered")
}

/// What an answer says of an address.
fn told(open: &[String], shut: &[String], unknown: &[String], address: IpAddr) -> Vec<Said> {
    let each = [(open, Said::Yes), (shut, Said::No), (unknown, Said::Maybe)];
    let holds = |blocks: &[String]| blocks.iter().any(|block| Block::of(block).holds(address));
    each.into_iter().filter(|(blocks, _)| holds(blocks)).map(|(_, said)| said).collect()
}

/// Every address of which the two say something else, and what.
fn disagreements(answer: &ReachAnswer, evaluated: &Outcome) -> Vec<String> {
    let mut faults = Vec::new();
    let mut compare = |end: &str, each: &BTreeMap<IpAddr, Said>, [open, shut, unknown]: [&[String]; 3]| {
        for (address, said) in each {
            let told = told(open, shut, unknown, *address);
            if told != [*said] {
                faults.push(format!("{end} {address}: packet by packet {said:?}, answered {told:?}"));
            }
        }
        let blocks = open.iter().chain(shut).chain(unknown).map(|block| Block::of(block));
        let count: u128 = blocks.map(|block| block.last - block.first + 1).fold(0, u128::saturating_add);
        // Of small ends every address was looked at, so that the answer may speak of no other.
        let counted = u128::try_from(each.len()).expect("it is a small number");
        if count < counted || count <= 64 && count != counted {
            faults.push(format!("{end}: {count} addresses are answered, and {counted} were asked"));
        }
    };
    compare("source", &evaluated.sources, [&answer.open, &answer.shut, &answer.unknown]);
    let to = &answer.destinations;
    if !evaluated.destinations.is_empty() {
        compare("destination", &evaluated.destinations, [&to.open, &to.shut, &to.unknown]);
    }
    let said = |wanted: Said| evaluated.sources.values().any(|said| *said == wanted);
    let verdict = match () {
        () if said(Said::No) => Verdict::Broken,
        () if said(Said::Maybe) || evaluated.sources.is_empty() => Verdict::Unknown,
        () => Verdict::Met,
    };
    if faults.is_empty() && answer.path_verdict != verdict {
        faults.push(format!("the verdict is {}, and {verdict} follows from the addresses", answer.path_verdict));
    }
    faults
}

/// Asks about each network of a range of seeds, on all processors; what is found is told in order of seed.
fn each_network<T: Send>(seeds: std::ops::Range<u64>, ask: impl Fn(u64) -> T + Sync) -> Vec<(u64, T)> {
    let next = AtomicU64::new(seeds.start);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        let mut found = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end {
                return found;
            }
            found.push((seed, ask(seed)));
        }
    };
    let mut found: Vec<(u64, T)> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        running.into_iter().flat_map(|one| one.join().expect("no network is too much")).collect()
    });
    found.sort_by_key(|(seed, _)| *seed);
    found
}

/// The seeds to compare: few, or with `PRIVATE_EKS_NIGHTLY` many.
fn seeds() -> std::ops::Range<u64> {
    let first = std::env::var("PRIVATE_EKS_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0);
    let count = std::env::var("PRIVATE_EKS_NETWORKS").ok().and_then(|count| count.parse().ok());
    let usual = if std::env::var_os("PRIVATE_EKS_NIGHTLY").is_some() { MANY } else { FEW };
    first..first + count.unwrap_or(usual)
}

#[test]
fn packet_by_packet_the_answer_is_the_same() {
    let seeds = seeds();
    let found = each_network(seeds.clone(), |seed| {
        let question = generate::question(seed);
        let outcome = Question::of(&question).outcome();
        (disagreements(&answer(&question), &outcome), outcome.sources.values().copied().min())
    });
    let faults: Vec<String> = found
        .iter()
        .filter(|(_, (faults, _))| !faults.is_empty())
        .map(|(seed, (faults, _))| format!("seed {seed}: {}", faults.join("; ")))
        .collect();
    let count = |said: Said| found.iter().filter(|(_, (_, least))| *least == Some(said)).count();
    // The figures are told past the test harness, which would keep them to itself.
    let figures = format!(
        "networks compared: {}, seeds {} to {}; met {}, broken {}, unknown {}; disagreements {}\n",
        found.len(),
        seeds.start,
        seeds.end - 1,
        count(Said::Yes),
        count(Said::No),
        count(Said::Maybe),
        faults.len()
    );
    std::io::stderr().write_all(figures.as_bytes()).expect("standard error takes a line");
    assert!(
        faults.is_empty(),
        "{} networks:\n{}",
        faults.len(),
        faults.iter().take(20).cloned().collect::<Vec<_>>().join("\n")
    );
}
