//! `user-data-broken`: user data is not read as it is written: flags that the image swallows, quotes that systemd or
//! kubelet break, parts that their reader does not find.

use super::Rule;
use crate::audit::context::Context;
use crate::audit::draft::Draft;
use crate::audit::joins::{Judged, Looks};
use crate::audit::report::Severity;
use crate::bootstrap::UserDataEffect;
use crate::error::Error;
use crate::snapshot::Part;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "user-data-broken", check };

/// What rules of their own tell of.
const ELSEWHERE: &[&str] = &[
    "certificate-authority",
    "no-certificate-authority",
    "no-cluster-name",
    "no-endpoint",
    "no-service-cidr",
    "too-large",
];

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    Ok(context.joins.drafts(Severity::High, Looks::Text, |join, facts, _| {
        let counts = |code: &str| !ELSEWHERE.contains(&code);
        // What works and could break later is told by `inspect`.
        let faults = facts.findings.iter().filter(|finding| finding.effect != UserDataEffect::Fragile);
        let faults: Vec<_> = faults.filter(|finding| counts(&finding.code)).collect();
        let says: Vec<String> = faults
            .iter()
            .map(|finding| match finding.place.as_str() {
                "" => format!("{}: {}", finding.code, finding.says),
                place => format!("{} ({place}): {}", finding.code, finding.says),
            })
            .collect();
        let words = &join.words;
        if says.is_empty() {
            return Some(Judged::new(Verdict::Met, format!("the user data of {words} is read as it is written")));
        }
        if faults.iter().all(|finding| finding.effect == UserDataEffect::Unknown) {
            let message = format!("whether the user data of {words} is read as it is written is not known");
            let judged = Judged::new(Verdict::Unknown, message).settled_by(Part::LaunchTemplateVersions);
            return Some(Judged { says, ..judged });
        }
        let message = format!("the user data of {words} is not read as it is written");
        Some(Judged { says, ..Judged::new(Verdict::Broken, message) })
    }))
}
