//! A line kept by index while it is walked: what was shown in which order, and what was chosen. Written out by ids when stored.

use super::{Machine, Offer, Refused, State, Watch, chance};
use crate::model::{ChoiceIx, Name, Offered, Scenario, Step, Target};

/// One line from its beginning. The same record can be used for one line after the other.
#[derive(Clone, Debug, Default)]
pub struct Record {
    seed: Option<chance::Seeded>,
    steps: Vec<Kept>,
    /// Menus of all steps, one after the other, each in the order shown.
    shown: Vec<Offer>,
    /// How often each node was decided at.
    visits: Vec<u32>,
    /// Choices of one menu, and whether they are shown.
    standing: Vec<(bool, Offer)>,
}

/// One step as it was walked; its ids are lent by the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Walked<'r, 's> {
    pub node: &'s Name,
    pub chosen: &'s Name,
    scenario: &'s Scenario,
    shown: &'r [Offer],
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
            let scenario = machine.scenario();
            // In the order written first, since that need not wait for the order to be drawn.
            self.standing.clear();
            let choices = scenario.choices_of(node);
            self.standing.extend(choices.map(|choice| machine.stand(state, choice)));
            chance::shuffle(seed, &scenario.node(node).id, visit, &mut self.standing);
            // Kept by counting: which ones are shown is past any branch predictor.
            self.shown.extend(self.standing.iter().map(|(_, offer)| *offer));
            let mut until = from;
            for (shown, offer) in &self.standing {
                self.shown[until] = *offer;
                until += usize::from(*shown);
            }
            self.shown.truncate(until);
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

    /// Step by step, by ids.
    pub fn walked<'r, 's>(&'r self, scenario: &'s Scenario) -> impl Iterator<Item = Walked<'r, 's>> {
        let mut from = 0;
        self.steps.iter().map(move |kept| {
            let about = scenario.choice(kept.choice);
            let shown = &self.shown[from..kept.until];
            from = kept.until;
            Walked {
                node: &scenario.node(about.node).id,
                chosen: &about.id,
                scenario,
                shown,
            }
        })
    }

    /// As a transcript keeps it, on line 0.
    #[must_use]
    pub fn steps(&self, scenario: &Scenario) -> Vec<Step> {
        let step = |walked: Walked| {
            let offered = walked.offered().map(|(choice, locked)| Offered {
                choice: choice.clone(),
                locked,
            });
            // Field by field: names that are made only to be replaced would cost as much as the rest.
            Step {
                line: 0,
                node: walked.node.clone(),
                offered: offered.collect(),
                chosen: walked.chosen.clone(),
                wording: Vec::new(),
                confidence: None,
                took_ms: None,
                hinted: false,
                by: None,
                votes: Vec::new(),
            }
        };
        self.walked(scenario).map(step).collect()
    }
}

impl<'r, 's> Walked<'r, 's> {
    /// What was shown, in the order shown, and whether it was locked.
    pub fn offered(&self) -> impl ExactSizeIterator<Item = (&'s Name, bool)> + use<'r, 's> {
        let scenario = self.scenario;
        let shown = self.shown.iter();
        shown.map(move |offer| (&scenario.choice(offer.choice).id, offer.locked))
    }
}
