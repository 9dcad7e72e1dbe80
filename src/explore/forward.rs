//! Forward over the states with probabilities: where a policy ends, how often it passes where, and the moments of its score.

use super::graph::{Edge, Graph, NOWHERE, Way};
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
    let start = Part {
        possible: program.owed,
        chance: 1.0,
        first: 0.0,
        second: 0.0,
    };
    let join = |known: Part, more: Part| Part {
        possible: known.possible,
        chance: known.chance + more.chance,
        first: known.first + more.first,
        second: known.second + more.second,
    };
    let go = |part: &Part, way: &Way, share: f64| {
        let gain = way.earned as f64;
        Part {
            possible: part.possible + way.possible,
            chance: share * part.chance,
            first: share * (part.first + gain * part.chance),
            second: share * (part.second + 2.0 * gain * part.first + gain * gain * part.chance),
        }
    };
    let mut moments = Moments::default();
    let end = |part: &Part| moments.end(part);
    carry(
        graph,
        program,
        flow,
        start,
        |part| part.possible,
        go,
        join,
        end,
        usize::MAX,
    );
    moments
}

/// Probability of every score, lowest first; `None` where there are more different sums on the way than `most`.
pub(crate) fn scores(graph: &Graph, program: &Program, flow: &Flow, most: usize) -> Option<Vec<(f64, f64)>> {
    let start = (program.owed, 0_i64, 1.0);
    let go =
        |part: &(i64, i64, f64), way: &Way, share: f64| (part.0 + way.possible, part.1 + way.earned, part.2 * share);
    let join = |known: (i64, i64, f64), more: (i64, i64, f64)| (known.0, known.1, known.2 + more.2);
    let mut found: Vec<(f64, f64)> = Vec::new();
    let end = |part: &(i64, i64, f64)| {
        if part.0 > 0 {
            found.push(((100.0 * part.1 as f64 / part.0 as f64).clamp(0.0, 100.0), part.2));
        }
    };
    let whole = carry(
        graph,
        program,
        flow,
        start,
        |part| (part.0, part.1),
        go,
        join,
        end,
        most,
    );
    found.sort_by(|left, right| left.0.total_cmp(&right.0));
    whole.then_some(found)
}

/// Carries sorted lists of sums along the edges of an acyclic graph, joining those with equal keys. Whether `most` was enough.
#[allow(clippy::too_many_arguments)] // one pass, told apart only by what it carries
fn carry<T: Copy, K: Ord>(
    graph: &Graph,
    program: &Program,
    flow: &Flow,
    start: T,
    key: impl Fn(&T) -> K,
    go: impl Fn(&T, &Way, f64) -> T,
    join: impl Fn(T, T) -> T,
    mut end: impl FnMut(&T),
    most: usize,
) -> bool {
    if graph.stuck {
        return true;
    }
    let mut parts: Vec<Vec<T>> = (0..graph.len()).map(|_| Vec::new()).collect();
    parts[graph.start as usize].push(start);
    let mut work = 0;
    for state in graph.in_order() {
        let here = std::mem::take(&mut parts[state as usize]);
        if here.is_empty() {
            continue;
        }
        if graph.ended(program, state) {
            here.iter().for_each(&mut end);
            continue;
        }
        let (from, to) = graph.rows[state as usize];
        for at in from as usize..to as usize {
            let edge = graph.edges[at];
            let share = flow.edges[at] / flow.states[state as usize];
            if edge.to == NOWHERE || share <= 0.0 {
                continue;
            }
            let way = graph.way(edge);
            let target = &mut parts[edge.to as usize];
            // A shift keeps the order, so two sorted lists become one.
            let mut known = std::mem::take(target).into_iter().peekable();
            let mut merged = Vec::with_capacity(known.len() + here.len());
            for part in here.iter().map(|part| go(part, way, share)) {
                while let Some(before) = known.next_if(|known| key(known) < key(&part)) {
                    merged.push(before);
                }
                match known.next_if(|known| key(known) == key(&part)) {
                    Some(same) => merged.push(join(same, part)),
                    None => merged.push(part),
                }
            }
            merged.extend(known);
            work += merged.len();
            if work > most {
                return false;
            }
            *target = merged;
        }
    }
    true
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
