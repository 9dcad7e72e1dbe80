//! How often a policy passes each node and takes each choice, and how many lines there are.

use super::forward::Flow;
use super::graph::{Graph, NOWHERE};
use super::program::Program;

/// Expected numbers of visits in one play.
pub(crate) struct Visits {
    pub(crate) spots: Vec<f64>,
    pub(crate) choices: Vec<f64>,
}

impl Visits {
    pub(crate) fn of(graph: &Graph, program: &Program, flow: &Flow) -> Self {
        let mut visits = Visits {
            spots: vec![0.0; program.spots()],
            choices: vec![0.0; program.choices.len()],
        };
        graph.opening.iter().for_each(|node| visits.spots[node.at()] += 1.0);
        for spot in &graph.spots {
            let states = spot.first as usize..(spot.first + spot.table.len()) as usize;
            visits.spots[spot.spot.at()] += flow.states[states].iter().sum::<f64>();
        }
        let mut by_way = vec![0.0; graph.ways.len()];
        for (edge, chance) in graph.edges.iter().zip(&flow.edges) {
            by_way[edge.way as usize] += chance;
        }
        for (way, chance) in graph.ways.iter().zip(by_way) {
            visits.choices[way.choice.at()] += chance;
            way.passed.iter().for_each(|node| visits.spots[node.at()] += chance);
        }
        visits
    }
}

/// Complete lines, each sequence of choices once.
pub(crate) fn ways(graph: &Graph, program: &Program) -> f64 {
    if graph.stuck {
        return 0.0;
    }
    let mut lines = vec![0.0; graph.len()];
    for state in graph.in_order().rev() {
        let beyond = graph.edges(state).iter().filter(|edge| edge.to != NOWHERE);
        let sum: f64 = beyond.map(|edge| lines[edge.to as usize]).sum();
        lines[state as usize] = if graph.ended(program, state) { 1.0 } else { sum };
    }
    lines[graph.start as usize]
}
