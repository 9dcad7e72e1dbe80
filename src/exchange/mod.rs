//! Other forms of a scenario: pictures of its branching, key files as text, the formats others read, and findings for other tools. No IO.

pub mod begin;
pub mod findings;
pub mod graph;
pub mod import;
pub mod keyfile;
pub mod sarif;
pub mod schema;
pub mod story;
