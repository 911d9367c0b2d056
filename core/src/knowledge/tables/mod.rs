//! Bulk tables, each made by `xtask/tables/generate.py` from a named version of a package that knows it. What a row
//! means is said by the module of its noun; nothing here decides anything.

pub(super) mod endpoint_services;
pub(super) mod instance_types;
pub(super) mod regions;
