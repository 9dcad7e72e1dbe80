//! How trust, understanding and distress stand at each decision when choosing at random, exactly.

use super::case::cases;
use super::discover::discover;
use super::forward::{Chooser, flow};
use super::limits::{Cancelled, Limits, Meter, Stop};
use super::policy::Taste;
use super::program::{CellIx, Program, Runner, Slices, Thing, Wants};
use crate::model::{Scenario, VarIx};

/// One traced variable.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceReport {
    pub var: VarIx,
    /// By node: mean value over all visits in plays at random, all roles and draws alike. `None` where no such play stands
    /// and decides.
    pub means: Vec<Option<f64>>,
}

/// Every variable with a `trace`, in the order written. `Ok(None)` where the states do not fit or lines never end.
pub fn traces(scenario: &Scenario, limits: &Limits) -> Result<Option<Vec<TraceReport>>, Cancelled> {
    let vars = (0..scenario.vars.len()).filter(|at| scenario.vars[*at].trace.is_some());
    let reports = vars.map(|at| trace(scenario, VarIx::new(at), limits)).collect();
    match reports {
        Ok(reports) => Ok(Some(reports)),
        Err(Stop::Budget) => Ok(None),
        Err(Stop::Cancelled) => Err(Cancelled),
    }
}

/// One variable at a time: its mean does not depend on the others, and the states stay few.
fn trace(scenario: &Scenario, var: VarIx, limits: &Limits) -> Result<TraceReport, Stop> {
    let mut meter = Meter::new(*limits);
    // By node: probability and probability · value.
    let mut sums = vec![(0.0, 0.0); scenario.nodes.len()];
    let cases = cases(scenario, None, None, None);
    for case in &cases.list {
        let wants = Wants {
            trace: Some(var),
            ..Wants::default()
        };
        let program = Program::compile(scenario, case.role, &case.draws, wants);
        let cell = program.cells.iter().position(|cell| cell.thing == Thing::Var(var));
        let cell = cell.map(|at| CellIx(u32::try_from(at).unwrap_or(u32::MAX)));
        let graph = discover(&program, &Slices::tracing(&program, false, cell), &mut meter)?;
        if !graph.acyclic() {
            return Err(Stop::Budget);
        }
        let flow = flow(&graph, &program, &Chooser::Taste(&Taste::Any));
        let mut runner = Runner::new(&program);
        for spot in graph.spots.iter().filter(|spot| !program.is_end(spot.spot)) {
            let (chance, total) = &mut sums[spot.spot.at()];
            for local in 0..spot.table.len() {
                let here = flow.states[(spot.first + local) as usize];
                spot.layout.unpack(spot.table.key(local), &mut runner);
                let value = cell.map_or(scenario.vars[var.at()].start, |cell| runner.cells[cell.at()]);
                *chance += here;
                *total += here * f64::from(value);
            }
        }
        meter.release();
    }
    let mean = |(chance, total): (f64, f64)| (chance > 0.0).then(|| total / chance);
    Ok(TraceReport {
        var,
        means: sums.into_iter().map(mean).collect(),
    })
}
