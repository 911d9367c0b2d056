//! The rows of a large network: 100,000 interfaces, 1,000 subnets, 2,500 groups, 150,000 rules, 15 endpoints.

use std::ffi::OsStr;
use std::hint::black_box;
use std::process::Command;
use std::time::Duration;
use std::{env, fs};

use private_eks::net::{Addresses, Cidr, Services, Traffic};
use private_eks::{AuditRequest, MatrixRequest, Network, ReachRequest, Report, Snapshot, Verdict, audit};
use tests::large::{endpoint, group, interface, network, rules};
use tests::memory;
use tests::skip::skip;

use super::Rows;

/// The variable that names the document of which a run only tells what its audit takes in memory.
pub(super) const MEMORY_OF: &str = "PRIVATE_EKS_MEMORY_OF";

pub(super) fn measure(rows: &mut Rows) {
    let text = network(100_000);
    let parse = rows.measure("parse-100k", || _ = black_box(Snapshot::parse(&text).is_ok()));
    let whole = rows.measure("audit-100k", || _ = black_box(audited(&text)));
    rows.tell("audit-100k / parse-100k", whole.as_secs_f64() / parse.as_secs_f64(), "times");
    memory(rows, &text);
    warm(rows, &text);
    scaling(rows, whole);
    set(rows);
}

/// Text to all verdicts.
fn audited(text: &str) -> Report {
    let snapshot = Snapshot::parse(text).expect("the large network is a snapshot");
    audit(&snapshot, &AuditRequest::default()).expect("the large network can be audited")
}

/// A run of its own audits the document, for the peak of a process is that of all that it ever did.
fn memory(rows: &mut Rows, text: &str) {
    let file = env::temp_dir().join(format!("private-eks-large-{}.json", std::process::id()));
    let told = fs::write(&file, text).ok().and_then(|()| {
        let run = Command::new(env::current_exe().ok()?).env(MEMORY_OF, &file).output().ok()?;
        String::from_utf8(run.stdout).ok()?.trim().parse::<f64>().ok()
    });
    // Nothing depends on whether it is gone.
    _ = fs::remove_file(&file);
    match told {
        Some(peak) => {
            let size = u32::try_from(text.len()).map_or(f64::INFINITY, f64::from);
            rows.tell("audit-100k-memory", peak / size, "documents");
        }
        None => skip("audit-100k-memory", "only Linux tells the peak of a process, in /proc/self/status"),
    }
}

/// Audits a document and prints the most bytes that this process ever held; nothing where the system does not tell.
pub(super) fn tell_memory(file: &OsStr) {
    let text = fs::read_to_string(file).expect("the document was written for this run");
    black_box(audited(&text));
    if let Some(peak) = memory::peak() {
        println!("{peak}");
    }
}

/// One interface to one endpoint, with the whole explanation, on a network that is resolved already: open and shut.
fn warm(rows: &mut Rows, text: &str) {
    let snapshot = Snapshot::parse(text).expect("the large network is a snapshot");
    rows.measure("resolve-100k", || _ = black_box(Network::of(&snapshot, false).is_ok()));
    let network = Network::of(&snapshot, false).expect("the large network resolves");
    let mut ask = |name: &str, source: usize, verdict: Verdict| {
        let request = ReachRequest {
            source: interface(source),
            destination: endpoint(3),
            port: Some(443),
            ..ReachRequest::default()
        };
        let answer = network.reach(&request).expect("both ends are among the documents");
        assert_eq!(answer.verdict, verdict, "{answer:?}");
        rows.measure(name, || _ = black_box(network.reach(&request).is_ok()));
    };
    // Interfaces of subnet 400: its groups are 1,002 for the first forty of them, 1,003 and 1,004 for the rest. The first
    // carries the cluster's group besides, which lets all out; group 1,007 of subnet 402 lets no call to an endpoint out.
    ask("reach-warm", 400, Verdict::Met);
    ask("reach-warm, shut, with its repair", 402 + 1000, Verdict::Broken);
    pairs(rows, &snapshot);
}

/// Every interface to every endpoint, on a network of which nothing was asked before; and what one group concerns, of
/// which the rules change to and fro.
fn pairs(rows: &mut Rows, snapshot: &Snapshot) {
    let request = MatrixRequest::default();
    let resolved = || Network::of(snapshot, false).expect("the large network resolves");
    rows.measure_on("all-pairs", resolved, |network| _ = black_box(network.matrix(&request).is_ok()));
    // Forty interfaces of subnet 402 carry this group, which lets no call to an endpoint out; the other one does.
    let of = |at| {
        let mut groups = snapshot.security_groups.iter().flatten();
        groups.find(|one| one.group_id == Some(group(at))).expect("the group is there")
    };
    let shut = of(1007);
    let mut open = shut.clone();
    open.ip_permissions_egress.clone_from(&of(1008).ip_permissions_egress);
    let mut network = resolved();
    let mut matrix = network.matrix(&request).expect("the large network has pairs");
    let mut carried = 0_u32;
    let mut turn = false;
    rows.measure("recheck-one-group", || {
        turn = !turn;
        let concerned = network.recheck(&mut matrix, if turn { &open } else { shut }).expect("the group is sound");
        carried = concerned.iter().flat_map(|class| &class.interfaces).map(|_| 1).sum();
        let verdict = if turn { Verdict::Met } else { Verdict::Broken };
        assert!(concerned.iter().all(|class| class.verdicts.iter().all(|one| *one == verdict)), "{concerned:?}");
    });
    rows.tell("recheck-one-group, interfaces", f64::from(carried), "of them");
}

/// How the time grows with the size: the slope of the line through the logarithms of both (least squares).
fn scaling(rows: &mut Rows, of_100k: Duration) {
    let points: Vec<(f64, f64)> = [25_000, 50_000, 100_000, 200_000]
        .into_iter()
        .map(|size| {
            let time = if size == 100_000 {
                of_100k
            } else {
                let text = network(size);
                rows.measure(&format!("audit-{}k", size / 1000), || _ = black_box(audited(&text)))
            };
            (f64::from(u32::try_from(size).unwrap_or(u32::MAX)).ln(), time.as_secs_f64().ln())
        })
        .collect();
    let count = 4.0;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let slope = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum::<f64>()
        / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>();
    rows.tell("scaling", slope, "exponent");
}

/// 300 rules, drawn by lot, as one canonical set.
fn set(rows: &mut Rows) {
    let rules: Vec<(Services, Addresses)> = rules(300, 1)
        .into_iter()
        .map(|(address, length, first, last)| {
            let block = Cidr::around(std::net::Ipv4Addr::from(address).into(), length);
            (Services::ports(Services::TCP, first, last), Addresses::from(block))
        })
        .collect();
    rows.measure_on("set-300", || rules.clone(), |rules| _ = black_box(rules.into_iter().collect::<Traffic>()));
}
