//! How often a policy passes each node and takes each choice, and how many lines there are.

use std::collections::BTreeMap;

use super::forward::Flow;
use super::graph::{Graph, NOWHERE};
use super::program::{Owner, Program, Spot};
use crate::model::{EndingIx, NodeIx, Target};

/// Expected numbers of visits in one play.
pub(crate) struct Visits {
    pub(crate) spots: Vec<f64>,
    pub(crate) choices: Vec<f64>,
    /// Each arrow of the drawing: from a choice, or from a node that goes on by itself.
    pub(crate) arrows: BTreeMap<(Owner, Target), f64>,
}

impl Visits {
    pub(crate) fn of(graph: &Graph, program: &Program, flow: &Flow) -> Self {
        let mut visits = Visits {
            spots: vec![0.0; program.spots()],
            choices: vec![0.0; program.choices.len()],
            arrows: BTreeMap::new(),
        };
        graph.opening.iter().for_each(|node| visits.spots[node.at()] += 1.0);
        if let (Some(spot), Some(first)) = (graph.first_spot(), graph.opening.first()) {
            visits.arrows(program, Owner::Node(*first), &graph.opening[1..], spot, 1.0);
        }
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
            visits.arrows(program, Owner::Choice(way.choice), &way.passed, way.to, chance);
        }
        visits
    }

    /// One step as it goes from arrow to arrow.
    fn arrows(&mut self, program: &Program, from: Owner, passed: &[NodeIx], to: Spot, chance: f64) {
        let mut from = from;
        for node in passed {
            *self.arrows.entry((from, Target::Node(*node))).or_default() += chance;
            from = Owner::Node(*node);
        }
        if to == Spot::STUCK {
            return;
        }
        let target = match to.at().checked_sub(program.nodes.len()) {
            None => Target::Node(NodeIx::new(to.at())),
            Some(ending) => Target::Ending(EndingIx::new(ending)),
        };
        *self.arrows.entry((from, target)).or_default() += chance;
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
