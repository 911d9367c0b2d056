//! What is true, since when and until when, how sure that is and where it can be read; and what AWS's page printed.
//! Rows and the vocabulary that they are written in. It decides nothing: what follows for a wish is the plan's business.

mod answer;
mod ask;
mod claim;
mod condition;
mod conflict;
mod diff;
mod edition;
mod endpoint_service;
mod feature;
mod fips;
mod flow;
mod index;
mod instance_type;
mod judgement;
mod node;
mod option;
mod partition;
mod registry;
mod rows;
mod service;
mod setting;
mod source;
mod switch;
mod tables;

pub use answer::{
    ClaimAnswer, EditionAnswer, EndpointNameAnswer, EndpointServiceAnswer, FeatureAnswer, InstanceTypeAnswer,
    KnowledgeAnswer, KnowledgeRequest, NeedAnswer, NoEndpointAnswer, NotNeededAnswer, NoteAnswer, OptionAnswer,
    RegionAnswer, RegionalName, RegistryAnswer, ServiceAnswer, SettingAnswer, StatementAnswer, SupportAnswer,
};
pub use ask::knowledge;
pub use claim::{Cite, Confidence, Level, Support};
pub(crate) use claim::{Claim, Fault, Says, Subject};
pub(crate) use condition::{Circumstances, Condition, Statement, Truth};
pub use conflict::Conflict;
pub use diff::{Change, DiffAnswer, DiffRequest, EndedClaim, StatementChange, diff};
pub use edition::StatementKind;
pub(crate) use endpoint_service::Callable;
pub use endpoint_service::{EndpointServiceRow, endpoint_service, endpoint_services};
pub(crate) use feature::{AUTO_MODE, HYBRID_NODES};
pub use feature::{FeatureRow, feature, features};
pub(crate) use fips::{FipsHost, fips_host};
pub use flow::Party;
pub(crate) use flow::{FlowRow, Ports, Side};
pub(crate) use index::Index;
#[doc(hidden)]
pub use index::build_index;
pub use instance_type::{Hypervisor, InstanceTypeRow, instance_type, instance_types};
pub(crate) use judgement::judgement_of;
pub use node::{AuthenticationMode, ControlPlaneEgressMode, IpFamily, NodeKind, NodeSystem};
pub use option::{OptionKind, OptionRow, OptionValue};
pub use partition::{PartitionRow, RegionRow, region, regions};
pub(crate) use registry::registry_in_words;
pub use registry::{RegistryRow, registry};
pub(crate) use rows::boot_claims;
pub use service::EndpointType;
pub(crate) use service::WITHOUT_CROSS_REGION;
pub use setting::Place;
pub(crate) use setting::{COPY, SettingRow};
pub(crate) use source::USER_GUIDE_2025 as USER_GUIDE;
pub(crate) use switch::Switch;

/// The day since which clusters have access entries.
pub(crate) const ACCESS_ENTRIES_SINCE: crate::day::Day = rows::identity::ACCESS_ENTRIES_SUPPORTED.since.day();
