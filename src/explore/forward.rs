//! Forward over the states with probabilities: where a policy ends, how often it passes where, and the moments of its score.

use super::graph::{Edge, Graph, NOWHERE};
use super::policy::Taste;
use super::program::Program;
use crate::model::ChoiceIx;

/// How a policy chooses in one state graph.
pub(crate) enum Chooser<'a> {
    Taste(&'a Taste),
    /// The edges of one line, sorted; other states are never met.
    Line(&'a [u32]),
}

impl Chooser<'_> {
    /// Probabilities of the edges of a state.
    pub(crate) fn shares(&self, graph: &Graph, state: u32, shares: &mut Vec<f64>) {
        let (from, to) = graph.rows[state as usize];
        match self {
            Chooser::Taste(taste) => {
                let offered = graph.edges[from as usize..to as usize].iter();
                let choice = |edge: &Edge| -> ChoiceIx { graph.way(*edge).choice };
                taste.shares(offered.map(choice), shares);
            }
            Chooser::Line(edges) => {
                shares.clear();
                let taken = |edge: u32| if edges.binary_search(&edge).is_ok() { 1.0 } else { 0.0 };
                shares.extend((from..to).map(taken));
            }
        }
    }
}

/// Probability of each state, and what becomes of each edge. Needs an acyclic graph.
pub(crate) struct Flow {
    pub(crate) states: Vec<f64>,
    pub(crate) edges: Vec<f64>,
    /// Lines that never reach an ending: stuck, or no choice offered.
    pub(crate) lost: f64,
}

pub(crate) fn flow(graph: &Graph, program: &Program, chooser: &Chooser) -> Flow {
    let mut flow = Flow {
        states: vec![0.0; graph.len()],
        edges: vec![0.0; graph.edges.len()],
        lost: 0.0,
    };
    if graph.stuck {
        flow.lost = 1.0;
        return flow;
    }
    flow.states[graph.start as usize] = 1.0;
    let mut shares = Vec::new();
    for state in graph.in_order() {
        let here = flow.states[state as usize];
        if here == 0.0 {
            continue;
        }
        let (from, to) = graph.rows[state as usize];
        if from == to {
            if !program.is_end(graph.spot(state).spot) {
                flow.lost += here;
            }
            continue;
        }
        chooser.shares(graph, state, &mut shares);
        for (at, share) in (from as usize..to as usize).zip(&shares) {
            let part = here * share;
            flow.edges[at] = part;
            match graph.edges[at].to {
                NOWHERE => flow.lost += part,
                to => flow.states[to as usize] += part,
            }
        }
    }
    flow
}

/// Mean and second moment of the process score over the lines that have one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Moments {
    /// Probability that a line ends and has a score.
    pub(crate) scored: f64,
    /// Σ probability · score and Σ probability · score², scores 0–100.
    pub(crate) first: f64,
    pub(crate) second: f64,
}

/// What has been gathered on the way to a state with one denominator.
#[derive(Clone, Copy, Debug)]
struct Part {
    possible: i64,
    chance: f64,
    first: f64,
    second: f64,
}

/// The score is a ratio: denominators are told apart, of numerators the first two moments are carried.
pub(crate) fn moments(graph: &Graph, program: &Program, flow: &Flow) -> Moments {
    let mut moments = Moments::default();
    if graph.stuck {
        return moments;
    }
    let mut parts: Vec<Vec<Part>> = vec![Vec::new(); graph.len()];
    parts[graph.start as usize].push(Part {
        possible: program.owed,
        chance: 1.0,
        first: 0.0,
        second: 0.0,
    });
    for state in graph.in_order() {
        let here = std::mem::take(&mut parts[state as usize]);
        if here.is_empty() {
            continue;
        }
        let (from, to) = graph.rows[state as usize];
        if from == to {
            if program.is_end(graph.spot(state).spot) {
                here.iter().for_each(|part| moments.end(part));
            }
            continue;
        }
        for at in from as usize..to as usize {
            let edge = graph.edges[at];
            let share = flow.edges[at] / flow.states[state as usize];
            if edge.to == NOWHERE || share <= 0.0 {
                continue;
            }
            let way = graph.way(edge);
            let gain = way.earned as f64;
            let moved = here.iter().map(|part| Part {
                possible: part.possible + way.possible,
                chance: share * part.chance,
                first: share * (part.first + gain * part.chance),
                second: share * (part.second + 2.0 * gain * part.first + gain * gain * part.chance),
            });
            let target = &mut parts[edge.to as usize];
            *target = merged(target, moved);
        }
    }
    moments
}

/// Two lists in order of denominators as one.
fn merged(known: &[Part], moved: impl Iterator<Item = Part>) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::with_capacity(known.len() + moved.size_hint().0);
    let mut known = known.iter().copied().peekable();
    for part in moved {
        while let Some(before) = known.next_if(|known| known.possible < part.possible) {
            out.push(before);
        }
        match known.next_if(|known| known.possible == part.possible) {
            Some(same) => out.push(Part {
                possible: same.possible,
                chance: same.chance + part.chance,
                first: same.first + part.first,
                second: same.second + part.second,
            }),
            None => out.push(part),
        }
    }
    out.extend(known);
    out
}

impl Moments {
    fn end(&mut self, part: &Part) {
        if part.possible <= 0 {
            return;
        }
        let scale = 100.0 / part.possible as f64;
        self.scored += part.chance;
        self.first += part.first * scale;
        self.second += part.second * scale * scale;
    }

    pub(crate) fn add(&mut self, other: Moments, share: f64) {
        self.scored += other.scored * share;
        self.first += other.first * share;
        self.second += other.second * share;
    }

    /// Mean and population SD among lines with a score; `None` where there are none.
    pub(crate) fn spread(&self) -> Option<crate::scoring::Spread> {
        if self.scored <= 0.0 {
            return None;
        }
        let mean = self.first / self.scored;
        let sd = (self.second / self.scored - mean * mean).max(0.0).sqrt();
        Some(crate::scoring::Spread { mean, sd })
    }
}
