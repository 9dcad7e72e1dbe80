//! The drill under way: its decisions, what came of them, and what is on its way to being kept.

use super::keeping::Keeping;
use super::msg::{Effect, OpenedDrill, Token};
use crate::model::{ChoiceIx, Day};
use crate::practice::Reaction;
use crate::practice::drill::{Drill, Keep};
use crate::session::Denied;

#[derive(Clone, Debug)]
pub(crate) struct Drilling {
    pub(crate) token: Token,
    pub(crate) drill: Drill,
    /// The skill by name; `None` for whatever is due.
    pub(crate) skill: Option<String>,
    /// Answers the key would at least be content to hear.
    pub(crate) good: usize,
    /// What came of the last answer.
    pub(crate) last: Option<Reaction>,
    pub(crate) keeping: Keeping<Keep>,
    /// Said while the last answer was still being kept: taken as soon as it is, unless another key comes first.
    pub(crate) meant: Option<(ChoiceIx, Option<u8>)>,
    /// Own words to the decision at hand: kept with its answer, so that nothing is kept of a drill only looked at.
    words: Option<Keep>,
    today: Day,
}

impl Drilling {
    pub(crate) fn new(opened: OpenedDrill) -> Drilling {
        Drilling {
            token: opened.token,
            drill: opened.drill,
            skill: opened.skill,
            good: 0,
            last: None,
            keeping: Keeping::default(),
            meant: None,
            words: None,
            today: opened.today,
        }
    }

    /// Answers the decision at hand and starts keeping it.
    pub(crate) fn answer(&mut self, choice: ChoiceIx, confidence: Option<u8>) -> Result<Vec<Effect>, Denied> {
        let done = self.drill.answer(choice, confidence, self.today)?;
        self.good += usize::from(done.good());
        self.last = Some(done.reaction);
        let keep = self.words.take().into_iter().chain([Keep::Answer(done.keep)]);
        let now = self.keeping.keep(keep);
        Ok(self.record(now))
    }

    pub(crate) fn own_words(&mut self, text: &str) {
        let item = self.drill.done();
        self.words = self.drill.current().map(|single| Keep::words(item, single, text));
        self.drill.own_words(text);
    }

    /// Words to a decision that will not be answered are kept too, where anything is.
    pub(crate) fn leave(&mut self) -> Vec<Effect> {
        let words = self.words.take().filter(|_| self.drill.done() > 0);
        let now = self.keeping.keep(words);
        self.record(now)
    }

    pub(crate) fn saved(&mut self) -> Vec<Effect> {
        let next = self.keeping.saved();
        self.record(next)
    }

    pub(crate) fn retry(&mut self) -> Vec<Effect> {
        let again = self.keeping.retry();
        self.record(again)
    }

    fn record(&self, keep: Option<Vec<Keep>>) -> Vec<Effect> {
        let record = |keep| Effect::RecordDrill {
            token: self.token.clone(),
            keep,
        };
        keep.map(record).into_iter().collect()
    }
}
