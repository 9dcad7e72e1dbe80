//! A pure step machine: what is offered, what a choice changes, what is told. No clock, no IO, and no chance but the seed's.

mod chance;
mod draws;
mod machine;
mod record;
mod state;
mod tell;
mod watch;

pub use chance::{order, variant};
pub use draws::Draws;
pub use machine::{Machine, Offer, Refused, Stuck};
pub use record::{Record, Walked};
pub use state::{Layout, State};
pub use tell::{Said, Teller, Told, Voice, words};
pub use watch::{Place, Silent, Watch};
