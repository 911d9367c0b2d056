//! Placeholder: the table of calls.
use super::Part;
use crate::error::Error;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The request of the operation `collection`.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollectionRequest {
    /// The name of the cluster.
    pub cluster: String,
    /// The region.
    pub region: String,
}
/// A call.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectionCall {
    /// The key of the part.
    pub part: String,
}
/// The answer of the operation `collection`.
#[derive(Clone, Debug, JsonSchema, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CollectionAnswer {
    /// The calls.
    pub calls: Vec<CollectionCall>,
}
/// Placeholder.
pub fn collection(_request: &CollectionRequest) -> Result<CollectionAnswer, Error> {
    Err(Error::new(crate::error::ErrorCode::ErrInternal, "", "not yet"))
}
/// The command and permission that give a part.
pub fn settlement(_part: Part) -> (&'static str, &'static str) {
    ("", "")
}
