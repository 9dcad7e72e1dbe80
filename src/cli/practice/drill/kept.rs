//! A drill on its way into the journal, which hears of it with the first thing kept: a drill only looked at leaves no trace.

use crate::journal::{AttemptId, OwnWords, Utc, Write};
use crate::model::{DrillEvent, PracticeEvent};
use crate::practice::drill::Keep;

/// What was drilled, and which event comes next.
#[derive(Debug)]
pub(in crate::cli) struct Kept {
    pub attempt: AttemptId,
    learner: String,
    began: DrillEvent,
    /// The number of the next event; at 0 the journal knows nothing of it.
    seq: u32,
    /// The number before the last write, to begin it again from.
    mark: u32,
}

impl Kept {
    pub(in crate::cli) fn new(attempt: AttemptId, learner: String, began: DrillEvent) -> Kept {
        Kept {
            attempt,
            learner,
            began,
            seq: 0,
            mark: 0,
        }
    }

    /// Remembers where the next write begins.
    pub(in crate::cli) fn mark(&mut self) {
        self.mark = self.seq;
    }

    /// The last write failed and comes again.
    pub(in crate::cli) fn back_to_mark(&mut self) {
        self.seq = self.mark;
    }

    /// In order; the beginning comes before the first of them.
    pub(in crate::cli) fn writes(&mut self, keep: &[Keep], at: Utc) -> Vec<Write> {
        let attempt = self.attempt;
        let mut writes = Vec::new();
        if self.seq == 0 && !keep.is_empty() {
            writes.push(Write::BeginPractice {
                attempt,
                learner: self.learner.clone(),
                at,
                began: Box::new(PracticeEvent::Drill(self.began.clone())),
            });
            self.seq = 1;
        }
        for one in keep {
            match one {
                Keep::Answer(answer) => {
                    let events = vec![PracticeEvent::Drill(DrillEvent::answered(answer))];
                    let seq = self.seq;
                    self.seq += 1;
                    writes.push(Write::AppendPractice {
                        attempt,
                        seq,
                        at,
                        events,
                    });
                }
                Keep::Words { item, at: node, text } => {
                    let words = OwnWords {
                        line: 0,
                        step: u32::try_from(*item).unwrap_or(u32::MAX),
                        node: node.clone(),
                        text: text.clone(),
                    };
                    writes.push(Write::Words { attempt, at, words });
                }
            }
        }
        writes
    }
}
