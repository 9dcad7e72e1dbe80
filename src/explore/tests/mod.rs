//! Exact results against brute force and seeded plays, on random scenarios.

mod build;
mod exact;
mod flow;
mod mixed;
