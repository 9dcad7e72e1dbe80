//! Practice that sticks: single decisions, drills, what is due, the exam, progress and calibration. Pure: today is an argument,
//! chance is a seed, and a learner's past arrives as a list of answers.

mod calibration;
mod chance;
mod compare;
mod drill;
mod exam;
#[cfg(test)]
mod fixture;
mod history;
mod observation;
mod pool;
mod progress;
mod schedule;
mod single;
mod statistics;
mod suggestion;
mod witness;

#[cfg(test)]
mod tests;

pub use calibration::{Bin, Calibration, MIN_PER_BIN, by_skill, overall};
pub use compare::{Comparison, Row, Side, TracePair, compare};
pub use drill::{Ask, CannotDrill, Done, Drill, plan};
pub use exam::{
    CannotFill, Claim, Control, CriticalError, Denied, ExamResult, ItemView, Missed, Profile, ProfileOf, Reference,
    ScenarioScore, Sitting, Verdict, Which, enough, fill, result,
};
pub use history::{History, Judged};
pub use observation::{Observation, observe, open_choices};
pub use pool::{Decision, Pool};
pub use progress::{
    DomainProgress, MIN_SCENARIOS, Play, Progress, Record, ScenarioProgress, SkillProgress, first_scores, progress,
};
pub use schedule::{LONGEST_INTERVAL, MASTERY, Rating, Review, Schedule, SkillSchedule};
pub use single::{Context, Reaction, Single};
pub use statistics::{Band, Interval, band, bias, brier, lengthened, times_longer, wilson};
pub use suggestion::{Due, Suggestion, Why, due, suggest};
pub use witness::{Witness, Witnesses};
