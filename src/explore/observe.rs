//! Goes through every state once more with eyes open; variables that no longer matter ride along as smallest and largest value.

use super::graph::{Graph, NOWHERE};
use super::limits::{Meter, Stop};
use super::program::{Program, Runner, Spot};
use super::sight::{Onlooker, Seen, Sight};
use crate::model::{ChoiceIx, Scenario};

/// Ranges widen round after round only where lines never end; after so many the declared bounds are taken.
const ROUNDS: usize = 64;

pub(crate) fn observe(scenario: &Scenario, program: &Program, graph: &Graph, meter: &mut Meter) -> Result<Seen, Stop> {
    let mut pass = Pass {
        program,
        graph,
        runner: Runner::new(program),
        eye: Onlooker::new(scenario, program),
        riders: graph.spots.iter().map(|_| Vec::new()).collect(),
        grew: false,
        at: 0,
    };
    pass.opening();
    for round in 0.. {
        pass.grew = false;
        for state in graph.in_order() {
            meter.step(0, 0)?;
            pass.state(state);
        }
        if graph.acyclic() || !pass.grew {
            break;
        }
        if round == ROUNDS {
            pass.give_up();
        }
    }
    Ok(pass.eye.seen)
}

struct Pass<'a> {
    program: &'a Program,
    graph: &'a Graph,
    runner: Runner<'a>,
    eye: Onlooker<'a, true>,
    /// By index of the spot in the graph, state and rider.
    riders: Vec<Vec<(i32, i32)>>,
    grew: bool,
    /// Index of the spot of the last state looked at.
    at: usize,
}

impl Pass<'_> {
    fn opening(&mut self) {
        self.runner.start(&mut self.eye);
        if !self.graph.stuck {
            let spot = self.graph.spot(self.graph.start).spot;
            self.ride(spot, self.graph.start);
        }
        self.runner.undo();
    }

    fn state(&mut self, state: u32) {
        let graph = self.graph;
        // States of one spot follow each other, so it is seldom looked for.
        let inside = |at: &usize| graph.spots.get(*at).is_some_and(|spot| spot.holds(state));
        self.at = Some(self.at).filter(inside).unwrap_or_else(|| graph.spot_index(state));
        let spot = &graph.spots[self.at];
        if self.program.is_end(spot.spot) {
            return;
        }
        self.load(state);
        self.eye.widen(spot.spot, &self.runner.cells, &self.runner.high);
        self.eye.now = Sight {
            steps: graph.depth[state as usize],
            at: state,
            then: None,
        };
        let node = crate::model::NodeIx(spot.spot.0);
        self.runner.look(node, &mut self.eye);
        for edge in graph.edges(state) {
            let choice: ChoiceIx = graph.way(*edge).choice;
            self.eye.now = Sight {
                steps: graph.depth[state as usize] + 1,
                at: state,
                then: Some(choice),
            };
            self.eye.took(choice);
            let to = self.runner.take(choice, &mut self.eye);
            debug_assert_eq!(to, graph.way(*edge).to, "the second walk goes as the first");
            if edge.to != NOWHERE && to != Spot::STUCK {
                self.ride(to, edge.to);
            }
            self.runner.undo();
        }
    }

    fn load(&mut self, state: u32) {
        let spot = &self.graph.spots[self.at];
        let local = state - spot.first;
        spot.layout.unpack(spot.table.key(local), &mut self.runner);
        let exact = spot.layout.packed.iter().map(|packed| packed.cell);
        for cell in exact.chain(spot.layout.fixed.iter().map(|(cell, _)| *cell)) {
            self.runner.high[cell.at()] = self.runner.cells[cell.at()];
        }
        let count = spot.layout.riders.len();
        let known = self.riders[self.at].get(local as usize * count..(local as usize + 1) * count);
        for (cell, (low, high)) in spot.layout.riders.iter().zip(known.unwrap_or(&[])) {
            self.runner.cells[cell.at()] = *low;
            self.runner.high[cell.at()] = *high;
        }
    }

    /// Hands what rides along to the state arrived at.
    fn ride(&mut self, to: Spot, state: u32) {
        let at = self.graph.index[to.at()] as usize;
        let spot = &self.graph.spots[at];
        let count = spot.layout.riders.len();
        if count == 0 {
            return;
        }
        let riders = &mut self.riders[at];
        riders.resize(spot.table.len() as usize * count, (i32::MAX, i32::MIN));
        let local = (state - spot.first) as usize;
        for (cell, known) in spot.layout.riders.iter().zip(&mut riders[local * count..]) {
            let low = known.0.min(self.runner.cells[cell.at()]);
            let high = known.1.max(self.runner.high[cell.at()]);
            self.grew |= *known != (low, high);
            *known = (low, high);
        }
    }

    fn give_up(&mut self) {
        for (spot, riders) in self.graph.spots.iter().zip(&mut self.riders) {
            let cells = spot.layout.riders.iter().map(|cell| self.program.cells[cell.at()]);
            let bounds: Vec<(i32, i32)> = cells.map(|cell| (cell.low, cell.high)).collect();
            for (rider, bound) in riders.iter_mut().zip(bounds.iter().cycle()) {
                *rider = *bound;
            }
        }
    }
}
