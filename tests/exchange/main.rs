//! Other forms of a scenario, each asked of every shipped file: ink that compiles and plays, Twee that comes back, keys,
//! schemas, tidying.
#![allow(clippy::unwrap_used, reason = "a test")]

mod keys;
mod schema;
mod shelf;
mod story;
mod tidying;
