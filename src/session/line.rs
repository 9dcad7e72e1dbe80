//! One line as it was walked, with everything needed to go back to any decision of it.

use crate::engine::{Offer, State, Told};
use crate::model::{ChoiceIx, EndingIx, NodeIx};
use crate::scoring::Taken;

/// One decision taken, and what came of it.
#[derive(Clone, Debug)]
pub struct Turn {
    pub node: NodeIx,
    /// In the order shown.
    pub offers: Vec<Offer>,
    pub chosen: ChoiceIx,
    pub confidence: Option<u8>,
    pub hinted: bool,
    /// What the learner wrote before the choices appeared.
    pub own_words: Option<String>,
    /// What was said and done at once.
    pub reply: Vec<Told>,
    /// What they felt; shown only as teaching.
    pub felt: Vec<Told>,
    /// What followed, up to the next decision or the ending.
    pub onward: Vec<Told>,
    pub before: State,
    pub after: State,
    pub(super) visits_before: Vec<u32>,
}

/// One path without a rewind. Shared steps of the line it came from stand in `turns` too.
#[derive(Clone, Debug)]
pub struct Run {
    /// The line it branched from, and how many of its steps it shares.
    pub parent: Option<(usize, usize)>,
    pub opening: Vec<Told>,
    pub turns: Vec<Turn>,
    pub state: State,
    pub left: bool,
    pub(super) visits: Vec<u32>,
}

impl Run {
    #[must_use]
    pub fn taken(&self) -> Vec<Taken> {
        self.turns
            .iter()
            .map(|turn| Taken {
                node: turn.node,
                choice: turn.chosen,
            })
            .collect()
    }

    #[must_use]
    pub fn ended(&self) -> Option<EndingIx> {
        self.state.ended()
    }

    /// Everything told so far, without what they felt.
    pub fn told(&self) -> impl Iterator<Item = &Told> {
        let turns = self.turns.iter().flat_map(|turn| turn.reply.iter().chain(&turn.onward));
        self.opening.iter().chain(turns)
    }

    /// States before the first decision and after every step.
    pub fn states(&self) -> impl Iterator<Item = &State> {
        let first = self.turns.first().map_or(&self.state, |turn| &turn.before);
        std::iter::once(first).chain(self.turns.iter().map(|turn| &turn.after))
    }
}
