//! From the graph of every state: what is seen in it, dead ends, rounds, probabilities.

use super::Fill;
use crate::explore::analysis::{Loop, Why};
use crate::explore::case::Cases;
use crate::explore::discover::discover;
use crate::explore::forward::{Chooser, flow};
use crate::explore::graph::{Graph, NOWHERE};
use crate::explore::limits::{Limits, Meter, Method, Stop};
use crate::explore::observe::observe;
use crate::explore::policy::Taste;
use crate::explore::program::{ConditionPlace, Program, Slices, Wants};
use crate::explore::rounds::{endings_ahead, shortest_round};
use crate::explore::sight::Sight;
use crate::explore::visits::{Visits, ways};
use crate::explore::witness::{Paths, Tracer};
use crate::model::{EndingIx, NodeIx};

impl Fill<'_> {
    pub(super) fn exact(&mut self, cases: &Cases, limits: &Limits, watch: bool) -> Result<(), Stop> {
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
}
