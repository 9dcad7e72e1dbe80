//! One line scored: P = 100 · Σ w·c / (Σ w·b + Σ unsettled owed), domains, errors and label apart.

use super::{DomainResult, Instance, Labelled, Marking, domains, errors, label};
use crate::engine::{Draws, State};
use crate::model::{ChoiceIx, Cue, Key, NodeIx, OwedIx, RoleIx, Rubric, Scenario};

/// One choice made at one decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Taken {
    pub node: NodeIx,
    pub choice: ChoiceIx,
}

/// A line as far as it was walked.
#[derive(Clone, Copy, Debug)]
pub struct Walked<'a> {
    pub draws: &'a Draws,
    pub role: RoleIx,
    pub taken: &'a [Taken],
    /// The state at the ending; `None` for a line left early, which has no score.
    pub end: Option<&'a State>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct LineResult {
    /// `None` for a line left early or a key that rates nothing of it.
    pub process: Option<Process>,
    pub moments: Vec<MomentResult>,
    pub owed: Vec<OwedResult>,
    pub domains: Vec<DomainResult>,
    pub errors: Vec<Instance>,
    /// Present exactly when `process` is and the rubric has bands.
    pub label: Option<Labelled>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Process {
    /// 0–100
    pub score: f64,
    /// Σ w·c
    pub earned: f64,
    /// Σ w·b + Σ unsettled owed weights
    pub possible: f64,
    /// Decisions that counted.
    pub decisions: usize,
}

/// One decision of the line.
#[derive(Clone, Debug, PartialEq)]
pub struct MomentResult {
    pub step: usize,
    pub taken: Taken,
    /// `None` where unrated or a repeated visit that does not count.
    pub credit: Option<f64>,
    pub best: Option<f64>,
    pub weight: Option<f64>,
    pub cue: Option<Cue>,
    pub counted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwedResult {
    pub item: OwedIx,
    pub weight: f64,
    pub settled: bool,
}

/// Scores a line with one key. A line left early still gets moments, domains and errors, but no score and no label.
#[must_use]
pub fn score_line(scenario: &Scenario, key: &Key, rubric: &Rubric, walked: &Walked) -> LineResult {
    let marking = Marking::new(scenario, key, rubric, walked.draws, walked.role);
    let moments: Vec<MomentResult> = (0..walked.taken.len())
        .map(|step| moment(&marking, walked.taken, step))
        .collect();
    let counted: Vec<(usize, Taken)> = moments
        .iter()
        .filter(|moment| moment.counted)
        .map(|moment| (moment.step, moment.taken))
        .collect();
    let owed: Vec<OwedResult> = marking
        .owed()
        .iter()
        .map(|item| OwedResult {
            item: item.id,
            weight: item.weight,
            settled: walked.taken.iter().any(|act| marking.settles(act.choice, item)),
        })
        .collect();
    let domains = domains::results(&marking, &counted);
    let errors = errors::trace(scenario, key, rubric, walked.taken, walked.end);
    let process = walked.end.and_then(|_| process(&moments, &owed));
    let label = process.and_then(|process| label::label(rubric, process.score, &domains, &errors));
    LineResult {
        process,
        moments,
        owed,
        domains,
        errors,
        label,
    }
}

fn moment(marking: &Marking, taken: &[Taken], step: usize) -> MomentResult {
    let act = taken[step];
    let again = taken[..step].iter().any(|before| before.node == act.node);
    let credit = marking.credit(act.choice);
    MomentResult {
        step,
        taken: act,
        credit,
        best: marking.best(act.node),
        weight: marking.weight(act.node),
        cue: marking
            .key
            .choice(marking.scenario, act.choice)
            .and_then(|rated| rated.cue),
        counted: credit.is_some() && (!again || marking.counts_each(act.node)),
    }
}

fn process(moments: &[MomentResult], owed: &[OwedResult]) -> Option<Process> {
    let counted: Vec<&MomentResult> = moments.iter().filter(|moment| moment.counted).collect();
    let sum = |part: fn(&MomentResult) -> Option<f64>| -> f64 {
        counted
            .iter()
            .filter_map(|moment| Some(moment.weight? * part(moment)?))
            .sum()
    };
    let earned = sum(|moment| moment.credit);
    let unsettled: f64 = owed.iter().filter(|item| !item.settled).map(|item| item.weight).sum();
    let possible = sum(|moment| moment.best) + unsettled;
    (possible > 0.0).then(|| Process {
        score: (100.0 * earned / possible).clamp(0.0, 100.0),
        earned,
        possible,
        decisions: counted.len(),
    })
}
