//! What to mind that no endpoint and no setting settles.

use crate::knowledge::{Circumstances, Claim, Level, Says};
use crate::plan::answer::Reason;
use crate::plan::reasons::reason;

/// The notes that apply or may apply, in order of what they are about and of claim.
pub(super) fn gathered(claims: &[&Claim], about: &Circumstances) -> Vec<Reason> {
    let mut notes: Vec<_> = claims
        .iter()
        .filter_map(|claim| {
            let Says::Minds { when } = &claim.says else { return None };
            // What may apply is said; the condition in words names what is not stated.
            when.judge_unless_no(about).map(|judged| reason(claim, Level::Recommended, judged.words))
        })
        .collect();
    notes.sort_by(|a, b| (&a.by, &a.claim).cmp(&(&b.by, &b.claim)));
    notes
}
