//! Wish in, what must exist out. Each item carries its reasons; nothing is planned without a cite.

mod answer;
mod spec;

pub use answer::*;
pub use spec::{ClusterSpec, FeatureOptions, Features, IpFamily, NodeKind, OptionValue};

use crate::error::Error;

/// Placeholder.
pub fn plan(_spec: &ClusterSpec) -> Result<Plan, Error> {
    Err(Error::new(crate::error::ErrorCode::ErrInternal, "", "not yet"))
}
