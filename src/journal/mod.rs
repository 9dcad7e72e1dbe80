//! What is kept between sittings: append-only events in SQLite, and what can be recomputed from them beside.
//! Knows no clock: time arrives with each call. All SQL of the house is here.

mod claim;
mod derived;
mod fault;
mod forget;
mod id;
mod open;
mod read;
mod rows;
mod schema;
mod sqlite;
mod utc;
mod write;
mod writer;

pub use claim::{Claim, Held, claim};
pub use fault::{Fault, Kind};
pub use forget::{Forget, Forgotten};
pub use id::AttemptId;
pub use rows::{EndingSeen, FirstAnswer, OpenAttempt, Outcome, OwnWords, Past, Played, Record};
pub use sqlite::Sqlite;
pub use utc::Utc;
pub use writer::{Finished, Report, Write, Writer};

use crate::model::{Event, Transcript};

/// Where sittings are kept. Every write is one transaction and may be repeated: the same again changes nothing.
/// `learner` is a name as given; an unknown learner has no attempts.
pub trait Journal {
    /// Begins an attempt with its first event (`seq` 0), and the learner if new. Steps and lines of `began` are not kept.
    fn begin(&mut self, attempt: AttemptId, learner: &str, at: Utc, began: &Transcript) -> Result<(), Fault>;

    /// Appends events, numbered from `seq` on, all or none. Those that already stand there must be the same.
    fn append(&mut self, attempt: AttemptId, seq: u32, at: Utc, events: &[Event]) -> Result<(), Fault>;

    /// Keeps what the learner would have said at one step of one line; empty words take it back.
    fn keep_words(&mut self, attempt: AttemptId, at: Utc, words: &OwnWords) -> Result<(), Fault>;

    /// Deletes for good, own words first of all.
    fn forget(&mut self, what: &Forget) -> Result<Forgotten, Fault>;

    /// By name.
    fn learners(&self) -> Result<Vec<String>, Fault>;

    /// Attempts whose current line neither ended nor was left, newest first.
    fn open_attempts(&self, learner: &str) -> Result<Vec<OpenAttempt>, Fault>;

    /// Everything that happened in an attempt, in order; empty for an unknown one.
    fn events(&self, attempt: AttemptId) -> Result<Vec<Event>, Fault>;

    /// Every attempt, newest first.
    fn history(&self, learner: &str) -> Result<Vec<Past>, Fault>;

    /// One row per scenario ever begun, by id.
    fn played(&self, learner: &str) -> Result<Vec<Played>, Fault>;

    /// By line and step.
    fn own_words(&self, attempt: AttemptId) -> Result<Vec<OwnWords>, Fault>;

    /// The first answer ever given at each decision of each scenario, oldest first: what skills, calibration and schedule use.
    fn first_answers(&self, learner: &str) -> Result<Vec<FirstAnswer>, Fault>;

    /// The record of each scenario: its first line ever to reach an ending. By scenario.
    fn records(&self, learner: &str) -> Result<Vec<Record>, Fault>;
}

#[cfg(test)]
mod tests;
