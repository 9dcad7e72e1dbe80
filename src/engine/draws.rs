//! What the seed decided before the first word.

use super::chance;
use crate::model::{Name, Scenario, VarKind};

/// One value per variable of the scenario; only those of hidden variables mean anything.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Draws {
    values: Vec<i32>,
}

impl Draws {
    #[must_use]
    pub fn from_seed(scenario: &Scenario, seed: u64) -> Self {
        Self::by(scenario, |id, count| chance::hidden(seed, id, count))
    }

    /// From names, as a transcript keeps them; a name that no longer exists falls back to the first value.
    #[must_use]
    pub fn from_names(scenario: &Scenario, names: &[(Name, Name)]) -> Self {
        let mut draws = Self::by(scenario, |_, _| 0);
        for (var, value) in names {
            let Some(at) = scenario.vars.iter().position(|known| known.id == *var) else {
                continue;
            };
            let (low, high) = scenario.vars[at].bounds();
            let found = (low..=high).find(|number| scenario.vars[at].value_name(*number) == Some(value));
            draws.values[at] = found.unwrap_or(low);
        }
        draws
    }

    /// Every combination; each is equally likely.
    #[must_use]
    pub fn all(scenario: &Scenario) -> Vec<Draws> {
        let mut all = vec![Self::by(scenario, |_, _| 0)];
        for (at, var) in scenario.vars.iter().enumerate() {
            if let VarKind::Hidden { values, .. } = &var.kind {
                let count = i32::try_from(values.len()).unwrap_or(1);
                let with = |draws: &Draws, value: i32| {
                    let mut draws = draws.clone();
                    draws.values[at] = value;
                    draws
                };
                all = all
                    .iter()
                    .flat_map(|draws| (0..count).map(|value| with(draws, value)).collect::<Vec<_>>())
                    .collect();
            }
        }
        all
    }

    /// Hidden variable and value, by name.
    #[must_use]
    pub fn names(&self, scenario: &Scenario) -> Vec<(Name, Name)> {
        let hidden = scenario
            .vars
            .iter()
            .zip(&self.values)
            .filter(|(var, _)| var.is_hidden());
        hidden
            .filter_map(|(var, value)| Some((var.id.clone(), var.value_name(*value)?.clone())))
            .collect()
    }

    #[must_use]
    pub fn value(&self, var: crate::model::VarIx) -> i32 {
        self.values.get(var.at()).copied().unwrap_or(0)
    }

    fn by(scenario: &Scenario, pick: impl Fn(&Name, usize) -> usize) -> Self {
        let value = |var: &crate::model::Var| match &var.kind {
            VarKind::Hidden { values, .. } => i32::try_from(pick(&var.id, values.len())).unwrap_or(0),
            _ => var.start,
        };
        Draws {
            values: scenario.vars.iter().map(value).collect(),
        }
    }
}
