//! `bootstrap-cluster-wrong`: user data names another cluster, or another endpoint than that of the cluster.

use super::Rule;
use crate::audit::context::Context;
use crate::audit::draft::Draft;
use crate::audit::joins::{Join, Judged, Looks};
use crate::audit::report::Severity;
use crate::audit::target::Target;
use crate::bootstrap::{Facts, Known};
use crate::error::Error;
use crate::snapshot::Part;
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "bootstrap-cluster-wrong", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let target = &context.joins.target;
    Ok(context.joins.drafts(Severity::Critical, Looks::Cluster, |join, facts, _| judge(join, facts, target)))
}

fn judge(join: &Join, facts: &Facts, target: &Target) -> Option<Judged> {
    let words = &join.words;
    if join.eks_wins(facts) {
        return None;
    }
    let mut verdict = Verdict::Met;
    let mut says = Vec::new();
    let mut compared = false;
    let pairs = [
        ("the cluster", &facts.name, target.name.as_deref()),
        ("the endpoint", &facts.endpoint, target.endpoint.as_deref()),
    ];
    for (what, told, own) in pairs {
        match (told, own) {
            // What is left out is the matter of another rule.
            (Known::Absent, _) => continue,
            (Known::Given(told), Some(own)) if same(told, own) => {}
            (Known::Given(told), Some(own)) => {
                verdict = verdict.and(Verdict::Broken);
                says.push(format!("{what} is {}, and should be {}", quoted([told]), quoted([own])));
            }
            (Known::Unknown, _) => {
                verdict = verdict.and(Verdict::Unknown);
                says.push(format!("{what} is given by a variable or a command"));
            }
            (Known::Given(_), None) => {
                verdict = verdict.and(Verdict::Unknown);
                says.push(format!("{what} that is told cannot be compared, for the cluster does not show its own"));
            }
        }
        compared = true;
    }
    let message = match verdict {
        _ if !compared => return None,
        Verdict::Met => format!("{words} is told about this cluster"),
        Verdict::Broken => format!("{words} is told about another cluster than this one"),
        Verdict::Unknown => format!("whether {words} is told about this cluster is not known"),
    };
    let settled = (verdict == Verdict::Unknown).then_some(Part::Cluster);
    let judged = Judged { says, ..Judged::new(verdict, message) };
    Some(settled.into_iter().fold(judged, Judged::settled_by))
}

/// Host names are the same in capitals, and a slash or the usual port at the end says nothing.
fn same(told: &str, own: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim_end_matches('/');
        text.strip_suffix(":443").unwrap_or(text).to_ascii_lowercase()
    };
    bare(told) == bare(own) && (told.starts_with("https://") || told == own)
}
