//! A line kept by index while it is walked: what was shown in which order, and what was chosen. Written out by ids when stored.

use super::{Machine, Offer, Refused, State, Watch, chance};
use crate::model::{ChoiceIx, Offered, Scenario, Step, Target};

/// One line from its beginning. The same record can be used for one line after the other.
#[derive(Clone, Debug, Default)]
pub struct Record {
    seed: Option<chance::Seeded>,
    steps: Vec<Kept>,
    /// Menus of all steps, one after the other, each in the order shown.
    shown: Vec<Offer>,
    /// How often each node was decided at.
    visits: Vec<u32>,
    order: Vec<ChoiceIx>,
}

#[derive(Clone, Copy, Debug)]
struct Kept {
    choice: ChoiceIx,
    /// Where its menu ends in `shown`; it begins where the one before ends.
    until: usize,
}

impl Record {
    /// Forgets everything and begins a new line.
    pub fn begin(&mut self, scenario: &Scenario, seed: u64) {
        self.seed = Some(chance::Seeded::new(seed));
        self.steps.clear();
        self.shown.clear();
        self.visits.clear();
        self.visits.resize(scenario.nodes.len(), 0);
    }

    /// The menu where the state stands, in the order shown; empty at an ending, and before `begin`.
    pub fn menu(&mut self, machine: &Machine, state: &State) -> &[Offer] {
        let from = self.steps.last().map_or(0, |kept| kept.until);
        self.shown.truncate(from);
        if let (Target::Node(node), Some(seed)) = (state.at, self.seed) {
            let visit = self.visits.get(node.at()).copied().unwrap_or(0);
            chance::order_into(machine.scenario(), seed, node, visit, &mut self.order);
            let offers = self.order.iter().filter_map(|choice| machine.offer(state, *choice));
            self.shown.extend(offers);
        }
        &self.shown[from..]
    }

    /// Takes a choice of the menu just shown and keeps both.
    pub fn take<W: Watch>(
        &mut self,
        machine: &Machine,
        state: &mut State,
        choice: ChoiceIx,
        watch: &mut W,
    ) -> Result<(), Refused> {
        machine.take(state, choice, watch)?;
        let node = machine.scenario().choice(choice).node;
        if let Some(visits) = self.visits.get_mut(node.at()) {
            *visits += 1;
        }
        self.steps.push(Kept {
            choice,
            until: self.shown.len(),
        });
        Ok(())
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// As a transcript keeps it, on line 0.
    #[must_use]
    pub fn steps(&self, scenario: &Scenario) -> Vec<Step> {
        let mut from = 0;
        let mut steps = Vec::with_capacity(self.steps.len());
        for kept in &self.steps {
            let about = scenario.choice(kept.choice);
            let offered = self.shown[from..kept.until].iter().map(|offer| Offered {
                choice: scenario.choice(offer.choice).id.clone(),
                locked: offer.locked,
            });
            steps.push(Step {
                node: scenario.node(about.node).id.clone(),
                offered: offered.collect(),
                chosen: about.id.clone(),
                ..Step::default()
            });
            from = kept.until;
        }
        steps
    }
}
