//! The graph of states: flat rows of edges, each step with what it passed and what it earned.

use super::program::{Layout, Program, Runner, Spot};
use super::table::Table;
use crate::model::{ChoiceIx, NodeIx};

/// One step as it can go: the same choice may lead several ways.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Way {
    pub(crate) choice: ChoiceIx,
    pub(crate) to: Spot,
    /// Nodes walked through without a decision.
    pub(crate) passed: Box<[NodeIx]>,
    /// What it adds to the process score, in units.
    pub(crate) earned: i64,
    pub(crate) possible: i64,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    /// Index of a [`Way`].
    pub(crate) way: u32,
    /// State led to; [`NOWHERE`] where the step gets stuck.
    pub(crate) to: u32,
}

pub(crate) const NOWHERE: u32 = u32::MAX;

/// States of one spot are numbered in a row, spots in topological order of their groups.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) edges: Vec<Edge>,
    /// Edges of each state, as a range.
    pub(crate) rows: Vec<(u32, u32)>,
    /// Fewest steps from the start.
    pub(crate) depth: Vec<u32>,
    /// State before and way taken on a shortest path; the start has `NOWHERE`.
    pub(crate) parent: Vec<(u32, u32)>,
    pub(crate) ways: Vec<Way>,
    /// In the order of their states.
    pub(crate) spots: Vec<SpotStates>,
    /// By spot, where it stands in `spots`; `NOWHERE` where it was not met.
    pub(crate) index: Vec<u32>,
    /// Every edge leads from earlier to later; unset where states are already so numbered.
    pub(crate) order: Option<Vec<u32>>,
    /// Rounds of the state graph; there is no order then.
    pub(crate) rounds: Vec<Vec<u32>>,
    pub(crate) start: u32,
    /// Nodes walked through before the first decision.
    pub(crate) opening: Vec<NodeIx>,
    /// The start leads nowhere: no decision and no ending.
    pub(crate) stuck: bool,
}

#[derive(Debug)]
pub(crate) struct SpotStates {
    pub(crate) spot: Spot,
    pub(crate) first: u32,
    pub(crate) layout: Layout,
    pub(crate) table: Table,
}

impl Graph {
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn edges(&self, state: u32) -> &[Edge] {
        let (from, to) = self.rows[state as usize];
        &self.edges[from as usize..to as usize]
    }

    pub(crate) fn way(&self, edge: Edge) -> &Way {
        &self.ways[edge.way as usize]
    }

    /// Where the first decision or ending stands; `None` where there is none.
    pub(crate) fn first_spot(&self) -> Option<Spot> {
        (!self.stuck).then(|| self.spot(self.start).spot)
    }

    /// Which spot a state stands at.
    pub(crate) fn spot(&self, state: u32) -> &SpotStates {
        &self.spots[self.spot_index(state)]
    }

    pub(crate) fn spot_index(&self, state: u32) -> usize {
        let at = self.spots.partition_point(|spot| spot.first <= state);
        at.saturating_sub(1)
    }

    /// The state stands at an ending.
    pub(crate) fn ended(&self, program: &Program, state: u32) -> bool {
        let (from, to) = self.rows[state as usize];
        from == to && program.is_end(self.spot(state).spot)
    }

    /// Whether every line comes to an end, so that passes in order are exact.
    pub(crate) fn acyclic(&self) -> bool {
        self.rounds.is_empty()
    }

    /// States in topological order.
    pub(crate) fn in_order(&self) -> impl DoubleEndedIterator<Item = u32> + '_ {
        let count = u32::try_from(self.len()).unwrap_or(u32::MAX);
        let plain = if self.order.is_none() { 0..count } else { 0..0 };
        let sorted = self.order.iter().flatten().copied();
        plain.chain(sorted)
    }
}

impl SpotStates {
    pub(crate) fn holds(&self, state: u32) -> bool {
        state >= self.first && state - self.first < self.table.len()
    }
}

impl Layout {
    /// Writes the key of where the runner stands.
    pub(crate) fn pack(&self, runner: &Runner, key: &mut Vec<u64>) {
        key.clear();
        key.resize(self.words, 0);
        for packed in &self.packed {
            let distance = i64::from(runner.cells[packed.cell.at()]) - i64::from(packed.low);
            key[packed.word as usize] |= distance.unsigned_abs() << packed.shift;
        }
    }

    /// Puts the runner where the key says; riders are left as they are.
    pub(crate) fn unpack(&self, key: &[u64], runner: &mut Runner) {
        for packed in &self.packed {
            let distance = key[packed.word as usize] >> packed.shift & packed.mask;
            let value = i64::from(packed.low) + i64::try_from(distance).unwrap_or(0);
            runner.cells[packed.cell.at()] = i32::try_from(value).unwrap_or(packed.low);
        }
        for (cell, value) in &self.fixed {
            runner.cells[cell.at()] = *value;
        }
    }
}
