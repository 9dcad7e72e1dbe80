//! What may be taught about one decision already taken.

use super::{Session, Turn};
use crate::engine::{self, Told};
use crate::model::{ChoiceIx, Framework, Move, TextId};

/// Everything there is to say about a turn. Whether it may be shown is [`Session::may_teach`].
#[derive(Clone, Debug)]
pub struct Teaching<'a> {
    pub turn: &'a Turn,
    pub felt: &'a [Told],
    pub why: Option<String>,
    pub better: Option<String>,
    /// Other good words: of this choice, then the better rated choices' own.
    pub also: Vec<String>,
    pub framework: Option<(&'a Framework, &'a Move)>,
    pub expert_noticed: Option<String>,
    pub expert_says: Option<String>,
    pub expert_why: Option<String>,
    /// One side and the other, where experts differ.
    pub experts_differ: Option<(&'a str, &'a str)>,
}

impl Session {
    /// The teaching of a step of the current line; `None` if it was not taken.
    #[must_use]
    pub fn teaching(&self, step: usize) -> Option<Teaching<'_>> {
        self.run().turns.get(step).map(|turn| self.teach(turn))
    }

    #[must_use]
    pub fn teach<'a>(&'a self, turn: &'a Turn) -> Teaching<'a> {
        let choice = self.scenario.choice(turn.chosen);
        let expert = self.scenario.node(turn.node).expert;
        let say = |text: Option<TextId>| text.map(|text| self.words(text, turn));
        let step = choice.framework_move.as_ref();
        let decision = self.key.as_ref().and_then(|key| key.decision(turn.node));
        let differ = decision.and_then(|decision| decision.experts_differ.as_ref());
        Teaching {
            turn,
            felt: &turn.felt,
            why: say(choice.why),
            better: say(choice.better),
            also: choice.also.iter().map(|text| self.words(*text, turn)).collect(),
            framework: step.and_then(|step| self.rubric.framework_move(&step.value)),
            expert_noticed: say(expert.and_then(|expert| expert.noticed)),
            expert_says: say(expert.and_then(|expert| expert.says)),
            expert_why: say(expert.and_then(|expert| expert.why)),
            experts_differ: differ.map(|differ| (differ.one_side.as_str(), differ.other_side.as_str())),
        }
    }

    /// A text of the scenario in the words of a turn's moment.
    #[must_use]
    pub fn words(&self, text: TextId, turn: &Turn) -> String {
        engine::words(&self.scenario, &(), text, &turn.before)
    }

    /// A text of the scenario as it stands now.
    #[must_use]
    pub fn words_now(&self, text: TextId) -> String {
        engine::words(&self.scenario, &(), text, &self.run().state)
    }

    /// Rating-ordered good words at a decision: every choice rated at least 1 by the key, best first.
    #[must_use]
    pub fn good_choices(&self, turn: &Turn) -> Vec<ChoiceIx> {
        let Some(key) = &self.key else {
            return Vec::new();
        };
        let rated = self.scenario.choices_of(turn.node).filter_map(|choice| {
            let mean = key.choice(&self.scenario, choice)?.mean();
            (mean >= 1.0).then_some((choice, mean))
        });
        let mut rated: Vec<(ChoiceIx, f64)> = rated.collect();
        rated.sort_by(|left, right| right.1.total_cmp(&left.1));
        rated.into_iter().map(|(choice, _)| choice).collect()
    }
}
