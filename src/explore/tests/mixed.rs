//! Random scenarios and keys with everything the format has, and every way of playing them by brute force.

use std::collections::{BTreeMap, BTreeSet};

use super::build::*;
use crate::engine::{Draws, Machine, Offer, Place, State, Watch};
use crate::explore::dice::Dice;
use crate::model::*;
use crate::scoring::{LineResult, Taken, Walked, score_line};

pub(crate) fn scenario(seed: u64, nodes: u32, loops: bool) -> Scenario {
    let mut make = Maker {
        dice: Dice::new(seed),
        nodes,
        choices: Vec::new(),
    };
    make.scenario(loops)
}

struct Maker {
    dice: Dice,
    nodes: u32,
    /// Choices of each node, fixed before any condition speaks of them.
    choices: Vec<u32>,
}

const INTS: u32 = 2;
const HIDDEN: u32 = 2;

impl Maker {
    fn one_in(&mut self, count: usize) -> bool {
        self.dice.below(count) == 0
    }

    fn upto(&mut self, count: u32) -> u32 {
        self.dice.below(count as usize) as u32
    }

    fn scenario(&mut self, loops: bool) -> Scenario {
        self.choices = (0..self.nodes).map(|_| [0, 1, 2, 3, 3][self.dice.below(5)]).collect();
        let mut play = Play {
            roles: 2,
            vars: vec![int(2, 0, 4), int(1, -1, 3), hidden(2), var(VarKind::Bool, 0)],
            facts: 1,
            cast: vec![true, false],
            nodes: Vec::new(),
            endings: 2,
        };
        for at in 0..self.nodes {
            let choices = (0..self.choices[at as usize]).map(|which| self.choice(at, which == 0, loops));
            let choices: Vec<Way> = choices.collect();
            play.nodes.push(Moment {
                on_enter: self.effects(4),
                say: self.lines(),
                go: self.route(at, false),
                choices,
            });
        }
        play.scenario()
    }

    fn choice(&mut self, at: u32, sure: bool, loops: bool) -> Way {
        let once = !sure && self.one_in(2);
        let back = loops && (once || self.one_in(12));
        Way {
            text: ["", "Yes.", "May I sit down?", "I can see this is hard.", "I wonder"][self.dice.below(5)],
            when: (!sure && self.one_in(2)).then(|| self.cond(2)),
            locked: self.one_in(3),
            once,
            effects: self.effects(2),
            reply: self.lines(),
            route: self.route(at, back),
        }
    }

    fn lines(&mut self) -> Vec<Option<Cond>> {
        let count = self.dice.below(3);
        (0..count).map(|_| self.one_in(2).then(|| self.cond(1))).collect()
    }

    fn target(&mut self, at: u32, back: bool) -> Target {
        let ahead = self.nodes - at - 1;
        if back {
            return node(self.upto(self.nodes));
        }
        if ahead == 0 || self.one_in(8) {
            return end(self.upto(2));
        }
        let far = self.upto(ahead.min(3));
        node(at + 1 + far)
    }

    fn route(&mut self, at: u32, back: bool) -> Vec<(Option<Cond>, Target)> {
        let mut arms = Vec::new();
        while self.one_in(3) {
            arms.push((Some(self.cond(1)), self.target(at, back)));
        }
        arms.push((None, self.target(at, back)));
        arms
    }

    fn effects(&mut self, rare: usize) -> Vec<Effect> {
        let mut effects = Vec::new();
        while !self.one_in(rare.max(2)) && effects.len() < 3 {
            let change = match self.dice.below(9) {
                0..=3 => Change::Add(VarIx(self.upto(INTS)), Num::Lit(self.dice.below(5) as i32 - 2)),
                4 => {
                    let var = VarIx(self.upto(INTS));
                    Change::Set(var, self.num(1))
                }
                5 => Change::Set(VarIx(3), Num::Lit(self.dice.below(2) as i32)),
                6 if self.one_in(2) => Change::Reveal(Secret::Fact(FactIx(0))),
                6 => Change::Reveal(Secret::Var(VarIx(HIDDEN))),
                7 => Change::Enter(PersonIx(self.upto(2))),
                _ => Change::Leave(PersonIx(self.upto(2))),
            };
            let when = self.one_in(4).then(|| guard(self.cond(1)));
            effects.push(Effect { when, ..effect(change) });
        }
        effects
    }

    fn num(&mut self, depth: u32) -> Num {
        match self.dice.below(if depth > 0 { 4 } else { 2 }) {
            0 => Num::Lit(self.dice.below(6) as i32 - 1),
            1 => Num::Var(VarIx(self.upto(INTS))),
            2 => Num::Add(Box::new(self.num(depth - 1)), Box::new(self.num(depth - 1))),
            _ => Num::Sub(Box::new(self.num(depth - 1)), Box::new(self.num(depth - 1))),
        }
    }

    fn cond(&mut self, depth: u32) -> Cond {
        if depth > 0 && self.one_in(2) {
            return match self.dice.below(3) {
                0 => not(self.cond(depth - 1)),
                1 => Cond::All(vec![self.cond(depth - 1), self.cond(depth - 1)]),
                _ => Cond::Any(vec![self.cond(depth - 1), self.cond(depth - 1)]),
            };
        }
        match self.dice.below(11) {
            0..=3 => {
                let op = [Op::Eq, Op::Ne, Op::Lt, Op::Le, Op::Gt, Op::Ge][self.dice.below(6)];
                let (left, right) = (Num::Var(VarIx(self.upto(INTS))), self.num(1));
                let turned = self.one_in(4);
                let (left, right) = if turned { (right, left) } else { (left, right) };
                Cond::Compare { left, op, right }
            }
            4 => is(HIDDEN, self.dice.below(2) as i32),
            5 => is(3, 1),
            6 => Cond::Revealed(Secret::Var(VarIx(HIDDEN))),
            7 => Cond::Visited(NodeIx(self.upto(self.nodes))),
            8 => {
                let count: u32 = self.choices.iter().sum();
                if count == 0 {
                    Cond::Const(true)
                } else {
                    Cond::Chosen(ChoiceIx(self.upto(count)))
                }
            }
            9 => Cond::Present(PersonIx(self.upto(2))),
            _ => Cond::Role(RoleIx(self.upto(2))),
        }
    }
}

/// A key with odd weights, hubs counted each time, unrated choices, owed items and errors.
pub(crate) fn keyed(scenario: &Scenario, seed: u64) -> Key {
    let mut dice = Dice::new(seed ^ 0xfeed);
    let ratings: Vec<i32> = scenario.choices.iter().map(|_| dice.below(5) as i32 - 2).collect();
    let mut key = key(scenario, |choice| ratings[choice.at()]);
    for decision in key.decisions.iter_mut().flatten() {
        decision.weight = [0.0, 1.0, 1.0, 2.0, 2.5][dice.below(5)];
        decision.count_each = dice.below(3) == 0;
        for choice in &mut decision.choices {
            let (unrated, settles, errs, repairs) = (dice.below(9), dice.below(4), dice.below(3), dice.below(4));
            if unrated == 0 {
                *choice = None;
            } else if let Some(choice) = choice {
                choice.settles.extend((settles == 0).then_some(OwedIx(0)));
                choice.repairs.extend((repairs == 0).then_some(ErrorIx(0)));
                choice.errors.extend((errs == 0).then(|| KeyError {
                    error: ErrorIx(0),
                    severity: None,
                    because: None,
                    span: Default::default(),
                }));
            }
        }
    }
    let choices = scenario.choices.len();
    if choices > 0 {
        let chosen = Cond::Chosen(ChoiceIx::new(dice.below(choices)));
        for when in [not(chosen.clone()), Cond::All(vec![chosen, is(HIDDEN, 0)])] {
            key.at_end.push(AtEnd {
                when: guard(when),
                errors: vec![KeyError {
                    error: ErrorIx(0),
                    severity: None,
                    because: None,
                    span: Default::default(),
                }],
                because: None,
                span: Default::default(),
            });
        }
    }
    let nodes = scenario.nodes.len();
    key.owed = (0..2)
        .map(|at| Owed {
            id: Name::from(format!("o{at}")),
            by: (0..dice.below(3)).map(|_| NodeIx::new(dice.below(nodes))).collect(),
            weight: 1.0 + at as f64,
            applies: (at == 1).then(|| guard(is(HIDDEN, 1))),
            span: Default::default(),
        })
        .collect();
    key
}

/// One complete way of playing.
pub(crate) struct Played {
    pub(crate) taken: Vec<Taken>,
    /// Under the random policy.
    pub(crate) chance: f64,
    pub(crate) end: Option<State>,
}

/// What brute force saw.
#[derive(Default)]
pub(crate) struct Seen {
    /// With the fewest choices it takes.
    pub(crate) nodes: BTreeMap<NodeIx, u32>,
    pub(crate) choices: BTreeMap<ChoiceIx, u32>,
    pub(crate) lines: BTreeMap<(String, usize), u32>,
    /// Node, variable, value.
    pub(crate) values: BTreeSet<(NodeIx, usize, i32)>,
    /// Choice and whether its `when` held.
    pub(crate) whens: BTreeMap<(ChoiceIx, bool), u32>,
    pub(crate) played: Vec<Played>,
}

struct Eyes<'a> {
    seen: &'a mut Seen,
    steps: u32,
}

fn least<K: Ord>(map: &mut BTreeMap<K, u32>, key: K, steps: u32) {
    let known = map.entry(key).or_insert(steps);
    *known = steps.min(*known);
}

impl Watch for Eyes<'_> {
    const TELLS: bool = true;

    fn node(&mut self, node: NodeIx) {
        least(&mut self.seen.nodes, node, self.steps);
    }

    fn line(&mut self, place: Place, index: usize, _line: &Line, state: &State) {
        least(&mut self.seen.lines, (format!("{place:?}"), index), self.steps);
        if let Place::Say(node) = place {
            for (var, value) in state.vars.iter().enumerate() {
                self.seen.values.insert((node, var, *value));
            }
        }
    }
}

/// Plays every way there is; `None` when there are too many or a line does not end.
pub(crate) fn every_way(scenario: &Scenario, draws: &Draws, role: RoleIx) -> Option<Seen> {
    let machine = Machine::new(scenario);
    let mut seen = Seen::default();
    let mut eyes = Eyes {
        seen: &mut seen,
        steps: 0,
    };
    let Ok(start) = machine.start(role, draws, &mut eyes) else {
        return Some(seen);
    };
    let mut open = vec![(start, Vec::new(), 1.0)];
    let mut work = 0;
    while let Some((state, taken, chance)) = open.pop() {
        work += 1;
        if work > 20_000 || taken.len() > 60 {
            return None;
        }
        if let Target::Node(node) = state.at {
            for (var, value) in state.vars.iter().enumerate() {
                seen.values.insert((node, var, *value));
            }
            for choice in scenario.choices_of(node) {
                let spent = scenario.choice(choice).once && state.flag(machine.layout().chosen(choice));
                if let (false, Some(when)) = (spent, &scenario.choice(choice).when) {
                    let holds = machine.holds(&state, &when.cond);
                    least(&mut seen.whens, (choice, holds), taken.len() as u32);
                }
            }
        }
        let offers: Vec<Offer> = machine.offers(&state).filter(|offer| !offer.locked).collect();
        if offers.is_empty() {
            let end = state.ended().is_some().then_some(state);
            seen.played.push(Played { taken, chance, end });
            continue;
        }
        for offer in &offers {
            let mut next = state.clone();
            let mut path = taken.clone();
            let node = scenario.choice(offer.choice).node;
            path.push(Taken {
                node,
                choice: offer.choice,
            });
            let steps = path.len() as u32;
            least(&mut seen.choices, offer.choice, steps);
            let mut eyes = Eyes { seen: &mut seen, steps };
            let share = chance / offers.len() as f64;
            match machine.take(&mut next, offer.choice, &mut eyes) {
                Ok(()) => open.push((next, path, share)),
                Err(_) => seen.played.push(Played {
                    taken: path,
                    chance: share,
                    end: None,
                }),
            }
        }
    }
    Some(seen)
}

/// Scores of the ways that have one, with their chances.
pub(crate) fn scores(
    scenario: &Scenario,
    key: &Key,
    rubric: &Rubric,
    draws: &Draws,
    role: RoleIx,
    seen: &Seen,
) -> Vec<(f64, f64)> {
    let score = |played: &Played| -> Option<(f64, f64)> {
        let walked = Walked {
            draws,
            role,
            taken: &played.taken,
            end: played.end.as_ref(),
        };
        let result: LineResult = score_line(scenario, key, rubric, &walked);
        Some((result.process?.score, played.chance))
    };
    seen.played.iter().filter_map(score).collect()
}

pub(crate) fn rubric() -> Rubric {
    Rubric {
        errors: vec![ErrorKind {
            id: Name::from("X01"),
            name: String::new(),
            severity: Level::Major,
            repairable: true,
            about: String::new(),
            instead: String::new(),
            escalate: None,
            sources: Vec::new(),
        }],
        empathy_phrases: vec!["i can see".into()],
        ..Rubric::default()
    }
}
