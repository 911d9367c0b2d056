//! The least IAM policy that the calls need. A permission is limited to ARNs where AWS can limit it; the account is not
//! known, so it stays open. Other permissions are limited to the region, except in Route 53, which has no regions.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{ANY, CALLS, Place};
use crate::error::{Error, ErrorCode};

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Policy {
    version: &'static str,
    statement: Vec<Statement>,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Statement {
    effect: &'static str,
    action: Vec<&'static str>,
    resource: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    condition: Option<BTreeMap<&'static str, BTreeMap<&'static str, String>>>,
}

/// The policy as JSON text.
pub(super) fn policy(place: &Place<'_>) -> Result<String, Error> {
    let mut actions: BTreeMap<(&str, bool), Vec<&'static str>> = BTreeMap::new();
    for call in CALLS.iter().filter(|call| !call.permission.is_empty()) {
        let regional = call.resource == "*" && call.service != "route53" && place.region != ANY.region;
        actions.entry((call.resource, regional)).or_default().push(call.permission);
    }
    let statement = actions.into_iter().map(|((resource, regional), mut action)| {
        action.sort_unstable();
        action.dedup();
        let region = || BTreeMap::from([("aws:RequestedRegion", place.region.to_owned())]);
        let condition = regional.then(|| BTreeMap::from([("StringEquals", region())]));
        Statement { effect: "Allow", action, resource: place.fill(resource), condition }
    });
    let policy = Policy { version: "2012-10-17", statement: statement.collect() };
    let text = serde_json::to_string_pretty(&policy)
        .map_err(|error| Error::new(ErrorCode::ErrInternal, "", format!("the policy could not be written: {error}")))?;
    Ok(text + "\n")
}
