//! Image references: read to the grammar that registries and runtimes share, and told apart by whether a cluster without
//! internet access reaches them; and what is to be done so that it does. It pulls nothing and asks no registry.

mod answer;
mod classify;
mod cluster;
mod ecr;
mod mirror;
mod reference;

pub use answer::{Classification, ClassifiedImage, ClassifyRequest, ImageClass};
pub use classify::classify;
pub use cluster::{ImageCluster, PullThroughCacheRule};
pub use mirror::*;
pub use reference::{
    AnyReference, Reference, ReferenceFault, ReferenceFaultKind, ReferenceLint, ReferenceLintCode, ReferenceParts,
};
