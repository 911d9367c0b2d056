//! What is true, since when and until when, how sure that is and where it can be read; and what AWS's page printed.
//! Rows and the vocabulary that they are written in. It decides nothing: what follows for a wish is the plan's business.

mod answer;
mod ask;
mod claim;
mod condition;
mod edition;
mod feature;
mod index;
mod node;
mod option;
mod partition;
mod prefix;
mod registry;
mod rows;
mod service;
mod setting;
mod source;

pub use answer::{
    ClaimAnswer, EditionAnswer, FeatureAnswer, KnowledgeAnswer, KnowledgeRequest, NeedAnswer, NoEndpointAnswer,
    NotNeededAnswer, NoteAnswer, OptionAnswer, RegionalName, RegistryAnswer, ServiceAnswer, SettingAnswer,
    StatementAnswer, SupportAnswer,
};
pub use ask::knowledge;
pub use claim::{Cite, Confidence, Level, Support};
pub(crate) use claim::{Claim, Says, Subject};
pub(crate) use condition::{Circumstances, Condition, Judgement, Truth};
pub use edition::StatementKind;
pub use feature::{FeatureRow, feature, features};
pub(crate) use index::Index;
pub use node::{IpFamily, NodeKind};
pub use option::{OptionKind, OptionRow, OptionValue};
pub use partition::{PartitionRow, RegionRow, region, regions};
pub(crate) use registry::registry_in_words;
pub use registry::{RegistryRow, registry};
pub use service::EndpointType;
pub(crate) use service::ServiceRow;
pub use setting::Place;
pub(crate) use setting::SettingRow;
