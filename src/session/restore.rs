//! A sitting rebuilt from its events: replayed by ids, with a check at each step. What no longer fits ends the replay, and nothing is deleted.

use std::sync::Arc;

use super::{Denied, Input, Session};
use crate::engine::{Machine, Offer, Stuck};
use crate::model::{ChoiceIx, Event, Key, Look, Rubric, Scenario, Step, flow_hash};

/// A sitting brought back.
#[derive(Clone, Debug)]
pub struct Restored {
    pub session: Session,
    /// What is different since; empty when everything fitted and the flow is the same.
    pub changed: Vec<Changed>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// The flow is not the one recorded, though the steps may all still fit.
    Flow { recorded_version: u32, now: u32 },
    /// `address` (step `step`, from 1) is no longer offered; resumed after the step before it.
    StepGone { address: String, step: usize },
    /// The line ended elsewhere than recorded.
    EndingDiffers { recorded: String },
}

impl Session {
    /// Rebuilds a sitting. `None` when the events do not begin with `Began`.
    pub fn restore(
        scenario: Arc<Scenario>,
        rubric: Arc<Rubric>,
        key: Option<Arc<Key>>,
        events: &[Event],
    ) -> Option<Result<Restored, Stuck>> {
        let Some(Event::Began(began)) = events.first() else {
            return None;
        };
        let mut changed = Vec::new();
        if began.flow_hash != flow_hash(&scenario) {
            changed.push(Changed::Flow {
                recorded_version: began.scenario_version,
                now: scenario.version,
            });
        }
        let session = match Session::open(scenario, rubric, key, (**began).clone()) {
            Ok(session) => session,
            Err(stuck) => return Some(Err(stuck)),
        };
        let mut restored = Restored { session, changed };
        for event in &events[1..] {
            if !restored.replay(event) {
                break;
            }
        }
        Some(Ok(restored))
    }
}

impl Session {
    /// Puts back what the learner had written before choices: line, step, text. Lines that share a step share its words.
    pub fn remember_words(&mut self, words: impl IntoIterator<Item = (u32, u32, String)>) {
        for (line, step, text) in words {
            let run = self.runs.get_mut(line as usize);
            if let Some(turn) = run.and_then(|run| run.turns.get_mut(step as usize)) {
                turn.own_words = Some(text);
            }
        }
        for line in 0..self.runs.len() {
            let Some((parent, shared)) = self.runs[line].parent else {
                continue;
            };
            for step in 0..shared {
                let known = self.runs.get(parent).and_then(|run| run.turns.get(step));
                let known = known.and_then(|turn| turn.own_words.clone());
                if let Some(turn) = self.runs[line].turns.get_mut(step) {
                    turn.own_words = known.or(turn.own_words.take());
                }
            }
        }
    }
}

impl Restored {
    /// Whether the replay may go on.
    fn replay(&mut self, event: &Event) -> bool {
        let session = &mut self.session;
        match event {
            Event::Began(_) => true,
            // A step after leaving means that the learner came back.
            Event::Stepped(step) => match session.come_back_and(step) {
                Ok(()) => true,
                Err(_) => {
                    let address = format!("{}/{}", step.node, step.chosen);
                    self.changed.push(Changed::StepGone {
                        address,
                        step: session.run().turns.len() + 1,
                    });
                    false
                }
            },
            Event::Rewound { parent, shared } => {
                // A line that could not be walked again was never begun: the newest there is stands for it.
                let line = (*parent as usize).min(session.runs.len() - 1);
                let mode = std::mem::take(&mut session.transcript.mode);
                let to = *shared as usize;
                let rewound = session.handle(Input::Rewind { line, to }).is_ok();
                session.transcript.mode = mode;
                rewound
            }
            Event::Ended { ending, .. } => {
                let reached = session
                    .run()
                    .ended()
                    .map(|ending| session.scenario.ending(ending).id.clone());
                if reached.as_ref() != Some(ending) {
                    self.changed.push(Changed::EndingDiffers {
                        recorded: ending.to_string(),
                    });
                }
                true
            }
            Event::Left { .. } => session.leave_again(),
            Event::Looked { at: Look::Hint, .. } => {
                session.hinted = true;
                true
            }
            Event::Looked { .. } | Event::Answered { .. } => true,
        }
    }
}

impl Session {
    fn again(&mut self, step: &Step) -> Result<(), Denied> {
        // It was left once and taken up again.
        if self.run().left {
            self.reopen();
        }
        let node = self.scenario.find_node(&step.node).ok_or(Denied::Nothing)?;
        if self.run().state.at != crate::model::Target::Node(node) {
            return Err(self.refuse());
        }
        let choice = self.scenario.find_choice(node, &step.chosen).ok_or(Denied::Nothing)?;
        let shown = self.shown(node, step);
        self.retake(choice, step, shown)
    }

    /// The recorded order, as far as the choices still exist.
    fn shown(&self, node: crate::model::NodeIx, step: &Step) -> Vec<Offer> {
        let machine = Machine::new(&self.scenario);
        let find = |id: &str| -> Option<ChoiceIx> { self.scenario.find_choice(node, id) };
        let recorded: Vec<ChoiceIx> = step
            .offered
            .iter()
            .filter_map(|offered| find(&offered.choice))
            .collect();
        recorded
            .into_iter()
            .filter_map(|choice| machine.offer(&self.run().state, choice))
            .collect()
    }

    fn come_back_and(&mut self, step: &Step) -> Result<(), Denied> {
        self.reopen();
        self.again(step)
    }

    fn leave_again(&mut self) -> bool {
        self.handle(Input::Leave).is_ok()
    }

    /// Opens a sitting that was left, or interrupted, where it stands.
    pub fn reopen(&mut self) {
        let current = self.current;
        self.runs[current].left = false;
        if let Some(line) = self.transcript.lines.get_mut(current) {
            line.left = false;
        }
    }
}
