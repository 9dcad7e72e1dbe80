//! How trust, understanding and distress moved. Never part of the score.

use super::Session;
use crate::engine::{Draws, Machine, Silent, State};
use crate::model::{RoleIx, Scenario, Trace, VarIx};
use crate::scoring::Taken;

/// One traced variable over one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceLine {
    pub var: VarIx,
    pub trace: Trace,
    /// Before the first decision, then after every step.
    pub values: Vec<i32>,
    pub bounds: (i32, i32),
}

/// The step where a traced variable moved most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurningPoint {
    pub var: VarIx,
    pub step: usize,
    pub change: i32,
}

impl Session {
    /// Every traced variable of a line of this sitting.
    #[must_use]
    pub fn traces(&self, line: usize) -> Vec<TraceLine> {
        let states: Vec<State> = self
            .runs
            .get(line)
            .map(|run| run.states().cloned().collect())
            .unwrap_or_default();
        of_states(&self.scenario, &states)
    }

    /// Steps of a line where a traced variable moved by at least a fifth of its range, largest first.
    #[must_use]
    pub fn turning_points(&self, line: usize) -> Vec<TurningPoint> {
        let mut points: Vec<TurningPoint> = Vec::new();
        for trace in self.traces(line) {
            let range = (trace.bounds.1 - trace.bounds.0).max(1);
            for (step, pair) in trace.values.windows(2).enumerate() {
                let change = pair[1] - pair[0];
                if change.abs() * 5 >= range {
                    points.push(TurningPoint {
                        var: trace.var,
                        step,
                        change,
                    });
                }
            }
        }
        points.sort_by_key(|point| std::cmp::Reverse(point.change.abs()));
        points
    }
}

/// The traces a given path would have, for the best line behind the learner's own; empty if the path does not fit.
#[must_use]
pub fn replayed(scenario: &Scenario, draws: &Draws, role: RoleIx, path: &[Taken]) -> Vec<TraceLine> {
    let machine = Machine::new(scenario);
    let Ok(mut state) = machine.start(role, draws, &mut Silent) else {
        return Vec::new();
    };
    let mut states = vec![state.clone()];
    for taken in path {
        if machine.take(&mut state, taken.choice, &mut Silent).is_err() {
            return Vec::new();
        }
        states.push(state.clone());
    }
    of_states(scenario, &states)
}

fn of_states(scenario: &Scenario, states: &[State]) -> Vec<TraceLine> {
    let traced = scenario
        .vars
        .iter()
        .enumerate()
        .filter_map(|(at, var)| Some((at, var, var.trace?)));
    traced
        .map(|(at, var, trace)| TraceLine {
            var: VarIx::new(at),
            trace,
            values: states.iter().map(|state| state.vars[at]).collect(),
            bounds: var.bounds(),
        })
        .collect()
}
