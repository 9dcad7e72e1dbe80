//! Fills an [`Analysis`]: exact with everything watched; else exact flow and sampled lines; else sampled.

use super::analysis::{
    Analysis, CaseReport, ChoiceReport, ConditionReport, DeadEnd, EffectReport, EndingReport, Leak, Loop, NodeReport,
    Why,
};
use super::case::{Case, Cases, cases};
use super::discover::discover;
use super::forward::{Chooser, flow};
use super::graph::{Graph, NOWHERE};
use super::limits::{Cancelled, Limits, Meter, Method, Stop};
use super::observe::observe;
use super::policy::Taste;
use super::program::{ConditionPlace, Places, Program, Slices, Thing, Wants, hidden_reads};
use super::rounds::{endings_ahead, shortest_round};
use super::sample::{MOST_STEPS, dice, in_parts, replay};
use super::sight::{Seen, Sight};
use super::visits::{Visits, ways};
use super::watched::{PlaysSeen, watched_plays};
use super::witness::{Paths, Tracer, Witness};
use crate::model::{EndingIx, NodeIx, Scenario, VarIx};

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
        let effect = |place: &super::program::EffectPlace| EffectReport {
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

    fn exact(&mut self, cases: &Cases, limits: &Limits, watch: bool) -> Result<(), Stop> {
        let mut meter = Meter::new(*limits);
        let share = 1.0 / cases.list.len().max(1) as f64;
        let mut states = 0;
        for (at, case) in cases.list.iter().enumerate() {
            let wants = Wants {
                watch,
                ..Wants::default()
            };
            let program = Program::compile(self.scenario, case.role, &case.draws, wants);
            let graph = discover(&program, &Slices::of(&program, watch), &mut meter)?;
            let seen = observe(self.scenario, &program, &graph, &mut meter)?;
            meter.release();
            states += graph.len();
            self.out.cases[at].states = graph.len();
            let mut tracer = Tracer::new(&graph, at);
            let resolve = |paths: &mut Paths, sight: Sight| tracer.witness(paths, sight.at, sight.then);
            self.saw(at, &program, &seen, watch, true, resolve);
            self.dead_ends(&program, &graph, &mut tracer);
            self.loops(&program, &graph, &mut tracer);
            self.numbers(at, &program, &graph, share);
        }
        self.out.method = Method::Exact { states };
        self.out.lines = self.out.method;
        let proved = |place: &ConditionPlace| matches!(place, ConditionPlace::Choice(_) | ConditionPlace::Arm(..));
        for condition in &mut self.out.conditions {
            condition.proved = watch || proved(&condition.place);
        }
        self.out.effects.iter_mut().for_each(|effect| effect.proved = watch);
        Ok(())
    }

    /// Takes in what one case showed. `ranges`: of variables too; `flow`: nodes, choices and endings too.
    fn saw(
        &mut self,
        case: usize,
        program: &Program,
        seen: &Seen,
        ranges: bool,
        flow: bool,
        mut resolve: impl FnMut(&mut Paths, Sight) -> Witness,
    ) {
        let out = &mut self.out;
        let paths = &mut out.paths;
        let mut nearer = |known: &mut Option<Witness>, sight: Option<Sight>| {
            if let Some(sight) = sight.filter(|sight| known.is_none_or(|known| sight.steps < known.steps)) {
                *known = Some(resolve(paths, sight));
            }
        };
        for (report, found) in out.conditions.iter_mut().zip(&seen.conditions) {
            nearer(&mut report.seen_false, found[0]);
            nearer(&mut report.seen_true, found[1]);
        }
        for (known, found) in self.leaks.iter_mut().zip(&seen.leaks) {
            nearer(known, found[0]);
            nearer(known, found[1]);
        }
        for (at, ran) in seen.effects.iter().enumerate() {
            out.effects[at].ran |= ran.ran;
            self.free[at] |= ran.free;
            self.moved[at] |= ran.moved;
        }
        if flow {
            for (at, found) in seen.spots.iter().enumerate() {
                match at.checked_sub(out.nodes.len()) {
                    None => {
                        nearer(&mut out.nodes[at].reached, *found);
                        out.cases[case].nodes[at] |= found.is_some();
                    }
                    Some(ending) => nearer(&mut out.endings[ending].reached, *found),
                }
            }
            for (at, found) in seen.choices.iter().enumerate() {
                nearer(&mut out.choices[at].taken, *found);
                out.cases[case].choices[at] |= found.is_some();
            }
        }
        if ranges {
            self.ranges(case, program, seen);
        }
    }

    fn ranges(&mut self, case: usize, program: &Program, seen: &Seen) {
        let out = &mut self.out;
        let draws = &out.cases[case].case.draws;
        let mut fixed: Vec<Option<i32>> = self.scenario.vars.iter().map(|var| Some(var.start)).collect();
        for (at, var) in self.scenario.vars.iter().enumerate() {
            if var.is_hidden() {
                fixed[at] = Some(draws.value(VarIx::new(at)));
            }
        }
        for cell in &program.cells {
            if let Thing::Var(var) = cell.thing {
                fixed[var.at()] = None;
            }
        }
        let nodes = out.nodes.len();
        for (at, _) in seen.spots.iter().enumerate().filter(|(_, found)| found.is_some()) {
            let ranges = match at.checked_sub(nodes) {
                None => &mut out.nodes[at].ranges,
                Some(ending) => &mut out.endings[ending].ranges,
            };
            for (var, known) in ranges.iter_mut().enumerate() {
                let found = fixed[var]
                    .map(|value| (value, value))
                    .or_else(|| seen.range(at, VarIx::new(var)));
                *known = match (*known, found) {
                    (Some(known), Some(found)) => Some((known.0.min(found.0), known.1.max(found.1))),
                    (known, found) => known.or(found),
                };
            }
        }
    }

    fn dead_end(&mut self, node: NodeIx, why: Why, witness: Witness) {
        let known = self
            .out
            .dead_ends
            .iter_mut()
            .find(|known| known.node == node && known.why == why);
        let found = DeadEnd { node, why, witness };
        match known {
            Some(known) if witness.steps < known.witness.steps => *known = found,
            Some(_) => {}
            None => self.out.dead_ends.push(found),
        }
    }

    fn dead_ends(&mut self, program: &Program, graph: &Graph, tracer: &mut Tracer) {
        if graph.stuck {
            let witness = tracer.witness(&mut self.out.paths, NOWHERE, None);
            self.dead_end(self.scenario.start, Why::Stuck, witness);
            return;
        }
        // The nearest of each node and kind is kept; a path is only written out for those.
        let mut nearest: std::collections::BTreeMap<(NodeIx, bool), (u32, u32, u32)> = Default::default();
        for spot in graph.spots.iter().filter(|spot| !program.is_end(spot.spot)) {
            for state in spot.first..spot.first + spot.table.len() {
                let (from, to) = graph.rows[state as usize];
                let depth = graph.depth[state as usize];
                let stuck = (from..to).find(|at| graph.edges[*at as usize].to == NOWHERE);
                let found = if from == to {
                    Some((false, NOWHERE))
                } else {
                    stuck.map(|at| (true, at))
                };
                let Some((stuck, edge)) = found else { continue };
                let known = nearest
                    .entry((NodeIx(spot.spot.0), stuck))
                    .or_insert((depth, state, edge));
                if depth < known.0 {
                    *known = (depth, state, edge);
                }
            }
        }
        for ((node, stuck), (_, state, edge)) in nearest {
            let then = graph.edges.get(edge as usize).map(|edge| graph.way(*edge).choice);
            let witness = tracer.witness(&mut self.out.paths, state, then);
            self.dead_end(node, if stuck { Why::Stuck } else { Why::NothingOffered }, witness);
        }
    }

    fn loops(&mut self, program: &Program, graph: &Graph, tracer: &mut Tracer) {
        let ahead = endings_ahead(graph, program);
        for round in graph.rounds.iter().take(16) {
            let (state, choices) = shortest_round(graph, round);
            let witness = tracer.witness(&mut self.out.paths, state, None);
            self.out.loops.push(Loop {
                witness,
                round: choices,
                leaves: ahead[state as usize] != 0,
            });
        }
        if self.scenario.endings.len() > 64 {
            return;
        }
        let mut after = vec![0_u64; self.scenario.choices.len()];
        for edge in graph.edges.iter().filter(|edge| edge.to != NOWHERE) {
            after[graph.way(*edge).choice.at()] |= ahead[edge.to as usize];
        }
        for (report, bits) in self.out.choices.iter_mut().zip(after) {
            let endings = (0..self.scenario.endings.len()).filter(|at| bits >> at & 1 == 1);
            let endings: Vec<EndingIx> = endings.map(EndingIx::new).collect();
            report.leads_to.extend(endings);
            report.leads_to.sort_unstable();
            report.leads_to.dedup();
        }
    }

    fn numbers(&mut self, at: usize, program: &Program, graph: &Graph, share: f64) {
        if !graph.acyclic() {
            self.out.ways = f64::INFINITY;
            return;
        }
        let random = flow(graph, program, &Chooser::Taste(&Taste::Any));
        self.out.ways += ways(graph, program);
        let visits = Visits::of(graph, program, &random);
        for (report, visits) in self.out.nodes.iter_mut().zip(&visits.spots) {
            report.visits += visits * share;
        }
        for (report, takes) in self.out.choices.iter_mut().zip(&visits.choices) {
            report.takes += takes * share;
        }
        let ended = &visits.spots[program.nodes.len()..];
        for (ending, chance) in ended.iter().enumerate() {
            self.out.endings[ending].random += chance * share;
            self.out.cases[at].endings[ending] = *chance;
        }
        self.out.steps += visits.choices.iter().sum::<f64>() * share;
        for (arrow, chance) in visits.arrows {
            *self.out.arrows.entry(arrow).or_default() += chance * share;
        }
    }

    fn sampled(&mut self, cases: &Cases, limits: &Limits, flow: bool) -> Result<(), Cancelled> {
        let count = cases.list.len().max(1);
        let plays = limits.plays.div_ceil(count);
        let mut made = 0;
        for (at, case) in cases.list.iter().enumerate() {
            let wants = Wants {
                watch: true,
                ..Wants::default()
            };
            let program = Program::compile(self.scenario, case.role, &case.draws, wants);
            let first = at * plays;
            let parts = in_parts(plays, limits, |span| {
                watched_plays(
                    self.scenario,
                    &program,
                    span,
                    limits,
                    first,
                    MOST_STEPS / 8 / count as u64,
                )
            })?;
            let Some(plain) = parts.into_iter().reduce(PlaysSeen::merged) else {
                continue;
            };
            made += plain.plays;
            // Each play that showed something first is made once more and written out once, whatever else it shows.
            let mut lines: std::collections::HashMap<u32, u32> = std::collections::HashMap::new();
            let mut resolve = |paths: &mut Paths, sight: Sight| {
                let line = *lines.entry(sight.at).or_insert_with(|| {
                    let dice = dice(limits, sight.at as usize);
                    paths.line(replay(&program, &Taste::Any, dice))
                });
                paths.part(at, line, sight.steps)
            };
            self.saw(at, &program, &plain.seen, true, flow, &mut resolve);
            if !flow {
                continue;
            }
            for (node, sight) in &plain.dead_ends {
                let witness = resolve(&mut self.out.paths, *sight);
                self.dead_end(*node, Why::NothingOffered, witness);
            }
            self.counts(at, &plain.seen, plain.plays.max(1), count);
        }
        let method = Method::Sampled {
            plays: made,
            seed: limits.seed,
        };
        self.out.lines = method;
        if flow {
            self.out.method = method;
        }
        Ok(())
    }

    fn counts(&mut self, at: usize, seen: &Seen, plays: usize, cases: usize) {
        let each = 1.0 / (plays as f64 * cases as f64);
        let nodes = self.out.nodes.len();
        for (spot, count) in seen.visits.iter().enumerate() {
            let share = *count as f64 * each;
            match spot.checked_sub(nodes) {
                None => self.out.nodes[spot].visits += share,
                Some(ending) => {
                    let here = *count as f64 / plays as f64;
                    self.out.cases[at].endings[ending] = here;
                    let report = &mut self.out.endings[ending];
                    report.random += share;
                    // Cases are independent strata of equal size: their variances add up.
                    let square = here * (1.0 - here) / plays as f64 / (cases * cases) as f64;
                    report.error = (report.error * report.error + square).sqrt();
                }
            }
        }
        for (report, count) in self.out.choices.iter_mut().zip(&seen.takes) {
            report.takes += *count as f64 * each;
        }
        self.out.steps += seen.takes.iter().sum::<u64>() as f64 * each;
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
