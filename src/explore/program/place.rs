//! Where conditions and effects stand, numbered in the order they are written.

use crate::engine::Place;
use crate::model::{ChoiceIx, Effect, Guard, NodeIx, Route, Scenario, Script, Then};

/// Whose effects or route: a node's own (`on_enter`, `goto`) or a choice's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Owner {
    Node(NodeIx),
    Choice(ChoiceIx),
}

/// Where a condition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConditionPlace {
    /// `when` of a choice.
    Choice(ChoiceIx),
    /// `when` of an arm of a `goto` or `end`; the index counts all arms.
    Arm(Owner, usize),
    /// `[when …]` before a line; the index counts all lines of the script.
    Line(Place, usize),
    /// `when` of an effect; the index counts all effects of the list.
    Effect(Owner, usize),
}

/// Where an effect stands; the index counts all effects of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EffectPlace {
    pub owner: Owner,
    pub index: usize,
}

impl ConditionPlace {
    /// The condition itself, with its span.
    #[must_use]
    pub fn guard(self, scenario: &Scenario) -> Option<&Guard> {
        match self {
            ConditionPlace::Choice(choice) => scenario.choices.get(choice.at())?.when.as_ref(),
            ConditionPlace::Arm(owner, index) => owner.route(scenario)?.get(index)?.when.as_ref(),
            ConditionPlace::Line(place, index) => script(scenario, place)?.get(index)?.when.as_ref(),
            ConditionPlace::Effect(owner, index) => owner.effects(scenario)?.get(index)?.when.as_ref(),
        }
    }
}

impl EffectPlace {
    /// The effect itself, with its span.
    #[must_use]
    pub fn effect(self, scenario: &Scenario) -> Option<&Effect> {
        self.owner.effects(scenario)?.get(self.index)
    }
}

impl Owner {
    fn effects(self, scenario: &Scenario) -> Option<&[Effect]> {
        match self {
            Owner::Node(node) => scenario.nodes.get(node.at()).map(|about| about.on_enter.as_slice()),
            Owner::Choice(choice) => scenario.choices.get(choice.at()).map(|about| about.effects.as_slice()),
        }
    }

    fn route(self, scenario: &Scenario) -> Option<&Route> {
        match self {
            Owner::Node(node) => match &scenario.nodes.get(node.at())?.then {
                Then::Go(route) => Some(route),
                Then::Decision { .. } => None,
            },
            Owner::Choice(choice) => scenario.choices.get(choice.at()).map(|about| &about.route),
        }
    }
}

/// The script a line stands in.
fn script(scenario: &Scenario, place: Place) -> Option<&Script> {
    match place {
        Place::Say(node) => scenario.nodes.get(node.at()).map(|about| &about.say),
        Place::Reply(choice) => scenario.choices.get(choice.at()).map(|about| &about.reply),
        Place::Felt(choice) => scenario.choices.get(choice.at()).map(|about| &about.felt),
        Place::Epilogue(ending) => scenario.endings.get(ending.at()).map(|about| &about.epilogue),
        Place::Debrief(ending) => scenario.endings.get(ending.at()).map(|about| &about.debrief),
    }
}

/// Everything numbered, by number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Places<'s> {
    pub(crate) conditions: Vec<(ConditionPlace, &'s Guard)>,
    pub(crate) effects: Vec<EffectPlace>,
}

impl<'s> Places<'s> {
    /// The numbering that the compiler follows: nodes, then choices, then endings; within each in the order of a step.
    pub(crate) fn of(scenario: &'s Scenario) -> Self {
        let mut places = Places::default();
        for (node, about) in scenario.node_ids() {
            places.effects(Owner::Node(node), &about.on_enter);
            places.script(Place::Say(node), &about.say);
            if let Then::Go(route) = &about.then {
                places.route(Owner::Node(node), route);
            }
        }
        for (at, about) in scenario.choices.iter().enumerate() {
            let choice = ChoiceIx::new(at);
            if let Some(guard) = &about.when {
                places.conditions.push((ConditionPlace::Choice(choice), guard));
            }
            places.effects(Owner::Choice(choice), &about.effects);
            places.script(Place::Reply(choice), &about.reply);
            places.script(Place::Felt(choice), &about.felt);
            places.route(Owner::Choice(choice), &about.route);
        }
        for (at, about) in scenario.endings.iter().enumerate() {
            let ending = crate::model::EndingIx::new(at);
            places.script(Place::Epilogue(ending), &about.epilogue);
            places.script(Place::Debrief(ending), &about.debrief);
        }
        places
    }

    fn effects(&mut self, owner: Owner, effects: &'s [Effect]) {
        for (index, effect) in effects.iter().enumerate() {
            self.effects.push(EffectPlace { owner, index });
            if let Some(guard) = &effect.when {
                self.conditions.push((ConditionPlace::Effect(owner, index), guard));
            }
        }
    }

    fn script(&mut self, place: Place, script: &'s Script) {
        for (index, line) in script.iter().enumerate() {
            if let Some(guard) = &line.when {
                self.conditions.push((ConditionPlace::Line(place, index), guard));
            }
        }
    }

    fn route(&mut self, owner: Owner, route: &'s Route) {
        for (index, arm) in route.iter().enumerate() {
            if let Some(guard) = &arm.when {
                self.conditions.push((ConditionPlace::Arm(owner, index), guard));
            }
        }
    }
}
