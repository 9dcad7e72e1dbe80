//! The rules of movement: choose, effects, reply and felt, route, on_enter, say, choices offered. Nothing runs ahead.

use super::{Draws, Layout, Place, State, Watch};
use crate::model::{
    Arm, Change, ChoiceIx, Cond, Effect, Guard, NodeIx, Num, PersonIx, RoleIx, Scenario, Script, Target, Then, VarIx,
};

/// A scenario ready to be stepped through.
#[derive(Clone, Copy, Debug)]
pub struct Machine<'s> {
    scenario: &'s Scenario,
    layout: Layout,
}

/// A choice as it stands at a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    pub choice: ChoiceIx,
    /// Shown, but cannot be taken.
    pub locked: bool,
}

/// Why a choice was not taken; the state is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The conversation has ended.
    Ended,
    /// It belongs to another node, or its condition does not hold, or it was used up.
    NotOffered,
    /// It is shown but locked.
    Locked,
    /// It was taken, and what follows never comes to a decision or an ending (a fault of the scenario).
    Stuck(NodeIx),
}

/// Nodes follow each other for ever without a decision or an ending (a fault of the scenario that `check` finds).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stuck(pub NodeIx);

/// More nodes than this without a decision are taken for an endless round.
const LONGEST_WALK: usize = 10_000;

impl<'s> Machine<'s> {
    #[must_use]
    pub fn new(scenario: &'s Scenario) -> Self {
        Machine {
            scenario,
            layout: Layout::of(scenario),
        }
    }

    #[must_use]
    pub fn scenario(&self) -> &'s Scenario {
        self.scenario
    }

    #[must_use]
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// Walks from the start node to the first decision or ending.
    pub fn start<W: Watch>(&self, role: RoleIx, draws: &Draws, watch: &mut W) -> Result<State, Stuck> {
        let mut state = State::new(self.scenario, self.layout, role, draws);
        self.arrive(&mut state, Target::Node(self.scenario.start), watch)?;
        Ok(state)
    }

    /// The choices shown at the current decision, in the order written.
    pub fn offers(&self, state: &State) -> impl Iterator<Item = Offer> {
        let node = match state.at {
            Target::Node(node) => Some(node),
            Target::Ending(_) => None,
        };
        let choices = node.into_iter().flat_map(|node| self.scenario.choices_of(node));
        choices.filter_map(|choice| self.offer(state, choice))
    }

    /// How a choice of the current node stands; `None` where it is not shown.
    #[must_use]
    pub fn offer(&self, state: &State, choice: ChoiceIx) -> Option<Offer> {
        let (shown, offer) = self.stand(state, choice);
        shown.then_some(offer)
    }

    /// Whether it is shown, and how; without a branch on what the condition says.
    #[inline]
    pub(super) fn stand(&self, state: &State, choice: ChoiceIx) -> (bool, Offer) {
        let about = self.scenario.choice(choice);
        let spent = about.once && state.flag(self.layout.chosen(choice));
        let open = self.allows(state, about.when.as_ref());
        let shown = !spent & (open | about.locked.is_some());
        (shown, Offer { choice, locked: !open })
    }

    /// Takes a choice and walks on to the next decision or ending.
    pub fn take<W: Watch>(&self, state: &mut State, choice: ChoiceIx, watch: &mut W) -> Result<(), Refused> {
        let Target::Node(node) = state.at else {
            return Err(Refused::Ended);
        };
        let about = self.scenario.choices.get(choice.at()).ok_or(Refused::NotOffered)?;
        if about.node != node {
            return Err(Refused::NotOffered);
        }
        match self.offer(state, choice) {
            None => return Err(Refused::NotOffered),
            Some(Offer { locked: true, .. }) => return Err(Refused::Locked),
            Some(_) => {}
        }
        state.raise(self.layout.chosen(choice));
        self.perform(state, &about.effects, watch);
        self.tell(state, Place::Reply(choice), &about.reply, watch);
        self.tell(state, Place::Felt(choice), &about.felt, watch);
        let to = self.follow(state, &about.route).ok_or(Refused::Stuck(node))?;
        state.raise(self.layout.visited(node));
        self.arrive(state, to, watch).map_err(|stuck| Refused::Stuck(stuck.0))
    }

    #[must_use]
    #[inline]
    pub fn holds(&self, state: &State, cond: &Cond) -> bool {
        // Most conditions are these, and most steps ask several.
        match cond {
            Cond::Compare {
                left: Num::Var(var),
                op,
                right: Num::Lit(number),
            } => op.holds(state.vars[var.at()], *number),
            cond => self.holds_at_length(state, cond),
        }
    }

    fn holds_at_length(&self, state: &State, cond: &Cond) -> bool {
        match cond {
            Cond::Const(value) => *value,
            Cond::Not(inner) => !self.holds(state, inner),
            Cond::All(list) => list.iter().all(|inner| self.holds(state, inner)),
            Cond::Any(list) => list.iter().any(|inner| self.holds(state, inner)),
            Cond::Compare { left, op, right } => op.holds(number(state, left), number(state, right)),
            Cond::Is { var, value } => state.vars[var.at()] == *value,
            Cond::Revealed(secret) => state.flag(self.layout.revealed(*secret)),
            Cond::Visited(node) => state.flag(self.layout.visited(*node)),
            Cond::Chosen(choice) => state.flag(self.layout.chosen(*choice)),
            Cond::Present(person) => self.present(state, *person),
            Cond::Role(role) => state.role == *role,
        }
    }

    #[must_use]
    pub fn present(&self, state: &State, person: PersonIx) -> bool {
        state.flag(self.layout.present(person))
    }

    fn allows(&self, state: &State, when: Option<&Guard>) -> bool {
        when.is_none_or(|guard| self.holds(state, &guard.cond))
    }

    fn follow(&self, state: &State, route: &[Arm]) -> Option<Target> {
        route
            .iter()
            .find(|arm| self.allows(state, arm.when.as_ref()))
            .map(|arm| arm.to)
    }

    fn arrive<W: Watch>(&self, state: &mut State, to: Target, watch: &mut W) -> Result<(), Stuck> {
        let mut to = to;
        for _ in 0..LONGEST_WALK {
            state.at = to;
            let node = match to {
                Target::Ending(ending) => {
                    watch.ended(ending);
                    let about = self.scenario.ending(ending);
                    self.tell(state, Place::Epilogue(ending), &about.epilogue, watch);
                    self.tell(state, Place::Debrief(ending), &about.debrief, watch);
                    return Ok(());
                }
                Target::Node(node) => node,
            };
            let about = self.scenario.node(node);
            self.perform(state, &about.on_enter, watch);
            watch.node(node);
            self.tell(state, Place::Say(node), &about.say, watch);
            let Then::Go(route) = &about.then else {
                return Ok(());
            };
            to = self.follow(state, route).ok_or(Stuck(node))?;
            state.raise(self.layout.visited(node));
        }
        Err(Stuck(self.scenario.start))
    }

    fn tell<W: Watch>(&self, state: &State, place: Place, script: &Script, watch: &mut W) {
        if !W::TELLS {
            return;
        }
        for (index, line) in script.iter().enumerate() {
            if self.allows(state, line.when.as_ref()) {
                watch.line(place, index, line, state);
            }
        }
    }

    fn perform<W: Watch>(&self, state: &mut State, effects: &[Effect], watch: &mut W) {
        for effect in effects {
            if !self.allows(state, effect.when.as_ref()) {
                continue;
            }
            match &effect.change {
                Change::Add(var, num) => {
                    let sum = state.vars[var.at()].saturating_add(number(state, num));
                    self.set(state, *var, sum, watch);
                }
                Change::Set(var, num) => self.set(state, *var, number(state, num), watch),
                Change::Reveal(secret) => state.raise(self.layout.revealed(*secret)),
                Change::Enter(person) => state.raise(self.layout.present(*person)),
                Change::Leave(person) => state.lower(self.layout.present(*person)),
            }
        }
    }

    fn set<W: Watch>(&self, state: &mut State, var: VarIx, value: i32, watch: &mut W) {
        let (low, high) = self.scenario.vars[var.at()].bounds();
        let from = state.vars[var.at()];
        let to = value.clamp(low, high.max(low));
        state.vars[var.at()] = to;
        if from != to {
            watch.changed(var, from, to);
        }
    }
}

#[inline]
fn number(state: &State, num: &Num) -> i32 {
    match num {
        Num::Lit(value) => *value,
        Num::Var(var) => state.vars[var.at()],
        Num::Add(left, right) => number(state, left).saturating_add(number(state, right)),
        Num::Sub(left, right) => number(state, left).saturating_sub(number(state, right)),
    }
}
