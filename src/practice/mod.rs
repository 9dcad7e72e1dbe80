//! Practice that sticks: single decisions, drills, what is due, the exam, progress and calibration. Pure: today is an argument,
//! chance is a seed, and a learner's past arrives as a list of answers.

pub mod calibration;
mod chance;
pub mod compare;
pub mod debrief;
pub mod drill;
pub mod exam;
#[cfg(test)]
mod fixture;
mod history;
mod observation;
mod pool;
pub mod progress;
mod schedule;
mod single;
pub mod statistics;
mod suggestion;
mod witness;

#[cfg(test)]
mod tests;

pub use history::{History, Judged};
pub use pool::{Decision, Pool};
pub use schedule::{LONGEST_INTERVAL, MASTERY, Rating, Review, Schedule, SkillSchedule};
pub use single::{Context, Reaction, Single, letter};
pub use suggestion::{Due, Suggestion, Why, due, suggest};
pub use witness::{Witness, Witnesses};
