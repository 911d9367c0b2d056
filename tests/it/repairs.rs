//! What a report promises of its fixes, held by making them: all of them mend what they name, none is idle, and no step
//! spoils what was sound. Asked of every audit case and of the bundled faulty environment.

use private_eks::{ApplyRequest, AuditRequest, Fix, Report, Snapshot, Verdict, apply, audit};
use serde_json::Value;
use tests::files;

/// What is audited, and under which name it is told.
fn subjects() -> Vec<(String, Snapshot, AuditRequest)> {
    let cases = files::ending("tests/cases/audit", &[".json"]).into_iter().filter_map(|file| {
        let case: Value = serde_json::from_str(&files::text(&file)).ok()?;
        let mut request: AuditRequest = serde_json::from_value(case.get("request")?.clone()).ok()?;
        let snapshot = request.snapshot.take()?;
        audit(&snapshot, &request).is_ok().then(|| (files::shown(&file), snapshot, request))
    });
    let environment = files::ending("tests/environments/faulty", &["snapshot.json"]).into_iter().map(|file| {
        let snapshot = Snapshot::parse(&files::text(&file)).expect("the bundled environment is a snapshot");
        (files::shown(&file), snapshot, AuditRequest::default())
    });
    cases.chain(environment).collect()
}

fn after(snapshot: &Snapshot, request: &AuditRequest, fixes: &[Fix]) -> Option<Report> {
    let fixes = fixes.to_vec();
    let made = apply(snapshot, &ApplyRequest { snapshot: None, fixes }).ok()?;
    Some(audit(&made, request).expect("a snapshot after fixes can be audited"))
}

fn verdict(report: &Report, id: &str) -> Option<Verdict> {
    report.findings.iter().find(|finding| finding.id == id).map(|finding| finding.verdict)
}

/// The findings that were met and are so no longer.
fn spoilt<'r>(before: &'r Report, after: &'r Report) -> Vec<&'r str> {
    let met = before.findings.iter().filter(|finding| finding.verdict == Verdict::Met);
    met.filter(|finding| verdict(after, &finding.id).is_some_and(|now| now != Verdict::Met))
        .map(|finding| finding.id.as_str())
        .collect()
}

#[test]
fn fixes_mend_what_they_name_and_spoil_nothing() {
    let mut mended = 0;
    for (name, snapshot, request) in subjects() {
        let before = audit(&snapshot, &request).expect("it was audited above");
        for step in 1..=before.fixes.len() {
            let report = after(&snapshot, &request, &before.fixes[..step]).expect("a fix can be made");
            assert_eq!(spoilt(&before, &report), [] as [&str; 0], "{name}: the first {step} fixes spoil something");
        }
        if before.fixes.is_empty() {
            continue;
        }
        let whole = after(&snapshot, &request, &before.fixes).expect("all fixes can be made");
        for finding in before.findings.iter().filter(|finding| !finding.fixes.is_empty()) {
            assert_eq!(verdict(&whole, &finding.id), Some(Verdict::Met), "{name}: {} is not mended", finding.id);
            mended += 1;
        }
        let known = |id: &str| before.findings.iter().any(|finding| finding.id == id);
        for finding in whole.findings.iter().filter(|finding| !known(&finding.id)) {
            assert_ne!(finding.verdict, Verdict::Broken, "{name}: the fixes make {} broken", finding.id);
        }
    }
    assert!(mended >= 10, "only {mended} findings were mended; the cases are gone");
}

#[test]
fn no_fix_is_idle() {
    let mut tried = 0;
    for (name, snapshot, request) in subjects() {
        let before = audit(&snapshot, &request).expect("it was audited above");
        for left_out in 0..before.fixes.len() {
            let mut others = before.fixes.clone();
            let fix = others.remove(left_out);
            tried += 1;
            // Without it the others cannot even be made, or something that it mends stays broken.
            if let Some(report) = after(&snapshot, &request, &others) {
                let open = fix.mends.iter().any(|id| verdict(&report, id) != Some(Verdict::Met));
                assert!(open, "{name}: {} is idle", fix.id);
            }
        }
    }
    assert!(tried >= 10, "only {tried} fixes were left out; the cases are gone");
}
