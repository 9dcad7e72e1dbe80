//! What exact analysis says about one key: scores, and errors, repairs and owed items that cannot do their work.

use super::case::{Case, Cases, cases};
use super::discover::discover;
use super::forward::{Chooser, Moments, flow, moments};
use super::graph::{Graph, NOWHERE};
use super::limits::{Cancelled, Limits, Meter, Method, Stop};
use super::observe::observe;
use super::policy::Taste;
use super::program::{Program, Slices, Wants};
use super::ratio::{Extreme, Side, extreme};
use super::references::Scored;
use super::witness::{Paths, Tracer, Witness};
use crate::model::{ChoiceIx, ErrorIx, Key, OwedIx, Rubric, Scenario};
use crate::scoring::{Marking, Spread};

/// Everything about one key over all roles and draws.
#[derive(Clone, Debug)]
pub struct KeyReport {
    pub states: usize,
    /// Unset where there are too many draws to go through each.
    pub every_draw: bool,
    /// Choosing at random, over all cases alike.
    pub random: Option<Spread>,
    /// The best and the worst line of any case.
    pub best: Option<f64>,
    pub worst: Option<f64>,
    pub cases: Vec<CaseScore>,
    /// Every error of every choice and of `at_end`, in the key's order.
    pub errors: Vec<ErrorReport>,
    pub repairs: Vec<RepairReport>,
    pub owed: Vec<OwedReport>,
    /// Rules of `at_end` that blame for what depends on a draw nobody had revealed; the witness leads to such an end.
    pub unrevealed: Vec<(usize, Witness)>,
    pub paths: Paths,
}

/// One role and draw.
#[derive(Clone, Debug)]
pub struct CaseScore {
    pub case: Case,
    pub random: Option<Spread>,
    /// Score and line.
    pub best: Option<(f64, Witness)>,
    pub worst: Option<(f64, Witness)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorPlace {
    Choice(ChoiceIx),
    /// A rule of `at_end`, by its index.
    AtEnd(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ErrorReport {
    pub error: ErrorIx,
    pub place: ErrorPlace,
    /// `None`: nobody can make it.
    pub made: Option<Witness>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RepairReport {
    pub error: ErrorIx,
    pub choice: ChoiceIx,
    /// The choice can be taken.
    pub reached: bool,
    /// On some way there the error was made before and is still open.
    pub open: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct OwedReport {
    pub item: OwedIx,
    /// A shortest way to settle it; `None`: it cannot be met or settled.
    pub settled: Option<Witness>,
    /// Cases (by index) in which it counts.
    pub counts_in: Vec<usize>,
    /// Cases in which it counts against every line, since nothing that can be reached settles it.
    pub never_in: Vec<usize>,
}

/// `Ok(None)` where the states do not fit the budget: then ask [`simulate`](super::simulate) for scores.
pub fn key_report(
    scenario: &Scenario,
    key: &Key,
    rubric: &Rubric,
    limits: &Limits,
) -> Result<Option<KeyReport>, Cancelled> {
    let cases = cases(scenario, Some(key), None, None);
    let mut fill = Fill {
        scenario,
        key,
        rubric,
        out: empty(key, &cases),
    };
    match fill.run(&cases, limits) {
        Ok(()) => Ok(Some(fill.out)),
        Err(Stop::Budget) => Ok(None),
        Err(Stop::Cancelled) => Err(Cancelled),
    }
}

fn empty(key: &Key, cases: &Cases) -> KeyReport {
    let rated = || {
        key.decisions
            .iter()
            .flatten()
            .flat_map(|decision| decision.choices.iter().flatten())
    };
    let of_choices = rated().flat_map(|rated| {
        let place = ErrorPlace::Choice(rated.choice);
        rated.errors.iter().map(move |error| (error.error, place))
    });
    let of_end = key.at_end.iter().enumerate().flat_map(|(at, rule)| {
        let place = ErrorPlace::AtEnd(at);
        rule.errors.iter().map(move |error| (error.error, place))
    });
    let error = |(error, place)| ErrorReport {
        error,
        place,
        made: None,
    };
    let repairs = rated().flat_map(|rated| rated.repairs.iter().map(|error| (*error, rated.choice)));
    let repair = |(error, choice)| RepairReport {
        error,
        choice,
        reached: false,
        open: false,
    };
    let owed = |item| OwedReport {
        item: OwedIx::new(item),
        settled: None,
        counts_in: Vec::new(),
        never_in: Vec::new(),
    };
    KeyReport {
        states: 0,
        every_draw: cases.complete,
        random: None,
        best: None,
        worst: None,
        cases: Vec::new(),
        errors: of_choices.chain(of_end).map(error).collect(),
        repairs: repairs.map(repair).collect(),
        owed: (0..key.owed.len()).map(owed).collect(),
        unrevealed: Vec::new(),
        paths: Paths::new(&cases.list),
    }
}

struct Fill<'a> {
    scenario: &'a Scenario,
    key: &'a Key,
    rubric: &'a Rubric,
    out: KeyReport,
}

impl Fill<'_> {
    fn run(&mut self, cases: &Cases, limits: &Limits) -> Result<(), Stop> {
        let mut meter = Meter::new(*limits);
        let mut random = Moments::default();
        let share = 1.0 / cases.list.len().max(1) as f64;
        for (at, case) in cases.list.iter().enumerate() {
            let marking = Marking::new(self.scenario, self.key, self.rubric, &case.draws, case.role);
            self.deeds(at, case, &marking, &mut meter)?;
            meter.release();
            let scored = Scored::of(self.scenario, Some(&marking), case.role, &case.draws, &mut meter)?;
            self.scores(at, case, &scored, &mut random, share);
            meter.release();
        }
        self.out.random = random.spread();
        let side = |pick: fn(&CaseScore) -> &Option<(f64, Witness)>, better: fn(f64, f64) -> f64| {
            let scores = self
                .out
                .cases
                .iter()
                .filter_map(|case| pick(case).map(|(score, _)| score));
            scores.reduce(better)
        };
        (self.out.best, self.out.worst) = (side(|case| &case.best, f64::max), side(|case| &case.worst, f64::min));
        Ok(())
    }

    fn scores(&mut self, at: usize, case: &Case, scored: &Scored, random: &mut Moments, share: f64) {
        let (program, graph) = (&scored.program, &scored.graph);
        let here = if graph.acyclic() {
            moments(graph, program, &flow(graph, program, &Chooser::Taste(&Taste::Any)))
        } else {
            Moments::default()
        };
        random.add(here, share);
        let paths = &mut self.out.paths;
        let mut line = |side| {
            let found: Extreme = extreme(graph, program, side)?;
            let choices = found
                .edges
                .iter()
                .map(|edge| graph.way(graph.edges[*edge as usize]).choice);
            Some((found.score, paths.add(at, choices)))
        };
        let (best, worst) = (line(Side::Best), line(Side::Worst));
        self.out.cases.push(CaseScore {
            case: case.clone(),
            random: here.spread(),
            best,
            worst,
        });
    }

    /// Errors made, repairs that find something open, owed items settled.
    fn deeds(&mut self, at: usize, case: &Case, marking: &Marking, meter: &mut Meter) -> Result<(), Stop> {
        let wants = Wants {
            at_end: Some(self.key),
            ..Wants::default()
        };
        let program = Program::compile(self.scenario, case.role, &case.draws, wants);
        let graph = discover(&program, &Slices::of(&program, false), meter)?;
        let seen = observe(self.scenario, &program, &graph, meter)?;
        self.out.states += graph.len();
        let mut tracer = Tracer::new(&graph, at);
        let rules = program.conditions - self.key.at_end.len();
        let paths = &mut self.out.paths;
        for report in &mut self.out.errors {
            let sight = match report.place {
                ErrorPlace::Choice(choice) => seen.choices[choice.at()],
                ErrorPlace::AtEnd(rule) => seen.conditions[rules + rule][1],
            };
            let nearer = |sight: &super::sight::Sight| report.made.is_none_or(|known| sight.steps < known.steps);
            if let Some(sight) = sight.filter(nearer) {
                report.made = Some(tracer.witness(paths, sight.at, sight.then));
            }
        }
        for rule in 0..self.key.at_end.len() {
            let known = self.out.unrevealed.iter().any(|(known, _)| *known == rule);
            if let (Some(sight), false) = (seen.leaks[rules + rule][1], known) {
                let witness = tracer.witness(paths, sight.at, sight.then);
                self.out.unrevealed.push((rule, witness));
            }
        }
        for item in marking.owed() {
            let report = &mut self.out.owed[item.id.at()];
            report.counts_in.push(at);
            let choices = (0..self.scenario.choices.len()).map(ChoiceIx::new);
            let settling = choices.filter(|choice| marking.settles(*choice, item));
            let nearest = settling.filter_map(|choice| seen.choices[choice.at()]).min();
            match nearest {
                None => report.never_in.push(at),
                Some(sight) if report.settled.is_none_or(|known| sight.steps < known.steps) => {
                    report.settled = Some(tracer.witness(paths, sight.at, sight.then));
                }
                Some(_) => {}
            }
        }
        self.repairs(&graph, &seen);
        Ok(())
    }

    fn repairs(&mut self, graph: &Graph, seen: &super::sight::Seen) {
        let mut errors: Vec<ErrorIx> = self.out.repairs.iter().map(|repair| repair.error).collect();
        errors.sort_unstable();
        errors.dedup();
        for some in errors.chunks(64) {
            let open = self.open_at(graph, some);
            for report in &mut self.out.repairs {
                report.reached |= seen.choices[report.choice.at()].is_some();
                if let Some(bit) = some.iter().position(|error| *error == report.error) {
                    report.open |= open[report.choice.at()] >> bit & 1 == 1;
                }
            }
        }
    }

    /// By choice, which of up to 64 errors may be open when it is taken. The flow does not depend on errors, so what is
    /// joined over all ways into a state is exact.
    fn open_at(&self, graph: &Graph, errors: &[ErrorIx]) -> Vec<u64> {
        let bits = |list: &mut dyn Iterator<Item = ErrorIx>| {
            let bit = |error: ErrorIx| errors.iter().position(|known| *known == error);
            list.filter_map(bit).fold(0_u64, |bits, bit| bits | 1 << bit)
        };
        let rated = |at: usize| self.key.choice(self.scenario, ChoiceIx::new(at));
        let repairable = |error: &ErrorIx| self.rubric.errors.get(error.at()).is_some_and(|kind| kind.repairable);
        let repairs: Vec<u64> = (0..self.scenario.choices.len())
            .map(|at| {
                rated(at).map_or(0, |rated| {
                    bits(&mut rated.repairs.iter().copied().filter(|error| repairable(error)))
                })
            })
            .collect();
        let makes: Vec<u64> = (0..self.scenario.choices.len())
            .map(|at| rated(at).map_or(0, |rated| bits(&mut rated.errors.iter().map(|error| error.error))))
            .collect();
        let mut open = vec![0_u64; graph.len()];
        let mut found = vec![0_u64; self.scenario.choices.len()];
        loop {
            let mut grew = false;
            for state in graph.in_order() {
                for edge in graph.edges(state) {
                    let choice = graph.way(*edge).choice.at();
                    let here = open[state as usize];
                    found[choice] |= here;
                    if edge.to != NOWHERE {
                        let there = &mut open[edge.to as usize];
                        let both = *there | (here & !repairs[choice]) | makes[choice];
                        grew |= both != *there;
                        *there = both;
                    }
                }
            }
            if graph.acyclic() || !grew {
                return found;
            }
        }
    }
}

impl KeyReport {
    /// Always exact: a report is only made where every state fits.
    #[must_use]
    pub fn method(&self) -> Method {
        Method::Exact { states: self.states }
    }
}
