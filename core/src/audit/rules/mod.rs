//! The rules, one file each, named for the trouble that it finds.

#![expect(clippy::unnecessary_wraps, reason = "one signature for all rules, whether they read blocks or not")]

mod bootstrap_certificate_stale;
mod bootstrap_cluster_wrong;
mod bootstrap_dns_wrong;
mod bootstrap_incomplete;
mod endpoint_missing;
mod endpoint_policy_denies;
mod endpoint_unreachable;
mod feature_unsupported;
mod private_access_off;
mod private_dns_off;
mod s3_unreachable;
mod user_data_broken;
mod user_data_too_large;
mod vpc_dns_off;

use super::context::Context;
use super::draft::Draft;
use crate::error::Error;

/// A rule. Every rule may fail on a block of a document that is none.
pub(super) struct Rule {
    /// The id, such as `endpoint-missing`; its page in the documentation has the same name.
    pub(super) id: &'static str,
    /// Looks, and says what it finds: met, broken and unknown alike.
    pub(super) check: fn(&Context<'_>) -> Result<Vec<Draft>, Error>,
}

/// Every rule, in the order in which its findings are told.
pub(super) const RULES: &[Rule] = &[
    private_access_off::RULE,
    vpc_dns_off::RULE,
    endpoint_missing::RULE,
    private_dns_off::RULE,
    endpoint_policy_denies::RULE,
    endpoint_unreachable::RULE,
    s3_unreachable::RULE,
    bootstrap_incomplete::RULE,
    bootstrap_cluster_wrong::RULE,
    bootstrap_certificate_stale::RULE,
    bootstrap_dns_wrong::RULE,
    user_data_too_large::RULE,
    user_data_broken::RULE,
    feature_unsupported::RULE,
];
