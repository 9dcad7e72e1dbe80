//! Shortest ways to what was found: paths share their beginnings, so that even thousands of them stay small.

use super::case::Case;
use super::graph::{Graph, NOWHERE};
use crate::model::{ChoiceIx, Scenario};

/// A way of playing that shows something. Ask [`Paths`] for its steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Index into the cases of the report.
    pub case: usize,
    /// How many choices it takes.
    pub steps: u32,
    end: u32,
}

/// The paths of all witnesses of one report.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    cases: Vec<Case>,
    /// Step before and choice.
    links: Vec<(u32, ChoiceIx)>,
}

const START: u32 = u32::MAX;

impl Paths {
    pub(crate) fn new(cases: &[Case]) -> Self {
        Paths {
            cases: cases.to_vec(),
            links: Vec::new(),
        }
    }

    /// The choices of a witness, from the start.
    #[must_use]
    pub fn steps(&self, witness: &Witness) -> Vec<ChoiceIx> {
        let mut steps = Vec::new();
        let mut at = witness.end;
        while let Some((before, choice)) = self.links.get(at as usize) {
            steps.push(*choice);
            at = *before;
        }
        steps.reverse();
        steps
    }

    /// The choices of a witness as `node/choice`.
    #[must_use]
    pub fn addresses(&self, scenario: &Scenario, witness: &Witness) -> Vec<String> {
        let steps = self.steps(witness).into_iter();
        steps.map(|choice| scenario.address(choice)).collect()
    }

    /// The role and draw under which a witness can be played.
    #[must_use]
    pub fn case(&self, witness: &Witness) -> Option<&Case> {
        self.cases.get(witness.case)
    }

    pub(crate) fn add(&mut self, case: usize, path: impl IntoIterator<Item = ChoiceIx>) -> Witness {
        let mut end = START;
        let mut steps = 0;
        for choice in path {
            end = self.link(end, choice);
            steps += 1;
        }
        Witness { case, steps, end }
    }

    /// Writes down a whole line, of which `part` makes witnesses.
    pub(crate) fn line(&mut self, path: impl IntoIterator<Item = ChoiceIx>) -> u32 {
        let first = u32::try_from(self.links.len()).unwrap_or(START);
        self.add(0, path);
        first
    }

    /// The first steps of a line.
    pub(crate) fn part(&self, case: usize, line: u32, steps: u32) -> Witness {
        let end = steps.checked_sub(1).map_or(START, |last| line.saturating_add(last));
        Witness { case, steps, end }
    }

    fn link(&mut self, before: u32, choice: ChoiceIx) -> u32 {
        self.links.push((before, choice));
        u32::try_from(self.links.len() - 1).unwrap_or(START)
    }
}

/// Turns states of one graph into witnesses.
pub(crate) struct Tracer<'a> {
    graph: &'a Graph,
    case: usize,
    /// Link of each state already traced.
    known: std::collections::HashMap<u32, u32>,
}

impl<'a> Tracer<'a> {
    pub(crate) fn new(graph: &'a Graph, case: usize) -> Self {
        Tracer {
            graph,
            case,
            known: std::collections::HashMap::new(),
        }
    }

    /// The shortest way to a state (the start where it is `NOWHERE`), and one choice more if given.
    pub(crate) fn witness(&mut self, paths: &mut Paths, state: u32, then: Option<ChoiceIx>) -> Witness {
        let mut fresh = Vec::new();
        let mut at = state;
        let mut end = START;
        while at != NOWHERE && self.graph.parent[at as usize].0 != NOWHERE {
            if let Some(link) = self.known.get(&at) {
                end = *link;
                break;
            }
            fresh.push(at);
            at = self.graph.parent[at as usize].0;
        }
        for at in fresh.into_iter().rev() {
            let way = self.graph.parent[at as usize].1;
            end = paths.link(end, self.graph.ways[way as usize].choice);
            self.known.insert(at, end);
        }
        let mut steps = if state == NOWHERE {
            0
        } else {
            self.graph.depth[state as usize]
        };
        if let Some(choice) = then {
            end = paths.link(end, choice);
            steps += 1;
        }
        Witness {
            case: self.case,
            steps,
            end,
        }
    }
}
