//! What may be asked of a sitting: where it stands, what may be shown, what its lines earned.

use std::sync::Arc;

use super::{Current, Run, Session};
use crate::engine::{self, Draws, Machine, State};
use crate::model::{Key, Mode, RoleIx, Rubric, Scenario, Target, Transcript};
use crate::scoring::{LineResult, Walked, score_line};

impl Session {
    /// What the sitting waits for now; a decision's choices stand in the order the seed gives.
    #[must_use]
    pub fn current(&self) -> Current {
        let run = self.run();
        if run.left {
            return Current::Left;
        }
        let node = match run.state.at {
            Target::Ending(ending) => return Current::Ended(ending),
            Target::Node(node) => node,
        };
        let machine = Machine::new(&self.scenario);
        let visit = run.visits[node.at()].saturating_sub(1);
        let order = engine::order(&self.scenario, self.transcript.seed, node, visit);
        let offers = order
            .into_iter()
            .filter_map(|choice| machine.offer(&run.state, choice))
            .collect();
        Current::Deciding { node, offers }
    }

    /// The line the learner is on.
    #[must_use]
    pub fn run(&self) -> &Run {
        &self.runs[self.current]
    }

    #[must_use]
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Ended or left.
    #[must_use]
    pub fn over(&self) -> bool {
        self.run().left || self.run().ended().is_some()
    }

    /// Whether teaching may be shown now: always outside the exam, in it only with the result.
    #[must_use]
    pub fn may_teach(&self) -> bool {
        self.transcript.mode != Mode::Exam || self.over()
    }

    #[must_use]
    pub fn hint_shown(&self) -> bool {
        self.hinted
    }

    #[must_use]
    pub fn own_words(&self) -> Option<&str> {
        self.own_words.as_deref()
    }

    #[must_use]
    pub fn scenario(&self) -> &Arc<Scenario> {
        &self.scenario
    }

    #[must_use]
    pub fn rubric(&self) -> &Arc<Rubric> {
        &self.rubric
    }

    #[must_use]
    pub fn key(&self) -> Option<&Arc<Key>> {
        self.key.as_ref()
    }

    #[must_use]
    pub fn role(&self) -> RoleIx {
        self.role
    }

    #[must_use]
    pub fn draws(&self) -> &Draws {
        &self.draws
    }

    #[must_use]
    pub fn transcript(&self) -> &Transcript {
        &self.transcript
    }

    #[must_use]
    pub fn mode(&self) -> Mode {
        self.transcript.mode
    }

    #[must_use]
    pub fn state(&self) -> &State {
        &self.run().state
    }

    /// The score of a line; `None` without a key. A line left early has no process score in it.
    #[must_use]
    pub fn result(&self, line: usize) -> Option<LineResult> {
        let run = self.runs.get(line)?;
        let walked = Walked {
            draws: &self.draws,
            role: self.role,
            taken: &run.taken(),
            end: run.ended().map(|_| &run.state),
        };
        Some(score_line(&self.scenario, self.key.as_ref()?, &self.rubric, &walked))
    }

    #[must_use]
    pub fn current_line(&self) -> usize {
        self.current
    }

    /// The record of the scenario in this sitting: the first line to reach an ending.
    #[must_use]
    pub fn record_line(&self) -> Option<usize> {
        self.runs.iter().position(|run| run.ended().is_some())
    }

    /// Whether a line is practice after another one: any but the first.
    #[must_use]
    pub fn is_replay(&self, line: usize) -> bool {
        line > 0
    }
}
