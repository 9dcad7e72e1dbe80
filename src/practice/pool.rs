//! Every keyed decision of the library, with the skills it tests and what each choice earns.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{ChoiceIx, DomainIx, Entry, Key, Library, Name, NodeIx, Rubric, Scenario, SkillIx, Track};
use crate::scoring::{contested_factor, credit};

#[derive(Clone, Debug)]
pub struct Pool {
    pub rubric: Arc<Rubric>,
    pub decisions: Vec<Decision>,
    by_name: HashMap<Name, HashMap<Name, usize>>,
}

/// One decision of one scenario, as one panel keyed it.
#[derive(Clone, Debug)]
pub struct Decision {
    pub scenario: Arc<Scenario>,
    pub key: Arc<Key>,
    pub node: NodeIx,
    pub weight: f64,
    pub skills: Vec<SkillIx>,
    /// Rated choices and their credit, 0 … 1.
    pub credits: Vec<(ChoiceIx, f64)>,
}

impl Pool {
    /// Scenarios that can be played and have a key: the panel's where it keyed them, else the first.
    #[must_use]
    pub fn of(library: &Library, panel: Option<&str>) -> Pool {
        let mut pool = Pool {
            rubric: Arc::clone(&library.rubric),
            decisions: Vec::new(),
            by_name: HashMap::new(),
        };
        for entry in &library.entries {
            if let (Some(scenario), Some(key)) = (&entry.scenario, key_of(entry, panel)) {
                pool.add(scenario, key);
            }
        }
        pool
    }

    fn add(&mut self, scenario: &Arc<Scenario>, key: &Arc<Key>) {
        for node in scenario.decisions() {
            let Some(decision) = key.decision(node) else { continue };
            let rated = decision.choices.iter().flatten();
            let names = self.by_name.entry(scenario.id.clone()).or_default();
            names.insert(scenario.node(node).id.clone(), self.decisions.len());
            self.decisions.push(Decision {
                scenario: Arc::clone(scenario),
                key: Arc::clone(key),
                node,
                weight: decision.weight * contested_factor(decision),
                skills: decision.tests.clone(),
                credits: rated.map(|choice| (choice.choice, credit(choice.mean()))).collect(),
            });
        }
    }

    /// Index of a decision by names.
    #[must_use]
    pub fn find(&self, scenario: &str, node: &str) -> Option<usize> {
        self.by_name.get(scenario)?.get(node).copied()
    }

    /// Decisions that test a skill.
    pub fn testing(&self, skill: SkillIx) -> impl Iterator<Item = usize> {
        let decisions = self.decisions.iter().enumerate();
        decisions
            .filter(move |(_, decision)| decision.skills.contains(&skill))
            .map(|(at, _)| at)
    }

    /// Skills that at least one decision tests, in the rubric's order.
    #[must_use]
    pub fn skills(&self) -> Vec<SkillIx> {
        let all = (0..self.rubric.skills.len()).map(SkillIx::new);
        all.filter(|skill| self.testing(*skill).next().is_some()).collect()
    }
}

impl Decision {
    #[must_use]
    pub fn credit(&self, choice: ChoiceIx) -> Option<f64> {
        let found = self.credits.iter().find(|(rated, _)| *rated == choice);
        found.map(|(_, credit)| *credit)
    }

    #[must_use]
    pub fn node_id(&self) -> &Name {
        &self.scenario.node(self.node).id
    }

    #[must_use]
    pub fn tests_domain(&self, rubric: &Rubric, domain: DomainIx) -> bool {
        let of = |skill: &SkillIx| {
            rubric
                .skills
                .get(skill.at())
                .is_some_and(|about| about.domain == domain)
        };
        self.skills.iter().any(of)
    }

    #[must_use]
    pub fn track(&self) -> Track {
        self.scenario.track
    }

    #[must_use]
    pub fn has_topic(&self, topic: &str) -> bool {
        self.scenario.curriculum.iter().any(|tag| tag.value == topic)
    }
}

pub(super) fn key_of<'a>(entry: &'a Entry, panel: Option<&str>) -> Option<&'a Arc<Key>> {
    let asked = panel.and_then(|panel| entry.keys.iter().find(|key| key.panel == panel));
    asked.or_else(|| entry.keys.first())
}
