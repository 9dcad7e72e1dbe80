//! From seeded plays, where the states do not fit: what was seen and how often.

use super::Fill;
use crate::explore::analysis::Why;
use crate::explore::case::Cases;
use crate::explore::limits::{Cancelled, Limits, Method};
use crate::explore::policy::Taste;
use crate::explore::program::{Program, Wants};
use crate::explore::sample::{MOST_STEPS, dice, in_parts, replay};
use crate::explore::sight::{Seen, Sight};
use crate::explore::watched::{PlaysSeen, watched_plays};
use crate::explore::witness::Paths;

impl Fill<'_> {
    pub(super) fn sampled(&mut self, cases: &Cases, limits: &Limits, flow: bool) -> Result<(), Cancelled> {
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
}
