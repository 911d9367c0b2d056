//! What exists, as documents give it. AWS's answers stay as AWS prints them; this room knows their shapes, merges
//! pages and files, and knows what is missing. It resolves nothing and judges nothing.

mod answer;
mod apply;
mod calls;
mod collection;
mod ec2;
mod eks;
mod fix;
mod merge;
mod origin;
mod parts;
mod policy;
mod redact;
mod route53;
mod settlement;
mod shape;

pub use apply::{ApplyRequest, apply};
pub use calls::{CollectionAnswer, CollectionCall, CollectionRequest, collection};
pub use collection::{CollectedPart, Collection, PartState, Presence};
pub use ec2::*;
pub use eks::*;
pub use fix::Fix;
pub(crate) use merge::duplicate;
pub use merge::{MergeRequest, NamedDocument, merge};
pub use parts::{Part, Snapshot};
pub(crate) use policy::PolicyReach;
pub(crate) use redact::REDACTED;
pub use redact::{RedactRequest, redact};
pub use route53::*;
pub use settlement::Settlement;
pub(crate) use settlement::{settlement, settlement_in};
pub(crate) use shape::Identified;
