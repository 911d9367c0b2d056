//! Odd documents of every shape at `reach` and `exits`: an answer or the caller's fault, never a crash, and never more
//! text than the documents account for.

use private_eks::call;
use serde_json::{Value, json};

use crate::hostile::promised;
use crate::naive::generate;
use crate::naive::random::Random;

/// Networks of an ordinary run, and of `make nightly`.
const FEW: u64 = 150;
const MANY: u64 = 100_000;

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
}
