//! The plan as plain text: a checklist for a terminal or a ticket. It says nothing that the plan does not.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::knowledge::{Confidence, Index};
use crate::plan::answer::{Origin, Plan, PlannedEndpoint, PlannedSetting, Reason};
use crate::text::shown;

/// The checklist. Whatever a wish contains, it is plain text: one item a line, no control characters.
pub(super) fn checklist(plan: &Plan, index: &Index) -> String {
    let mut lines = head(plan, index);
    let section = |lines: &mut Vec<String>, title: String, body: Vec<String>| {
        if !body.is_empty() {
            lines.push(String::new());
            lines.push(title);
            lines.extend(body);
        }
    };
    let endpoints = plan.endpoints.iter().flat_map(endpoint).collect();
    section(&mut lines, format!("VPC endpoints that must exist ({})", plan.endpoints.len()), endpoints);
    let undecided = plan.undecided.iter().flat_map(endpoint).collect();
    section(&mut lines, format!("VPC endpoints that are undecided ({})", plan.undecided.len()), undecided);
    let settings = plan.settings.iter().flat_map(setting).collect();
    section(&mut lines, format!("Settings ({})", plan.settings.len()), settings);
    let support = plan
        .support
        .iter()
        .map(|found| format!("  {}: {} - {}", found.title, found.support.as_str(), found.statement))
        .collect();
    section(&mut lines, "What can be used".to_owned(), support);
    let notes = plan.notes.iter().map(note).collect();
    section(&mut lines, "What to mind".to_owned(), notes);
    section(&mut lines, "Sources".to_owned(), sources(plan));
    let mut text = String::new();
    for line in lines {
        let _ = writeln!(text, "{}", shown(&line));
    }
    text
}

fn head(plan: &Plan, index: &Index) -> Vec<String> {
    let spec = &plan.spec;
    let name = spec.name.as_ref().map(|name| format!(" `{}`", name.value)).unwrap_or_default();
    let nodes: Vec<_> = spec.nodes.value.iter().map(|kind| kind.as_str()).collect();
    let mut lines = vec![
        format!("What must exist for the private cluster{name} in {} ({})", spec.region.value, spec.partition),
        format!("As of {}; nodes: {}{}", plan.as_of, nodes.join(", "), source(spec.nodes.origin, &spec.nodes.from)),
    ];
    for feature in &spec.features {
        let options: Vec<_> =
            feature.options.iter().map(|option| format!(" {} = {}", option.name, option.value)).collect();
        lines.push(format!("With {}{}{}", feature.id, source(feature.origin, &feature.from), options.join(",")));
    }
    if let Some(services) = &spec.services {
        lines.push(format!("Workloads call {}{}", services.value.join(", "), source(services.origin, &services.from)));
    }
    let unverified: Vec<_> =
        plan.endpoints.iter().filter(|planned| planned.confidence == Confidence::Unverified).collect();
    if !unverified.is_empty() {
        let names: Vec<_> = unverified.iter().map(|planned| planned.service.as_str()).collect();
        lines.push(format!("Nobody verified the need for {}.", names.join(", ")));
    }
    if plan.as_of < index.first() {
        lines.push(format!("Nothing is known of days before {}.", index.first()));
    } else if plan.as_of > index.newest() {
        lines.push(format!("Nothing newer is known than what was read on {}.", index.newest()));
    }
    lines
}

fn source(origin: Origin, from: &str) -> String {
    match origin {
        Origin::Given => String::new(),
        Origin::Inferred => format!(" (inferred from {from})"),
        Origin::Default => " (default)".to_owned(),
    }
}

fn endpoint(endpoint: &PlannedEndpoint) -> Vec<String> {
    let private_dns = if endpoint.private_dns { ", private DNS on" } else { "" };
    let home = endpoint.service_region.as_ref().map(|home| format!(" of {home}")).unwrap_or_default();
    let mut lines = vec![format!(
        "  [ ] {}{home} ({}{private_dns}; {})",
        endpoint.service_name,
        endpoint.endpoint_type.as_str(),
        endpoint.level.as_str()
    )];
    lines.extend(because(&endpoint.reasons, &endpoint.settled_by));
    lines
}

fn setting(setting: &PlannedSetting) -> Vec<String> {
    let mut lines = vec![format!("  [ ] {}: {} ({})", setting.name, setting.value, setting.level.as_str())];
    lines.extend(because(&setting.reasons, &setting.settled_by));
    lines
}

fn note(reason: &Reason) -> String {
    format!("  {}", line(reason))
}

fn line(reason: &Reason) -> String {
    let condition = if reason.condition.is_empty() { String::new() } else { format!(" [{}]", reason.condition) };
    let mut sources: Vec<_> = reason.cites.iter().map(|cite| cite.source).collect();
    sources.dedup();
    let mark = if reason.confidence == Confidence::Unverified { "; nobody verified it" } else { "" };
    format!("{}: {}{condition} ({}{mark})", reason.by, reason.because, sources.join(", "))
}

/// Every source that the lines above name, each once.
fn sources(plan: &Plan) -> Vec<String> {
    let endpoints = plan.endpoints.iter().chain(&plan.undecided).flat_map(|endpoint| &endpoint.reasons);
    let settings = plan.settings.iter().flat_map(|setting| &setting.reasons);
    let reasons = endpoints.chain(settings).chain(&plan.notes);
    let cites: BTreeMap<&str, String> = reasons
        .flat_map(|reason| &reason.cites)
        .map(|cite| (cite.source, format!("  {}: {}, {}", cite.source, cite.title, cite.url)))
        .collect();
    cites.into_values().collect()
}

fn because(reasons: &[Reason], settled_by: &[String]) -> Vec<String> {
    let mut lines: Vec<_> = reasons.iter().map(|reason| format!("        {}", line(reason))).collect();
    if !settled_by.is_empty() {
        lines.push(format!("        to decide, state {}", settled_by.join(", ")));
    }
    lines
}
