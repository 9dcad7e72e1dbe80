//! The exam: a fixed form per seed, a sitting without hints or rewind, and a result that says how little it knows.

mod claim;
mod fill;
mod items;
mod matching;
mod own;
mod profile;
mod result;
mod sitting;

#[cfg(test)]
mod tests;

pub use claim::{Claim, Verdict, enough};
pub use fill::{CannotFill, Which, fill};
pub use own::OwnWords;
pub use profile::{Profile, ProfileOf};
pub use result::{CriticalError, ExamResult, Missed, Reference, ScenarioScore, result};
pub use sitting::{Control, Denied, ItemView, Sitting};
