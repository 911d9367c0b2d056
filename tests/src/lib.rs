//! What the tests share: the patterns that cases are checked with, the files of the repository, and the one way to
//! skip. It knows nothing of the library under test.

pub mod files;
pub mod pattern;
pub mod skip;
