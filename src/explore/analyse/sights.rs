//! Takes in what one case showed: the nearest witness of each thing, and ranges.

use super::Fill;
use crate::explore::analysis::{DeadEnd, Why};
use crate::explore::program::{Program, Thing};
use crate::explore::sight::{Seen, Sight};
use crate::explore::witness::{Paths, Witness};
use crate::model::{NodeIx, VarIx};

impl Fill<'_> {
    /// Takes in what one case showed. `ranges`: of variables too; `flow`: nodes, choices and endings too.
    pub(super) fn saw(
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

    pub(super) fn dead_end(&mut self, node: NodeIx, why: Why, witness: Witness) {
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
}
