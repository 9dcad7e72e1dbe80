//! How sure the learner was against how good the choice was. Never part of a score. First answers only.

use super::statistics::{bias, brier};
use super::{History, Judged, Pool};
use crate::model::SkillIx;

/// Fewer in a bin than this say nothing yet (domain.md §4.8).
pub const MIN_PER_BIN: usize = 10;

/// A choice counts as acceptable from this credit on: a mean rating of 1, "I would be content to hear it" (domain.md §4.8).
const ACCEPTABLE: f64 = 0.75;

/// What the learner may say: 50, 70 or 90 in a hundred.
const LEVELS: [u8; 3] = [50, 70, 90];

#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// First answers with a stated confidence.
    pub n: usize,
    /// Mean squared distance of confidence and outcome: 0 best; always saying 50 gives 0.25.
    pub brier: Option<f64>,
    /// Above zero is surer than right.
    pub bias: Option<f64>,
    /// One for 50, 70 and 90, also where empty.
    pub bins: Vec<Bin>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Percent stated.
    pub stated: u8,
    pub n: usize,
    /// Share of acceptable choices, 0 … 1.
    pub acceptable: Option<f64>,
}

impl Bin {
    /// Whether there are enough answers to read it.
    #[must_use]
    pub fn enough(&self) -> bool {
        self.n >= MIN_PER_BIN
    }
}

/// Over all skills.
#[must_use]
pub fn overall(history: &History) -> Calibration {
    of(history.first.iter())
}

/// By skill; only skills with at least one stated confidence.
#[must_use]
pub fn by_skill(pool: &Pool, history: &History) -> Vec<(SkillIx, Calibration)> {
    let tests = |answer: &Judged, skill: SkillIx| pool.decisions[answer.decision].skills.contains(&skill);
    let skills = (0..pool.rubric.skills.len()).map(SkillIx::new);
    let each = skills.map(|skill| (skill, of(history.first.iter().filter(|answer| tests(answer, skill)))));
    each.filter(|(_, found)| found.n > 0).collect()
}

fn of<'a>(answers: impl Iterator<Item = &'a Judged>) -> Calibration {
    let stated: Vec<(u8, f64)> = answers
        .filter_map(|answer| {
            let right = if answer.credit >= ACCEPTABLE { 1.0 } else { 0.0 };
            Some((answer.confidence?, right))
        })
        .collect();
    let pairs: Vec<(f64, f64)> = stated
        .iter()
        .map(|(sure, right)| (f64::from(*sure) / 100.0, *right))
        .collect();
    let bins = LEVELS.iter().map(|level| {
        let inside: Vec<f64> = stated
            .iter()
            .filter(|(sure, _)| sure == level)
            .map(|(_, right)| *right)
            .collect();
        Bin {
            stated: *level,
            n: inside.len(),
            acceptable: (!inside.is_empty()).then(|| inside.iter().sum::<f64>() / inside.len() as f64),
        }
    });
    Calibration {
        n: pairs.len(),
        brier: brier(&pairs),
        bias: bias(&pairs),
        bins: bins.collect(),
    }
}
