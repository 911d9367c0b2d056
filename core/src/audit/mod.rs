//! Plan against network: what exists, held against what must exist. Rules find, the report tells; nothing here changes
//! a document.

mod assemble;
mod context;
mod dns_guess;
mod draft;
mod eks_api;
mod infer;
mod joins;
mod places;
mod report;
mod rules;
mod target;
mod text;
mod ways;

pub use report::{Counts, Evidence, Finding, KnowledgeStamp, Report, Severity, SnapshotStamp};

use schemars::JsonSchema;
use serde::Deserialize;

use crate::error::Error;
use crate::network::Network;
use crate::plan::{ClusterSpec, plan_wish};
use crate::snapshot::Snapshot;

/// What exists and what is wanted. The request of the operation `audit`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AuditRequest {
    /// What exists; left out when a handle is asked.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// What is wanted. What it does not state is inferred from the documents, and the report says from what.
    #[serde(default)]
    pub spec: Option<ClusterSpec>,
    /// Whether a document without a word on its completeness proves nothing. Not stated: `false`.
    #[serde(default)]
    pub strict: bool,
}

/// Holds what exists against what must exist: the operation `audit`.
///
/// An unmet requirement is a finding, not an error.
///
/// ```
/// use private_eks::{AuditRequest, Snapshot, Verdict, audit};
///
/// let snapshot = Snapshot::parse(r#"{
///     "cluster": {
///         "name": "prod", "arn": "arn:aws:eks:eu-west-1:111122223333:cluster/prod",
///         "resourcesVpcConfig": {"vpcId": "vpc-0a", "endpointPrivateAccess": false}
///     }
/// }"#)?;
/// let report = audit(&snapshot, &AuditRequest::default())?;
/// assert_eq!(report.verdict, Verdict::Broken);
/// assert_eq!(report.findings[0].id, "private-access-off:prod");
/// assert_eq!(report.fixes[0].operation, "UpdateClusterConfig");
/// # Ok::<(), private_eks::Error>(())
/// ```
///
/// # Errors
/// A wish that contradicts itself or the documents, no region, documents of two regions, two objects with one id that
/// differ, or a document with a block that is none.
pub fn audit(snapshot: &Snapshot, request: &AuditRequest) -> Result<Report, Error> {
    let network = Network::of(snapshot, request.strict).map_err(|error| error.under("snapshot"))?;
    let inferred = infer::infer(snapshot, request.spec.as_ref())?;
    let plan = plan_wish(&inferred.wish)?;
    let places = places::Places::of(&network, &inferred.wish).map_err(|error| error.under("snapshot"))?;
    let cluster = inferred.wish.name.as_ref().map(|name| name.value.as_str());
    let joins = joins::Joins::of(&network, cluster, plan.as_of);
    let context = context::Context {
        snapshot,
        network,
        plan,
        wish: inferred.wish,
        places,
        joins,
        unknown_addons: inferred.unknown_addons,
        features_inferred: inferred.from_documents,
    };
    assemble::assemble(&context, request.strict).map_err(|error| error.under("snapshot"))
}
