//! Plan against network.
mod report;
use crate::error::Error;
use crate::plan::ClusterSpec;
use crate::snapshot::Snapshot;
pub use report::*;
use schemars::JsonSchema;
use serde::Deserialize;

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
/// Placeholder.
pub fn audit(_snapshot: &Snapshot, _request: &AuditRequest) -> Result<Report, Error> {
    Err(Error::new(crate::error::ErrorCode::ErrInternal, "", "not yet"))
}
