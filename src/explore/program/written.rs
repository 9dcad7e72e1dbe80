//! From a place back to what is written there.

use super::place::{ConditionPlace, EffectPlace, Owner};
use crate::engine::Place;
use crate::model::{Effect, Guard, Route, Scenario, Script, Then};

impl ConditionPlace {
    /// The condition with its place in the file.
    #[must_use]
    pub fn guard<'s>(&self, scenario: &'s Scenario) -> Option<&'s Guard> {
        match self {
            ConditionPlace::Choice(choice) => scenario.choice(*choice).when.as_ref(),
            ConditionPlace::Arm(owner, index) => route(scenario, *owner)?.get(*index)?.when.as_ref(),
            ConditionPlace::Line(place, index) => script(scenario, *place).get(*index)?.when.as_ref(),
            ConditionPlace::Effect(owner, index) => effects(scenario, *owner).get(*index)?.when.as_ref(),
        }
    }

    /// The node or choice it belongs to; `None` for the words of an ending.
    #[must_use]
    pub fn owner(&self) -> Option<Owner> {
        match self {
            ConditionPlace::Choice(choice) => Some(Owner::Choice(*choice)),
            ConditionPlace::Arm(owner, _) | ConditionPlace::Effect(owner, _) => Some(*owner),
            ConditionPlace::Line(place, _) => match place {
                Place::Say(node) => Some(Owner::Node(*node)),
                Place::Reply(choice) | Place::Felt(choice) => Some(Owner::Choice(*choice)),
                Place::Epilogue(_) | Place::Debrief(_) => None,
            },
        }
    }
}

impl EffectPlace {
    #[must_use]
    pub fn effect<'s>(&self, scenario: &'s Scenario) -> Option<&'s Effect> {
        effects(scenario, self.owner).get(self.index)
    }
}

fn effects(scenario: &Scenario, owner: Owner) -> &[Effect] {
    match owner {
        Owner::Node(node) => &scenario.node(node).on_enter,
        Owner::Choice(choice) => &scenario.choice(choice).effects,
    }
}

fn route(scenario: &Scenario, owner: Owner) -> Option<&Route> {
    match owner {
        Owner::Choice(choice) => Some(&scenario.choice(choice).route),
        Owner::Node(node) => match &scenario.node(node).then {
            Then::Go(route) => Some(route),
            Then::Decision { .. } => None,
        },
    }
}

fn script(scenario: &Scenario, place: Place) -> &Script {
    match place {
        Place::Say(node) => &scenario.node(node).say,
        Place::Reply(choice) => &scenario.choice(choice).reply,
        Place::Felt(choice) => &scenario.choice(choice).felt,
        Place::Epilogue(ending) => &scenario.ending(ending).epilogue,
        Place::Debrief(ending) => &scenario.ending(ending).debrief,
    }
}
