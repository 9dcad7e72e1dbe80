//! The journal in one SQLite file.

use std::path::PathBuf;

use rusqlite::Connection;

use super::{
    AttemptId, EndedLine, Fault, Forget, Forgotten, Given, Journal, OpenAttempt, OwnWords, Past, Played, Practised,
    Record, Utc,
};
use crate::model::{Event, PracticeEvent, Transcript};

/// One connection. Several, in one process or many, may have the same file open.
#[derive(Debug)]
pub struct Sqlite {
    pub(super) conn: Connection,
    pub(super) path: Option<PathBuf>,
}

impl Sqlite {
    /// Several writes as one: all or none, and one wait for the disk.
    pub fn together<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        self.transaction(work)
    }

    /// `IMMEDIATE`, so that waiting for another writer happens at the start, where it is safe. Inside another one it joins that.
    pub(super) fn transaction<T>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if !self.conn.is_autocommit() {
            return work(self);
        }
        let done = self.conn.execute_batch("BEGIN IMMEDIATE").map_err(Fault::from);
        let done = done.and_then(|()| work(self)).and_then(|value| {
            self.conn.execute_batch("COMMIT")?;
            Ok(value)
        });
        if done.is_err() && !self.conn.is_autocommit() {
            // A rollback that fails leaves nothing written either: the next opening rolls back.
            let _ = self.conn.execute_batch("ROLLBACK");
        }
        self.named(done)
    }

    /// Adds the file's name to a fault.
    pub(super) fn named<T>(&self, done: Result<T, Fault>) -> Result<T, Fault> {
        done.map_err(|fault| fault.at(self.path.as_deref()))
    }
}

impl Journal for Sqlite {
    fn begin(&mut self, attempt: AttemptId, learner: &str, at: Utc, began: &Transcript) -> Result<(), Fault> {
        self.transaction(|journal| journal.insert_attempt(attempt, learner, at, began))
    }

    fn append(&mut self, attempt: AttemptId, seq: u32, at: Utc, events: &[Event]) -> Result<(), Fault> {
        self.transaction(|journal| journal.insert_events(attempt, seq, at, events))
    }

    fn begin_practice(
        &mut self,
        attempt: AttemptId,
        learner: &str,
        at: Utc,
        began: &PracticeEvent,
    ) -> Result<(), Fault> {
        self.transaction(|journal| journal.insert_practice(attempt, learner, at, began))
    }

    fn append_practice(
        &mut self,
        attempt: AttemptId,
        seq: u32,
        at: Utc,
        events: &[PracticeEvent],
    ) -> Result<(), Fault> {
        self.transaction(|journal| journal.insert_practice_events(attempt, seq, at, events))
    }

    fn keep_words(&mut self, attempt: AttemptId, at: Utc, words: &OwnWords) -> Result<(), Fault> {
        self.transaction(|journal| journal.put_words(attempt, at, words))
    }

    fn forget(&mut self, what: &Forget) -> Result<Forgotten, Fault> {
        self.delete(what)
    }

    fn learners(&self) -> Result<Vec<String>, Fault> {
        self.named(self.read_learners())
    }

    fn open_attempts(&self, learner: &str) -> Result<Vec<OpenAttempt>, Fault> {
        self.named(self.read_open(learner))
    }

    fn events(&self, attempt: AttemptId) -> Result<Vec<Event>, Fault> {
        self.named(self.read_events(attempt))
    }

    fn practice_events(&self, attempt: AttemptId) -> Result<Vec<PracticeEvent>, Fault> {
        self.named(self.read_practice_events(attempt))
    }

    fn practised(&self, learner: &str) -> Result<Vec<Practised>, Fault> {
        self.named(self.read_practised(learner))
    }

    fn history(&self, learner: &str) -> Result<Vec<Past>, Fault> {
        self.named(self.read_history(learner))
    }

    fn played(&self, learner: &str) -> Result<Vec<Played>, Fault> {
        self.named(self.read_played(learner))
    }

    fn own_words(&self, attempt: AttemptId) -> Result<Vec<OwnWords>, Fault> {
        self.named(self.read_words(attempt))
    }

    fn first_answers(&self, learner: &str) -> Result<Vec<Given>, Fault> {
        self.named(self.read_first_answers(learner))
    }

    fn answers(&self, learner: &str) -> Result<Vec<Given>, Fault> {
        self.named(self.read_answers(learner))
    }

    fn ended_lines(&self, learner: &str) -> Result<Vec<EndedLine>, Fault> {
        self.named(self.read_ended_lines(learner))
    }

    fn records(&self, learner: &str) -> Result<Vec<Record>, Fault> {
        self.named(self.read_records(learner))
    }
}
