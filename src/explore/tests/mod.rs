//! Exact results against brute force and seeded plays, on random scenarios.

mod build;
mod exact;
mod faults;
mod flow;
mod keys;
mod mixed;
mod plays;
mod traces;
