//! One binary for every test that looks at the library from outside.

mod access;
mod bootstrap;
mod cases;
mod certificate;
mod comparison;
mod editions;
mod environments;
mod facts;
mod hostile;
mod house;
mod images;
mod inputs;
mod inspect;
mod large;
mod matrix;
mod mirror;
mod naive;
mod net_laws;
mod night;
mod partitions;
mod plan_rules;
mod reach_fuzz;
mod reach_laws;
mod redact;
mod references;
mod repairs;
