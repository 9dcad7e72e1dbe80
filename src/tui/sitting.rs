//! The sitting under way: the session, and what is on its way to being kept. One write in flight, nothing lost.

use std::sync::Arc;

use super::msg::{Effect, Opened, Token};
use crate::model::ChoiceIx;
use crate::scoring::References;
use crate::session::{Denied, Input, Output, Session};

#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    pub(crate) token: Token,
    pub(crate) session: Session,
    /// Being written now.
    in_flight: Vec<Output>,
    /// To be written next.
    waiting: Vec<Output>,
    /// The last write failed, and why.
    pub(crate) unsaved: Option<String>,
    pub(crate) references: Option<Arc<References>>,
    pub(crate) asked_references: bool,
    /// "How was that?" was asked, and is not asked again.
    pub(crate) asked_feeling: bool,
    /// When the choices appeared.
    pub(crate) since: Option<u64>,
    /// Said while the last step was still being kept: taken as soon as it is, unless another key comes first.
    pub(crate) meant: Option<(ChoiceIx, Option<u8>)>,
}

impl Sitting {
    pub(crate) fn new(opened: Opened, now: Option<u64>) -> Sitting {
        Sitting {
            token: opened.token,
            session: opened.session,
            in_flight: Vec::new(),
            waiting: Vec::new(),
            unsaved: None,
            references: None,
            asked_references: false,
            asked_feeling: false,
            since: now,
            meant: None,
        }
    }

    /// Hands an input to the session and starts keeping what comes of it.
    pub(crate) fn handle(&mut self, input: Input) -> Result<Vec<Effect>, Denied> {
        let outputs = self.session.handle(input)?;
        self.waiting.extend(outputs);
        Ok(self.send())
    }

    /// Whether everything so far is safe, so that the next answer may be taken.
    pub(crate) fn settled(&self) -> bool {
        self.in_flight.is_empty() && self.waiting.is_empty()
    }

    pub(crate) fn saved(&mut self) -> Vec<Effect> {
        self.in_flight.clear();
        self.unsaved = None;
        self.send()
    }

    /// The write failed: it waits in front of what came after it.
    pub(crate) fn not_saved(&mut self, why: String) {
        let after = std::mem::take(&mut self.waiting);
        self.waiting = std::mem::take(&mut self.in_flight);
        self.waiting.extend(after);
        self.unsaved = Some(why);
    }

    pub(crate) fn retry(&mut self) -> Vec<Effect> {
        self.unsaved = None;
        self.send()
    }

    fn send(&mut self) -> Vec<Effect> {
        if !self.in_flight.is_empty() || self.waiting.is_empty() || self.unsaved.is_some() {
            return Vec::new();
        }
        self.in_flight = std::mem::take(&mut self.waiting);
        vec![Effect::Record {
            token: self.token.clone(),
            outputs: self.in_flight.clone(),
        }]
    }
}
