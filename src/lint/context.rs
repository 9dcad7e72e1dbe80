//! What a rule may look at: one scenario with its keys, the rubric, the sources, today's date, and what was worked out about it.

use std::cell::OnceCell;
use std::sync::Arc;

use super::config::Config;
use super::day::Day;
use super::paths::Paths;
use super::uses::Uses;
use crate::explore::{
    self, Analysis, Ask, KeyReport, Limits, Policy, PolicyReport, Witness, analyse, key_report, policies,
};
use crate::model::{Act, Bibliography, ChoiceIx, Entry, Key, KeyChoice, NodeIx, Rubric, Scenario, TextId};

/// A check must not keep an author waiting, so it gives up exactness earlier than `analyze`.
const LIMITS: Limits<'static> = Limits {
    budget: 1_000_000,
    plays: 5_000,
    seed: 1,
    tick: None,
};

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
    analysis: OnceCell<Option<Analysis>>,
    scores: OnceCell<Vec<PolicyReport>>,
    judged: Vec<OnceCell<Option<KeyReport>>>,
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
            analysis: OnceCell::new(),
            scores: OnceCell::new(),
            judged: entry.keys.iter().map(|_| OnceCell::new()).collect(),
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

    /// What the states say; `None` where they are not to be walked.
    pub(super) fn analysis(&self) -> Option<&Analysis> {
        let found = self.analysis.get_or_init(|| {
            // Nobody cancels without a tick.
            self.desk
                .explore
                .then(|| analyse(self.scenario, &LIMITS).ok())
                .flatten()
        });
        found.as_ref()
    }

    /// The analysis, where every state of every draw was met: what it did not see cannot be.
    pub(super) fn exact(&self) -> Option<&Analysis> {
        self.analysis()
            .filter(|analysis| analysis.method.is_exact() && analysis.every_draw)
    }

    /// The analysis, where every line comes to an ending: else probabilities and scores mean nothing.
    pub(super) fn sound(&self) -> Option<&Analysis> {
        self.analysis()
            .filter(|analysis| analysis.loops.is_empty() && analysis.dead_ends.is_empty())
    }

    /// What random, best and the know-nothing policies earn by the first key; empty without a key, or where not walked.
    pub(super) fn scores(&self) -> &[PolicyReport] {
        self.scores.get_or_init(|| {
            let Some(key) = self.key().filter(|_| self.sound().is_some()) else {
                return Vec::new();
            };
            let ask = Ask {
                scenario: self.scenario,
                key: Some(key),
                rubric: self.desk.rubric,
                role: None,
                draws: None,
                quantiles: false,
            };
            let list: Vec<Policy> = [Policy::Random, Policy::Best]
                .into_iter()
                .chain(Policy::KNOW_NOTHING)
                .collect();
            policies(&ask, &list, &LIMITS).unwrap_or_default()
        })
    }

    /// Mean process score of a policy by the first key, 0–100.
    pub(super) fn mean_score(&self, policy: &Policy) -> Option<f64> {
        let found = self.scores().iter().find(|report| report.policy == *policy)?;
        found.score.map(|spread| spread.mean)
    }

    /// What the states say of a key; `None` where they are not walked or too many.
    pub(super) fn judged(&self, key: &Key) -> Option<&KeyReport> {
        let at = self.keys.iter().position(|known| std::ptr::eq(&**known, key))?;
        let found = self.judged[at].get_or_init(|| {
            let report = || key_report(self.scenario, key, self.desk.rubric, &LIMITS).ok().flatten();
            self.desk.explore.then(report).flatten()
        });
        found.as_ref()
    }

    /// Exactly where every state was met, else as drawn.
    pub(super) fn can_reach(&self, node: NodeIx) -> bool {
        self.exact().map_or_else(
            || self.paths().drawn(node),
            |analysis| analysis.nodes[node.at()].reached.is_some(),
        )
    }

    pub(super) fn can_take(&self, choice: ChoiceIx) -> bool {
        self.exact().map_or_else(
            || self.paths().drawn(self.scenario.choice(choice).node),
            |analysis| analysis.choices[choice.at()].taken.is_some(),
        )
    }

    /// A way of playing in words: "hall/ask, bed/listen (drawn: wants = to_know)".
    pub(super) fn way(&self, paths: &explore::Paths, witness: &Witness) -> String {
        let steps = paths.addresses(self.scenario, witness);
        let mut way = if steps.is_empty() {
            "at the very start".to_owned()
        } else {
            format!("after {}", steps.join(", "))
        };
        if let Some(case) = paths.case(witness) {
            let drawn: Vec<String> = case
                .draws
                .names(self.scenario)
                .into_iter()
                .map(|(var, value)| format!("{var} = {value}"))
                .collect();
            if !drawn.is_empty() {
                way += &format!(" (drawn: {})", drawn.join(", "));
            }
            if let (true, Some(role)) = (self.scenario.roles.len() > 1, self.scenario.roles.get(case.role.at())) {
                way += &format!(" (as {role})");
            }
        }
        way
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
