//! What the work costs. A row that gives a time gives besides its ratio to a fixed piece of work of the same run, reading
//! the snapshot of 24 groups as untyped JSON: the ratio means something on another machine, the time does not. Nothing
//! is asserted; what each row measures, and its goal, stands in `docs/speed.md`.

mod large;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use private_eks::{
    ClusterSpec, Day, FeatureRow, FindRequest, InspectRequest, ManifestFile, MergeRequest, MirrorRequest,
    NamedDocument, NodeKind, NodeSpec, OptionKind, OptionRow, Reference, RewriteRequest, Snapshot, bootstrap,
    build_index, call, call_on, features, find, inspect, merge, mirror, plan, rewrite,
};
use serde_json::{Value, json};
use tests::{files, skip::skip};

/// How long one row is measured; the fastest repetition counts, for it is the least disturbed.
const BUDGET: Duration = Duration::from_millis(400);

fn main() {
    if let Some(file) = std::env::var_os(large::MEMORY_OF) {
        return large::tell_memory(&file);
    }
    let mid = groups(24, 20);
    let mut rows = Rows { fixed: fastest(|| _ = black_box(serde_json::from_str::<Value>(&mid))), rows: Vec::new() };
    // Every operation on the knowledge pays this once, with its first call. The goal is 2 ms on the machine that this was
    // written on.
    rows.measure("knowledge-index", || _ = black_box(build_index().is_ok()));
    rows.measure("parse a snapshot of 24 groups", || _ = black_box(Snapshot::parse(&mid).is_ok()));
    let large = groups(1250, 50);
    rows.measure("parse a snapshot of 1250 groups", || _ = black_box(Snapshot::parse(&large).is_ok()));
    let spec = r#"{"region":"ap-northeast-1"}"#;
    rows.measure("plan for a region", || _ = black_box(call("plan", spec)));
    // The largest wish: every feature with every option, every kind of node, and everything around the cluster. The goal
    // is 1 ms on the machine that this was written on.
    let all = everything();
    rows.measure("plan-all", || _ = black_box(plan(&all).is_ok()));
    // One node with every field that a NodeConfig has. The goal is 20 us on the machine that this was written on.
    let node = node();
    rows.measure("bootstrap-one", || _ = black_box(bootstrap(&node).is_ok()));
    // User data of 16,384 bytes: a script, and a NodeConfig with two certificates. The goal is 200 us on the machine that
    // this was written on.
    let user_data = user_data();
    rows.measure("inspect-16k", || _ = black_box(inspect(&user_data).is_ok()));
    // One image reference of 75 bytes, borrowed. The goal is 150 ns on the machine that this was written on.
    let image = "602401143452.dkr.ecr.us-west-2.amazonaws.com/eks/coredns:v1.11.4-eksbuild.2";
    let thousand = fastest(|| (0..1000).for_each(|_| _ = black_box(Reference::parse(black_box(image)).is_ok())));
    rows.tell("reference-parse", thousand.as_secs_f64() * 1e6, "ns");
    // A thousand images with digests and attachments. The goal is 20 ms on the machine that this was written on.
    let copies = copies(1000);
    rows.measure("mirror-plan-1000", || _ = black_box(mirror(&copies).is_ok()));
    manifests(&mut rows);
    environment(&mut rows);
    large::measure(&mut rows);
    rows.print();
}

/// A wish for everything that can be wished.
fn everything() -> ClusterSpec {
    let option = |row: &OptionRow| match row.kind {
        OptionKind::Flag => json!(true),
        OptionKind::Text => json!("a-name"),
        OptionKind::Choice(words) => json!(words.first()),
    };
    let options = |row: &FeatureRow| -> serde_json::Map<String, Value> {
        row.options.iter().map(|row| (row.name.to_owned(), option(row))).collect()
    };
    let features: serde_json::Map<_, _> = features().map(|row| (row.id.to_owned(), json!(options(row)))).collect();
    let subnets: Vec<_> = (0..6)
        .map(|at| {
            json!({
                "id": format!("subnet-{at}"), "cidr": format!("10.0.{}.0/20", at * 16),
                "availabilityZoneId": format!("euw1-az{}", at % 3),
            })
        })
        .collect();
    let ids: Vec<_> = (0..6).map(|at| format!("subnet-{at}")).collect();
    let wish = json!({
        "region": "eu-west-1", "name": "largest", "kubernetesVersion": "1.33", "account": "111122223333",
        "vpcCidrs": ["10.0.0.0/16"], "serviceCidr": "172.20.0.0/16", "subnets": subnets, "nodeSubnets": ids,
        "clusterSubnets": ids, "podSubnets": ids, "podSecurityGroups": ["sg-0123456789abcdef0"],
        "nodes": NodeKind::ALL, "ipFamily": "ipv4", "fips": true, "authenticationMode": "API",
        "controlPlaneEgressMode": "CUSTOMER_ROUTED", "remoteNodeCidrs": ["10.8.0.0/16"],
        "remotePodCidrs": ["10.9.0.0/16"], "features": features,
        "callers": [{ "cidr": "10.1.0.0/16" }, { "cidr": "10.2.0.0/16", "endpoints": true }],
        "dnsServers": ["10.0.0.53", "AmazonProvidedDNS"], "proxy": { "host": "10.0.0.99", "port": 3128 },
        "destinations": [{ "name": "git.corp.example", "cidrs": ["10.3.0.0/24"], "port": 22 }],
        "services": ["sqs", "bedrock-runtime", "email-smtp"],
    });
    serde_json::from_value(wish).expect("a wish for everything")
}

/// A node of Amazon Linux 2023 as one would ask for it.
fn node() -> NodeSpec {
    let file = files::root().join("tests/cases/bootstrap/al2023-everything.json");
    let case: Value = serde_json::from_str(&files::text(&file)).expect("a case");
    serde_json::from_value(case["request"].clone()).expect("a node")
}

/// User data as large as EC2 takes it, as base64.
fn user_data() -> InspectRequest {
    let pem = |name: &str| files::text(&files::root().join("tests/authority").join(name));
    let authority = STANDARD.encode(pem("second.pem") + &pem("first.pem"));
    let config = format!(
        "apiVersion: node.eks.aws/v1alpha1\nkind: NodeConfig\nspec:\n  cluster:\n    name: \"largest\"\n    \
         apiServerEndpoint: \"https://0123456789ABCDEF0123456789ABCDEF.gr7.eu-west-1.eks.amazonaws.com\"\n    \
         certificateAuthority: \"{authority}\"\n    cidr: \"10.100.0.0/16\"\n  kubelet:\n    flags: [\"--node-labels=a=b\"]\n"
    );
    let head = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"B\"\n\n--B\nContent-Type: text/x-shellscript\n\n#!/bin/bash\n";
    let tail = format!("\n--B\nContent-Type: application/node.eks.aws\n\n{config}\n--B--\n");
    let mut script = String::new();
    while head.len() + script.len() + tail.len() < 16_384 {
        script.push_str(
            "sysctl -w net.core.somaxconn=4096 \"vm.max_map_count=$COUNT\" | tee -a /var/log/user-data.log\n",
        );
    }
    script.truncate(16_384 - head.len() - tail.len());
    let user_data = STANDARD.encode(format!("{head}{script}{tail}"));
    InspectRequest { user_data, as_of: Day::parse("2026-11-22").ok(), ..InspectRequest::default() }
}

/// Images of a few registries, each with a digest.
fn copies(count: usize) -> MirrorRequest {
    let hosts = ["quay.io", "registry.k8s.io", "docker.io", "public.ecr.aws", "ghcr.io"];
    let image = |at: usize| {
        let host = hosts[at % hosts.len()];
        json!({ "reference": format!("{host}/team-{}/app-{at}:v1.{at}@sha256:{at:064x}", at / 40) })
    };
    let request = json!({
        "registry": "111122223333.dkr.ecr.eu-west-1.amazonaws.com", "prefix": "mirror", "attachments": true,
        "images": (0..count).map(image).collect::<Vec<_>>(),
    });
    serde_json::from_value(request).expect("a request")
}

/// Images of a megabyte of manifests, against the bare loop over the events of the YAML parser. The goals are 0.8 and 0.4
/// of its throughput.
fn manifests(rows: &mut Rows) {
    let mut images = BTreeMap::new();
    let text = tests::manifests::manifests(1, 700, &mut |image| {
        images.insert(image.to_owned(), format!("111122223333.dkr.ecr.eu-west-1.amazonaws.com/mirror/{image}"));
        image.to_owned()
    });
    for to in images.values_mut() {
        *to = to.replacen(":5000/", "-5000/", 1);
    }
    let events = rows.measure("yaml-events", || {
        granit_parser::Parser::new_from_str(&text).for_each(|event| _ = black_box(event.is_ok()));
    });
    let files = vec![ManifestFile { name: "all.yaml".to_owned(), text: text.clone() }];
    let request = FindRequest { files: files.clone(), ..FindRequest::default() };
    let time = rows.measure("find images", || _ = black_box(find(&request).is_ok()));
    rows.tell("images-find", events.as_secs_f64() / time.as_secs_f64(), "of events");
    let request = RewriteRequest { files, images, ..RewriteRequest::default() };
    let time = rows.measure("rewrite images", || _ = black_box(rewrite(&request).is_ok()));
    rows.tell("images-rewrite", events.as_secs_f64() / time.as_secs_f64(), "of events");
}

/// The bundled sound environment: the documents of one cluster.
fn environment(rows: &mut Rows) {
    let files = files::ending("tests/environments/sound", &[".json"]);
    let documents = files.iter().map(|file| NamedDocument { name: files::shown(file), text: files::text(file) });
    let request = MergeRequest { documents: documents.collect() };
    let Ok(snapshot) = merge(&request) else {
        return skip("environment", "tests/environments/sound has no documents");
    };
    rows.measure("merge the sound environment", || _ = black_box(merge(&request).is_ok()));
    rows.measure("audit the sound environment", || _ = black_box(call_on(&snapshot, "audit", "{}")));
    let subnet = snapshot.nodegroups.iter().flatten().find_map(|group| group.subnets.as_ref()?.first());
    let endpoint = snapshot.vpc_endpoints.iter().flatten().find(|endpoint| endpoint.network_interface_ids.is_some());
    let (Some(subnet), Some(endpoint)) = (subnet, endpoint.and_then(|endpoint| endpoint.vpc_endpoint_id.as_ref()))
    else {
        return skip("reach", "the sound environment has no node subnet or no interface endpoint");
    };
    let pair = json!({"source": subnet, "destination": endpoint, "port": 443}).to_string();
    rows.measure("reach one endpoint from one subnet", || _ = black_box(call_on(&snapshot, "reach", &pair)));
}

/// A document of security groups, as many rules in each.
fn groups(groups: usize, rules: usize) -> String {
    let mut text = String::from(r#"{"SecurityGroups":["#);
    for group in 0..groups {
        let comma = if group == 0 { "" } else { "," };
        let _ = write!(text, r#"{comma}{{"GroupId":"sg-{group:017x}","GroupName":"g{group}","IpPermissions":["#);
        for rule in 0..rules {
            let comma = if rule == 0 { "" } else { "," };
            let _ = write!(
                text,
                r#"{comma}{{"IpProtocol":"tcp","FromPort":{rule},"ToPort":443,"IpRanges":[{{"CidrIp":"10.{rule}.0.0/16","Description":"rule {rule} of group {group}, as a team wrote it"}}],"Ipv6Ranges":[],"PrefixListIds":[],"UserIdGroupPairs":[]}}"#
            );
        }
        text.push_str("]}");
    }
    text.push_str("]}");
    text
}

fn fastest(mut work: impl FnMut()) -> Duration {
    fastest_on(|| (), |()| work())
}

/// The work takes what was made for it, which is not measured.
fn fastest_on<T>(mut make: impl FnMut() -> T, mut work: impl FnMut(T)) -> Duration {
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < BUDGET || best == Duration::MAX {
        let input = make();
        let begin = Instant::now();
        work(input);
        best = best.min(begin.elapsed());
    }
    best
}

/// The measured rows, and the fixed piece of work that times are held against.
struct Rows {
    fixed: Duration,
    rows: Vec<Row>,
}

struct Row {
    name: String,
    value: f64,
    unit: &'static str,
    ratio: Option<f64>,
}

impl Rows {
    /// Measures a piece of work, as a row.
    fn measure(&mut self, name: &str, mut work: impl FnMut()) -> Duration {
        self.measure_on(name, || (), |()| work())
    }

    /// Measures a piece of work that takes what was made for it.
    fn measure_on<T>(&mut self, name: &str, make: impl FnMut() -> T, work: impl FnMut(T)) -> Duration {
        let time = fastest_on(make, work);
        let ratio = time.as_secs_f64() / self.fixed.as_secs_f64();
        self.rows.push(Row { name: name.to_owned(), value: time.as_secs_f64() * 1e6, unit: "us", ratio: Some(ratio) });
        time
    }

    /// A row that is no time.
    fn tell(&mut self, name: &str, value: f64, unit: &'static str) {
        self.rows.push(Row { name: name.to_owned(), value, unit, ratio: None });
    }

    /// A table for people, then the same as one line of JSON.
    fn print(&self) {
        println!("{:<38} {:>12} {:<10} {:>11}", "name", "value", "unit", "ratio");
        for Row { name, value, unit, ratio } in &self.rows {
            let places = if *unit == "us" { 1 } else { 2 };
            let ratio = ratio.map(|ratio| format!("{ratio:.4}")).unwrap_or_default();
            println!("{}", format!("{name:<38} {value:>12.places$} {unit:<10} {ratio:>11}").trim_end());
        }
        let rows = self.rows.iter().map(|Row { name, value, unit, ratio }| {
            let mut row = json!({"name": name, "value": value, "unit": unit});
            if let Some(ratio) = ratio {
                row["ratio"] = json!(ratio);
            }
            row
        });
        println!("{}", Value::Array(rows.collect()));
    }
}
