//! How a node joins: the certificates that it trusts, and what the input that it was given would do. It reads texts and
//! runs nothing.

mod certificate;
mod inspect;

pub use certificate::{BundledCertificate, CertificateBundle, CertificateValidity};
pub(crate) use inspect::{Facts, Known, LIMIT, Told, facts, mended};
pub use inspect::{
    InspectRequest, Inspection, NamedValue, NodeFamily, StillCalled, UserDataEffect, UserDataFinding, UserDataPart,
    UserDataPartKind, inspect,
};
