//! A learner's way so far: skills and domains over many conversations, first attempts, what was played. From one scenario there are
//! no bars; a repeat never counts as a first answer.

mod domains;
mod plays;
mod skills;

pub use domains::{DomainProgress, MIN_DECISIONS};
pub use plays::{FirstScore, MIN_SCENARIOS, Play, Record, ScenarioProgress, first_scores};
pub use skills::{MIN_TREND, SkillProgress};

use super::calibration::{self, Calibration};
use super::statistics::{Band, band};
use super::{Due, History, Pool, Schedule, due};
use crate::model::{Day, Library, SkillIx};

#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Skills with at least one first answer, in the rubric's order.
    pub skills: Vec<SkillProgress>,
    /// Every domain of the rubric.
    pub domains: Vec<DomainProgress>,
    /// Every scenario ever begun, in the library's order; those gone from the library last.
    pub scenarios: Vec<ScenarioProgress>,
    /// First-attempt scores with a day, oldest first.
    pub first_scores: Vec<FirstScore>,
    /// mean ± t·SD/√n of these; `None` below [`MIN_SCENARIOS`].
    pub band: Option<Band>,
    pub calibration: Calibration,
    pub calibration_by_skill: Vec<(SkillIx, Calibration)>,
    pub due: Vec<Due>,
    /// First answers counted.
    pub decisions: usize,
    /// Answers the library no longer knows.
    pub gone: usize,
    pub clock_went_back: bool,
}

impl Progress {
    /// Scenarios of the library with at least one ending reached.
    #[must_use]
    pub fn done(&self) -> usize {
        self.scenarios.iter().filter(|talk| talk.here && talk.ended > 0).count()
    }

    /// Nothing was ever answered or begun.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.decisions == 0 && self.scenarios.is_empty()
    }

    /// Skills that are not due today, soonest first.
    #[must_use]
    pub fn coming(&self, today: Day) -> Vec<(SkillIx, Day)> {
        let later = self.skills.iter().filter_map(|skill| Some((skill.skill, skill.due?)));
        let mut later: Vec<(SkillIx, Day)> = later.filter(|(_, day)| *day > today).collect();
        later.sort_by_key(|(skill, day)| (*day, *skill));
        later
    }
}

/// `plays` oldest first.
#[must_use]
pub fn progress(library: &Library, pool: &Pool, history: &History, plays: &[Play], today: Day) -> Progress {
    let schedule = Schedule::of(pool, history);
    let first_scores = first_scores(plays);
    let scores: Vec<f64> = first_scores.iter().map(|first| first.score).collect();
    Progress {
        skills: skills::skills(pool, history, &schedule, today),
        domains: domains::domains(pool, history),
        scenarios: plays::scenarios(library, plays),
        band: band(&scores).filter(|band| band.n >= MIN_SCENARIOS),
        first_scores,
        calibration: calibration::overall(history),
        calibration_by_skill: calibration::by_skill(pool, history),
        due: due(pool, history, &schedule, today),
        decisions: history.first.len(),
        gone: history.gone,
        clock_went_back: history.clock_went_back,
    }
}
