//! What is kept between sittings: append-only events in SQLite, and what can be recomputed from them beside.
//! Knows no clock: time arrives with each call. All SQL of the house is here.

mod claim;
mod derived;
mod fault;
mod forget;
mod id;
mod open;
mod practice;
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
pub use rows::{EndedLine, EndingSeen, Given, OpenAttempt, Outcome, OwnWords, Past, Played, Practised, Record};
pub use sqlite::Sqlite;
pub use utc::Utc;
pub use writer::{Finished, Report, Write, Writer};

use crate::model::{Event, PracticeEvent, Transcript};

/// Where sittings are kept. Every write is one transaction and may be repeated: the same again changes nothing.
/// `learner` is a name as given; an unknown learner has no attempts.
pub trait Journal {
    /// Begins an attempt with its first event (`seq` 0), and the learner if new. Steps and lines of `began` are not kept.
    fn begin(&mut self, attempt: AttemptId, learner: &str, at: Utc, began: &Transcript) -> Result<(), Fault>;

    /// Appends events, numbered from `seq` on, all or none. Those that already stand there must be the same.
    fn append(&mut self, attempt: AttemptId, seq: u32, at: Utc, events: &[Event]) -> Result<(), Fault>;

    /// Begins a drill or an exam with its first event, and the learner if new.
    fn begin_practice(
        &mut self,
        attempt: AttemptId,
        learner: &str,
        at: Utc,
        began: &PracticeEvent,
    ) -> Result<(), Fault>;

    /// As `append`, to a drill or an exam.
    fn append_practice(&mut self, attempt: AttemptId, seq: u32, at: Utc, events: &[PracticeEvent])
    -> Result<(), Fault>;

    /// Keeps what the learner would have said at one step of one line; empty words take it back.
    fn keep_words(&mut self, attempt: AttemptId, at: Utc, words: &OwnWords) -> Result<(), Fault>;

    /// Deletes for good, own words first of all.
    fn forget(&mut self, what: &Forget) -> Result<Forgotten, Fault>;

    /// By name.
    fn learners(&self) -> Result<Vec<String>, Fault>;

    /// Conversations whose current line neither ended nor was left, newest first.
    fn open_attempts(&self, learner: &str) -> Result<Vec<OpenAttempt>, Fault>;

    /// Everything that happened in an attempt, in order; empty for an unknown one.
    fn events(&self, attempt: AttemptId) -> Result<Vec<Event>, Fault>;

    /// Everything that happened in a drill or an exam, in order; empty for an unknown one.
    fn practice_events(&self, attempt: AttemptId) -> Result<Vec<PracticeEvent>, Fault>;

    /// Drills and exams, newest first.
    fn practised(&self, learner: &str) -> Result<Vec<Practised>, Fault>;

    /// Every conversation, newest first.
    fn history(&self, learner: &str) -> Result<Vec<Past>, Fault>;

    /// One row per scenario ever begun, by id.
    fn played(&self, learner: &str) -> Result<Vec<Played>, Fault>;

    /// By line and step.
    fn own_words(&self, attempt: AttemptId) -> Result<Vec<OwnWords>, Fault>;

    /// The first answer ever given at each decision of each scenario, in a conversation, a drill or an exam; oldest first.
    fn first_answers(&self, learner: &str) -> Result<Vec<Given>, Fault>;

    /// Every answer in the order given: what skills, calibration and schedule are computed from.
    fn answers(&self, learner: &str) -> Result<Vec<Given>, Fault>;

    /// Every line that reached an ending, oldest first.
    fn ended_lines(&self, learner: &str) -> Result<Vec<EndedLine>, Fault>;

    /// The record of each scenario: its first line ever to reach an ending. By scenario.
    fn records(&self, learner: &str) -> Result<Vec<Record>, Fault>;
}

#[cfg(test)]
mod tests;
