//! Exact analysis: every state that can be met, each once. What is reachable, what policies earn, with shortest witnesses.

mod case;
mod dice;
mod discover;
mod forward;
mod graph;
mod limits;
mod order;
mod policy;
mod program;
mod ratio;
mod references;
mod table;

pub use case::Case;
pub use limits::{Cancelled, Limits, Method, Progress, Tick};
pub use policy::{Policy, Weights};
pub use program::{ConditionPlace, EffectPlace, Owner};
pub use references::references;

#[cfg(test)]
mod tests;
