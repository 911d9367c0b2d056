//! `private-eks`
mod audit;
mod day;
mod error;
mod json;
mod knowledge;
pub mod net;
mod network;
mod operations;
mod plan;
mod snapshot;
mod text;
mod verdict;

pub use audit::*;
pub use day::Day;
pub use error::{Error, ErrorCode};
pub use knowledge::*;
pub use network::*;
pub use operations::{ACCESSORS, Accessor, Gives, OPERATIONS, Operation, call, call_on, guarded};
pub use plan::*;
pub use snapshot::*;
pub use verdict::Verdict;
