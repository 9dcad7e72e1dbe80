//! A few single decisions in a row, with the reaction at once.

mod plan;

pub use plan::{Ask, CannotDrill, plan};

use super::{MASTERY, Reaction, Single};
use crate::model::{Answer, ChoiceIx, Day, Met, Name, SkillIx};
use crate::session::{Denied, Input};

#[derive(Clone, Debug)]
pub struct Drill {
    /// In the order asked.
    pub items: Vec<Single>,
    /// Decisions that fitted what was asked for.
    pub pool: usize,
    /// Of the items, how many the learner never answered before.
    pub fresh: usize,
    at: usize,
}

/// What an answer gives: the reaction to show, and the answer to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    pub reaction: Reaction,
    pub keep: Answer,
}

/// One thing to be kept of a drill.
#[derive(Clone, Debug, PartialEq)]
pub enum Keep {
    Answer(Answer),
    /// What the learner would have said to a decision.
    Words {
        /// Among the drill's, from 0.
        item: usize,
        /// `scenario/node`.
        at: Name,
        text: String,
    },
}

impl Keep {
    #[must_use]
    pub fn words(item: usize, single: &Single, text: &str) -> Keep {
        Keep::Words {
            item,
            at: Name::from(format!("{}/{}", single.scenario(), single.node_id())),
            text: text.to_owned(),
        }
    }
}

impl Done {
    /// Whether the key would at least be content to hear it.
    #[must_use]
    pub fn good(&self) -> bool {
        self.reaction.credit.is_some_and(|credit| credit >= MASTERY)
    }
}

impl Drill {
    /// The decision to answer now; `None` when all are done.
    #[must_use]
    pub fn current(&self) -> Option<&Single> {
        self.items.get(self.at)
    }

    /// Decisions answered so far.
    #[must_use]
    pub fn done(&self) -> usize {
        self.at
    }

    /// The hint of the current decision, if it has one; that it was looked at is kept with the answer.
    pub fn hint(&mut self) -> Option<String> {
        let single = self.items.get_mut(self.at)?;
        single.session.handle(Input::Hint).ok()?;
        let hint = single.session.scenario().node(single.node).hint?;
        Some(single.session.words_now(hint))
    }

    /// What the learner would say to the current decision, to stand beside the choice; keeping it is the caller's.
    pub fn own_words(&mut self, text: &str) {
        if let Some(single) = self.items.get_mut(self.at) {
            // Refused only where nothing can be chosen either.
            let _ = single.session.handle(Input::OwnWords { text: text.to_owned() });
        }
    }

    /// The decision answered last.
    #[must_use]
    pub fn last(&self) -> Option<&Single> {
        self.items.get(self.at.checked_sub(1)?)
    }

    /// Answers the current decision and goes on to the next.
    pub fn answer(&mut self, choice: ChoiceIx, confidence: Option<u8>, today: Day) -> Result<Done, Denied> {
        let single = self.items.get_mut(self.at).ok_or(Denied::Over)?;
        let reaction = single.answer(choice, confidence)?;
        let scenario = single.session.scenario();
        let keep = Answer {
            scenario: scenario.id.clone(),
            node: scenario.node(single.node).id.clone(),
            choice: scenario.choice(choice).id.clone(),
            day: today,
            met: Met::Drill,
            confidence,
            hinted: single.session.run().turns.last().is_some_and(|turn| turn.hinted),
            draws: single.session.transcript().draws.clone(),
        };
        self.at += 1;
        Ok(Done { reaction, keep })
    }

    /// Skills the answered decisions tested, with how many did; the most first.
    #[must_use]
    pub fn tested(&self) -> Vec<(SkillIx, usize)> {
        let mut tested: Vec<(SkillIx, usize)> = Vec::new();
        for single in self.items.iter().take(self.at) {
            let decision = single.session.key().and_then(|key| key.decision(single.node));
            for skill in decision.iter().flat_map(|decision| &decision.tests) {
                match tested.iter_mut().find(|(known, _)| known == skill) {
                    Some((_, times)) => *times += 1,
                    None => tested.push((*skill, 1)),
                }
            }
        }
        tested.sort_by_key(|(skill, times)| (std::cmp::Reverse(*times), *skill));
        tested
    }
}
