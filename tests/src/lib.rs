//! What the tests share: the patterns that cases are checked with, the files of the repository, what memory was taken, and the one way to
//! skip. It knows nothing of the library under test.

// A test that cannot go on panics; every function here may end one.
#![allow(clippy::missing_panics_doc)]
// The first page has examples in other languages, which say in their fence how they are run.
#![allow(rustdoc::invalid_codeblock_attributes)]

pub mod files;
pub mod large;
pub mod manifests;
pub mod memory;
pub mod pattern;
pub mod skip;

/// The Rust example of the first page, so that it is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
pub struct FirstPage;
