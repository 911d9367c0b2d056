//! A report for people: what is broken and why, what to do first, what is not known and what would settle it.

use super::report::{Finding, Report, Severity};
use crate::text::{plain, shown};
use crate::verdict::Verdict;

pub(super) fn report(report: &Report) -> String {
    let mut lines = vec![headline(report), String::new()];
    let of = |verdict| report.findings.iter().filter(move |finding| finding.verdict == verdict);
    if report.counts.broken > 0 {
        lines.push("Broken".to_owned());
        of(Verdict::Broken).for_each(|finding| broken(&mut lines, finding));
    }
    if !report.fixes.is_empty() {
        lines.push("What to do, in this order".to_owned());
        for fix in &report.fixes {
            lines.push(format!("  {}  {}", fix.id, shown(&fix.description)));
            lines.push(format!("         {}", shown(&fix.command)));
        }
        lines.push(String::new());
    }
    if report.counts.unknown > 0 {
        lines.push("Unknown".to_owned());
        of(Verdict::Unknown).for_each(|finding| unknown(&mut lines, finding));
    }
    if report.counts.met > 0 {
        lines.push("Met".to_owned());
        lines.extend(of(Verdict::Met).map(|finding| format!("  {}", shown(&finding.message))));
        lines.push(String::new());
    }
    section(&mut lines, "Understood as", &wish(report));
    section(&mut lines, "Assumed", &report.assumptions);
    section(&mut lines, "Not assessed", &report.not_assessed);
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    plain(&lines.join("\n"))
}

fn headline(report: &Report) -> String {
    let counts = report.counts;
    let name =
        report.spec.name.as_ref().map_or_else(|| "the cluster".to_owned(), |name| format!("`{}`", shown(&name.value)));
    let unverified = report.verdict == Verdict::Unknown && counts.unknown == 0;
    let mark = if unverified { ", and some of it rests on claims that nobody verified" } else { "" };
    format!(
        "{}: {name} in {} ({} broken, {} unknown, {} met; as of {}{mark})",
        report.verdict, report.spec.region.value, counts.broken, counts.unknown, counts.met, report.knowledge.as_of
    )
}

fn broken(lines: &mut Vec<String>, finding: &Finding) {
    lines.push(format!("  {}  {}", finding.rule, shown(&finding.message)));
    why(lines, finding);
    for evidence in &finding.evidence {
        lines.push(format!("    seen   {}", seen(&evidence.document, &evidence.id, &evidence.says)));
    }
    let mend = match (finding.fixes.as_slice(), finding.settled_by.as_slice()) {
        ([], []) => "no call mends it".to_owned(),
        ([], _) => "what mends it shows when the rest is known".to_owned(),
        (fixes, _) => fixes.join(", "),
    };
    lines.push(format!("    mend   {mend}  ({})", word(finding.severity)));
    settle(lines, finding);
    lines.push(String::new());
}

fn unknown(lines: &mut Vec<String>, finding: &Finding) {
    lines.push(format!("  {}  {}", finding.rule, shown(&finding.message)));
    why(lines, finding);
    settle(lines, finding);
    lines.push(String::new());
}

fn settle(lines: &mut Vec<String>, finding: &Finding) {
    for settlement in &finding.settled_by {
        let how = if settlement.command.is_empty() { String::new() } else { format!(": {}", settlement.command) };
        let permission = match settlement.permission.as_str() {
            "" => String::new(),
            permission => format!("  (needs {permission})"),
        };
        lines.push(format!("    settle {}{how}{permission}", shown(&settlement.document)));
    }
}

/// The first reasons are enough to understand; the answer as data has all of them.
fn why(lines: &mut Vec<String>, finding: &Finding) {
    for reason in finding.reasons.iter().take(2) {
        lines.push(format!("    why    {}", shown(reason.because)));
    }
    if let Some(cite) = finding.cites.first() {
        lines.push(format!("    source {}: {}", cite.title, cite.url));
    }
}

fn seen(document: &str, id: &str, says: &str) -> String {
    if id.is_empty() {
        format!("{document}: {}", shown(says))
    } else {
        format!("{document} {}: {}", shown(id), shown(says))
    }
}

fn wish(report: &Report) -> Vec<String> {
    let spec = &report.spec;
    let origin = |origin: crate::plan::Origin, from: &str| match origin {
        crate::plan::Origin::Given => "given".to_owned(),
        crate::plan::Origin::Inferred => format!("inferred from {}", shown(from)),
        crate::plan::Origin::Default => "default".to_owned(),
    };
    let mut lines = vec![format!("region {} ({})", spec.region.value, origin(spec.region.origin, &spec.region.from))];
    if let Some(vpc) = &spec.vpc {
        lines.push(format!("VPC {} ({})", shown(&vpc.value), origin(vpc.origin, &vpc.from)));
    }
    let kinds: Vec<&str> = spec.nodes.value.iter().map(|kind| kind.as_str()).collect();
    lines.push(format!("nodes {} ({})", kinds.join(", "), origin(spec.nodes.origin, &spec.nodes.from)));
    if let Some(family) = &spec.ip_family {
        lines.push(format!("IP family {} ({})", family.value.as_str(), origin(family.origin, &family.from)));
    }
    for feature in &spec.features {
        let options: Vec<String> =
            feature.options.iter().map(|option| format!("{}={}", option.name, shown(&option.value))).collect();
        let options = if options.is_empty() { String::new() } else { format!(" with {}", options.join(", ")) };
        lines.push(format!("{}{options} ({})", feature.id, origin(feature.origin, &feature.from)));
    }
    lines
}

fn section(lines: &mut Vec<String>, title: &str, items: &[String]) {
    if !items.is_empty() {
        lines.push(title.to_owned());
        lines.extend(items.iter().map(|item| format!("  {item}")));
        lines.push(String::new());
    }
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical: nodes do not join or images do not pull",
        Severity::High => "high: a feature does not work",
        Severity::Medium => "medium",
        Severity::Low => "low",
    }
}
