//! The world around an exam held line by line: what is typed, the steady clock, the journal.

use std::io::{self, StdinLock};
use std::time::Instant;

use super::kept;
use super::prepared::Prepared;
use crate::cli::book::Book;
use crate::cli::hearing;
use crate::journal::{AttemptId, Claim};
use crate::model::{ExamEvent, Name};
use crate::plain::{Asked, ExamOutside, Heard};
use crate::practice::exam::OwnWords;

pub(super) struct Table {
    input: StdinLock<'static>,
    prepared: Option<Prepared>,
    book: Book,
    pub(super) attempt: AttemptId,
    /// Everything kept so far.
    pub(super) events: Vec<ExamEvent>,
    began: Instant,
    _claim: Claim,
}

impl Table {
    /// Takes hold of the exam, so that no other window goes on with it meanwhile.
    #[allow(
        clippy::disallowed_methods,
        reason = "the command line is the one place that reads the clock"
    )]
    pub(super) fn new(
        book: Book,
        attempt: AttemptId,
        events: Vec<ExamEvent>,
        prepared: Option<Prepared>,
    ) -> anyhow::Result<Table> {
        let claim = book.claim(attempt)?;
        Ok(Table {
            input: io::stdin().lock(),
            prepared,
            book,
            attempt,
            events,
            began: Instant::now(),
            _claim: claim,
        })
    }
}

impl ExamOutside for Table {
    type Fault = anyhow::Error;

    fn hear(&mut self, asked: Asked<'_>) -> anyhow::Result<Heard> {
        match &mut self.prepared {
            Some(prepared) => Ok(prepared.next(asked)),
            None => Ok(hearing::hear(&mut self.input)?),
        }
    }

    fn now_ms(&mut self) -> u64 {
        u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn keep(&mut self, events: Vec<ExamEvent>) -> anyhow::Result<()> {
        kept::keep(&mut self.book, self.attempt, self.events.len(), &events)?;
        self.events.extend(events);
        Ok(())
    }

    fn keep_words(&mut self, item: usize, step: usize, node: &Name, text: &str) -> anyhow::Result<()> {
        let own = OwnWords {
            item,
            step,
            node: node.clone(),
            text: text.to_owned(),
        };
        kept::keep_words(&mut self.book, self.attempt, &own)
    }

    fn own_words(&mut self) -> anyhow::Result<Vec<OwnWords>> {
        kept::own_words(&self.book, self.attempt)
    }
}
