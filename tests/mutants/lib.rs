//! The set algebra without the rest of the core.

pub mod net;
