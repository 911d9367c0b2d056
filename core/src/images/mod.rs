//! Image references: read to the grammar that registries and runtimes share, and told apart by whether a cluster without
//! internet access reaches them. It pulls nothing and asks no registry.

mod reference;

pub use reference::{
    AnyReference, Reference, ReferenceFault, ReferenceFaultKind, ReferenceLint, ReferenceLintCode, ReferenceParts,
};
