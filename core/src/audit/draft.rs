//! A finding as a rule makes it, before the report numbers the fixes and sorts.

use super::report::{Evidence, Severity};
use crate::knowledge::Level;
use crate::network::{Blocker, Repair};
use crate::plan::Reason;
use crate::snapshot::{Part, Settlement};
use crate::verdict::Verdict;

/// A finding as a rule makes it.
pub(super) struct Draft {
    pub(super) subject: String,
    pub(super) verdict: Verdict,
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) evidence: Vec<Evidence>,
    pub(super) reasons: Vec<Reason>,
    pub(super) settled_by: Vec<Settlement>,
    pub(super) repairs: Vec<Repair>,
}

impl Draft {
    /// A finding with a verdict and a sentence, and nothing else yet.
    pub(super) fn new(subject: impl Into<String>, verdict: Verdict, severity: Severity, message: String) -> Self {
        Self {
            subject: subject.into(),
            verdict,
            severity,
            message,
            evidence: Vec::new(),
            reasons: Vec::new(),
            settled_by: Vec::new(),
            repairs: Vec::new(),
        }
    }

    pub(super) fn evidence(mut self, part: Part, id: &str, says: impl Into<String>) -> Self {
        self.evidence.push(Evidence { document: part.as_str().to_owned(), id: id.to_owned(), says: says.into() });
        self
    }

    pub(super) fn because(mut self, reasons: &[Reason]) -> Self {
        self.reasons.extend(reasons.iter().cloned());
        self
    }

    pub(super) fn settled_by(mut self, settlements: impl IntoIterator<Item = Settlement>) -> Self {
        self.settled_by.extend(settlements);
        self
    }

    pub(super) fn mended_by(mut self, repairs: impl IntoIterator<Item = Repair>) -> Self {
        self.repairs.extend(repairs);
        self
    }

    pub(super) fn blocked_by(mut self, blockers: &[Blocker]) -> Self {
        for blocker in blockers {
            let unknown = if blocker.verdict == Verdict::Unknown { "unknown: " } else { "" };
            let told = blocker.concerns.iter().all(|block| blocker.says.contains(block.as_str()));
            let concerns = if told { String::new() } else { format!(" (for {})", blocker.concerns.join(", ")) };
            let says = format!("{unknown}{}{concerns}", blocker.says);
            let known = Evidence { document: blocker.document.clone(), id: blocker.id.clone(), says };
            if !self.evidence.contains(&known) {
                self.evidence.push(known);
            }
        }
        self
    }
}

/// How bad it is when what these reasons ask for is missing: nodes that do not join are worse than a feature that does
/// not work. Our judgement.
pub(super) fn severity(reasons: &[Reason]) -> Severity {
    let for_nodes = |reason: &Reason| {
        reason.level == Level::Required
            && matches!(reason.by, "base" | "al2" | "al2023" | "bottlerocket" | "windows" | "fargate")
    };
    if reasons.iter().any(for_nodes) {
        Severity::Critical
    } else if reasons.iter().all(|reason| reason.level == Level::Recommended) && !reasons.is_empty() {
        Severity::Low
    } else {
        Severity::High
    }
}
