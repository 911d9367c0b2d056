//! The plan as plain text: a checklist for a terminal or a file. It says nothing that the plan does not.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::knowledge::{Cite, Confidence, Index};
use crate::plan::answer::{
    BootCall, NoProxy, Origin, Plan, PlanFinding, PlannedEndpoint, PlannedFlow, PlannedImage, PlannedRule,
    PlannedSecurityGroup, PlannedSetting, Reason, RuleDirection, Step, SubnetAddresses,
};
use crate::text::push_shown;

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
    let findings = plan.findings.iter().flat_map(finding).collect();
    section(&mut lines, format!("What the wish contradicts ({})", plan.findings.len()), findings);
    let order = plan.order.iter().enumerate().flat_map(|(at, step)| in_order(at, step)).collect();
    section(&mut lines, "Order of creation".to_owned(), order);
    let endpoints = plan.endpoints.iter().flat_map(endpoint).collect();
    section(&mut lines, format!("VPC endpoints that must exist ({})", plan.endpoints.len()), endpoints);
    let undecided = plan.undecided.iter().flat_map(endpoint).collect();
    section(&mut lines, format!("VPC endpoints that are undecided ({})", plan.undecided.len()), undecided);
    let flows: BTreeMap<_, _> = plan.flows.iter().map(|flow| (flow.id.as_str(), flow)).collect();
    let rules = plan.security_groups.iter().flat_map(|group| rules(group, &flows)).collect();
    section(&mut lines, "Security group rules".to_owned(), rules);
    let shut = plan.flows.iter().filter(|flow| !flow.settled_by.is_empty()).flat_map(undecided_flow).collect();
    section(&mut lines, "Flows that are undecided".to_owned(), shut);
    let settings = plan.settings.iter().flat_map(setting).collect();
    section(&mut lines, format!("Settings ({})", plan.settings.len()), settings);
    section(&mut lines, "NO_PROXY".to_owned(), plan.no_proxy.iter().flat_map(bypass).collect());
    let images = plan.images.iter().flat_map(image).collect();
    section(&mut lines, format!("Images ({})", plan.images.len()), images);
    let calls = plan.boot_calls.iter().map(boot_call).collect();
    section(&mut lines, "What nodes still call while they boot".to_owned(), calls);
    let addresses = plan.addresses.iter().map(addresses).collect();
    section(&mut lines, "Addresses".to_owned(), addresses);
    let support = plan
        .support
        .iter()
        .map(|found| format!("  {}: {} - {}", found.title, found.support.as_str(), found.statement))
        .collect();
    section(&mut lines, "What can be used".to_owned(), support);
    let notes = plan.notes.iter().map(note).collect();
    section(&mut lines, "What to mind".to_owned(), notes);
    section(&mut lines, "Sources".to_owned(), sources(plan));
    let mut text = String::with_capacity(lines.iter().map(|line| line.len() + 1).sum());
    for line in lines {
        push_shown(&mut text, &line);
        text.push('\n');
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
    let unverified = unverified(plan);
    if !unverified.is_empty() {
        lines.push(format!("Nobody verified {}.", unverified.join(", ")));
    }
    if plan.as_of < index.first() {
        lines.push(format!("Nothing is known of days before {}.", index.first()));
    } else if plan.as_of > index.newest() {
        lines.push(format!("Nothing newer is known than what was read on {}.", index.newest()));
    }
    lines
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
    if !endpoint.subnets.is_empty() {
        lines.push(format!("        in {}", endpoint.subnets.join(", ")));
    }
    if let Some(policy) = &endpoint.policy {
        let remark = if policy.remark.is_empty() { String::new() } else { format!(" ({})", policy.remark) };
        lines.push(format!("        policy advised: {}{remark}", policy.document));
    }
    lines
}

fn finding(finding: &PlanFinding) -> Vec<String> {
    let cites = finding.reasons.iter().flat_map(|reason| &reason.cites).map(|cite| cite.source);
    let cites: Vec<_> = cites.collect();
    vec![format!(
        "  [{}] {}: {} ({})",
        finding.verdict.as_str(),
        finding.paths.join(", "),
        finding.message,
        cites.join(", ")
    )]
}

fn in_order(at: usize, step: &Step) -> Vec<String> {
    let after = if step.after.is_empty() { String::new() } else { format!(" (after {})", step.after.join(", ")) };
    let mut lines = vec![format!("  {}. {}: {}{after}", at + 1, step.id, step.title)];
    lines.push(format!("        because {}", step.because));
    lines
}

fn rules(group: &PlannedSecurityGroup, flows: &BTreeMap<&str, &PlannedFlow>) -> Vec<String> {
    let ids = if group.group_ids.is_empty() { String::new() } else { format!(" ({})", group.group_ids.join(", ")) };
    let mut lines = vec![format!("  {}: {}{ids}", group.id.as_str(), group.title)];
    for rule in &group.rules {
        lines.push(format!("  [ ] {} ({})", rule_in_words(rule), rule.level.as_str()));
        // One claim stands behind many flows, and is said once.
        let own = rule.flows.iter().filter_map(|id| flows.get(id.as_str())).flat_map(|flow| &flow.reasons);
        let reasons: BTreeMap<_, _> = own.map(|reason| ((&reason.by, &reason.claim), reason)).collect();
        lines.extend(reasons.values().map(|reason| line("        ", reason)));
        if !rule.settled_by.is_empty() {
            lines.push(format!("        to complete it, state {}", rule.settled_by.join(", ")));
        }
    }
    lines
}

fn rule_in_words(rule: &PlannedRule) -> String {
    let way = if rule.direction == RuleDirection::Ingress { "in" } else { "out" };
    let ports = match (rule.from_port, rule.to_port) {
        (Some(from), Some(to)) if from == to => format!(" {from}"),
        (Some(from), Some(to)) => format!(" {from}-{to}"),
        _ => String::new(),
    };
    let protocol = if rule.protocol == "-1" { "all traffic" } else { rule.protocol.as_str() };
    let peer = rule.peer_group.map(|group| format!("the group of {}", group.as_str()));
    let peer = peer.or_else(|| rule.peer_cidr.clone());
    let peer = peer.or_else(|| rule.peer_prefix_list.as_ref().map(|name| format!("the prefix list {name}")));
    let peer = peer.unwrap_or_else(|| "what the wish does not state".to_owned());
    let between = if rule.direction == RuleDirection::Ingress { "from" } else { "to" };
    format!("{way} {protocol}{ports} {between} {peer}")
}

fn undecided_flow(flow: &PlannedFlow) -> Vec<String> {
    let mut lines = vec![format!("  [ ] {} ({})", flow.id, flow.level.as_str())];
    lines.extend(because(&flow.reasons, &flow.settled_by));
    lines
}

fn bypass(list: &NoProxy) -> Vec<String> {
    let mut lines = vec![format!("  {}", list.value)];
    lines.extend(list.missing.iter().map(|missing| format!("  [ ] add {missing}")));
    lines
}

fn image(image: &PlannedImage) -> Vec<String> {
    let mut lines = vec![format!("  [ ] {}: {} ({})", image.images, image.source, image.level.as_str())];
    lines.extend(because(&image.reasons, &image.settled_by));
    lines
}

fn boot_call(call: &BootCall) -> String {
    format!("  {}: {} {} - unanswered: {}", call.node.as_str(), call.service, call.call, call.unanswered)
}

fn addresses(subnet: &SubnetAddresses) -> String {
    let roles = if subnet.roles.is_empty() { String::new() } else { format!(" ({})", subnet.roles.join(", ")) };
    let kept = format!(
        "{} kept by AWS, {} for endpoints, {} to leave for the control plane",
        subnet.reserved, subnet.endpoints, subnet.control_plane
    );
    match (subnet.size, subnet.left) {
        (Some(size), Some(left)) => format!("  {}{roles}: {size}; {kept}; {left} left", subnet.subnet),
        _ => format!("  {}{roles}: {kept}; state its block to see what is left", subnet.subnet),
    }
}

fn setting(setting: &PlannedSetting) -> Vec<String> {
    let mut lines = vec![format!("  [ ] {}: {} ({})", setting.name, setting.value, setting.level.as_str())];
    lines.extend(because(&setting.reasons, &setting.settled_by));
    lines
}

fn note(reason: &Reason) -> String {
    line("  ", reason)
}

fn line(indent: &str, reason: &Reason) -> String {
    let mut line = String::with_capacity(256);
    let _ = write!(line, "{indent}{}: {}", reason.by, reason.because);
    if !reason.condition.is_empty() {
        let _ = write!(line, " [{}]", reason.condition);
    }
    let (mut between, mut last) = (" (", "");
    for cite in &reason.cites {
        if cite.source != last {
            line.push_str(between);
            line.push_str(cite.source);
        }
        (between, last) = (", ", cite.source);
    }
    line.push_str(if reason.confidence == Confidence::Unverified { "; nobody verified it)" } else { ")" });
    if !reason.judgement.is_empty() {
        let _ = write!(line, "; {}", reason.judgement);
    }
    line
}

/// Every source that the lines above name, each once.
fn sources(plan: &Plan) -> Vec<String> {
    let endpoints = plan.endpoints.iter().chain(&plan.undecided).flat_map(|endpoint| &endpoint.reasons);
    let settings = plan.settings.iter().flat_map(|setting| &setting.reasons);
    let flows = plan.flows.iter().flat_map(|flow| &flow.reasons);
    let images = plan.images.iter().flat_map(|image| &image.reasons);
    let calls = plan.boot_calls.iter().flat_map(|call| &call.reasons);
    let findings = plan.findings.iter().flat_map(|finding| &finding.reasons);
    let reasons = endpoints.chain(settings).chain(flows).chain(images).chain(calls).chain(findings).chain(&plan.notes);
    let cites: BTreeMap<&str, &Cite> =
        reasons.flat_map(|reason| &reason.cites).map(|cite| (cite.source, cite)).collect();
    cites.values().map(|cite| format!("  {}: {}, {}", cite.source, cite.title, cite.url)).collect()
}

fn because(reasons: &[Reason], settled_by: &[String]) -> Vec<String> {
    let mut lines: Vec<_> = reasons.iter().map(|reason| line("        ", reason)).collect();
    if !settled_by.is_empty() {
        lines.push(format!("        to decide, state {}", settled_by.join(", ")));
    }
    lines
}
