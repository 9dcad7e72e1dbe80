//! The sitting under way: the session, and what is on its way to being kept.

use std::sync::Arc;

use super::keeping::Keeping;
use super::msg::{Effect, Opened, Token};
use crate::model::ChoiceIx;
use crate::scoring::References;
use crate::session::{Denied, Input, Output, Session};

#[derive(Clone, Debug)]
pub(crate) struct Sitting {
    pub(crate) token: Token,
    pub(crate) session: Session,
    pub(crate) keeping: Keeping<Output>,
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
            keeping: Keeping::default(),
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
        let now = self.keeping.keep(outputs);
        Ok(self.record(now))
    }

    /// Whether everything so far is safe, so that the next answer may be taken.
    pub(crate) fn settled(&self) -> bool {
        self.keeping.settled()
    }

    pub(crate) fn saved(&mut self) -> Vec<Effect> {
        let next = self.keeping.saved();
        self.record(next)
    }

    pub(crate) fn retry(&mut self) -> Vec<Effect> {
        let again = self.keeping.retry();
        self.record(again)
    }

    fn record(&self, outputs: Option<Vec<Output>>) -> Vec<Effect> {
        let record = |outputs| Effect::Record {
            token: self.token.clone(),
            outputs,
        };
        outputs.map(record).into_iter().collect()
    }
}
