//! Placeholder.
use super::Snapshot;
use crate::error::Error;
use schemars::JsonSchema;
use serde::Deserialize;
/// The request of the operation `redact`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RedactRequest {
    /// The documents.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
}
/// Placeholder.
pub fn redact(snapshot: &Snapshot, _request: &RedactRequest) -> Result<Snapshot, Error> {
    Ok(snapshot.clone())
}
