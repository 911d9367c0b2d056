//! The plan as plain text: a checklist for a terminal or a file. It says nothing that the plan does not.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::{Cite, Confidence, Index};
use crate::plan::answer::{
    BootCall, NoProxy, Origin, Plan, PlanFinding, PlannedEndpoint, PlannedFlow, PlannedImage, PlannedRule,
    PlannedSecurityGroup, PlannedSetting, Reason, RuleDirection, Step, SubnetAddresses, SupportStatement,
};
use crate::text::Page;

/// Room in bytes for each endpoint, flow and setting with its reasons, so that the text need not move while it grows.
const ROOM: usize = 768;

/// The indent of what stands below an item.
const BELOW: &str = "        ";

/// The checklist. Whatever a wish contains, it is plain text: one item a line, no control characters.
pub(super) fn checklist(plan: &Plan, index: &Index) -> String {
    let page = &mut Page::with_room(ROOM * (plan.endpoints.len() + plan.flows.len() + plan.settings.len()));
    head(page, plan, index);
    let count = plan.findings.len();
    section(page, format_args!("What the wish contradicts ({count})"), &plan.findings, finding);
    let steps: Vec<_> = plan.order.iter().enumerate().collect();
    section(page, format_args!("Order of creation"), &steps, |page, (at, step)| in_order(page, *at, step));
    let count = plan.endpoints.len();
    section(page, format_args!("VPC endpoints that must exist ({count})"), &plan.endpoints, endpoint);
    let count = plan.undecided.len();
    section(page, format_args!("VPC endpoints that are undecided ({count})"), &plan.undecided, endpoint);
    let flows: BTreeMap<_, _> = plan.flows.iter().map(|flow| (flow.id.as_str(), flow)).collect();
    let groups = &plan.security_groups;
    section(page, format_args!("Security group rules"), groups, |page, group| rules(page, group, &flows));
    let open: Vec<_> = plan.flows.iter().filter(|flow| !flow.settled_by.is_empty()).collect();
    section(page, format_args!("Flows that are undecided"), &open, |page, flow| undecided_flow(page, flow));
    section(page, format_args!("Settings ({})", plan.settings.len()), &plan.settings, setting);
    section(page, format_args!("NO_PROXY"), plan.no_proxy.as_slice(), bypass);
    section(page, format_args!("Images ({})", plan.images.len()), &plan.images, image);
    section(page, format_args!("What nodes still call while they boot"), &plan.boot_calls, boot_call);
    section(page, format_args!("Addresses"), &plan.addresses, addresses);
    section(page, format_args!("What can be used"), &plan.support, support);
    section(page, format_args!("What to mind"), &plan.notes, |page, note| line(page, "  ", note));
    section(page, format_args!("Sources"), &sources(plan), |page, cite| {
        page.line(format_args!("  {}: {}, {}", cite.source, cite.title, cite.url));
    });
    std::mem::take(page).text()
}

/// A title and what stands below it; neither where there is nothing.
fn section<T>(page: &mut Page, title: std::fmt::Arguments<'_>, items: &[T], mut item: impl FnMut(&mut Page, &T)) {
    if items.is_empty() {
        return;
    }
    page.end();
    page.line(title);
    for each in items {
        item(page, each);
    }
}

fn head(page: &mut Page, plan: &Plan, index: &Index) {
    let spec = &plan.spec;
    let name = spec.name.as_ref().map(|name| format!(" `{}`", name.value)).unwrap_or_default();
    page.line(format_args!(
        "What must exist for the private cluster{name} in {} ({})",
        spec.region.value, spec.partition
    ));
    let kinds: Vec<_> = spec.nodes.value.iter().map(|kind| kind.as_str()).collect();
    let kinds = if kinds.is_empty() { "those that features bring".to_owned() } else { kinds.join(", ") };
    let from = source(spec.nodes.origin, &spec.nodes.from);
    page.line(format_args!("As of {}; nodes: {kinds}{from}", plan.as_of));
    for feature in &spec.features {
        let stated = feature.options.iter().filter(|option| option.origin != Origin::Default);
        let options: Vec<_> = stated.map(|option| format!(" {} = {}", option.name, option.value)).collect();
        let from = source(feature.origin, &feature.from);
        page.line(format_args!("With {}{from}{}", feature.id, options.join(",")));
    }
    if let Some(services) = &spec.services {
        let from = source(services.origin, &services.from);
        page.line(format_args!("Workloads call {}{from}", services.value.join(", ")));
    }
    let unverified = unverified(plan);
    if !unverified.is_empty() {
        page.line(format_args!("Nobody verified {}.", unverified.join(", ")));
    }
    if plan.as_of > index.newest() {
        page.line(format_args!("Nothing newer is known than what was read on {}.", index.newest()));
    }
}

/// What of the plan rests on claims that nobody verified.
fn unverified(plan: &Plan) -> Vec<String> {
    let doubted = |reasons: &[Reason]| {
        !reasons.is_empty() && reasons.iter().all(|reason| reason.confidence == Confidence::Unverified)
    };
    let endpoints = plan.endpoints.iter().filter(|planned| planned.confidence == Confidence::Unverified);
    let endpoints = endpoints.map(|planned| format!("the need for {} or its name", planned.service));
    let settings = plan.settings.iter().filter(|planned| doubted(&planned.reasons));
    let settings = settings.map(|planned| format!("the setting {}", planned.id));
    let flows =
        plan.flows.iter().filter(|planned| doubted(&planned.reasons)).map(|flow| format!("the flow {}", flow.id));
    let images = plan.images.iter().filter(|planned| doubted(&planned.reasons));
    let images = images.map(|planned| format!("the images {}", planned.id));
    let support = plan.support.iter().filter(|found| doubted(&found.reasons));
    let support = support.map(|found| format!("whether {} can be used", found.subject));
    let notes = plan.notes.iter().filter(|note| note.confidence == Confidence::Unverified);
    let notes = notes.map(|note| format!("the note {}", note.claim));
    endpoints.chain(settings).chain(flows).chain(images).chain(support).chain(notes).collect()
}

fn source(origin: Origin, from: &str) -> String {
    match origin {
        Origin::Given => String::new(),
        Origin::Inferred => format!(" (inferred from {from})"),
        Origin::Default => " (default)".to_owned(),
    }
}

fn endpoint(page: &mut Page, endpoint: &PlannedEndpoint) {
    page.own("  [ ] ");
    page.push(&endpoint.service_name);
    page.list(" of ", "", endpoint.service_region.as_deref());
    page.list(" (", "", [endpoint.endpoint_type.as_str()]);
    page.own(if endpoint.private_dns { ", private DNS on; " } else { "; " });
    page.own(endpoint.level.as_str());
    page.own(")");
    page.end();
    because(page, &endpoint.reasons, &endpoint.settled_by);
    listed(page, "in ", &endpoint.subnets);
    if let Some(policy) = &endpoint.policy {
        let remark = if policy.remark.is_empty() { String::new() } else { format!(" ({})", policy.remark) };
        page.line(format_args!("{BELOW}policy advised: {}{remark}", policy.document));
    }
}

fn finding(page: &mut Page, finding: &PlanFinding) {
    page.list("  [", "", [finding.verdict.as_str()]);
    page.list("] ", ", ", finding.paths.iter().map(String::as_str));
    page.list(": ", "", [finding.message.as_str()]);
    page.own(" (");
    page.list("", ", ", finding.reasons.iter().flat_map(|reason| &reason.cites).map(|cite| cite.source));
    page.own(")");
    page.end();
}

fn in_order(page: &mut Page, at: usize, step: &Step) {
    let after = if step.after.is_empty() { String::new() } else { format!(" (after {})", step.after.join(", ")) };
    page.line(format_args!("  {}. {}: {}{after}", at + 1, step.id, step.title));
    page.line(format_args!("{BELOW}because {}", step.because));
}

fn rules(page: &mut Page, group: &PlannedSecurityGroup, flows: &BTreeMap<&str, &PlannedFlow>) {
    let ids = if group.group_ids.is_empty() { String::new() } else { format!(" ({})", group.group_ids.join(", ")) };
    page.line(format_args!("  {}: {}{ids}", group.id.as_str(), group.title));
    for rule in &group.rules {
        page.own("  [ ] ");
        rule_in_words(page, rule);
        page.list(" (", "", [rule.level.as_str()]);
        page.own(")");
        page.end();
        // One claim stands behind many flows, and is said once.
        let own = rule.flows.iter().filter_map(|id| flows.get(id.as_str())).flat_map(|flow| &flow.reasons);
        let mut reasons: Vec<_> = own.collect();
        reasons.sort_unstable_by_key(|reason| (reason.by, reason.claim));
        reasons.dedup_by_key(|reason| (reason.by, reason.claim));
        for reason in reasons {
            line(page, BELOW, reason);
        }
        listed(page, "to complete it, state ", &rule.settled_by);
    }
}

fn rule_in_words(page: &mut Page, rule: &PlannedRule) {
    let inward = rule.direction == RuleDirection::Ingress;
    page.own(if inward { "in " } else { "out " });
    page.push(if rule.protocol == "-1" { "all traffic" } else { &rule.protocol });
    let ports = match (rule.from_port, rule.to_port) {
        (Some(from), Some(to)) if from == to => format!(" {from}"),
        (Some(from), Some(to)) => format!(" {from}-{to}"),
        _ => String::new(),
    };
    page.push(&ports);
    page.own(if inward { " from " } else { " to " });
    match (rule.peer_group, &rule.peer_cidr, &rule.peer_prefix_list) {
        (Some(group), ..) => page.list("the group of ", "", [group.as_str()]),
        (_, Some(cidr), _) => page.push(cidr),
        (.., Some(list)) => page.list("the prefix list ", "", [list.as_str()]),
        _ => page.own("what the wish does not state"),
    }
}

fn undecided_flow(page: &mut Page, flow: &PlannedFlow) {
    page.line(format_args!("  [ ] {} ({})", flow.id, flow.level.as_str()));
    because(page, &flow.reasons, &flow.settled_by);
}

fn bypass(page: &mut Page, list: &NoProxy) {
    page.line(format_args!("  {}", list.value));
    for missing in &list.missing {
        page.line(format_args!("  [ ] add {missing}"));
    }
}

fn image(page: &mut Page, image: &PlannedImage) {
    page.line(format_args!("  [ ] {}: {} ({})", image.images, image.source, image.level.as_str()));
    because(page, &image.reasons, &image.settled_by);
}

fn boot_call(page: &mut Page, call: &BootCall) {
    let node = call.node.as_str();
    page.line(format_args!("  {node}: {} {} - unanswered: {}", call.service, call.call, call.unanswered));
}

fn addresses(page: &mut Page, subnet: &SubnetAddresses) {
    let roles = if subnet.roles.is_empty() { String::new() } else { format!(" ({})", subnet.roles.join(", ")) };
    let kept = format!(
        "{} kept by AWS, {} for endpoints, {} to leave for the control plane",
        subnet.reserved, subnet.endpoints, subnet.control_plane
    );
    let of = &subnet.subnet;
    match (subnet.size, subnet.left) {
        (Some(size), Some(left)) => page.line(format_args!("  {of}{roles}: {size}; {kept}; {left} left")),
        _ => page.line(format_args!("  {of}{roles}: {kept}; state its block to see what is left")),
    }
}

fn setting(page: &mut Page, setting: &PlannedSetting) {
    page.line(format_args!("  [ ] {}: {} ({})", setting.name, setting.value, setting.level.as_str()));
    because(page, &setting.reasons, &setting.settled_by);
}

fn support(page: &mut Page, found: &SupportStatement) {
    page.line(format_args!("  {}: {} - {}", found.title, found.support.as_str(), found.statement));
}

fn because(page: &mut Page, reasons: &[Reason], settled_by: &[String]) {
    for reason in reasons {
        line(page, BELOW, reason);
    }
    listed(page, "to decide, state ", settled_by);
}

/// A line of names below an item; none where there are none.
fn listed(page: &mut Page, before: &str, names: &[String]) {
    if !names.is_empty() {
        page.own(BELOW);
        page.list(before, ", ", names.iter().map(String::as_str));
        page.end();
    }
}

fn line(page: &mut Page, indent: &'static str, reason: &Reason) {
    page.own(indent);
    page.own(reason.by);
    page.own(": ");
    page.own(reason.because);
    if !reason.condition.is_empty() {
        page.own(" [");
        page.push(&reason.condition);
        page.own("]");
    }
    let (mut between, mut last) = (" (", "");
    for cite in &reason.cites {
        if cite.source != last {
            page.own(between);
            page.own(cite.source);
        }
        (between, last) = (", ", cite.source);
    }
    page.own(if reason.confidence == Confidence::Unverified { "; nobody verified it)" } else { ")" });
    if !reason.judgement.is_empty() {
        page.own("; ");
        page.own(reason.judgement);
    }
    page.end();
}

/// Every source that the lines above name, each once.
fn sources(plan: &Plan) -> Vec<&Cite> {
    let endpoints = plan.endpoints.iter().chain(&plan.undecided).flat_map(|endpoint| &endpoint.reasons);
    let settings = plan.settings.iter().flat_map(|setting| &setting.reasons);
    let flows = plan.flows.iter().flat_map(|flow| &flow.reasons);
    let images = plan.images.iter().flat_map(|image| &image.reasons);
    let calls = plan.boot_calls.iter().flat_map(|call| &call.reasons);
    let findings = plan.findings.iter().flat_map(|finding| &finding.reasons);
    let reasons = endpoints.chain(settings).chain(flows).chain(images).chain(calls).chain(findings).chain(&plan.notes);
    // Many claims rest on few sources: a source is known again by where its name lies, and only those left are ordered.
    let mut seen = BTreeSet::new();
    let cites = reasons.flat_map(|reason| &reason.cites);
    let mut cites: Vec<&Cite> = cites.filter(|cite| seen.insert(cite.source.as_ptr())).collect();
    cites.sort_by_key(|cite| cite.source);
    cites.dedup_by_key(|cite| cite.source);
    cites
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::{features, judgement_of};
    use crate::text::shown;

    #[test]
    fn what_rows_say_is_printable() {
        let said = |text: &str| assert_eq!(shown(text), text);
        let index = Index::of_rows().unwrap();
        assert!(index.claims().count() > 500);
        for claim in index.claims() {
            said(claim.about.id());
            said(claim.statement);
            said(judgement_of(claim));
            claim.cites().iter().for_each(|cite| said(cite.source));
        }
        features().for_each(|row| said(row.title));
    }
}
