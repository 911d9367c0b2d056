//! What the rules found, as one report: fixes numbered and ordered, findings sorted, what was assumed and what was not
//! looked at.

use std::collections::BTreeSet;

use super::context::Context;
use super::draft::Draft;
use super::report::{Counts, Evidence, Finding, KnowledgeStamp, Report, SnapshotStamp};
use super::rules::RULES;
use super::text;
use crate::error::Error;
use crate::knowledge::{Cite, Confidence, Index, Level};
use crate::network::{Repair, fixes};
use crate::plan::{Origin, Reason};
use crate::snapshot::{Fix, Part, Presence, settlement};
use crate::text::{quoted, shown};
use crate::verdict::Verdict;

/// Asks every rule and writes the report.
pub(super) fn assemble(context: &Context<'_>, strict: bool) -> Result<Report, Error> {
    let mut drafts: Vec<(usize, &str, Draft)> = Vec::new();
    for (order, rule) in RULES.iter().enumerate() {
        drafts.extend((rule.check)(context)?.into_iter().map(|draft| (order, rule.id, draft)));
    }
    drafts.sort_by(|(a, _, x), (b, _, y)| {
        (x.verdict, x.severity, a, &x.subject).cmp(&(y.verdict, y.severity, b, &y.subject))
    });
    let wanted: Vec<(Repair, String)> = drafts
        .iter()
        .filter(|(.., draft)| draft.verdict == Verdict::Broken)
        .flat_map(|(_, rule, draft)| draft.repairs.iter().map(|repair| (repair.clone(), id(rule, draft))))
        .collect();
    let region = &context.wish.region.value;
    let fixes = fixes(&context.network, region, wanted)?;
    let mut findings: Vec<Finding> = drafts.into_iter().map(|(_, rule, draft)| finding(rule, draft, &fixes)).collect();
    for settled in findings.iter_mut().flat_map(|finding| &mut finding.settled_by) {
        let part = Part::ALL.iter().find(|part| part.as_str() == settled.document);
        if let Some(part) = part.filter(|_| !settled.command.is_empty()) {
            let cluster = context.wish.name.as_ref().map(|name| name.value.as_str());
            *settled = settlement(*part, context.vpc(), cluster, Some(region));
        }
    }
    let mut report = Report {
        verdict: verdict(&findings),
        counts: counts(&findings),
        spec: context.plan.spec.clone(),
        findings,
        assumptions: assumptions(context, strict),
        not_assessed: not_assessed(context),
        fixes,
        knowledge: KnowledgeStamp {
            as_of: context.plan.as_of,
            newest: Index::of_rows()?.newest(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
        },
        snapshot: SnapshotStamp {
            account: context.snapshot.account(),
            region: context.snapshot.region().map(|(region, _)| region),
            time: context.snapshot.collection.as_ref().and_then(|collection| collection.time.clone()),
            parts: context.snapshot.parts().into_iter().map(ToOwned::to_owned).collect(),
        },
        text: String::new(),
    };
    report.text = text::report(&report);
    Ok(report)
}

fn id(rule: &str, draft: &Draft) -> String {
    format!("{rule}:{}", shown(&draft.subject))
}

fn finding(rule: &str, draft: Draft, fixes: &[Fix]) -> Finding {
    let id = id(rule, &draft);
    let mut cites: Vec<Cite> = Vec::new();
    for cite in draft.reasons.iter().flat_map(|reason| &reason.cites) {
        if !cites.contains(cite) {
            cites.push(cite.clone());
        }
    }
    let evidence = draft.evidence.into_iter().map(|seen| Evidence {
        document: seen.document,
        id: shown(&seen.id),
        says: shown(&seen.says),
    });
    Finding {
        rule: rule.to_owned(),
        verdict: draft.verdict,
        severity: draft.severity,
        subject: shown(&draft.subject),
        message: shown(&draft.message),
        evidence: evidence.collect(),
        confidence: confidence(&draft.reasons),
        reasons: draft.reasons,
        cites,
        settled_by: if draft.verdict == Verdict::Met { Vec::new() } else { draft.settled_by },
        fixes: fixes.iter().filter(|fix| fix.mends.contains(&id)).map(|fix| fix.id.clone()).collect(),
        id,
    }
}

/// The requirement stands on its best reason: one that was read is enough.
fn confidence(reasons: &[Reason]) -> Confidence {
    reasons.iter().map(|reason| reason.confidence).min().unwrap_or(Confidence::Read)
}

/// Met only when nothing is unknown and every requirement is verified.
fn verdict(findings: &[Finding]) -> Verdict {
    Verdict::all(findings.iter().map(|finding| match finding.confidence {
        Confidence::Unverified => finding.verdict.and(Verdict::Unknown),
        Confidence::Read | Confidence::Inferred => finding.verdict,
    }))
}

fn counts(findings: &[Finding]) -> Counts {
    let of = |verdict| findings.iter().filter(|finding| finding.verdict == verdict).count();
    Counts { broken: of(Verdict::Broken), unknown: of(Verdict::Unknown), met: of(Verdict::Met) }
}

fn assumptions(context: &Context<'_>, strict: bool) -> Vec<String> {
    let mut assumptions = Vec::new();
    let nodes = &context.wish.nodes;
    if nodes.origin == Origin::Default {
        let kinds: Vec<&str> = nodes.value.iter().map(|kind| kind.as_str()).collect();
        assumptions.push(format!("nodes are of the kind `{}`, for nothing says otherwise", kinds.join("`, `")));
    }
    let assumed: Vec<&str> = Part::ALL
        .iter()
        .filter(|part| !strict && context.snapshot.presence(**part) == Presence::Assumed)
        .map(|part| part.as_str())
        .collect();
    if !assumed.is_empty() {
        assumptions.push(format!("complete, for no collection says otherwise: `{}`", assumed.join("`, `")));
    }
    assumptions.push(
        "nodes call from ports 32768 to 60999, the range of Linux, over IPv4 and over IPv6 where an endpoint has it"
            .to_owned(),
    );
    assumptions
}

/// The parts that the rules and the paths between nodes and endpoints rest on.
const USED: &[Part] = &[
    Part::Vpcs,
    Part::VpcAttributes,
    Part::Subnets,
    Part::RouteTables,
    Part::SecurityGroups,
    Part::NetworkAcls,
    Part::VpcEndpoints,
    Part::NetworkInterfaces,
    Part::PrefixLists,
    Part::ManagedPrefixLists,
    Part::PrefixListEntries,
    Part::DhcpOptions,
    Part::Reservations,
    Part::LaunchTemplateVersions,
    Part::HostedZones,
    Part::Cluster,
    Part::Nodegroups,
    Part::FargateProfiles,
    Part::Addons,
    Part::PodIdentityAssociations,
];

/// What no rule looks at. The list is part of every report, for silence must not read as safety.
const NOT_ASSESSED: &[&str] = &[
    "IAM policies, service control policies and all but the plainest endpoint policies: whether a call is allowed",
    "Kubernetes network policies, DNS Firewall and the rules of firewalls",
    "the images of nodes, and who may join",
    "user data that was not collected, and what variables and commands in it would give",
    "container images: where they come from and whether they can be pulled",
    "names that are resolved by hosted zones, Resolver rules or Route 53 Profiles of your own",
    "paths of pods that have addresses or security groups of their own",
    "the way from the control plane to nodes, and out of the VPC",
    "whether an endpoint service exists in every availability zone",
];

fn not_assessed(context: &Context<'_>) -> Vec<String> {
    let mut list: Vec<String> = NOT_ASSESSED.iter().map(|&item| item.to_owned()).collect();
    let recommended: BTreeSet<&str> = context
        .endpoints_besides_s3()
        .filter(|planned| planned.level == Level::Recommended)
        .map(|planned| planned.service.as_str())
        .collect();
    if !recommended.is_empty() {
        list.push(format!("endpoints that are only recommended: {}", quoted(recommended)));
    }
    let unused = Part::ALL.iter().filter(|part| !USED.contains(part) && context.snapshot.has(**part));
    let unused: Vec<&str> = unused.map(|part| part.as_str()).collect();
    if !unused.is_empty() {
        list.push(format!("documents that are kept, and that no rule looks at: {}", quoted(unused)));
    }
    let unread = context.snapshot.collection.as_ref().map(|collection| &collection.unread);
    if let Some(unread) = unread.filter(|unread| !unread.is_empty()) {
        list.push(format!("documents that nothing here reads: {}", quoted(unread)));
    }
    list
}
