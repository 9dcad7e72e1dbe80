//! Other forms of a scenario: pictures of its branching, and the formats others read. No IO.

pub mod graph;
