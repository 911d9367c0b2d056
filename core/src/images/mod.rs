//! Image references: read to the grammar that registries and runtimes share, told apart by whether a cluster without
//! internet access reaches them, found in texts and changed in their place; and what is to be done so that it does reach
//! them. It pulls nothing and asks no registry.

mod answer;
mod classify;
mod cluster;
mod ecr;
mod find;
mod mirror;
mod reference;
mod rewrite;

pub use answer::{Classification, ClassifiedImage, ClassifyRequest, ImageClass};
pub use classify::classify;
pub use cluster::{ImageCluster, PullThroughCacheRule};
pub use find::{
    FileProblem, FileProblemCode, FindConfidence, FindRequest, FoundImage, FoundImages, ImageField, ImagePart,
    ImageRole, ManifestFile, find,
};
pub use mirror::*;
pub use reference::{
    AnyReference, Reference, ReferenceFault, ReferenceFaultKind, ReferenceLint, ReferenceLintCode, ReferenceParts,
};
pub use rewrite::{EditedPiece, ImageEdit, LeftImage, RewriteRequest, Rewritten, RewrittenFile, rewrite};
