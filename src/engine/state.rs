//! Where a line stands: place, variables and flags. Small and comparable, so that analysis can keep millions.

use super::Draws;
use crate::model::{ChoiceIx, NodeIx, PersonIx, Presence, RoleIx, Scenario, Secret, Target, VarIx};

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub at: Target,
    pub role: RoleIx,
    /// By variable.
    pub vars: Vec<i32>,
    /// Bits by [`Layout`].
    pub flags: Vec<u64>,
}

/// Where each kind of flag begins among the bits of [`State::flags`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    chosen: usize,
    vars: usize,
    facts: usize,
    present: usize,
    len: usize,
}

impl Layout {
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let chosen = scenario.nodes.len();
        let vars = chosen + scenario.choices.len();
        let facts = vars + scenario.vars.len();
        let present = facts + scenario.facts.len();
        Layout {
            chosen,
            vars,
            facts,
            present,
            len: present + scenario.cast.len(),
        }
    }

    /// Number of flags.
    #[must_use]
    pub fn len(self) -> usize {
        self.len
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len == 0
    }

    #[must_use]
    pub fn visited(self, node: NodeIx) -> usize {
        node.at()
    }

    #[must_use]
    pub fn chosen(self, choice: ChoiceIx) -> usize {
        self.chosen + choice.at()
    }

    #[must_use]
    pub fn revealed(self, secret: Secret) -> usize {
        match secret {
            Secret::Var(var) => self.vars + var.at(),
            Secret::Fact(fact) => self.facts + fact.at(),
        }
    }

    #[must_use]
    pub fn present(self, person: PersonIx) -> usize {
        self.present + person.at()
    }
}

impl State {
    pub(crate) fn new(scenario: &Scenario, layout: Layout, role: RoleIx, draws: &Draws) -> Self {
        let var = |(at, var): (usize, &crate::model::Var)| {
            if var.is_hidden() {
                draws.value(VarIx::new(at))
            } else {
                var.start
            }
        };
        let mut state = State {
            at: Target::Node(scenario.start),
            role,
            vars: scenario.vars.iter().enumerate().map(var).collect(),
            flags: vec![0; layout.len().div_ceil(64)],
        };
        for (at, person) in scenario.cast.iter().enumerate() {
            if person.present != Presence::Away {
                state.raise(layout.present(PersonIx::new(at)));
            }
        }
        state
    }

    #[must_use]
    pub fn flag(&self, bit: usize) -> bool {
        self.flags[bit / 64] >> (bit % 64) & 1 == 1
    }

    pub fn raise(&mut self, bit: usize) {
        self.flags[bit / 64] |= 1 << (bit % 64);
    }

    pub fn lower(&mut self, bit: usize) {
        self.flags[bit / 64] &= !(1 << (bit % 64));
    }

    #[must_use]
    pub fn ended(&self) -> Option<crate::model::EndingIx> {
        match self.at {
            Target::Ending(ending) => Some(ending),
            Target::Node(_) => None,
        }
    }
}
