//! How a node joins: the certificates that it trusts, and what the input that it was given would do. It reads texts and
//! runs nothing.

mod certificate;

pub use certificate::{BundledCertificate, CertificateBundle, CertificateValidity};
