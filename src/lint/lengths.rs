//! How long a conversation takes: the shortest and the longest way through the graph as drawn.

use super::wording::word_count;
use crate::model::{NodeIx, Route, Scenario, Script, Target, TextId, Then, Wording};

/// In minutes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lengths {
    pub(super) shortest: f64,
    pub(super) longest: f64,
}

const WORDS_A_MINUTE: f64 = 200.0;
const MINUTES_A_DECISION: f64 = 0.5;

impl Lengths {
    /// `None` where the graph goes round, so that no way is the longest, or where it never ends.
    pub(super) fn of(scenario: &Scenario) -> Option<Lengths> {
        let mut walk = Walk {
            scenario,
            known: vec![State::New; scenario.nodes.len()],
        };
        walk.order(scenario.start)
    }
}

#[derive(Clone, Copy)]
enum State {
    New,
    Open,
    Done(Option<Lengths>),
}

struct Walk<'a> {
    scenario: &'a Scenario,
    known: Vec<State>,
}

impl Walk<'_> {
    /// Children before parents, without recursion: scenarios may be deep.
    fn order(&mut self, start: NodeIx) -> Option<Lengths> {
        let mut stack = vec![start];
        while let Some(node) = stack.last().copied() {
            match self.known[node.at()] {
                State::Done(_) => {
                    stack.pop();
                }
                State::New => {
                    self.known[node.at()] = State::Open;
                    for next in self.next(node) {
                        match self.known[next.at()] {
                            State::New => stack.push(next),
                            State::Open => return None,
                            State::Done(_) => {}
                        }
                    }
                }
                State::Open => {
                    self.known[node.at()] = State::Done(self.measure(node));
                    stack.pop();
                }
            }
        }
        match self.known[start.at()] {
            State::Done(lengths) => lengths,
            _ => None,
        }
    }

    fn next(&self, node: NodeIx) -> Vec<NodeIx> {
        let routes: Vec<&Route> = match &self.scenario.node(node).then {
            Then::Go(route) => vec![route],
            Then::Decision { .. } => {
                let choices = self.scenario.choices_of(node);
                choices.map(|choice| &self.scenario.choice(choice).route).collect()
            }
        };
        let targets = routes.into_iter().flatten();
        targets
            .filter_map(|arm| match arm.to {
                Target::Node(node) => Some(node),
                Target::Ending(_) => None,
            })
            .collect()
    }

    fn measure(&self, node: NodeIx) -> Option<Lengths> {
        let about = self.scenario.node(node);
        let said = self.script(&about.say);
        let rest = match &about.then {
            Then::Go(route) => self.route(route),
            Then::Decision { .. } => {
                let choices = || {
                    self.scenario
                        .choices_of(node)
                        .map(|choice| self.scenario.choice(choice))
                };
                let read: f64 = choices().map(|choice| self.text(choice.text)).sum();
                let ways = choices().filter_map(|choice| {
                    let rest = self.route(&choice.route)?;
                    Some(rest.plus(self.script(&choice.reply)))
                });
                join(ways).map(|rest| rest.plus(read + MINUTES_A_DECISION))
            }
        };
        rest.map(|rest| rest.plus(said))
    }

    fn route(&self, route: &Route) -> Option<Lengths> {
        let ways = route.iter().filter_map(|arm| match arm.to {
            Target::Node(node) => match self.known[node.at()] {
                State::Done(lengths) => lengths,
                _ => None,
            },
            Target::Ending(ending) => {
                let minutes = self.script(&self.scenario.ending(ending).epilogue);
                Some(Lengths {
                    shortest: minutes,
                    longest: minutes,
                })
            }
        });
        join(ways)
    }

    fn script(&self, script: &Script) -> f64 {
        let lines = script.iter().map(|line| match &line.words {
            Wording::None => 0.0,
            Wording::One(text) => self.text(*text),
            Wording::OneOf(texts) => texts.first().map_or(0.0, |text| self.text(*text)),
        });
        lines.sum()
    }

    fn text(&self, text: TextId) -> f64 {
        word_count(self.scenario.raw(text)) as f64 / WORDS_A_MINUTE
    }
}

impl Lengths {
    fn plus(self, minutes: f64) -> Lengths {
        Lengths {
            shortest: self.shortest + minutes,
            longest: self.longest + minutes,
        }
    }
}

fn join(ways: impl Iterator<Item = Lengths>) -> Option<Lengths> {
    ways.reduce(|left, right| Lengths {
        shortest: left.shortest.min(right.shortest),
        longest: left.longest.max(right.longest),
    })
}
