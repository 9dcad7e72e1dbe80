//! Fills an [`Analysis`]: exact with everything watched; else exact flow and sampled lines; else sampled.

mod exact;
mod sampled;
mod sights;

use crate::explore::analysis::{
    Analysis, CaseReport, ChoiceReport, ConditionReport, EffectReport, EndingReport, Leak, NodeReport,
};
use crate::explore::case::{Case, Cases, cases};
use crate::explore::limits::{Cancelled, Limits, Method, Stop};
use crate::explore::program::{ConditionPlace, EffectPlace, Places, Program, Slices, Wants, hidden_reads};
use crate::explore::witness::{Paths, Witness};
use crate::model::Scenario;

/// Everything about the flow of a scenario. Stops early only when the caller's tick says so.
pub fn analyse(scenario: &Scenario, limits: &Limits) -> Result<Analysis, Cancelled> {
    let cases = cases(scenario, None, None, None);
    for watch in [true, false] {
        if !watch && !lines_widen(scenario, &cases) {
            break;
        }
        let mut fill = Fill::new(scenario, &cases);
        match fill.exact(&cases, limits, watch) {
            Ok(()) if watch => return Ok(fill.done()),
            Ok(()) => {
                fill.sampled(&cases, limits, false)?;
                return Ok(fill.done());
            }
            Err(Stop::Cancelled) => return Err(Cancelled),
            Err(Stop::Budget) => {}
        }
    }
    let mut fill = Fill::new(scenario, &cases);
    fill.sampled(&cases, limits, true)?;
    Ok(fill.done())
}

/// Whether leaving lines out makes states smaller; else a second try would fail as the first did.
fn lines_widen(scenario: &Scenario, cases: &Cases) -> bool {
    let weight = |case: &Case, watch: bool| {
        let wants = Wants {
            watch,
            ..Wants::default()
        };
        Slices::of(&Program::compile(scenario, case.role, &case.draws, wants), watch).weight()
    };
    cases.list.iter().any(|case| weight(case, false) < weight(case, true))
}

struct Fill<'s> {
    scenario: &'s Scenario,
    places: Places<'s>,
    out: Analysis,
    /// By condition, the nearest leak.
    leaks: Vec<Option<Witness>>,
    free: Vec<bool>,
    moved: Vec<bool>,
}

impl<'s> Fill<'s> {
    fn new(scenario: &'s Scenario, cases: &Cases) -> Self {
        let places = Places::of(scenario);
        let vars = scenario.vars.len();
        let condition = |place: &(ConditionPlace, _)| ConditionReport {
            place: place.0,
            seen_true: None,
            seen_false: None,
            proved: false,
        };
        let effect = |place: &EffectPlace| EffectReport {
            place: *place,
            ran: false,
            saturates: false,
            idle: false,
            proved: false,
        };
        let node = NodeReport {
            ranges: vec![None; vars],
            ..NodeReport::default()
        };
        let ending = EndingReport {
            ranges: vec![None; vars],
            ..EndingReport::default()
        };
        let case = |case: &Case| CaseReport {
            case: case.clone(),
            states: 0,
            nodes: vec![false; scenario.nodes.len()],
            choices: vec![false; scenario.choices.len()],
            endings: vec![0.0; scenario.endings.len()],
        };
        let out = Analysis {
            method: Method::Exact { states: 0 },
            lines: Method::Exact { states: 0 },
            cases: cases.list.iter().map(case).collect(),
            every_draw: cases.complete,
            nodes: vec![node; scenario.nodes.len()],
            choices: vec![ChoiceReport::default(); scenario.choices.len()],
            endings: vec![ending; scenario.endings.len()],
            dead_ends: Vec::new(),
            loops: Vec::new(),
            conditions: places.conditions.iter().map(condition).collect(),
            effects: places.effects.iter().map(effect).collect(),
            leaks: Vec::new(),
            arrows: std::collections::BTreeMap::new(),
            ways: 0.0,
            steps: 0.0,
            paths: Paths::new(&cases.list),
        };
        Fill {
            leaks: vec![None; places.conditions.len()],
            free: vec![false; places.effects.len()],
            moved: vec![false; places.effects.len()],
            scenario,
            places,
            out,
        }
    }

    fn done(mut self) -> Analysis {
        for (at, report) in self.out.effects.iter_mut().enumerate() {
            report.saturates = report.ran && !self.free[at];
            report.idle = report.ran && !self.moved[at];
        }
        for ((place, guard), witness) in self.places.conditions.iter().zip(&self.leaks) {
            if let (Some(witness), false) = (witness, matches!(place, ConditionPlace::Effect(..))) {
                self.out.leaks.push(Leak {
                    place: *place,
                    reads: hidden_reads(self.scenario, &guard.cond),
                    witness: *witness,
                });
            }
        }
        self.out
    }
}
