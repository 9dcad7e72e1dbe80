//! The shortest way to each decision of a scenario, for the context of single decisions. Exact analysis has better tools; this one
//! needs nothing but the machine.

use std::collections::{HashSet, VecDeque};

use crate::engine::{Draws, Machine, Silent, State};
use crate::model::{ChoiceIx, Cond, Effect, Key, NodeIx, RoleIx, Scenario, Target, Then};

/// A way to a decision: choices from the start, under these draws and this role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    pub role: RoleIx,
    pub draws: Draws,
    pub path: Vec<ChoiceIx>,
}

/// By node; `None` for nodes that are no decision, cannot be reached, or were not found within the budget.
#[derive(Clone, Debug, Default)]
pub struct Witnesses {
    list: Vec<Option<Witness>>,
}

/// States looked at before giving up on what is still missing.
const BUDGET: usize = 200_000;

/// Combinations of draws walked side by side.
const DRAWS: usize = 64;

struct Way {
    state: State,
    draws: usize,
    path: Vec<ChoiceIx>,
}

impl Witnesses {
    /// Breadth first over all draws at once, in the first role. Among equally short ways the one through choices the key rates higher
    /// comes first, so that the context of a drill shows decent conversation.
    #[must_use]
    pub fn of(scenario: &Scenario, key: Option<&Key>) -> Witnesses {
        let machine = Machine::new(scenario);
        let mut draws = Draws::all(scenario);
        draws.truncate(DRAWS);
        let role = RoleIx(0);
        let mut list: Vec<Option<Witness>> = vec![None; scenario.nodes.len()];
        let mut missing = scenario.decisions().count();
        let read = Read::of(scenario, &machine);
        let mut seen: HashSet<(State, usize)> = HashSet::new();
        let mut next: VecDeque<Way> = VecDeque::new();
        for (at, drawn) in draws.iter().enumerate() {
            if let Ok(state) = machine.start(role, drawn, &mut Silent) {
                next.push_back(Way {
                    state,
                    draws: at,
                    path: Vec::new(),
                });
            }
        }
        while let Some(way) = next.pop_front() {
            let Target::Node(node) = way.state.at else { continue };
            if missing == 0 || seen.len() >= BUDGET {
                break;
            }
            if !seen.insert((read.only(&way.state), way.draws)) {
                continue;
            }
            let place = &mut list[node.at()];
            if place.is_none() {
                missing -= 1;
                *place = Some(Witness {
                    role,
                    draws: draws[way.draws].clone(),
                    path: way.path.clone(),
                });
            }
            for choice in in_order(scenario, key, &machine, &way.state) {
                let mut state = way.state.clone();
                if machine.take(&mut state, choice, &mut Silent).is_ok() {
                    let mut path = way.path.clone();
                    path.push(choice);
                    next.push_back(Way {
                        state,
                        draws: way.draws,
                        path,
                    });
                }
            }
        }
        Witnesses { list }
    }

    #[must_use]
    pub fn get(&self, node: NodeIx) -> Option<&Witness> {
        self.list.get(node.at()).and_then(Option::as_ref)
    }
}

/// What may be taken here, best rated first; as written without a key.
fn in_order(scenario: &Scenario, key: Option<&Key>, machine: &Machine<'_>, state: &State) -> Vec<ChoiceIx> {
    let open = machine.offers(state).filter(|offer| !offer.locked);
    let mut open: Vec<ChoiceIx> = open.map(|offer| offer.choice).collect();
    let rating = |choice: &ChoiceIx| {
        key.and_then(|key| key.choice(scenario, *choice))
            .map_or(0.0, crate::model::KeyChoice::mean)
    };
    open.sort_by(|left, right| rating(right).total_cmp(&rating(left)));
    open
}

/// The flags some condition can read, anywhere; the others do not tell two states apart.
struct Read {
    mask: Vec<u64>,
}

impl Read {
    fn of(scenario: &Scenario, machine: &Machine<'_>) -> Read {
        let layout = machine.layout();
        let mut bits: Vec<usize> = Vec::new();
        let mut see = |cond: &Cond| {
            cond.walk(&mut |cond| match cond {
                Cond::Revealed(secret) => bits.push(layout.revealed(*secret)),
                Cond::Visited(node) => bits.push(layout.visited(*node)),
                Cond::Chosen(choice) => bits.push(layout.chosen(*choice)),
                Cond::Present(person) => bits.push(layout.present(*person)),
                _ => {}
            });
        };
        let guards = |effects: &[Effect], see: &mut dyn FnMut(&Cond)| {
            let guards = effects.iter().filter_map(|effect| effect.when.as_ref());
            guards.for_each(|guard| see(&guard.cond));
        };
        for node in &scenario.nodes {
            guards(&node.on_enter, &mut see);
            if let Then::Go(route) = &node.then {
                route
                    .iter()
                    .filter_map(|arm| arm.when.as_ref())
                    .for_each(|guard| see(&guard.cond));
            }
        }
        for choice in &scenario.choices {
            choice.when.iter().for_each(|guard| see(&guard.cond));
            guards(&choice.effects, &mut see);
            let arms = choice.route.iter().filter_map(|arm| arm.when.as_ref());
            arms.for_each(|guard| see(&guard.cond));
        }
        let once = scenario.choices.iter().enumerate().filter(|(_, choice)| choice.once);
        bits.extend(once.map(|(at, _)| layout.chosen(ChoiceIx::new(at))));
        let mut mask = vec![0; layout.len().div_ceil(64)];
        for bit in bits {
            mask[bit / 64] |= 1 << (bit % 64);
        }
        Read { mask }
    }

    fn only(&self, state: &State) -> State {
        let mut state = state.clone();
        state
            .flags
            .iter_mut()
            .zip(&self.mask)
            .for_each(|(word, mask)| *word &= mask);
        state
    }
}
