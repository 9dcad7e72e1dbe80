//! Other forms of a scenario: pictures of its branching, key files as text, and the formats others read. No IO.

pub mod begin;
pub mod graph;
pub mod import;
pub mod keyfile;
pub mod schema;
pub mod story;
