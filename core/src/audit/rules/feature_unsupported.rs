//! `feature-unsupported`: something that the cluster uses cannot be used without internet access, no longer exists, or
//! is not known.

use super::Rule;
use crate::audit::context::{Context, of_spec, settle};
use crate::audit::draft::Draft;
use crate::audit::infer::FEATURE_PARTS;
use crate::audit::report::Severity;
use crate::error::Error;
use crate::knowledge::Support;
use crate::snapshot::Part;
use crate::text::quoted;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "feature-unsupported", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    let mut drafts: Vec<Draft> = context
        .plan
        .support
        .iter()
        .map(|support| {
            let verdict = match support.support {
                Support::Supported | Support::Limited => Verdict::Met,
                Support::Unsupported | Support::Ended => Verdict::Broken,
                Support::Unknown => Verdict::Unknown,
            };
            let settlement = (verdict == Verdict::Unknown).then(|| of_spec("a source that says so"));
            let message = match support.support {
                Support::Limited => format!("limited: {}", support.statement),
                _ => support.statement.clone(),
            };
            Draft::new(&support.subject, verdict, Severity::High, message)
                .because(&support.reasons)
                .settled_by(settlement)
        })
        .collect();
    drafts.extend(context.unknown_addons.iter().map(|addon| {
        let message = format!("nothing is known of what {} needs", quoted([addon]));
        Draft::new(addon, Verdict::Unknown, Severity::High, message)
            .evidence(Part::Addons, addon, "the cluster has it")
            .settled_by([of_spec("spec.features")])
    }));
    if context.features_inferred {
        for part in FEATURE_PARTS.into_iter().filter(|part| !context.network.is_whole(*part)) {
            let message = format!("which features the cluster uses is not known: {}", context.network.gap(part));
            drafts.push(
                Draft::new(format!("features/{}", part.as_str()), Verdict::Unknown, Severity::High, message)
                    .settled_by([settle(part), of_spec("spec.features")]),
            );
        }
    }
    Ok(drafts)
}
