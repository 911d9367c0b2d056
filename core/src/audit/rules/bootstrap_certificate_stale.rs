//! `bootstrap-certificate-stale`: user data holds other certificates than the cluster's authority has today, as it does
//! after a rotation: launch templates keep a copy.

use super::Rule;
use crate::audit::context::Context;
use crate::audit::draft::Draft;
use crate::audit::joins::{Join, Judged, Looks};
use crate::audit::report::Severity;
use crate::audit::target::Target;
use crate::bootstrap::{CertificateBundle, Facts, Known};
use crate::error::Error;
use crate::snapshot::Part;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "bootstrap-certificate-stale", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let target = &context.joins.target;
    Ok(context.joins.drafts(Severity::Critical, Looks::Cluster, |join, facts, _| judge(join, facts, target)))
}

fn judge(join: &Join, facts: &Facts, target: &Target) -> Option<Judged> {
    let words = &join.words;
    if join.eks_wins(facts) {
        return None;
    }
    let told = match &facts.authority {
        // What is left out is the matter of another rule.
        Known::Absent => return None,
        Known::Unknown => {
            let says = format!("which certificates {words} is told is not known: a variable or a command gives them");
            return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::LaunchTemplateVersions));
        }
        Known::Given(data) => match CertificateBundle::parse(data, None) {
            Ok(bundle) => bundle,
            Err(fault) => {
                let mut judged =
                    Judged::new(Verdict::Broken, format!("{words} is told certificates that cannot be read"));
                judged.says.push(format!("they are {}", fault.says()));
                return Some(judged);
            }
        },
    };
    let Some(own) = &target.authority else {
        let says = format!("whether {words} is told the certificates of the cluster is not known");
        return Some(Judged::new(Verdict::Unknown, says).settled_by(Part::Cluster));
    };
    if told.same_as(own) {
        let says = format!("{words} is told the certificates that the cluster has, {} in all", own.count);
        return Some(Judged::new(Verdict::Met, says));
    }
    let active = own.certificates.first();
    let has_active = active.is_some_and(|active| told.certificates.iter().any(|one| one.is(active)));
    let (verdict, message) = if own.holds(&told) && has_active {
        // It works until the other certificate of the cluster becomes the active one.
        (Verdict::Broken, format!("{words} is told the active certificate, and not the one that a rotation has added"))
    } else if has_active {
        (Verdict::Met, format!("{words} is told the active certificate, and one that the cluster no longer has"))
    } else {
        (Verdict::Broken, format!("{words} is told certificates of which none is the active one of the cluster"))
    };
    let list = |bundle: &CertificateBundle| {
        let shown = bundle.certificates.iter().map(|one| format!("{} from {}", one.subject, one.not_before));
        shown.collect::<Vec<_>>().join("; ")
    };
    let says = vec![format!("told: {}", list(&told)), format!("the cluster has: {}", list(own))];
    Some(Judged { says, ..Judged::new(verdict, message) })
}
