//! The one writer: a thread that takes writes in order, one at a time, and says of each when it is on the disk.
//! What could not be written is kept and tried again with the next write.

use std::collections::HashSet;
use std::io;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, JoinHandle};

use super::fault::{Fault, Kind};
use super::{AttemptId, Journal, OwnWords, Utc};
use crate::model::{Event, PracticeEvent, Transcript};

/// One thing to write.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    Begin {
        attempt: AttemptId,
        learner: String,
        at: Utc,
        began: Box<Transcript>,
    },
    /// Events of one choice belong into one write: they are saved all or none.
    Append {
        attempt: AttemptId,
        seq: u32,
        at: Utc,
        events: Vec<Event>,
    },
    /// A drill or an exam, with its first event.
    BeginPractice {
        attempt: AttemptId,
        learner: String,
        at: Utc,
        began: Box<PracticeEvent>,
    },
    /// As `Append`, to a drill or an exam.
    AppendPractice {
        attempt: AttemptId,
        seq: u32,
        at: Utc,
        events: Vec<PracticeEvent>,
    },
    Words {
        attempt: AttemptId,
        at: Utc,
        words: OwnWords,
    },
}

/// What became of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// On the disk; or why not, and then it is kept, unless the attempt was forgotten.
    pub saved: Result<(), Fault>,
    /// Writes kept for the next try, this one included.
    pub waiting: usize,
}

/// What is left when the writer stops.
#[derive(Debug)]
pub struct Finished<J> {
    /// `None` only if the thread broke.
    pub journal: Option<J>,
    pub unsaved: Vec<Write>,
    /// Why.
    pub fault: Option<Fault>,
}

struct Job {
    write: Write,
    done: Box<dyn FnOnce(Report) + Send>,
}

/// A handle on the thread. Dropping it waits until everything given was tried.
#[derive(Debug)]
pub struct Writer<J> {
    jobs: Option<Sender<Job>>,
    thread: Option<JoinHandle<Finished<J>>>,
}

impl<J: Journal + Send + 'static> Writer<J> {
    pub fn start(journal: J) -> io::Result<Self> {
        let (jobs, given) = channel();
        let thread = Builder::new()
            .name("journal".to_owned())
            .spawn(move || work(journal, &given))?;
        Ok(Writer {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Gives a write and returns at once. `done` is called on the writer's thread after the commit, or after it failed; take the
    /// next answer only then, so that one write is in flight.
    pub fn write(&self, write: Write, done: impl FnOnce(Report) + Send + 'static) {
        let job = Job {
            write,
            done: Box::new(done),
        };
        let refused = match &self.jobs {
            Some(jobs) => jobs.send(job).err().map(|refused| refused.0),
            None => Some(job),
        };
        if let Some(job) = refused {
            (job.done)(stopped());
        }
    }

    /// Gives a write and waits for it.
    #[must_use]
    pub fn write_and_wait(&self, write: Write) -> Report {
        let (tell, told) = channel();
        self.write(write, move |report| {
            // Nobody waits any more only if this thread is gone.
            let _ = tell.send(report);
        });
        told.recv().unwrap_or_else(|_| stopped())
    }

    /// Tries once more what is waiting, and gives the journal back.
    #[must_use]
    pub fn finish(mut self) -> Finished<J> {
        self.jobs = None;
        let finished = self.thread.take().and_then(|thread| thread.join().ok());
        finished.unwrap_or_else(|| Finished {
            journal: None,
            unsaved: Vec::new(),
            fault: Some(Fault::new(Kind::Stopped, "")),
        })
    }
}

impl<J> Drop for Writer<J> {
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn stopped() -> Report {
    Report {
        saved: Err(Fault::new(Kind::Stopped, "")),
        waiting: 1,
    }
}

fn work<J: Journal>(mut journal: J, given: &Receiver<Job>) -> Finished<J> {
    let mut waiting = Vec::new();
    while let Ok(Job { write, done }) = given.recv() {
        let attempt = write.attempt();
        waiting.push(write);
        let faults = save(&mut journal, &mut waiting);
        let saved = faults
            .into_iter()
            .find(|(about, _)| about.is_none_or(|about| about == attempt));
        done(Report {
            saved: saved.map_or(Ok(()), |(_, fault)| Err(fault)),
            waiting: waiting.len(),
        });
    }
    let faults = save(&mut journal, &mut waiting);
    Finished {
        journal: Some(journal),
        unsaved: waiting,
        fault: faults.into_iter().next().map(|(_, fault)| fault),
    }
}

/// Tries everything waiting, in order; what is saved leaves the list. Faults with the attempt they are about, `None` for all.
fn save(journal: &mut impl Journal, waiting: &mut Vec<Write>) -> Vec<(Option<AttemptId>, Fault)> {
    let mut faults = Vec::new();
    let mut held: HashSet<AttemptId> = HashSet::new();
    let mut kept = Vec::new();
    let mut writes = std::mem::take(waiting).into_iter();
    for write in writes.by_ref() {
        let attempt = write.attempt();
        if held.contains(&attempt) {
            kept.push(write);
            continue;
        }
        let Err(fault) = write.save(journal) else {
            continue;
        };
        if !fault.is_of_one_attempt() {
            // A full disk or a lock stops them all; waiting for the lock again for each would take minutes.
            faults.push((None, fault));
            kept.push(write);
            break;
        }
        // What was forgotten on purpose is not brought back.
        if fault.kind != Kind::Gone {
            held.insert(attempt);
            kept.push(write);
        }
        faults.push((Some(attempt), fault));
    }
    kept.extend(writes);
    *waiting = kept;
    faults
}

impl Write {
    #[must_use]
    pub fn attempt(&self) -> AttemptId {
        match self {
            Write::Begin { attempt, .. }
            | Write::Append { attempt, .. }
            | Write::BeginPractice { attempt, .. }
            | Write::AppendPractice { attempt, .. }
            | Write::Words { attempt, .. } => *attempt,
        }
    }

    /// Writes it now, on this thread.
    pub fn save(&self, journal: &mut impl Journal) -> Result<(), Fault> {
        match self {
            Write::Begin {
                attempt,
                learner,
                at,
                began,
            } => journal.begin(*attempt, learner, *at, began),
            Write::Append {
                attempt,
                seq,
                at,
                events,
            } => journal.append(*attempt, *seq, *at, events),
            Write::BeginPractice {
                attempt,
                learner,
                at,
                began,
            } => journal.begin_practice(*attempt, learner, *at, began),
            Write::AppendPractice {
                attempt,
                seq,
                at,
                events,
            } => journal.append_practice(*attempt, *seq, *at, events),
            Write::Words { attempt, at, words } => journal.keep_words(*attempt, *at, words),
        }
    }
}
