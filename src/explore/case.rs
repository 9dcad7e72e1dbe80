//! The cases an analysis goes through: every role and every draw that makes a difference.

use crate::engine::Draws;
use crate::model::{Cond, Key, Name, RoleIx, Scenario, VarIx};

use super::program::Places;

/// One role and one draw.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub role: RoleIx,
    pub draws: Draws,
}

/// More combinations of draws than this are not gone through one by one.
const MOST_DRAWS: usize = 256;

#[derive(Clone, Debug)]
pub(crate) struct Cases {
    pub(crate) list: Vec<Case>,
    /// Unset where there are too many draws and some seeds stand for all.
    pub(crate) complete: bool,
}

/// Every case, or those of one role, or one draw. Roles and draws that no condition reads are not told apart.
pub(crate) fn cases(scenario: &Scenario, key: Option<&Key>, role: Option<RoleIx>, draws: Option<&Draws>) -> Cases {
    let read = Read::by(scenario, key);
    let every_role = 0..if read.role { scenario.roles.len().max(1) } else { 1 };
    let roles: Vec<RoleIx> = role.map_or_else(|| every_role.map(RoleIx::new).collect(), |role| vec![role]);
    let (draws, complete) = match draws {
        Some(draws) => (vec![draws.clone()], true),
        None => every_draw(scenario, &read.hidden),
    };
    let pair = |role: &RoleIx| draws.iter().map(|draws| (*role, draws.clone())).collect::<Vec<_>>();
    let list = roles.iter().flat_map(pair).map(|(role, draws)| Case { role, draws });
    Cases {
        list: list.collect(),
        complete,
    }
}

fn every_draw(scenario: &Scenario, hidden: &[VarIx]) -> (Vec<Draws>, bool) {
    let values = |var: &VarIx| -> Vec<(Name, Name)> {
        let about = &scenario.vars[var.at()];
        let (low, high) = about.bounds();
        let names = (low..=high).filter_map(|value| about.value_name(value));
        names.map(|name| (about.id.clone(), name.clone())).collect()
    };
    let mut all: Vec<Vec<(Name, Name)>> = vec![Vec::new()];
    for var in hidden {
        let values = values(var);
        if all.len().saturating_mul(values.len()) > MOST_DRAWS {
            let seeds = 0..MOST_DRAWS as u64;
            let mut some: Vec<Draws> = seeds.map(|seed| Draws::from_seed(scenario, seed)).collect();
            some.dedup();
            return (some, false);
        }
        let with = |names: &Vec<(Name, Name)>| -> Vec<Vec<(Name, Name)>> {
            let add = |value: &(Name, Name)| names.iter().chain([value]).cloned().collect();
            values.iter().map(add).collect()
        };
        all = all.iter().flat_map(with).collect();
    }
    (
        all.iter().map(|names| Draws::from_names(scenario, names)).collect(),
        true,
    )
}

/// What conditions read of what is decided before the first word.
struct Read {
    role: bool,
    hidden: Vec<VarIx>,
}

impl Read {
    fn by(scenario: &Scenario, key: Option<&Key>) -> Self {
        let mut read = Read {
            role: false,
            hidden: Vec::new(),
        };
        for (_, guard) in Places::of(scenario).conditions {
            read.cond(scenario, &guard.cond);
        }
        if let Some(key) = key {
            let applies = key.owed.iter().filter_map(|owed| owed.applies.as_ref());
            for guard in applies.chain(key.at_end.iter().map(|rule| &rule.when)) {
                read.cond(scenario, &guard.cond);
            }
        }
        // Numbers added or set may read a draw too.
        let nodes = scenario.nodes.iter().flat_map(|node| &node.on_enter);
        for effect in nodes.chain(scenario.choices.iter().flat_map(|choice| &choice.effects)) {
            use crate::model::Change::{Add, Set};
            if let Add(_, num) | Set(_, num) = &effect.change {
                num.reads(&mut |var| read.var(scenario, var));
            }
        }
        read.hidden.sort_unstable();
        read
    }

    fn cond(&mut self, scenario: &Scenario, cond: &Cond) {
        cond.walk(&mut |inner| self.role |= matches!(inner, Cond::Role(_)));
        cond.reads(&mut |var| self.var(scenario, var));
    }

    fn var(&mut self, scenario: &Scenario, var: VarIx) {
        if scenario.vars[var.at()].is_hidden() && !self.hidden.contains(&var) {
            self.hidden.push(var);
        }
    }
}
