//! Who may be there when: followed along the graph as drawn, so that "absent" is certain.

use crate::model::{Change, ChoiceIx, Effect, NodeIx, Presence, Route, Scenario, Target, Then};

/// By person: may be here, on the phone or on video.
pub(super) type Room = Vec<bool>;

#[derive(Debug)]
pub(super) struct Rooms {
    /// When a node's words begin; `None` for nodes that no way is drawn to.
    nodes: Vec<Option<Room>>,
}

impl Rooms {
    pub(super) fn of(scenario: &Scenario) -> Self {
        let mut rooms = Rooms {
            nodes: vec![None; scenario.nodes.len()],
        };
        let opening: Room = scenario
            .cast
            .iter()
            .map(|person| person.present != Presence::Away)
            .collect();
        let mut open: Vec<NodeIx> = rooms.arrive(scenario, scenario.start, &opening).into_iter().collect();
        while let Some(node) = open.pop() {
            match &scenario.node(node).then {
                Then::Go(route) => {
                    let room = rooms.nodes[node.at()].clone().unwrap_or_default();
                    open.extend(rooms.follow(scenario, route, &room));
                }
                Then::Decision { .. } => {
                    for choice in scenario.choices_of(node) {
                        let room = rooms.after(scenario, choice);
                        open.extend(rooms.follow(scenario, &scenario.choice(choice).route, &room));
                    }
                }
            }
        }
        rooms
    }

    pub(super) fn at_node(&self, node: NodeIx) -> Option<&Room> {
        self.nodes.get(node.at())?.as_ref()
    }

    /// When a choice's reply begins.
    pub(super) fn after(&self, scenario: &Scenario, choice: ChoiceIx) -> Room {
        let about = scenario.choice(choice);
        let before = self.nodes[about.node.at()].clone().unwrap_or_default();
        perform(before, &about.effects)
    }

    fn follow(&mut self, scenario: &Scenario, route: &Route, room: &Room) -> Vec<NodeIx> {
        let nodes = route.iter().filter_map(|arm| match arm.to {
            Target::Node(node) => Some(node),
            Target::Ending(_) => None,
        });
        let nodes: Vec<NodeIx> = nodes.collect();
        nodes
            .into_iter()
            .filter_map(|node| self.arrive(scenario, node, room))
            .collect()
    }

    /// Lets these people in; the node if anybody is new there, so that what follows it is looked at again.
    fn arrive(&mut self, scenario: &Scenario, node: NodeIx, room: &Room) -> Option<NodeIx> {
        let entered = perform(room.clone(), &scenario.node(node).on_enter);
        let Some(known) = &mut self.nodes[node.at()] else {
            self.nodes[node.at()] = Some(entered);
            return Some(node);
        };
        let mut grew = false;
        for (known, entered) in known.iter_mut().zip(entered) {
            grew |= entered && !*known;
            *known |= entered;
        }
        grew.then_some(node)
    }
}

fn perform(mut room: Room, effects: &[Effect]) -> Room {
    for effect in effects {
        match effect.change {
            Change::Enter(person) => room[person.at()] = true,
            // Someone who leaves under a condition may still be there.
            Change::Leave(person) if effect.when.is_none() => room[person.at()] = false,
            _ => {}
        }
    }
    room
}
