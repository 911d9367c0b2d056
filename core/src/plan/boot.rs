//! What nodes still call while they boot.

use crate::knowledge::{Circumstances, Claim, Level, NodeKind, Says, Subject};
use crate::plan::answer::BootCall;
use crate::plan::reasons::reason;

/// The calls, in order of node kind, service and claim.
pub(super) fn calls(claims: &[&Claim], about: &Circumstances) -> Vec<BootCall> {
    let mut found = Vec::new();
    for kind in NodeKind::ALL.iter().filter(|kind| about.nodes.contains(kind)) {
        for claim in claims.iter().filter(|claim| matches!(claim.about, Subject::Node(own) if own == *kind)) {
            let Says::Calls { service, endpoints, call, unanswered, avoided_by, when } = &claim.says else { continue };
            let Some(judged) = when.judge_unless_no(about) else { continue };
            found.push(BootCall {
                node: *kind,
                service: (*service).to_owned(),
                endpoints: endpoints.iter().map(|id| (*id).to_owned()).collect(),
                call: (*call).to_owned(),
                unanswered: (*unanswered).to_owned(),
                avoided_by: avoided_by.words().to_owned(),
                reasons: vec![reason(claim, Level::Required, judged.words)],
            });
        }
    }
    found
}
