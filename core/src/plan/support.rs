//! What can be used, what not, and what no longer exists: a statement for each node kind and feature of a wish.

use std::collections::{BTreeMap, BTreeSet};

use crate::day::Day;
use crate::knowledge::{self, Circumstances, Claim, Level, NodeKind, Says, Subject, Support, Truth};
use crate::plan::answer::{Reason, SupportStatement};
use crate::plan::reasons::reason;

/// The statements: what holds for every cluster, then the node kinds, then the features, each in order.
pub(super) fn statements(claims: &[&Claim], about: &Circumstances, day: Day) -> Vec<SupportStatement> {
    let mut statements = Vec::new();
    let mut by_subject: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
    for claim in claims.iter().filter(|claim| matches!(claim.says, Says::Supports { .. })) {
        by_subject.entry(claim.about.id()).or_default().push(claim);
    }
    let gather = |subject: Subject| gather(by_subject.get(subject.id()).map_or(&[], Vec::as_slice), about);
    let base = gather(Subject::Base);
    if !base.is_empty() {
        statements.push(statement("base", about.region.title, base, day));
    }
    for kind in NodeKind::ALL.iter().filter(|kind| about.nodes.contains(kind)) {
        let found = gather(Subject::Node(*kind));
        statements.push(statement(kind.as_str(), kind.title(), found, day));
    }
    for row in knowledge::features().filter(|row| about.features.contains_key(row.id)) {
        let found = gather(Subject::Feature(row));
        statements.push(statement(row.id, row.title, found, day));
    }
    statements
}

/// The features that do not work or no longer exist: what they ask for is not worth having. Nodes that run outlive the
/// publication of their images.
pub(super) fn lost(statements: &[SupportStatement]) -> BTreeSet<&str> {
    let lost = |found: &&SupportStatement| matches!(found.support, Support::Unsupported | Support::Ended);
    let features = statements.iter().filter(lost).filter(|found| knowledge::feature(&found.subject).is_some());
    features.map(|found| found.subject.as_str()).collect()
}

fn gather(claims: &[&Claim], about: &Circumstances) -> Vec<(Support, Reason)> {
    let mut found = Vec::new();
    for claim in claims {
        let Says::Supports { support, when } = &claim.says else { continue };
        let Some(judged) = when.judge_unless_no(about) else { continue };
        let (support, level) = match (judged.truth, *support) {
            // What may not work is said, and never taken for what does not; the condition in words names what is not
            // stated.
            (Truth::Unknown, Support::Limited) => (Support::Limited, Level::Conditional),
            (Truth::Unknown, _) => (Support::Unknown, Level::Conditional),
            (_, support) => (support, Level::Required),
        };
        found.push((support, reason(claim, level, judged.words)));
    }
    found
}

/// The gravest of what is known decides.
fn statement(subject: &str, title: &str, found: Vec<(Support, Reason)>, day: Day) -> SupportStatement {
    let gravest = [Support::Ended, Support::Unsupported, Support::Limited, Support::Unknown, Support::Supported]
        .into_iter()
        .find(|support| found.iter().any(|(own, _)| own == support));
    let Some(support) = gravest else {
        return SupportStatement {
            subject: subject.to_owned(),
            title: title.to_owned(),
            support: Support::Unknown,
            statement: format!("no source that was read says whether it could be used on {day}"),
            reasons: Vec::new(),
        };
    };
    let reasons: Vec<_> = found.into_iter().filter(|(own, _)| *own == support).map(|(_, reason)| reason).collect();
    let sentences: Vec<_> = reasons.iter().map(|reason| reason.because).collect();
    SupportStatement {
        subject: subject.to_owned(),
        title: title.to_owned(),
        support,
        statement: sentences.join("; "),
        reasons,
    }
}
