//! What stands beside one line's score: what random, best and worst earn on the same draw, exactly.

use super::discover::discover;
use super::forward::{Chooser, flow, moments};
use super::graph::Graph;
use super::limits::{Limits, Meter, Stop};
use super::policy::Taste;
use super::program::{Program, Slices, Wants};
use super::ratio::{Side, extreme};
use crate::engine::Draws;
use crate::model::{Key, RoleIx, Rubric, Scenario};
use crate::scoring::{Marking, References, Taken};

/// Exact, for one draw and role. `None` where lines may never end, nothing is rated, or the states do not fit the budget.
#[must_use]
pub fn references(scenario: &Scenario, key: &Key, rubric: &Rubric, draws: &Draws, role: RoleIx) -> Option<References> {
    let marking = Marking::new(scenario, key, rubric, draws, role);
    let mut meter = Meter::new(Limits::default());
    let scored = Scored::of(scenario, Some(&marking), role, draws, &mut meter).ok()?;
    let (program, graph) = (&scored.program, &scored.graph);
    let best = extreme(graph, program, Side::Best)?;
    let worst = extreme(graph, program, Side::Worst)?;
    let random = moments(graph, program, &flow(graph, program, &Chooser::Taste(&Taste::Any)));
    Some(References {
        random: random.spread()?,
        best: best.score,
        worst: worst.score,
        best_path: path(scenario, graph, &best.edges),
    })
}

/// A program that keeps the score, and its states.
pub(crate) struct Scored {
    pub(crate) program: Program,
    pub(crate) graph: Graph,
}

impl Scored {
    pub(crate) fn of(
        scenario: &Scenario,
        marking: Option<&Marking>,
        role: RoleIx,
        draws: &Draws,
        meter: &mut Meter,
    ) -> Result<Self, Stop> {
        let wants = Wants {
            marking,
            ..Wants::default()
        };
        let program = Program::compile(scenario, role, draws, wants);
        let slices = Slices::of(&program, false);
        let graph = discover(&program, &slices, meter)?;
        Ok(Scored { program, graph })
    }
}

pub(crate) fn path(scenario: &Scenario, graph: &Graph, edges: &[u32]) -> Vec<Taken> {
    let taken = |edge: &u32| {
        let choice = graph.way(graph.edges[*edge as usize]).choice;
        let node = scenario.choice(choice).node;
        Taken { node, choice }
    };
    edges.iter().map(taken).collect()
}
