//! `user-data-too-large`: user data has more bytes than EC2 takes, so that no instance starts with it.

use super::Rule;
use crate::audit::context::Context;
use crate::audit::draft::Draft;
use crate::audit::joins::{Judged, Looks};
use crate::audit::report::Severity;
use crate::bootstrap::LIMIT;
use crate::error::Error;
use crate::verdict::Verdict;

pub(super) const RULE: Rule = Rule { id: "user-data-too-large", check };

fn check(context: &Context<'_>) -> Result<Vec<Draft>, Error> {
    Ok(context.joins.drafts(Severity::Critical, Looks::Text, |join, _, bytes| {
        let words = &join.words;
        if bytes <= LIMIT {
            return Some(Judged::new(Verdict::Met, format!("the user data of {words} has {bytes} bytes of {LIMIT}")));
        }
        let mut judged =
            Judged::new(Verdict::Broken, format!("the user data of {words} has more bytes than EC2 takes"));
        judged.says.push(format!("{bytes} bytes before base64, and {LIMIT} is the most"));
        Some(judged)
    }))
}
