//! Each skill over time, from first answers.

use crate::model::{Day, SkillIx};
use crate::practice::statistics::{Interval, wilson};
use crate::practice::{History, Pool, Schedule};

#[derive(Clone, Debug, PartialEq)]
pub struct SkillProgress {
    pub skill: SkillIx,
    /// First answers to decisions that test it.
    pub n: usize,
    /// Decisions of the library that test it.
    pub of: usize,
    /// Credit, 0 … 1, oldest first.
    pub points: Vec<(Day, f64)>,
    /// Mean credit with its 95% interval.
    pub share: Option<Interval>,
    /// When it might be worth another look.
    pub due: Option<Day>,
    /// What the model takes the chance to be that it is still there, 0 … 1.
    pub recall: Option<f64>,
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
