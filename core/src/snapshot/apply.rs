//! Placeholder.
use super::{Fix, Snapshot};
use crate::error::Error;
use schemars::JsonSchema;
use serde::Deserialize;
/// The request of the operation `apply`.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApplyRequest {
    /// The documents.
    #[serde(default)]
    pub snapshot: Option<Snapshot>,
    /// The fixes, in order.
    pub fixes: Vec<Fix>,
}
/// Placeholder.
pub fn apply(snapshot: &Snapshot, _request: &ApplyRequest) -> Result<Snapshot, Error> {
    Ok(snapshot.clone())
}
