//! What policies earn: exact where the states fit, else by seeded plays; and Monte Carlo on request.

use super::case::{Case, Cases, cases};
use super::dice::Dice;
use super::forward::{Chooser, Flow, Moments, flow, moments, scores};
use super::limits::{Cancelled, Limits, Meter, Method, Stop};
use super::play::{Finish, Hurried, Step, play};
use super::policy::{Policy, Taste};
use super::program::{Program, Runner, Wants};
use super::ratio::{Side, extreme};
use super::references::Scored;
use super::sample::{MOST_STEPS, Span, in_parts};
use super::visits::Visits;
use crate::engine::Draws;
use crate::model::{Key, RoleIx, Rubric, Scenario};
use crate::scoring::{Marking, Spread};

/// Whose plays are judged, and by what.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    pub scenario: &'a Scenario,
    /// Without a key there are endings and no scores.
    pub key: Option<&'a Key>,
    /// Its empathy phrases are what `kindest-sounding` counts.
    pub rubric: &'a Rubric,
    /// One role, or every role alike.
    pub role: Option<RoleIx>,
    /// One draw, or every draw alike.
    pub draws: Option<&'a Draws>,
    /// Whether quantiles are wanted; they cost more than mean and SD.
    pub quantiles: bool,
}

/// What comes of choosing one way, over all roles and draws alike.
#[derive(Clone, Debug)]
pub struct PolicyReport {
    pub policy: Policy,
    pub method: Method,
    /// Mean and SD of the process score (0–100) over the plays that have one; `None` where none has.
    pub score: Option<Spread>,
    /// Standard error of the mean; 0 where exact.
    pub error: f64,
    /// Smallest score with at least 5, 25, 50, 75 and 95 % of plays at or below it.
    pub quantiles: Option<Quantiles>,
    /// By ending: probability, and its standard error (0 where exact).
    pub endings: Vec<(f64, f64)>,
    /// Probability of coming to no ending.
    pub lost: f64,
    /// Mean number of choices in one play.
    pub steps: f64,
    /// By node and by choice: how often in one play.
    pub visits: Vec<f64>,
    pub takes: Vec<f64>,
    /// Role by role and draw by draw; empty where sampled.
    pub cases: Vec<(Case, Option<Spread>)>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantiles {
    pub at: [f64; 5],
    /// From every score and its probability; else from seeded plays, to 0.01 of a point.
    pub exact: bool,
}

const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// More sums than this on the way make quantiles a matter of seeded plays.
const MOST_SUMS: usize = 4_000_000;

/// What each policy comes to, in the order asked. `best` and `worst` need a key and an exact analysis, and else have no score.
pub fn policies(ask: &Ask, list: &[Policy], limits: &Limits) -> Result<Vec<PolicyReport>, Cancelled> {
    let cases = cases(ask.scenario, ask.key, ask.role, ask.draws);
    match exact(ask, list, &cases, limits) {
        Ok(reports) => finished(ask, reports, limits),
        Err(Stop::Cancelled) => Err(Cancelled),
        Err(Stop::Budget) => list
            .iter()
            .map(|policy| simulate(ask, policy, limits.plays, limits))
            .collect(),
    }
}

/// Quantiles that did not come out exactly are filled in by plays.
fn finished(ask: &Ask, reports: Vec<PolicyReport>, limits: &Limits) -> Result<Vec<PolicyReport>, Cancelled> {
    let fill = |mut report: PolicyReport| {
        if ask.quantiles && report.quantiles.is_none() && report.score.is_some() {
            report.quantiles = simulate(ask, &report.policy, limits.plays, limits)?.quantiles;
        }
        Ok(report)
    };
    reports.into_iter().map(fill).collect()
}

fn exact(ask: &Ask, list: &[Policy], cases: &Cases, limits: &Limits) -> Result<Vec<PolicyReport>, Stop> {
    let mut meter = Meter::new(*limits);
    let rubric = Some(ask.rubric);
    let tastes: Vec<Option<Taste>> = list.iter().map(|policy| policy.taste(ask.scenario, rubric)).collect();
    let mut sums: Vec<Sum> = list.iter().map(|_| Sum::new(ask.scenario)).collect();
    let share = 1.0 / cases.list.len().max(1) as f64;
    let mut states = 0;
    for case in &cases.list {
        let marking = ask
            .key
            .map(|key| Marking::new(ask.scenario, key, ask.rubric, &case.draws, case.role));
        let scored = Scored::of(ask.scenario, marking.as_ref(), case.role, &case.draws, &mut meter)?;
        let (program, graph) = (&scored.program, &scored.graph);
        if !graph.acyclic() {
            return Err(Stop::Budget);
        }
        states += graph.len();
        for ((policy, taste), sum) in list.iter().zip(&tastes).zip(&mut sums) {
            let side = if *policy == Policy::Worst {
                Side::Worst
            } else {
                Side::Best
            };
            let line = if taste.is_none() {
                extreme(graph, program, side)
            } else {
                None
            };
            let edges = line.map(|line| {
                let mut edges = line.edges;
                edges.sort_unstable();
                edges
            });
            let chooser = match (taste, &edges) {
                (Some(taste), _) => Chooser::Taste(taste),
                (None, Some(edges)) => Chooser::Line(edges),
                (None, None) => continue,
            };
            let flow = flow(graph, program, &chooser);
            sum.add(case, &scored, &flow, share, ask);
            meter.tick()?;
        }
        meter.release();
    }
    let method = Method::Exact { states };
    Ok(list
        .iter()
        .zip(sums)
        .map(|(policy, sum)| sum.report(policy, method))
        .collect())
}

struct Sum {
    report: PolicyReport,
    moments: Moments,
    /// `None` once a case has too many.
    scores: Option<Vec<(f64, f64)>>,
}

impl Sum {
    fn new(scenario: &Scenario) -> Self {
        Sum {
            report: PolicyReport {
                policy: Policy::Random,
                method: Method::Exact { states: 0 },
                score: None,
                error: 0.0,
                quantiles: None,
                endings: vec![(0.0, 0.0); scenario.endings.len()],
                lost: 0.0,
                steps: 0.0,
                visits: vec![0.0; scenario.nodes.len()],
                takes: vec![0.0; scenario.choices.len()],
                cases: Vec::new(),
            },
            moments: Moments::default(),
            scores: Some(Vec::new()),
        }
    }

    fn add(&mut self, case: &Case, scored: &Scored, flow: &Flow, share: f64, ask: &Ask) {
        let (program, graph) = (&scored.program, &scored.graph);
        let visits = Visits::of(graph, program, flow);
        let report = &mut self.report;
        let nodes = report.visits.len();
        for (sum, found) in report.visits.iter_mut().zip(&visits.spots) {
            *sum += found * share;
        }
        for (sum, found) in report.endings.iter_mut().zip(&visits.spots[nodes..]) {
            sum.0 += found * share;
        }
        for (sum, found) in report.takes.iter_mut().zip(&visits.choices) {
            *sum += found * share;
        }
        report.lost += flow.lost * share;
        report.steps += visits.choices.iter().sum::<f64>() * share;
        if ask.key.is_none() {
            return;
        }
        let here = moments(graph, program, flow);
        report.cases.push((case.clone(), here.spread()));
        self.moments.add(here, share);
        let wanted = self.scores.take().filter(|_| ask.quantiles);
        self.scores = wanted.and_then(|mut all| {
            let here = scores(graph, program, flow, MOST_SUMS)?;
            all.extend(here.into_iter().map(|(score, chance)| (score, chance * share)));
            Some(all)
        });
    }

    fn report(self, policy: &Policy, method: Method) -> PolicyReport {
        let mut scores = self.scores.unwrap_or_default();
        scores.sort_by(|left, right| left.0.total_cmp(&right.0));
        PolicyReport {
            policy: policy.clone(),
            method,
            score: self.moments.spread(),
            quantiles: quantiles(&scores, true),
            ..self.report
        }
    }
}

fn quantiles(scores: &[(f64, f64)], exact: bool) -> Option<Quantiles> {
    let whole: f64 = scores.iter().map(|(_, chance)| chance).sum();
    let last = scores.last()?.0;
    let at = SHARES.map(|share| {
        let mut below = 0.0;
        let found = scores.iter().find(|(_, chance)| {
            below += chance;
            // Sums of probabilities are off by rounding only.
            below >= share * whole - 1e-12
        });
        found.map_or(last, |(score, _)| *score)
    });
    Some(Quantiles { at, exact })
}

/// Seeded plays under one policy: as many as asked, fewer where they are so long that they would not come to an end (the
/// report's method says how many). Role and draw are drawn for each play. `best` and `worst` are fixed lines and need no
/// plays: they come back exact, or without a score where there is no key or the states do not fit.
pub fn simulate(ask: &Ask, policy: &Policy, plays: usize, limits: &Limits) -> Result<PolicyReport, Cancelled> {
    let cases = cases(ask.scenario, ask.key, ask.role, ask.draws);
    let Some(taste) = policy.taste(ask.scenario, Some(ask.rubric)) else {
        return match exact(ask, std::slice::from_ref(policy), &cases, limits) {
            Err(Stop::Cancelled) => Err(Cancelled),
            Ok(reports) if !reports.is_empty() => {
                Ok(reports.into_iter().next().unwrap_or_else(|| unknown(ask, policy)))
            }
            _ => Ok(unknown(ask, policy)),
        };
    };
    let programs: Vec<Program> = cases.list.iter().map(|case| compiled(ask, case)).collect();
    let parts = in_parts(plays, limits, |span| scored_plays(&programs, &taste, span, limits))?;
    let Some(tally) = parts.into_iter().reduce(Tally::merged) else {
        return Ok(unknown(ask, policy));
    };
    let method = Method::Sampled {
        plays: tally.plays,
        seed: limits.seed,
    };
    Ok(tally.report(ask, policy, method))
}

fn unknown(ask: &Ask, policy: &Policy) -> PolicyReport {
    Sum::new(ask.scenario).report(policy, Method::Sampled { plays: 0, seed: 0 })
}

fn compiled(ask: &Ask, case: &Case) -> Program {
    let marking = ask
        .key
        .map(|key| Marking::new(ask.scenario, key, ask.rubric, &case.draws, case.role));
    let wants = Wants {
        marking: marking.as_ref(),
        ..Wants::default()
    };
    Program::compile(ask.scenario, case.role, &case.draws, wants)
}

/// What came of some plays.
struct Tally {
    plays: usize,
    scored: usize,
    sum: f64,
    squares: f64,
    /// Scores in steps of 0.01.
    bins: Vec<u32>,
    spots: Vec<u64>,
    takes: Vec<u64>,
}

fn scored_plays(programs: &[Program], taste: &Taste, span: Span, limits: &Limits) -> Tally {
    let (spots, choices) = programs
        .first()
        .map_or((0, 0), |program| (program.spots(), program.choices.len()));
    let mut tally = Tally {
        plays: 0,
        scored: 0,
        sum: 0.0,
        squares: 0.0,
        bins: vec![0; 10_001],
        spots: vec![0; spots],
        takes: vec![0; choices],
    };
    let mut runners: Vec<Runner> = programs.iter().map(Runner::new).collect();
    let mut scratch = Default::default();
    let most = MOST_STEPS.max(span.plays.len() as u64 * 1_000);
    let mut steps_made = 0_u64;
    for at in span.plays {
        if steps_made > most {
            break;
        }
        tally.plays += 1;
        let mut dice = Dice::of(limits.seed, at as u64);
        let which = dice.below(programs.len());
        let Some(runner) = runners.get_mut(which) else { break };
        let (mut earned, mut possible) = (0, programs[which].owed);
        let takes = &mut tally.takes;
        let finish = play(
            runner,
            taste,
            &mut dice,
            &mut Hurried,
            &mut scratch,
            |_, step| match step {
                Step::Taking(_, choice) => {
                    takes[choice.at()] += 1;
                    steps_made += 1;
                }
                Step::Gained(more, of) => {
                    earned += more;
                    possible += of;
                }
                Step::Standing(_) => {}
            },
        );
        let Finish::Ending(spot) = finish else { continue };
        tally.spots[spot.at()] += 1;
        if possible > 0 {
            let score = (100.0 * earned as f64 / possible as f64).clamp(0.0, 100.0);
            tally.scored += 1;
            tally.sum += score;
            tally.squares += score * score;
            tally.bins[(score * 100.0).round() as usize] += 1;
        }
    }
    tally
}

impl Tally {
    fn merged(mut self, other: Tally) -> Tally {
        self.plays += other.plays;
        self.scored += other.scored;
        self.sum += other.sum;
        self.squares += other.squares;
        self.bins
            .iter_mut()
            .zip(other.bins)
            .for_each(|(mine, theirs)| *mine += theirs);
        self.spots
            .iter_mut()
            .zip(other.spots)
            .for_each(|(mine, theirs)| *mine += theirs);
        self.takes
            .iter_mut()
            .zip(other.takes)
            .for_each(|(mine, theirs)| *mine += theirs);
        self
    }

    fn report(self, ask: &Ask, policy: &Policy, method: Method) -> PolicyReport {
        let plays = self.plays.max(1) as f64;
        let nodes = ask.scenario.nodes.len();
        let ending = |count: &u64| {
            let share = *count as f64 / plays;
            (share, (share * (1.0 - share) / plays).sqrt())
        };
        let endings: Vec<(f64, f64)> = self.spots.iter().skip(nodes).map(ending).collect();
        let takes: Vec<f64> = self.takes.iter().map(|count| *count as f64 / plays).collect();
        let scored = self.scored as f64;
        let spread = (ask.key.is_some() && self.scored > 0).then(|| {
            let mean = self.sum / scored;
            let sd = (self.squares / scored - mean * mean).max(0.0).sqrt();
            Spread { mean, sd }
        });
        let bins = self.bins.iter().enumerate().filter(|(_, count)| **count > 0);
        let scores: Vec<(f64, f64)> = bins.map(|(at, count)| (at as f64 / 100.0, f64::from(*count))).collect();
        // Decisions are passed as often as their choices are taken; nodes without a decision are not counted here.
        let mut visits = vec![0.0; nodes];
        for (choice, taken) in ask.scenario.choices.iter().zip(&takes) {
            visits[choice.node.at()] += taken;
        }
        PolicyReport {
            policy: policy.clone(),
            method,
            score: spread,
            error: spread.map_or(0.0, |spread| spread.sd / scored.sqrt()),
            quantiles: spread.filter(|_| ask.quantiles).and_then(|_| quantiles(&scores, false)),
            lost: 1.0 - endings.iter().map(|(share, _)| share).sum::<f64>(),
            endings,
            steps: takes.iter().sum(),
            visits,
            takes,
            cases: Vec::new(),
        }
    }
}
