//! When each skill might be worth another look. Skills are scheduled, not decisions: a decision met again is remembered, a skill
//! met with another person is practised. FSRS-6 is fitted to flash cards; for conversation skills there is no such evidence, so
//! what comes out is a suggestion and is worded as one.

use std::collections::HashMap;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};

use super::{History, Pool};
use crate::model::{Day, SkillIx};

/// Mean credit from which a skill counts as reached on a day: a rating of 1, "I would be content to hear it".
pub const MASTERY: f64 = 0.75;

/// Longest interval in days, whatever the formula says.
pub const LONGEST_INTERVAL: u32 = 90;

/// From here on a day counts as easy.
const EASY: f64 = 0.92;

/// How far below mastery a day may be and still count as hard rather than lost.
const NEAR: f64 = 0.15;

/// Chance of still having it at which a skill comes due.
const RETENTION: f32 = 0.9;

/// From the credit earned, never from how the learner felt about it (reference crates.md §B).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rating {
    Again = 1,
    Hard = 2,
    Good = 3,
    Easy = 4,
}

/// One day on which a skill was practised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Review {
    pub day: Day,
    /// Days since the review before it; 0 for the first, and 0 where the clock was set back.
    pub elapsed: u32,
    /// Weighted mean credit of that day's decisions, 0 … 1.
    pub credit: f64,
    pub decisions: usize,
    pub rating: Rating,
    /// Days until it might be worth another look, 1 … [`LONGEST_INTERVAL`].
    pub interval: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SkillSchedule {
    pub skill: SkillIx,
    /// Oldest first; never empty.
    pub reviews: Vec<Review>,
    /// FSRS-6 stability (days) and difficulty (1–10).
    pub stability: f32,
    pub difficulty: f32,
}

/// Skills practised at least once, in the rubric's order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Schedule {
    pub skills: Vec<SkillSchedule>,
}

impl Rating {
    #[must_use]
    pub fn of(credit: f64) -> Rating {
        // Credits are means of quarters: a hair below a bound by rounding is the bound.
        let credit = credit + 1e-9;
        match credit {
            credit if credit >= EASY => Rating::Easy,
            credit if credit >= MASTERY => Rating::Good,
            credit if credit >= MASTERY - NEAR => Rating::Hard,
            _ => Rating::Again,
        }
    }
}

impl Schedule {
    #[must_use]
    pub fn of(pool: &Pool, history: &History) -> Schedule {
        let mut days: HashMap<SkillIx, Vec<Gathered>> = HashMap::new();
        for answer in &history.practised {
            let decision = &pool.decisions[answer.decision];
            for skill in &decision.skills {
                let list = days.entry(*skill).or_default();
                match list.last_mut().filter(|last| last.day == answer.day) {
                    Some(last) => last.add(decision.weight, answer.credit),
                    None => {
                        let mut fresh = Gathered::on(answer.day);
                        fresh.add(decision.weight, answer.credit);
                        list.push(fresh);
                    }
                }
            }
        }
        let model = FSRS::default();
        let skills = (0..pool.rubric.skills.len()).map(SkillIx::new);
        let skills = skills.filter_map(|skill| {
            let reviews = days.get(&skill)?.iter().map(|day| (day.day, day.mean(), day.decisions));
            replay(&model, skill, reviews)
        });
        Schedule {
            skills: skills.collect(),
        }
    }

    #[must_use]
    pub fn skill(&self, skill: SkillIx) -> Option<&SkillSchedule> {
        self.skills.iter().find(|known| known.skill == skill)
    }
}

/// Runs (day, credit, decisions) through the model. `None` without reviews, or should the model refuse its own state.
fn replay(model: &FSRS, skill: SkillIx, reviews: impl Iterator<Item = (Day, f64, usize)>) -> Option<SkillSchedule> {
    let mut memory: Option<MemoryState> = None;
    let mut done: Vec<Review> = Vec::new();
    for (day, credit, decisions) in reviews {
        let elapsed = done.last().map_or(0, |last| elapsed(last.day, day));
        let rating = Rating::of(credit);
        let next = model.next_states(memory, RETENTION, elapsed).ok()?;
        let state = match rating {
            Rating::Again => next.again,
            Rating::Hard => next.hard,
            Rating::Good => next.good,
            Rating::Easy => next.easy,
        };
        memory = Some(state.memory);
        done.push(Review {
            day,
            elapsed,
            credit,
            decisions,
            rating,
            interval: whole_days(state.interval),
        });
    }
    let memory = memory?;
    Some(SkillSchedule {
        skill,
        reviews: done,
        stability: memory.stability,
        difficulty: memory.difficulty,
    })
}

/// Days from one day to another; 0 where the clock was set back.
pub(super) fn elapsed(from: Day, to: Day) -> u32 {
    u32::try_from(to.since(from).max(0)).unwrap_or(u32::MAX)
}

fn whole_days(interval: f32) -> u32 {
    // The cast saturates; a NaN becomes 0 and then 1.
    (interval.round() as u32).clamp(1, LONGEST_INTERVAL)
}

impl SkillSchedule {
    /// When it might be worth another look.
    #[must_use]
    pub fn due(&self) -> Day {
        self.reviews
            .last()
            .map_or(Day::default(), |last| last.day.plus(last.interval))
    }

    #[must_use]
    pub fn last(&self) -> Option<&Review> {
        self.reviews.last()
    }

    /// What the model takes the chance to be that it is still there today, 0 … 1. A suggestion, not a measurement.
    #[must_use]
    pub fn recall(&self, today: Day) -> f64 {
        let days = self.reviews.last().map_or(0, |last| elapsed(last.day, today));
        let memory = MemoryState {
            stability: self.stability,
            difficulty: self.difficulty,
        };
        f64::from(current_retrievability(memory, days as f32, FSRS6_DEFAULT_DECAY))
    }
}

/// The decisions of one skill on one day.
struct Gathered {
    day: Day,
    weight: f64,
    earned: f64,
    plain: f64,
    decisions: usize,
}

impl Gathered {
    fn on(day: Day) -> Self {
        Gathered {
            day,
            weight: 0.0,
            earned: 0.0,
            plain: 0.0,
            decisions: 0,
        }
    }

    fn add(&mut self, weight: f64, credit: f64) {
        self.weight += weight;
        self.earned += weight * credit;
        self.plain += credit;
        self.decisions += 1;
    }

    /// Unweighted where disagreement took all weight away.
    fn mean(&self) -> f64 {
        if self.weight > 0.0 {
            self.earned / self.weight
        } else {
            self.plain / self.decisions.max(1) as f64
        }
    }
}

#[cfg(test)]
mod tests {
    use fsrs::{FSRSItem, FSRSReview};

    use super::*;

    fn skill(events: &[(i32, f64)]) -> SkillSchedule {
        let reviews = events.iter().map(|(day, credit)| (Day(*day), *credit, 1));
        replay(&FSRS::default(), SkillIx(0), reviews).unwrap()
    }

    #[test]
    fn ratings_come_from_credit() {
        let rated: Vec<Rating> = [0.0, 0.59, 0.6, 0.74, 0.75, 0.91, 0.92, 1.0].map(Rating::of).to_vec();
        use Rating::{Again, Easy, Good, Hard};
        assert_eq!(rated, [Again, Again, Hard, Hard, Good, Good, Easy, Easy]);
    }

    /// Stepping must give the very state that the model's own replay of the log gives, so that only (rating, days) need be kept.
    #[test]
    fn stepping_equals_the_models_own_replay() {
        let found = skill(&[(0, 0.5), (1, 0.75), (4, 1.0), (20, 0.65)]);
        let log = [(1, 0), (3, 1), (4, 3), (2, 16)].map(|(rating, delta_t)| FSRSReview { rating, delta_t });
        let known = FSRS::default()
            .memory_state(FSRSItem { reviews: log.to_vec() }, None)
            .unwrap();
        assert_eq!((found.stability, found.difficulty), (known.stability, known.difficulty));
    }

    #[test]
    fn the_first_good_day_comes_back_within_a_week_and_a_lost_one_tomorrow() {
        assert_eq!(skill(&[(0, 0.2)]).due(), Day(1));
        assert_eq!(skill(&[(0, 0.8)]).due(), Day(2));
        assert_eq!(skill(&[(0, 1.0)]).due(), Day(8));
    }

    #[test]
    fn no_interval_is_longer_than_ninety_days() {
        let easy: Vec<(i32, f64)> = (0..12).map(|nth| (nth * 80, 1.0)).collect();
        let found = skill(&easy);
        assert_eq!(found.reviews.last().unwrap().interval, LONGEST_INTERVAL);
        assert!(found.stability > 200.0, "the cap is what held it: {}", found.stability);
    }

    #[test]
    fn a_clock_set_back_counts_as_no_days() {
        let found = skill(&[(100, 0.8), (40, 0.8)]);
        assert_eq!(found.reviews[1].elapsed, 0);
        assert!(found.recall(Day(0)) > 0.999);
    }

    /// By definition of stability the model expects 0.9 after that many days.
    #[test]
    fn recall_falls_to_nine_tenths_at_the_stability() {
        let found = skill(&[(0, 1.0)]);
        let at = found.stability.round() as i32;
        assert!((found.recall(Day(at)) - 0.9).abs() < 0.01);
    }
}
