//! Odd documents of every shape at `reach` and `exits`: an answer or the caller's fault, never a crash, and never more
//! text than the documents account for.

use std::process::Command;

use private_eks::call;
use serde_json::{Value, json};
use tests::memory;
use tests::skip::skip;

use crate::hostile::promised;
use crate::naive::generate;
use crate::naive::random::Random;

/// Networks of an ordinary run, and of `make nightly`.
const FEW: u64 = 150;
const MANY: u64 = 100_000;

/// Tells a run to say how much memory it took, after this word.
const TELL_PEAK: &str = "PRIVATE_EKS_TELL_PEAK";
const PEAK: &str = "peak in bytes: ";

/// The most that the process may take, the program itself and all of the knowledge included.
const MOST: u64 = 128 << 20;

/// Values that stand where another was due.
fn odd(random: &mut Random) -> Value {
    let text = *random.one(&[
        "",
        "0.0.0.0/0",
        "::/0",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "::ffff:10.0.0.7/128",
        "255.255.255.255/32",
        "-1",
        "65536",
        "${Token[TOKEN.7]}",
        "local",
        "igw-1",
        "vpce-s3",
        "pcx-1",
        "tgw-1",
        "nat-1",
        "eni-node",
        "sg-1",
        "pl-s3",
        "subnet-a",
        "vpc-a",
        "\u{1b}[2J\u{0}",
        "active",
        "blackhole",
    ]);
    match random.below(12) {
        0 => Value::Null,
        1 => json!([]),
        2 => json!({}),
        3 => json!(true),
        4 => json!(*random.one(&[i64::MIN, -1, 0, 1, 443, 65535, 65536, i64::MAX])),
        5 => json!([[[[text]]]]),
        _ => json!(text),
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Object(map) => map.values().map(count).sum(),
        Value::Array(list) => list.iter().map(count).sum(),
        _ => 0,
    }
}

/// Changes the value at a place, counted through all values: to something odd, to nothing, or to two of it.
fn change(value: &mut Value, mut at: usize, random: &mut Random) {
    let children: Vec<&mut Value> = match value {
        Value::Object(map) => map.values_mut().collect(),
        Value::Array(list) => list.iter_mut().collect(),
        _ => Vec::new(),
    };
    if at == 0 {
        return match (random.below(3), &mut *value) {
            (0, Value::Array(list)) => list.extend(list.clone()),
            (1, Value::Array(list)) => list.clear(),
            (1, Value::Object(map)) => drop(map.keys().next().cloned().and_then(|key| map.remove(&key))),
            _ => *value = odd(random),
        };
    }
    at -= 1;
    for child in children {
        let size = count(child);
        if at < size {
            return change(child, at, random);
        }
        at -= size;
    }
}

#[test]
fn odd_documents_are_answered() {
    let night = std::env::var_os("PRIVATE_EKS_NIGHTLY").is_some();
    let mut answered = 0;
    for seed in 0..if night { MANY } else { FEW } {
        let mut random = Random::of(seed);
        let mut question = generate::question(seed);
        for _ in 0..=random.below(6) {
            let at = random.below(count(&question));
            change(&mut question, at, &mut random);
        }
        let exits = json!({ "source": question["source"], "snapshot": question["snapshot"] });
        for (operation, request) in [("reach", question.to_string()), ("exits", exits.to_string())] {
            let reply = promised(operation, &request);
            answered += usize::from(reply.get("answer").is_some());
            let size = call(operation, &request).len();
            assert!(size < 100_000 + 20 * request.len(), "{operation} seed {seed}: {size} bytes of answer");
        }
    }
    assert!(answered > 20, "nearly nothing odd was answered: {answered}");
    if let Some(peak) = std::env::var_os(TELL_PEAK).and_then(|_| memory::peak()) {
        println!("{PEAK}{peak}");
    }
}

/// A process of its own is measured, for the other tests share this one.
#[test]
fn odd_documents_take_little_memory() {
    if memory::peak().is_none() {
        return skip("fuzz-memory", "only Linux tells the peak of a process, in /proc/self/status");
    }
    let child = Command::new(std::env::current_exe().expect("this test runs"))
        .args(["reach_fuzz::odd_documents_are_answered", "--exact", "--nocapture"])
        .env(TELL_PEAK, "1")
        .env_remove("PRIVATE_EKS_NIGHTLY")
        .output()
        .expect("this test runs again");
    let said = String::from_utf8_lossy(&child.stdout);
    let peak = said.lines().find_map(|line| line.split_once(PEAK)?.1.parse::<u64>().ok());
    let peak = peak.unwrap_or_else(|| panic!("no peak was told: {said}"));
    assert!(peak < MOST, "{peak} bytes for documents of some kilobytes");
}
