//! The snapshot resolved, and reach.
mod answer;
use crate::error::Error;
use crate::snapshot::Snapshot;
pub use answer::*;
/// Placeholder.
pub fn reach(_snapshot: &Snapshot, _request: &ReachRequest) -> Result<ReachAnswer, Error> {
    Err(Error::new(crate::error::ErrorCode::ErrInternal, "", "not yet"))
}
