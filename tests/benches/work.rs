//! What the work costs. Each row gives a time and its ratio to a fixed piece of work of the same run, reading the
//! snapshot of 24 groups as untyped JSON: the ratio means something on another machine, the time does not. Nothing is
//! asserted.

use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use private_eks::{
    ClusterSpec, FeatureRow, MergeRequest, NamedDocument, NodeKind, OptionKind, OptionRow, Snapshot, build_index, call,
    call_on, features, merge, plan,
};
use serde_json::{Value, json};
use tests::{files, skip::skip};

/// How long one row is measured; the fastest repetition counts, for it is the least disturbed.
const BUDGET: Duration = Duration::from_millis(400);

fn main() {
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
    environment(&mut rows);
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
    let start = Instant::now();
    let mut best = Duration::MAX;
    while start.elapsed() < BUDGET || best == Duration::MAX {
        let begin = Instant::now();
        work();
        best = best.min(begin.elapsed());
    }
    best
}

/// The measured rows, and the fixed piece of work that they are held against.
struct Rows {
    fixed: Duration,
    rows: Vec<(String, Duration)>,
}

impl Rows {
    fn measure(&mut self, name: &str, work: impl FnMut()) {
        self.rows.push((name.to_owned(), fastest(work)));
    }

    /// A table for people, then the same as one line of JSON.
    fn print(&self) {
        let micros = |time: &Duration| time.as_secs_f64() * 1e6;
        let ratio = |time: &Duration| time.as_secs_f64() / self.fixed.as_secs_f64();
        println!("{:<38} {:>12} {:<4} {:>9}", "name", "value", "unit", "ratio");
        for (name, time) in &self.rows {
            println!("{name:<38} {:>12.1} {:<4} {:>9.4}", micros(time), "us", ratio(time));
        }
        let rows = self
            .rows
            .iter()
            .map(|(name, time)| json!({"name": name, "value": micros(time), "unit": "us", "ratio": ratio(time)}));
        println!("{}", Value::Array(rows.collect()));
    }
}
