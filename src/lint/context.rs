//! What a rule may look at: one scenario with its keys, the rubric, the sources, today's date, and what was worked out about it.

use std::cell::OnceCell;
use std::sync::Arc;

use super::config::Config;
use super::day::Day;
use super::paths::Paths;
use super::uses::Uses;
use crate::model::{Act, Bibliography, ChoiceIx, Entry, Key, KeyChoice, NodeIx, Rubric, Scenario, TextId};

/// What all scenarios of one check share.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    pub rubric: &'a Rubric,
    pub sources: &'a Bibliography,
    pub today: Day,
    pub config: &'a Config,
    /// Whether to walk all reachable states too, which the rules on flow, reach and scores need.
    pub explore: bool,
}

/// One scenario on the desk.
pub(super) struct Context<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) keys: &'a [Arc<Key>],
    pub(super) desk: &'a Desk<'a>,
    /// Faults found while reading its files.
    pub(super) faults: usize,
    paths: OnceCell<Paths>,
    uses: OnceCell<Uses>,
}

impl<'a> Context<'a> {
    pub(super) fn new(scenario: &'a Scenario, entry: &'a Entry, desk: &'a Desk<'a>) -> Self {
        Context {
            scenario,
            keys: &entry.keys,
            desk,
            faults: entry.faults,
            paths: OnceCell::new(),
            uses: OnceCell::new(),
        }
    }

    /// The key that scores unless another is asked for.
    pub(super) fn key(&self) -> Option<&'a Key> {
        self.keys.first().map(|key| &**key)
    }

    pub(super) fn paths(&self) -> &Paths {
        self.paths.get_or_init(|| Paths::of(self.scenario))
    }

    pub(super) fn uses(&self) -> &Uses {
        self.uses.get_or_init(|| Uses::of(self.scenario, self.keys))
    }

    /// As far as is known: exactly where the states were walked, else as drawn.
    pub(super) fn can_reach(&self, node: NodeIx) -> bool {
        self.paths().drawn(node)
    }

    pub(super) fn can_take(&self, choice: ChoiceIx) -> bool {
        self.can_reach(self.scenario.choice(choice).node)
    }

    /// The first key's entry for a choice.
    pub(super) fn rated(&self, choice: ChoiceIx) -> Option<&'a KeyChoice> {
        self.key()?.choice(self.scenario, choice)
    }

    /// Mean rating by the first key.
    pub(super) fn rating(&self, choice: ChoiceIx) -> Option<f64> {
        self.rated(choice).map(KeyChoice::mean)
    }

    pub(super) fn is_defensible(&self, choice: ChoiceIx) -> bool {
        self.rating(choice).is_some_and(|rating| rating >= 1.0)
    }

    /// Choices of a decision with their mean ratings, where every one of them is rated.
    pub(super) fn ratings(&self, node: NodeIx) -> Option<Vec<(ChoiceIx, f64)>> {
        let choices = self.scenario.choices_of(node);
        choices.map(|choice| Some((choice, self.rating(choice)?))).collect()
    }

    pub(super) fn choices(&self) -> impl Iterator<Item = ChoiceIx> + use<> {
        (0..self.scenario.choices.len()).map(ChoiceIx::new)
    }

    /// Words offered as good ones, to be said aloud: choices rated 1 or more, and the `better` and `also` of any choice.
    pub(super) fn model_words(&self) -> Vec<(ChoiceIx, TextId)> {
        let mut found = Vec::new();
        for choice in self.choices() {
            let about = self.scenario.choice(choice);
            if about.act != Act::Say {
                continue;
            }
            if self.is_defensible(choice) {
                found.push((choice, about.text));
            }
            found.extend(about.better.iter().chain(&about.also).map(|text| (choice, *text)));
        }
        found
    }

    pub(super) fn is_english(&self) -> bool {
        self.scenario.lang == "en" || self.scenario.lang.starts_with("en-")
    }
}
