//! Set algebra.
