//! How claims about one thing are gathered: who asks for it, whether that applies, and how strongly. Endpoints and
//! settings are gathered alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::knowledge::{
    Circumstances, Claim, Condition, Confidence, Level, Place, SettingRow, Subject, Truth, judgement_of,
};
use crate::plan::answer::Reason;

/// The reasons for one thing: those that hold, and those of which the circumstances do not say.
#[derive(Default)]
pub(super) struct Gathered {
    held: Vec<Reason>,
    open: Vec<Reason>,
    settled_by: BTreeSet<String>,
}

/// The reasons for one thing that is decided or open.
pub(super) struct Decided {
    /// The reasons, the strongest first.
    pub(super) reasons: Vec<Reason>,
    /// The strongest level.
    pub(super) level: Level,
    /// The best confidence among the reasons of that level.
    pub(super) confidence: Confidence,
    /// The statements that would decide it; empty when it is decided.
    pub(super) settled_by: Vec<String>,
}

impl Gathered {
    /// Takes a claim in whose subject is there, where its condition does not rule it out.
    pub(super) fn add(&mut self, claim: &Claim, level: Level, when: &Condition, about: &Circumstances) {
        let Some(judged) = when.judge_unless_no(about) else { return };
        let open = judged.truth == Truth::Unknown;
        self.settled_by.extend(judged.settled_by);
        let reasons = if open { &mut self.open } else { &mut self.held };
        reasons.push(reason(claim, level, judged.words));
    }

    /// Takes a claim in that holds for a reason of its own, in words.
    pub(super) fn hold(&mut self, claim: &Claim, level: Level, because: String) {
        self.held.push(reason(claim, level, because));
    }

    /// Takes a claim in that holds because the wish says that workloads call the service.
    pub(super) fn hold_called(&mut self, claim: &Claim, level: Level, service: &str) {
        let reason = reason(claim, level, format!("`services` names `{service}`"));
        self.held.push(Reason { by: "services", ..reason });
    }

    /// Whether it must be, whether that is open, or neither. Reasons that are open matter only where none holds.
    pub(super) fn decide(self) -> Option<Decided> {
        let (mut reasons, settled_by) = if self.held.is_empty() {
            (self.open, self.settled_by.into_iter().collect())
        } else {
            (self.held, Vec::new())
        };
        reasons.sort_by(|a, b| (a.level, &a.by, &a.claim).cmp(&(b.level, &b.by, &b.claim)));
        let level = reasons.first()?.level;
        let confidence = reasons.iter().filter(|reason| reason.level == level).map(|reason| reason.confidence).min()?;
        Some(Decided { reasons, level, confidence, settled_by })
    }
}

/// The settings of some places, decided or open, in order of place and id.
pub(super) fn settings(
    claims: &[&Claim],
    about: &Circumstances,
    takes: impl Fn(Place) -> bool,
) -> Vec<(&'static SettingRow, Decided)> {
    let mut wanted: BTreeMap<_, (&SettingRow, Gathered)> = BTreeMap::new();
    for claim in claims {
        if let Some((setting, level, when)) = claim.says.setting().filter(|(row, ..)| takes(row.place)) {
            let entry = wanted.entry((setting.place, setting.id));
            entry.or_insert_with(|| (setting, Gathered::default())).1.add(claim, level, when, about);
        }
    }
    wanted.into_values().filter_map(|(setting, gathered)| Some((setting, gathered.decide()?))).collect()
}

/// Whether the subject of a claim is part of the wish.
pub(super) fn is_there(subject: Subject, about: &Circumstances) -> bool {
    match subject {
        Subject::Base => true,
        Subject::Node(kind) => about.nodes.contains(&kind),
        Subject::Feature(row) => about.uses(row),
        Subject::System(_) => false,
    }
}

/// The claims whose subject is wanted. Most stand beside others about the same subject, which is asked for once.
pub(super) fn there(mut claims: Vec<&'static Claim>, is_wanted: impl Fn(Subject) -> bool) -> Vec<&'static Claim> {
    let mut last: Option<(&str, bool)> = None;
    claims.retain(|claim| {
        let id = claim.about.id();
        let known = last.filter(|(own, _)| std::ptr::eq(*own, id)).map(|(_, wanted)| wanted);
        let wanted = known.unwrap_or_else(|| is_wanted(claim.about));
        last = Some((id, wanted));
        wanted
    });
    claims
}

/// A reason that rests on a claim.
pub(super) fn reason(claim: &Claim, level: Level, condition: String) -> Reason {
    Reason {
        claim: claim.id,
        by: claim.about.id(),
        because: claim.statement,
        condition,
        level,
        confidence: claim.confidence,
        cites: claim.cites(),
        judgement: judgement_of(claim),
    }
}
