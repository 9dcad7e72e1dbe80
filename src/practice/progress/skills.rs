//! Each skill over time, from first answers.

use super::MIN_DECISIONS;
use crate::model::{Day, SkillIx};
use crate::practice::statistics::{Interval, wilson};
use crate::practice::{History, MASTERY, Pool, Schedule};
use crate::scoring::Mark;

/// Credit of a rating of 0: the chance was missed, and no harm done.
const MISSED: f64 = 0.5;

/// Fewer first answers than this have no trend.
pub const MIN_TREND: usize = 6;

#[derive(Clone, Debug, PartialEq)]
pub struct SkillProgress {
    pub skill: SkillIx,
    /// First answers to decisions that test it.
    pub n: usize,
    /// Decisions of the library that test it.
    pub of: usize,
    /// Credit, 0 … 1, oldest first.
    pub points: Vec<(Day, f64)>,
    /// Mean credit with its 95% interval, however few; what may be shown is [`SkillProgress::level`].
    pub share: Option<Interval>,
    /// When it might be worth another look.
    pub due: Option<Day>,
    /// What the model takes the chance to be that it is still there, 0 … 1.
    pub recall: Option<f64>,
}

impl SkillProgress {
    /// The share, once there are [`MIN_DECISIONS`] first answers to read it from.
    #[must_use]
    pub fn level(&self) -> Option<Interval> {
        self.share.filter(|_| self.n >= MIN_DECISIONS)
    }

    /// Mean credit of the earlier and of the later half, 0 … 1; `None` below [`MIN_TREND`].
    #[must_use]
    pub fn halves(&self) -> Option<(f64, f64)> {
        if self.points.len() < MIN_TREND {
            return None;
        }
        let (before, after) = self.points.split_at(self.points.len() / 2);
        let mean = |points: &[(Day, f64)]| points.iter().map(|(_, credit)| credit).sum::<f64>() / points.len() as f64;
        Some((mean(before), mean(after)))
    }

    /// Each first answer as a mark, oldest first: full from mastery on, half from a rating of 0 on.
    pub fn marks(&self) -> impl ExactSizeIterator<Item = Mark> + '_ {
        self.points.iter().map(|(_, credit)| match credit {
            credit if *credit >= MASTERY => Mark::Full,
            credit if *credit >= MISSED => Mark::Half,
            _ => Mark::Empty,
        })
    }
}

pub(super) fn skills(pool: &Pool, history: &History, schedule: &Schedule, today: Day) -> Vec<SkillProgress> {
    let mut points: Vec<Vec<(Day, f64)>> = vec![Vec::new(); pool.rubric.skills.len()];
    for answer in &history.first {
        for skill in &pool.decisions[answer.decision].skills {
            if let Some(list) = points.get_mut(skill.at()) {
                list.push((answer.day, answer.credit));
            }
        }
    }
    let met = points.into_iter().enumerate().filter(|(_, points)| !points.is_empty());
    met.map(|(at, points)| {
        let skill = SkillIx::new(at);
        let planned = schedule.skill(skill);
        let mean = points.iter().map(|(_, credit)| credit).sum::<f64>() / points.len() as f64;
        SkillProgress {
            skill,
            n: points.len(),
            of: pool.testing(skill).count(),
            share: wilson(mean, points.len()),
            points,
            due: planned.map(|planned| planned.due()),
            recall: planned.map(|planned| planned.recall(today)),
        }
    })
    .collect()
}
