//! The world around an exam held line by line: what is typed, the steady clock, the journal.

use std::io::{self, StdinLock};
use std::time::Instant;

use super::prepared::Prepared;
use crate::cli::book::Book;
use crate::cli::{clock, hearing};
use crate::journal::{AttemptId, Claim, Journal, OwnWords};
use crate::model::{ExamEvent, Name, PracticeEvent};
use crate::plain::{Asked, ExamOutside, Heard};

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
        let seq = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        let kept: Vec<PracticeEvent> = events.iter().cloned().map(PracticeEvent::Exam).collect();
        self.book
            .journal
            .append_practice(self.attempt, seq, clock::now(), &kept)?;
        self.events.extend(events);
        Ok(())
    }

    fn keep_words(&mut self, item: usize, step: usize, node: &Name, text: &str) -> anyhow::Result<()> {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        let words = OwnWords {
            line: number(item),
            step: number(step),
            node: node.clone(),
            text: text.to_owned(),
        };
        self.book.journal.keep_words(self.attempt, clock::now(), &words)?;
        Ok(())
    }
}
