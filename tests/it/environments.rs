//! The example environments: an audit finds in the sound one nothing to say against, and in the faulty one exactly the
//! faults that its table lists, whether it is told what is wanted or infers it.

use std::collections::BTreeSet;

use private_eks::{AuditRequest, ClusterSpec, Report, Snapshot, Verdict, audit};
use tests::files;

/// The folder of the environments.
const FOLDER: &str = "tests/environments";

/// Rule and subject of a finding.
type Fault = (String, String);

fn text(file: &str) -> String {
    files::text(&files::root().join(FOLDER).join(file))
}

/// The faults of the faulty environment, as the table of the README lists them.
fn planted() -> BTreeSet<Fault> {
    let page = text("README.md");
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ").collect();
        let [_, rule, subject] = cells[..] else { return None };
        let named = |cell: &str| Some(cell.strip_prefix('`')?.strip_suffix('`')?.to_owned());
        Some((named(rule)?, named(subject)?))
    });
    let planted: BTreeSet<Fault> = rows.collect();
    assert_eq!(planted.len(), 6, "{FOLDER}/README.md lists other faults than were planted");
    planted
}

/// The environment's report: with the wish that is written down, and with the one that is inferred.
fn reports(environment: &str) -> [(&'static str, Report); 2] {
    let snapshot = Snapshot::parse(&text(&format!("{environment}/snapshot.json"))).expect("the environment is read");
    let spec: ClusterSpec = serde_json::from_str(&text("spec.json")).expect("the wish is read");
    [("given", Some(spec)), ("inferred", None)].map(|(wish, spec)| {
        let request = AuditRequest { spec, ..AuditRequest::default() };
        (wish, audit(&snapshot, &request).expect("the environment can be audited"))
    })
}

fn having(report: &Report, verdict: Verdict) -> BTreeSet<Fault> {
    let findings = report.findings.iter().filter(|finding| finding.verdict == verdict);
    findings.map(|finding| (finding.rule.clone(), finding.subject.clone())).collect()
}

#[test]
fn the_sound_environment_has_neither_broken_nor_unknown() {
    for (wish, report) in reports("sound") {
        assert_eq!(having(&report, Verdict::Broken), BTreeSet::new(), "the wish is {wish}");
        assert_eq!(having(&report, Verdict::Unknown), BTreeSet::new(), "the wish is {wish}");
        assert!(!having(&report, Verdict::Met).is_empty(), "the wish is {wish}: nothing was looked at");
        assert_eq!(report.verdict, Verdict::Met, "the wish is {wish}");
    }
}

#[test]
fn the_faulty_environment_has_exactly_the_planted_faults() {
    for (wish, report) in reports("faulty") {
        assert_eq!(having(&report, Verdict::Broken), planted(), "the wish is {wish}");
        assert_eq!(having(&report, Verdict::Unknown), BTreeSet::new(), "the wish is {wish}");
        assert_eq!(report.counts.broken, 6, "the wish is {wish}: a fault is told twice");
        assert_eq!(report.verdict, Verdict::Broken, "the wish is {wish}");
    }
}
