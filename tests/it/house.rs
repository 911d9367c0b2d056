//! House rules: what docs/architecture.md promises of the code, held by reading the repository.

mod directions;
mod language;
mod reach;
mod rules;
mod schemas;
mod systems;
