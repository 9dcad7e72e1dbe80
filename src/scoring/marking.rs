//! What each choice, decision and owed item is worth under one key and one draw.

use super::feasible::{Feasible, Known};
use crate::engine::Draws;
use crate::model::{ChoiceIx, Key, KeyDecision, NodeIx, OwedIx, RoleIx, Rubric, Scenario, SkillIx};

/// A key read for one draw and role; shared by scoring a line and by exact analysis.
#[derive(Clone, Debug)]
pub struct Marking<'a> {
    pub scenario: &'a Scenario,
    pub key: &'a Key,
    pub rubric: &'a Rubric,
    pub feasible: Feasible,
    owed: Vec<OwedItem>,
}

/// An owed item that applies on this draw and could be reached.
#[derive(Clone, Debug, PartialEq)]
pub struct OwedItem {
    pub id: OwedIx,
    pub by: Vec<NodeIx>,
    pub weight: f64,
}

/// Credit of a mean rating: (R̄ + 2) / 4, kept inside 0 … 1 (design: option credit from a five-point panel rating).
#[must_use]
pub fn credit(mean_rating: f64) -> f64 {
    ((mean_rating + 2.0) / 4.0).clamp(0.0, 1.0)
}

/// How much of a decision's weight is left where raters disagree: with at least five raters on a choice,
/// max(0, 1 − max(0, s − 1)), s the largest population SD among its choices.
#[must_use]
pub fn contested_factor(decision: &KeyDecision) -> f64 {
    let choices = decision.choices.iter().flatten();
    let deviation = |values: Vec<f64>| {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt()
    };
    let rated = choices.filter(|choice| choice.ratings.len() >= 5);
    let spread = rated
        .map(|choice| deviation(choice.ratings.iter().map(|rating| f64::from(rating.value)).collect()))
        .fold(0.0, f64::max);
    (1.0 - (spread - 1.0).max(0.0)).max(0.0)
}

impl<'a> Marking<'a> {
    #[must_use]
    pub fn new(scenario: &'a Scenario, key: &'a Key, rubric: &'a Rubric, draws: &Draws, role: RoleIx) -> Self {
        let feasible = Feasible::of(scenario, draws, role);
        let known = Known { scenario, draws, role };
        let items = key.owed.iter().enumerate().filter_map(|(at, owed)| {
            let applies = owed
                .applies
                .as_ref()
                .is_none_or(|guard| known.truth(&guard.cond) == Some(true));
            let reachable = owed.by.iter().any(|node| feasible.node(*node));
            (applies && reachable).then(|| OwedItem {
                id: OwedIx::new(at),
                by: owed.by.clone(),
                weight: owed.weight,
            })
        });
        let owed = items.collect();
        Marking {
            scenario,
            key,
            rubric,
            feasible,
            owed,
        }
    }

    /// Weight of a decision after disagreement; `None` where the key does not rate it.
    #[must_use]
    pub fn weight(&self, node: NodeIx) -> Option<f64> {
        let decision = self.key.decision(node)?;
        Some(decision.weight * contested_factor(decision))
    }

    /// Credit of a choice, 0 … 1; `None` where unrated.
    #[must_use]
    pub fn credit(&self, choice: ChoiceIx) -> Option<f64> {
        self.key.choice(self.scenario, choice).map(|rated| credit(rated.mean()))
    }

    /// Best credit at a decision among the choices the draw leaves open.
    #[must_use]
    pub fn best(&self, node: NodeIx) -> Option<f64> {
        let open = self
            .scenario
            .choices_of(node)
            .filter(|choice| self.feasible.choice(*choice));
        open.filter_map(|choice| self.credit(choice)).reduce(f64::max)
    }

    /// Highest level of a skill that any open choice of the decision shows.
    #[must_use]
    pub fn best_level(&self, node: NodeIx, skill: SkillIx) -> Option<u8> {
        let open = self
            .scenario
            .choices_of(node)
            .filter(|choice| self.feasible.choice(*choice));
        open.filter_map(|choice| self.level(choice, skill)).max()
    }

    #[must_use]
    pub fn level(&self, choice: ChoiceIx, skill: SkillIx) -> Option<u8> {
        let rated = self.key.choice(self.scenario, choice)?;
        rated
            .shows
            .iter()
            .find(|(shown, _)| *shown == skill)
            .map(|(_, level)| *level)
    }

    /// Whether every visit of a node counts, or only the first in a line.
    #[must_use]
    pub fn counts_each(&self, node: NodeIx) -> bool {
        self.key.decision(node).is_some_and(|decision| decision.count_each)
    }

    #[must_use]
    pub fn owed(&self) -> &[OwedItem] {
        &self.owed
    }

    /// Whether taking this choice (which means its decision was met) settles an owed item.
    #[must_use]
    pub fn settles(&self, choice: ChoiceIx, item: &OwedItem) -> bool {
        let met = item.by.contains(&self.scenario.choice(choice).node);
        met || self
            .key
            .choice(self.scenario, choice)
            .is_some_and(|rated| rated.settles.contains(&item.id))
    }
}
