//! One decision answered, wherever it was met, by names and day: what skills, calibration and the schedule are computed from.

use std::fmt;

use super::Name;

/// Days since 1970-01-01 in the learner's own calendar. Whoever knows the clock hands it in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i32);

/// Where the learner met a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Met {
    Conversation,
    Drill,
    Exam,
}

/// One choice at one decision. A journal hands these out in the order they were given.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    pub scenario: Name,
    pub node: Name,
    pub choice: Name,
    pub day: Day,
    pub met: Met,
    /// 50, 70 or 90, given before the reaction.
    pub confidence: Option<u8>,
    pub hinted: bool,
    /// What the seed had drawn in that sitting; empty where the scenario draws nothing or it is not known.
    pub draws: Vec<(Name, Name)>,
}

impl Day {
    /// Days from `earlier` to this day; negative when the clock was set back in between.
    #[must_use]
    pub fn since(self, earlier: Day) -> i64 {
        i64::from(self.0) - i64::from(earlier.0)
    }

    #[must_use]
    pub fn plus(self, days: u32) -> Day {
        Day(self.0.saturating_add(i32::try_from(days).unwrap_or(i32::MAX)))
    }

    /// Year, month and day of the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms").
    #[must_use]
    pub fn civil(self) -> (i64, u32, u32) {
        let shifted = i64::from(self.0) + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        (year, u32::try_from(month).unwrap_or(1), u32::try_from(day).unwrap_or(1))
    }

    /// From year, month and day; months and days outside their range run over into the neighbours.
    #[must_use]
    pub fn from_civil(year: i64, month: u32, day: u32) -> Day {
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let from_march = (i64::from(month) + 9) % 12;
        let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
        let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
        Day(i32::try_from(era * 146_097 + of_era - 719_468).unwrap_or(0))
    }
}

/// `2026-11-22`
impl fmt::Display for Day {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(out, "{year:04}-{month:02}-{day:02}")
    }
}

impl Met {
    pub const ALL: [Met; 3] = [Met::Conversation, Met::Drill, Met::Exam];

    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Met::Conversation => "conversation",
            Met::Drill => "drill",
            Met::Exam => "exam",
        }
    }

    #[must_use]
    pub fn parse(id: &str) -> Option<Met> {
        Met::ALL.into_iter().find(|met| met.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unix day 0, a leap day of a century divisible by 400, and the day before the epoch.
    #[test]
    fn days_are_dates_and_back() {
        for (day, text) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (-1, "1969-12-31"),
            (20_779, "2026-11-22"),
        ] {
            assert_eq!(Day(day).to_string(), text);
            let (year, month, of_month) = Day(day).civil();
            assert_eq!(Day::from_civil(year, month, of_month), Day(day));
        }
    }

    #[test]
    fn a_clock_set_back_gives_a_negative_distance() {
        assert_eq!(Day(10).since(Day(13)), -3);
    }
}
