//! Why a part of a scenario is never met, in words: what leads there, and what keeps it shut.

use crate::diag::Sources;
use crate::explore::{Analysis, ConditionPlace, Owner};
use crate::model::{ChoiceIx, Guard, NodeIx, Route, Scenario, Target, Then};

/// Looks for reasons in one exact analysis.
#[derive(Clone, Copy)]
pub(super) struct Why<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) sources: &'a Sources,
    pub(super) analysis: &'a Analysis,
}

impl Why<'_> {
    /// Why nobody comes to a node or an ending: one reason for each way that was meant to lead there.
    pub(super) fn target(&self, target: Target) -> Vec<String> {
        let mut reasons = Vec::new();
        for (node, about) in self.scenario.node_ids() {
            if let Then::Go(route) = &about.then {
                let closed = self.closed_node(node);
                self.route(Owner::Node(node), route, target, closed, &mut reasons);
            }
            for choice in self.scenario.choices_of(node) {
                let closed = self.closed_choice(choice);
                let route = &self.scenario.choice(choice).route;
                self.route(Owner::Choice(choice), route, target, closed, &mut reasons);
            }
        }
        if reasons.is_empty() {
            reasons.push("nothing leads to it".to_owned());
        }
        reasons
    }

    /// Why a choice that stands at a node people do reach is never offered.
    pub(super) fn choice(&self, choice: ChoiceIx) -> String {
        match &self.scenario.choice(choice).when {
            Some(guard) => format!("its condition never holds there: {}", self.words(guard)),
            None => "it is never offered".to_owned(),
        }
    }

    fn route(&self, owner: Owner, route: &Route, target: Target, closed: Option<String>, reasons: &mut Vec<String>) {
        for (at, arm) in route.iter().enumerate().filter(|(_, arm)| arm.to == target) {
            let name = match owner {
                Owner::Node(node) => self.scenario.node(node).id.to_string(),
                Owner::Choice(choice) => self.scenario.address(choice),
            };
            let reason = match (&closed, &arm.when) {
                (Some(closed), _) => closed.clone(),
                (None, Some(guard)) if !self.ever_true(ConditionPlace::Arm(owner, at)) => {
                    format!("its condition never holds: {}", self.words(guard))
                }
                (None, _) => "an earlier way out of it always holds".to_owned(),
            };
            reasons.push(format!("{name} leads there, but {reason}"));
        }
    }

    fn closed_node(&self, node: NodeIx) -> Option<String> {
        let reached = self.analysis.nodes[node.at()].reached.is_some();
        (!reached).then(|| "is never reached itself".to_owned())
    }

    fn closed_choice(&self, choice: ChoiceIx) -> Option<String> {
        self.closed_node(self.scenario.choice(choice).node).or_else(|| {
            let taken = self.analysis.choices[choice.at()].taken.is_some();
            (!taken).then(|| self.choice(choice))
        })
    }

    fn ever_true(&self, place: ConditionPlace) -> bool {
        let found = self
            .analysis
            .conditions
            .iter()
            .find(|condition| condition.place == place);
        found.is_some_and(|condition| condition.seen_true.is_some())
    }

    /// A condition as the author wrote it.
    fn words(&self, guard: &Guard) -> String {
        let line = self.sources.position(guard.span).line;
        format!("`{}` (line {line})", self.sources.text(guard.span).trim())
    }
}
