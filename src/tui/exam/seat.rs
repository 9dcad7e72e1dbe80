//! The candidate's seat: the sitting, what is on its way to being kept, own words, and the result once it is there.

use super::ask::{ExamAsk, ExamKept, ExamSeated};
use crate::model::{Closing, Name};
use crate::practice::exam::{Control, Denied, ExamResult, OwnWords, Sitting, result};
use crate::session::Current;
use crate::tui::keeping::Keeping;
use crate::tui::msg::{Effect, Token};

#[derive(Clone, Debug)]
pub(crate) struct Seat {
    pub(crate) token: Token,
    pub(crate) sitting: Sitting,
    pub(crate) keeping: Keeping<ExamKept>,
    pub(crate) own: Vec<OwnWords>,
    /// Once it is closed; first without references, then with them.
    pub(crate) result: Option<ExamResult>,
    /// What chance and the best answers earn was worked out, or could not be.
    pub(crate) scored: bool,
    /// When the choices appeared.
    pub(crate) since: Option<u64>,
}

/// What came of doing something.
#[derive(Clone, Debug)]
pub(crate) enum Taken {
    Done(Vec<Effect>),
    /// The last thing is not safe yet.
    NotYet,
    /// Not now: nothing changed.
    Denied,
}

impl Seat {
    pub(crate) fn new(seated: ExamSeated, now: Option<u64>) -> Seat {
        Seat {
            token: seated.token,
            sitting: seated.sitting,
            keeping: Keeping::default(),
            own: seated.own,
            result: None,
            scored: false,
            since: now,
        }
    }

    /// Does something that counts: only when everything before is safe.
    pub(crate) fn act(&mut self, control: Control, now: Option<u64>) -> Taken {
        if !self.keeping.settled() {
            return Taken::NotYet;
        }
        match self.hand(control, now) {
            Ok(effects) => Taken::Done(effects),
            Err(_) => Taken::Denied,
        }
    }

    /// Does something whether or not all before is safe: time, pause, flags.
    pub(crate) fn hand(&mut self, control: Control, now: Option<u64>) -> Result<Vec<Effect>, Denied> {
        let events = self.sitting.handle(control, now.unwrap_or(0))?;
        let out = self.keeping.keep(events.into_iter().map(ExamKept::Event));
        Ok(self.write(out))
    }

    pub(crate) fn saved(&mut self) -> Vec<Effect> {
        let out = self.keeping.saved();
        self.write(out)
    }

    pub(crate) fn retry(&mut self) -> Vec<Effect> {
        let out = self.keeping.retry();
        self.write(out)
    }

    fn write(&self, out: Option<Vec<ExamKept>>) -> Vec<Effect> {
        let keep = out.map(|what| {
            Effect::Exam(ExamAsk::Keep {
                token: self.token.clone(),
                what,
            })
        });
        keep.into_iter().collect()
    }

    /// Keeps what the candidate would have said at the step an item stands at.
    pub(crate) fn keep_words(&mut self, item: usize, text: String) -> Vec<Effect> {
        let Some((step, node)) = self.step(item) else {
            return Vec::new();
        };
        let own = OwnWords { item, step, node, text };
        self.own.push(own.clone());
        let out = self.keeping.keep([ExamKept::Words(own)]);
        self.write(out)
    }

    /// The step an item stands at, and its decision.
    fn step(&self, item: usize) -> Option<(usize, Name)> {
        if let Some(single) = self.sitting.single(item) {
            return Some((0, single.node_id().clone()));
        }
        let session = self.sitting.talk(item)?;
        match session.current() {
            Current::Deciding { node, .. } => {
                Some((session.run().turns.len(), session.scenario().node(node).id.clone()))
            }
            _ => None,
        }
    }

    /// Own words at the step an item stands at.
    pub(crate) fn own_now(&self, item: usize) -> Option<&str> {
        let (step, _) = self.step(item)?;
        OwnWords::at(&self.own, item, step)
    }

    /// Closed with a result.
    pub(crate) fn closed(&self) -> Option<Closing> {
        self.sitting.closed()
    }

    /// Works the result out, and asks once for what stands beside it.
    pub(crate) fn score(&mut self) -> Vec<Effect> {
        if self.result.is_none() {
            self.result = result(&self.sitting, &|_| None);
        }
        let talks = (0..self.sitting.items().len()).any(|item| self.sitting.talk(item).is_some());
        if !talks {
            self.scored = true;
        }
        if self.scored || self.result.is_none() {
            return Vec::new();
        }
        vec![Effect::Exam(ExamAsk::Score {
            token: self.token.clone(),
            sitting: Box::new(self.sitting.clone()),
        })]
    }
}
