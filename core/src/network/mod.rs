//! The snapshot resolved, missing things kept as gaps, and reach: who may talk to whom, and why not. It knows no wish
//! and no rule; it plans nothing.

mod acl;
mod answer;
mod appliance;
mod ask;
mod certificate;
mod choose;
mod crossing;
mod destination;
mod either;
mod end;
mod ends;
mod exit;
mod exits;
mod gateways;
mod group;
mod internet;
mod local;
mod name;
mod nat;
mod path;
mod peering;
mod place;
mod protocol;
mod reach;
mod repair;
mod resolve;
mod route;
mod service_name;
mod transit;
mod transit_table;
mod walk;
mod zone;

pub use answer::*;
pub use ask::reach;
pub use certificate::DecidingRule;
pub(crate) use destination::{Destination, is_gateway};
pub(crate) use end::{End, Groups};
pub use exit::*;
pub use exits::exits;
pub(crate) use path::Asked;
pub(crate) use reach::{Reached, reached};
pub(crate) use repair::{LetThrough, Repair, VpcAttributeName, fixes};
pub(crate) use resolve::Found;
pub use resolve::Network;
