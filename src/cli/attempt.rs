//! One attempt on its way into the journal: which event comes next, and who holds it.

use std::sync::Arc;

use anyhow::{Context, bail};

use super::book::Book;
use super::clock;
use super::shelf::{Shelf, key, sound};
use crate::journal::{AttemptId, Claim, Journal, OwnWords, Utc, Write};
use crate::model::{Event, Transcript, flow_hash};
use crate::session::{Changed, Output, Restored, Session};

/// An attempt held by this process.
#[derive(Debug)]
pub(super) struct Attempt {
    pub id: AttemptId,
    /// The number of the next event.
    seq: u32,
    /// The number before the last write, to begin it again from.
    mark: u32,
    _claim: Claim,
}

/// An attempt taken up again.
pub(super) struct Resumed {
    pub attempt: Attempt,
    pub session: Session,
    /// What is different since it was recorded.
    pub changed: Vec<Changed>,
    /// To be written before anything else.
    pub writes: Vec<Write>,
}

impl Attempt {
    pub(super) fn new(id: AttemptId, claim: Claim) -> Self {
        Attempt {
            id,
            seq: 0,
            mark: 0,
            _claim: claim,
        }
    }

    /// As much of the id as one has to type.
    pub(super) fn short(&self) -> String {
        short(self.id)
    }

    /// The first event, and whatever came with it.
    pub(super) fn begin(&mut self, learner: &str, at: Utc, began: &Transcript, outputs: &[Output]) -> Vec<Write> {
        let mut writes = vec![Write::Begin {
            attempt: self.id,
            learner: learner.to_owned(),
            at,
            began: Box::new(began.clone()),
        }];
        self.seq = 1;
        let rest = outputs
            .iter()
            .filter(|output| !matches!(output, Output::Record(Event::Began(_))));
        writes.extend(self.writes(rest.cloned().collect(), at));
        writes
    }

    /// Remembers where the next write begins.
    pub(super) fn mark(&mut self) {
        self.mark = self.seq;
    }

    /// The last write failed and comes again.
    pub(super) fn back_to_mark(&mut self) {
        self.seq = self.mark;
    }

    /// What one input of the learner has to leave behind: its events together, its words apart.
    pub(super) fn writes(&mut self, outputs: Vec<Output>, at: Utc) -> Vec<Write> {
        let attempt = self.id;
        let mut events = Vec::new();
        let mut writes = Vec::new();
        for output in outputs {
            match output {
                Output::Record(event) => events.push(event),
                Output::KeepWords { line, step, node, text } => writes.push(Write::Words {
                    attempt,
                    at,
                    words: OwnWords { line, step, node, text },
                }),
            }
        }
        if !events.is_empty() {
            let seq = self.seq;
            self.seq += u32::try_from(events.len()).unwrap_or(u32::MAX);
            writes.insert(
                0,
                Write::Append {
                    attempt,
                    seq,
                    at,
                    events,
                },
            );
        }
        writes
    }
}

/// The moment to a millisecond and twelve random bits: enough to tell attempts of one journal apart.
pub(super) fn short(id: AttemptId) -> String {
    id.to_string().chars().take(18).collect()
}

/// Takes an attempt up again. Where a step is no longer offered, what still fits goes on as a new attempt and the old one is
/// marked left: nothing is deleted, and the new one can itself be resumed.
pub(super) fn resume(book: &Book, shelf: &Shelf, id: AttemptId, scenario: &str) -> anyhow::Result<Resumed> {
    let entry = shelf.entry(scenario)?;
    let claim = book.claim(id)?;
    let events = book.journal.events(id)?;
    let restored = restore(shelf, entry, &events)?;
    let mut attempt = Attempt::new(id, claim);
    attempt.seq = u32::try_from(events.len()).unwrap_or(u32::MAX);
    let Some(gone) = restored
        .changed
        .iter()
        .find(|changed| matches!(changed, Changed::StepGone { .. }))
    else {
        let mut session = restored.session;
        session.reopen();
        return Ok(Resumed {
            attempt,
            session,
            changed: restored.changed,
            writes: Vec::new(),
        });
    };
    let at = clock::now();
    let changed = vec![gone.clone()];
    let kept = still_fitting(&restored.session, &events);
    let session = restore(shelf, entry, &kept)?.session;
    let line = u32::try_from(session.current_line()).unwrap_or(u32::MAX);
    let mut writes = attempt.writes(vec![Output::Record(Event::Left { line })], at);
    let fresh = AttemptId::new(at);
    let mut next = Attempt::new(fresh, book.claim(fresh)?);
    let kept: Vec<Output> = kept.into_iter().map(Output::Record).collect();
    writes.extend(next.begin(&book.learner, at, session.transcript(), &kept));
    Ok(Resumed {
        attempt: next,
        session,
        changed,
        writes,
    })
}

fn restore(shelf: &Shelf, entry: &crate::model::Entry, events: &[Event]) -> anyhow::Result<Restored> {
    let scenario = Arc::clone(sound(entry)?);
    let rubric = Arc::clone(&shelf.library.rubric);
    let id = &entry.id;
    match Session::restore(scenario, rubric, key(entry, None)?.cloned(), events) {
        Some(Ok(restored)) => Ok(restored),
        Some(Err(stuck)) => {
            let node = sound(entry)?.node(stuck.0).id.clone();
            bail!("{id} goes round at {node} without a decision; run `bedside check`")
        }
        None => {
            None.with_context(|| format!("this attempt of {id} has no beginning; start it again: `bedside play {id}`"))
        }
    }
}

/// The events up to the step that no longer fits, begun under today's flow.
fn still_fitting(session: &Session, events: &[Event]) -> Vec<Event> {
    let fitting = session.transcript().steps.len();
    let mut steps = 0;
    let before = events.iter().take_while(|event| {
        steps += usize::from(matches!(event, Event::Stepped(_)));
        steps <= fitting
    });
    let mut kept: Vec<Event> = before.cloned().collect();
    if let Some(Event::Began(began)) = kept.first_mut() {
        began.scenario_version = session.scenario().version;
        began.flow_hash = flow_hash(session.scenario());
    }
    kept
}
