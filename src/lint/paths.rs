//! The graph as drawn, conditions aside: what may come after what. Never says "cannot" where the exact analysis would say "can".

use crate::model::{ChoiceIx, EndingIx, NodeIx, Route, Scenario, Target, Then};

#[derive(Debug)]
pub(super) struct Paths {
    /// For each node: the targets of its route or of all its choices.
    next: Vec<Vec<Target>>,
    from_start: Vec<bool>,
}

impl Paths {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let targets = |route: &Route| route.iter().map(|arm| arm.to).collect::<Vec<_>>();
        let next = scenario.node_ids().map(|(node, about)| match &about.then {
            Then::Go(route) => targets(route),
            Then::Decision { .. } => {
                let choices = scenario.choices_of(node);
                choices
                    .flat_map(|choice| targets(&scenario.choice(choice).route))
                    .collect()
            }
        });
        let mut paths = Paths {
            next: next.collect(),
            from_start: Vec::new(),
        };
        paths.from_start = paths.nodes_from(&[Target::Node(scenario.start)]);
        paths
    }

    /// Drawn somewhere on the way from the start.
    pub(super) fn drawn(&self, node: NodeIx) -> bool {
        self.from_start[node.at()]
    }

    /// In one step.
    pub(super) fn leads(&self, from: NodeIx, to: NodeIx) -> bool {
        self.next[from.at()].contains(&Target::Node(to))
    }

    /// Nodes that these targets are or may lead to.
    pub(super) fn nodes_from(&self, starts: &[Target]) -> Vec<bool> {
        let mut seen = vec![false; self.next.len()];
        let mut open: Vec<Target> = starts.to_vec();
        while let Some(target) = open.pop() {
            let Target::Node(node) = target else { continue };
            if !std::mem::replace(&mut seen[node.at()], true) {
                open.extend(&self.next[node.at()]);
            }
        }
        seen
    }

    /// Nodes that may be met once a choice was made.
    pub(super) fn nodes_after(&self, scenario: &Scenario, choice: ChoiceIx) -> Vec<bool> {
        let targets: Vec<Target> = scenario.choice(choice).route.iter().map(|arm| arm.to).collect();
        self.nodes_from(&targets)
    }

    /// Whether some drawn node leads straight to the ending.
    pub(super) fn leads_to(&self, ending: EndingIx) -> bool {
        let drawn = self.next.iter().zip(&self.from_start).filter(|(_, drawn)| **drawn);
        drawn
            .flat_map(|(next, _)| next)
            .any(|target| *target == Target::Ending(ending))
    }
}
