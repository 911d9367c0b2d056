//! The matrix says of every interface and every endpoint what `reach` says of the two, and a group that changes leaves it
//! as it would be made anew. Held on random networks with crowded subnets and on the example environments.

use std::collections::BTreeMap;

use private_eks::{MatrixAnswer, MatrixRequest, Network, ReachRequest, Snapshot, Verdict, matrix};
use serde_json::{Value, json};
use tests::files;
use tests::large::network;

use crate::naive::documents::Block;
use crate::naive::generate;
use crate::naive::random::Random;

/// Networks of an ordinary run, and of `make nightly`.
const FEW: u64 = 120;
const MANY: u64 = 20_000;

fn seeds() -> std::ops::Range<u64> {
    0..if std::env::var_os("PRIVATE_EKS_NIGHTLY").is_some() { MANY } else { FEW }
}

/// A random network in which others stand beside each interface, alike but for their addresses, and a second endpoint
/// beside the first.
fn crowded(seed: u64) -> (Value, Random) {
    let mut question = generate::question(seed);
    let mut random = Random::of(seed ^ 0xC0FF_EE00);
    let snapshot = question["snapshot"].take();
    let mut crowd = snapshot;
    let blocks: BTreeMap<String, String> = crowd["Subnets"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|one| Some((one["SubnetId"].as_str()?.to_owned(), one["CidrBlock"].as_str()?.to_owned())))
        .collect();
    let mut second = Vec::new();
    let shown = crowd["NetworkInterfaces"].as_array().cloned().unwrap_or_default();
    for interface in shown {
        let (Some(id), Some(subnet)) = (interface["NetworkInterfaceId"].as_str(), interface["SubnetId"].as_str())
        else {
            continue;
        };
        let Some(block) = blocks.get(subnet).map(|text| Block::of(text)) else { continue };
        let of_endpoint = id.starts_with("eni-sts");
        for at in 0..if of_endpoint { 1 } else { 1 + random.below(4) } {
            let mut other = interface.clone();
            let name = format!("{id}-{at}");
            other["NetworkInterfaceId"] = json!(name);
            let mut address = || address(&block, &mut random);
            let addresses = [address(), address()];
            other["PrivateIpAddress"] = json!(addresses[0]);
            other["PrivateIpAddresses"] = json!([]);
            match random.below(8) {
                0 => other["PrivateIpAddresses"] = json!([{ "PrivateIpAddress": addresses[1] }]),
                1 => other["Association"] = json!({ "PublicIp": "198.51.100.7" }),
                2 => other["PrivateIpAddress"] = json!("${Token[address]}"),
                3 => other["Ipv6Addresses"] = json!([{ "Ipv6Address": "2001:db8::a:9" }]),
                _ => {}
            }
            if of_endpoint {
                second.push(json!(name));
            }
            crowd["NetworkInterfaces"].as_array_mut().expect("it has some").push(other);
        }
    }
    if !second.is_empty() {
        let endpoints = crowd["VpcEndpoints"].as_array_mut().expect("it has some");
        let mut other = endpoints.iter().find(|one| one["VpcEndpointId"] == "vpce-sts").expect("it is there").clone();
        other["VpcEndpointId"] = json!("vpce-logs");
        other["NetworkInterfaceIds"] = json!(second);
        other["State"] = json!("available");
        endpoints.push(other);
    }
    question["snapshot"] = crowd;
    (question, random)
}

/// An address of a block, by lot.
fn address(block: &Block, random: &mut Random) -> String {
    let size = usize::try_from(block.last - block.first + 1).expect("a subnet is small");
    let number = block.first + u128::try_from(random.below(size)).expect("it is small");
    std::net::Ipv4Addr::from(u32::try_from(number).expect("it is of IPv4")).to_string()
}

fn parsed(snapshot: &Value) -> Snapshot {
    Snapshot::parse(&snapshot.to_string()).expect("the documents are sound")
}

/// What a question to a network asks of every pair.
fn asked(question: &Value) -> MatrixRequest {
    let mut request = json!({});
    for field in ["protocol", "port", "clientPorts"] {
        if let Some(value) = question.get(field) {
            request[field] = value.clone();
        }
    }
    serde_json::from_value(request).expect("the question is one")
}

fn by_pair(answer: &MatrixAnswer) -> BTreeMap<(&str, &str), Verdict> {
    let mut pairs = BTreeMap::new();
    for class in &answer.classes {
        for interface in &class.interfaces {
            for (endpoint, verdict) in answer.endpoints.iter().zip(&class.verdicts) {
                let known = pairs.insert((interface.as_str(), endpoint.as_str()), *verdict);
                assert_eq!(known, None, "{interface} is in two classes");
            }
        }
    }
    pairs
}

/// Holds every pair against `reach`. Returns how many there are of each verdict.
fn agrees(name: &str, snapshot: &Value, request: &MatrixRequest) -> BTreeMap<Verdict, usize> {
    let snapshot = parsed(snapshot);
    let network = Network::of(&snapshot, false).expect("it can be resolved");
    let answer = network.matrix(request).expect("it can be asked").answer();
    let mut counts = BTreeMap::new();
    let pairs = by_pair(&answer);
    let interfaces = snapshot.network_interfaces.as_ref().map_or(0, Vec::len);
    assert_eq!(pairs.len(), interfaces * answer.endpoints.len(), "{name}: not every pair is answered");
    for ((source, destination), verdict) in pairs {
        let question = ReachRequest {
            source: source.to_owned(),
            destination: destination.to_owned(),
            protocol: request.protocol.clone(),
            port: request.port,
            client_ports: request.client_ports,
            ..ReachRequest::default()
        };
        let reached = network.reach(&question).expect("it can be asked");
        assert_eq!(verdict, reached.path_verdict, "{name}: {source} to {destination}: {}", reached.text);
        *counts.entry(verdict).or_default() += 1;
    }
    counts
}

#[test]
fn every_pair_is_as_reach_says() {
    let mut counts: BTreeMap<Verdict, usize> = BTreeMap::new();
    for seed in seeds() {
        let (question, _) = crowded(seed);
        for (verdict, count) in agrees(&format!("seed {seed}"), &question["snapshot"], &asked(&question)) {
            *counts.entry(verdict).or_default() += count;
        }
    }
    for environment in ["sound", "faulty"] {
        let file = files::root().join(format!("tests/environments/{environment}/snapshot.json"));
        let snapshot: Value = serde_json::from_str(&files::text(&file)).expect("the environment is JSON");
        let request = MatrixRequest { port: Some(443), ..MatrixRequest::default() };
        agrees(environment, &snapshot, &request);
    }
    assert!(counts.len() == 3 && counts.values().all(|count| *count > 40), "{counts:?}");
}

#[test]
fn a_group_that_changes_leaves_the_matrix_as_if_made_anew() {
    let (mut concerned, mut changed) = (0, 0);
    for seed in seeds() {
        let (question, mut random) = crowded(seed);
        let before = parsed(&question["snapshot"]);
        let Some(groups) = before.security_groups.as_ref().filter(|groups| groups.len() > 1) else { continue };
        // One group gets the rules of another.
        let mut group = random.one(groups).clone();
        let other = random.one(groups);
        group.ip_permissions.clone_from(&other.ip_permissions);
        group.ip_permissions_egress.clone_from(&other.ip_permissions_egress);
        let mut after = before.clone();
        for one in after.security_groups.iter_mut().flatten().filter(|one| one.group_id == group.group_id) {
            *one = group.clone();
        }
        let request = asked(&question);
        let anew = matrix(&after, &request).expect("it can be asked");
        let mut network = Network::of(&before, false).expect("it can be resolved");
        let mut kept = network.matrix(&request).expect("it can be asked");
        let first = kept.answer();
        let told = network.recheck(&mut kept, &group).expect("it can be asked");
        let rechecked = kept.answer();
        assert_eq!(by_pair(&rechecked), by_pair(&anew), "seed {seed}: {:?}", group.group_id);
        // What is told holds all that is new.
        let told = MatrixAnswer { endpoints: rechecked.endpoints.clone(), classes: told };
        let (told, first) = (by_pair(&told), by_pair(&first));
        for (pair, verdict) in by_pair(&rechecked).into_iter().filter(|(pair, verdict)| first[pair] != *verdict) {
            assert_eq!(told.get(&pair), Some(&verdict), "seed {seed}: {pair:?}");
            changed += 1;
        }
        concerned += told.len();
    }
    assert!(concerned > 100 && changed > 20, "{concerned} pairs were asked anew, {changed} are otherwise");
}

#[test]
fn interfaces_of_a_large_network_are_few_classes() {
    let snapshot = Snapshot::parse(&network(4000)).expect("the large network is a snapshot");
    let answer = matrix(&snapshot, &MatrixRequest::default()).expect("it can be asked");
    let members: usize = answer.classes.iter().map(|class| class.interfaces.len()).sum();
    assert_eq!(members, 4000);
    // A subnet of a hundred has no more than four sets of groups, those of endpoints one besides.
    assert!(answer.classes.len() <= 4 * 40 + 3, "{} classes", answer.classes.len());
    let of = |verdict| answer.classes.iter().filter(|class| class.verdicts.iter().all(|one| *one == verdict)).count();
    // One group in ten lets no call out, where the cluster's group is not beside it.
    assert!(of(Verdict::Met) > 100 && of(Verdict::Broken) > 3);
}
