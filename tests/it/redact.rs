//! A redacted snapshot tells nothing but what verdicts rest on: no secret is left in it, and every verdict is the same.

use private_eks::{AuditRequest, RedactRequest, Snapshot, Verdict, audit, redact};
use serde_json::Value;
use tests::files;

/// What must be gone: values, names, host names. Each stands in the case on purpose.
const SECRETS: &[&str] = &["hunter2", "payments", "gold", "x.example"];

#[test]
fn no_secret_is_left() {
    let file = files::ending("tests/cases/redact", &["secrets-go-and-relations-stay.json"]);
    let case: Value = serde_json::from_str(&files::text(&file[0])).expect("a case is JSON");
    let before = case["request"]["snapshot"].to_string();
    let snapshot = Snapshot::parse(&before).expect("the case holds a snapshot");
    let after =
        redact(&snapshot, &RedactRequest::default()).expect("it can be redacted").to_json().expect("it is JSON");
    for secret in SECRETS {
        assert!(before.contains(secret), "`{secret}` is not in the case");
        assert!(!after.contains(secret), "`{secret}` is left in {after}");
    }
}

/// Rule, verdict and message without names, in order: what a reader of the redacted report is told.
fn told(snapshot: &Snapshot) -> Vec<(String, Verdict)> {
    let report = audit(snapshot, &AuditRequest::default()).expect("it can be audited");
    let findings = report.findings.into_iter().filter(|finding| !LOOK_AT_USER_DATA.contains(&finding.rule.as_str()));
    findings.map(|finding| (finding.rule, finding.verdict)).collect()
}

/// The rules that look at user data itself, which is taken out: they say that it is not known.
const LOOK_AT_USER_DATA: &[&str] = &["user-data-broken", "user-data-too-large"];

#[test]
fn every_verdict_is_the_same() {
    for name in ["sound", "faulty"] {
        let file = files::ending(&format!("tests/environments/{name}"), &["snapshot.json"]);
        let snapshot = Snapshot::parse(&files::text(&file[0])).expect("the bundled environment is a snapshot");
        let shown = redact(&snapshot, &RedactRequest::default()).expect("it can be redacted");
        assert_ne!(snapshot, shown, "{name}: nothing was redacted");
        assert_eq!(told(&snapshot), told(&shown), "{name}");
        let report = audit(&shown, &AuditRequest::default()).expect("it can be audited");
        let hidden = report.findings.iter().filter(|finding| LOOK_AT_USER_DATA.contains(&finding.rule.as_str()));
        let verdicts: Vec<Verdict> = hidden.map(|finding| finding.verdict).collect();
        assert_eq!(verdicts, [Verdict::Unknown, Verdict::Unknown], "{name}");
    }
}
