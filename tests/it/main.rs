//! One binary for every test that looks at the library from outside.

mod cases;
mod editions;
mod environments;
mod facts;
mod hostile;
mod house;
mod inputs;
mod net_laws;
mod night;
mod redact;
mod repairs;
