//! What the draw alone rules out. What the learner's own acts locked still counts as offered: else earlier damage would be rewarded.

use crate::engine::Draws;
use crate::model::{ChoiceIx, Cond, Guard, NodeIx, Num, RoleIx, Route, Scenario, Target, Then};

/// Nodes and choices that some way of talking could meet under these draws and this role (a superset: only what is certain
/// from draws and role is excluded).
#[derive(Clone, Debug)]
pub struct Feasible {
    nodes: Vec<bool>,
    choices: Vec<bool>,
}

impl Feasible {
    #[must_use]
    pub fn of(scenario: &Scenario, draws: &Draws, role: RoleIx) -> Self {
        let known = Known { scenario, draws, role };
        let open = |guard: &Option<Guard>| {
            guard
                .as_ref()
                .is_none_or(|guard| known.truth(&guard.cond) != Some(false))
        };
        let mut feasible = Feasible {
            nodes: vec![false; scenario.nodes.len()],
            choices: scenario.choices.iter().map(|choice| open(&choice.when)).collect(),
        };
        let mut next = vec![scenario.start];
        while let Some(node) = next.pop() {
            if std::mem::replace(&mut feasible.nodes[node.at()], true) {
                continue;
            }
            match &scenario.node(node).then {
                Then::Go(route) => next.extend(known.targets(route)),
                Then::Decision { .. } => {
                    let choices = scenario.choices_of(node).filter(|choice| feasible.choices[choice.at()]);
                    next.extend(choices.flat_map(|choice| known.targets(&scenario.choice(choice).route)));
                }
            }
        }
        feasible
    }

    #[must_use]
    pub fn node(&self, node: NodeIx) -> bool {
        self.nodes[node.at()]
    }

    #[must_use]
    pub fn choice(&self, choice: ChoiceIx) -> bool {
        self.choices[choice.at()]
    }
}

/// Conditions read with only draws and role known: `None` means it depends on the talk.
pub(super) struct Known<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) draws: &'a Draws,
    pub(super) role: RoleIx,
}

impl Known<'_> {
    pub(super) fn truth(&self, cond: &Cond) -> Option<bool> {
        match cond {
            Cond::Const(value) => Some(*value),
            Cond::Not(inner) => self.truth(inner).map(|value| !value),
            Cond::All(list) => decide(list.iter().map(|inner| self.truth(inner)), false),
            Cond::Any(list) => decide(list.iter().map(|inner| self.truth(inner)), true),
            Cond::Is { var, value } => self.scenario.vars[var.at()]
                .is_hidden()
                .then(|| self.draws.value(*var) == *value),
            Cond::Compare { left, op, right } => Some(op.holds(self.number(left)?, self.number(right)?)),
            Cond::Role(role) => Some(self.role == *role),
            Cond::Revealed(_) | Cond::Visited(_) | Cond::Chosen(_) | Cond::Present(_) => None,
        }
    }

    fn number(&self, num: &Num) -> Option<i32> {
        match num {
            Num::Lit(value) => Some(*value),
            Num::Var(var) => self.scenario.vars[var.at()].is_hidden().then(|| self.draws.value(*var)),
            Num::Add(left, right) => self.number(left)?.checked_add(self.number(right)?),
            Num::Sub(left, right) => self.number(left)?.checked_sub(self.number(right)?),
        }
    }

    /// Nodes an arm may lead to; arms after one that surely holds are never reached.
    fn targets(&self, route: &Route) -> Vec<NodeIx> {
        let mut targets = Vec::new();
        for arm in route {
            let truth = arm.when.as_ref().map_or(Some(true), |guard| self.truth(&guard.cond));
            if let (Target::Node(node), true) = (arm.to, truth != Some(false)) {
                targets.push(node);
            }
            if truth == Some(true) {
                break;
            }
        }
        targets
    }
}

/// One `settling` value decides; all the others together mean its opposite; else it depends.
fn decide(values: impl Iterator<Item = Option<bool>>, settling: bool) -> Option<bool> {
    let mut unsure = false;
    for value in values {
        match value {
            Some(value) if value == settling => return Some(settling),
            None => unsure = true,
            Some(_) => {}
        }
    }
    (!unsure).then_some(!settling)
}
