//! A calendar day, as authors write it: 2026-11-22.

/// Compares in order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    pub year: i32,
    /// 1–12
    pub month: u8,
    /// 1–31
    pub day: u8,
}

impl Day {
    /// `None` unless it is a day that exists, written `YYYY-MM-DD`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Day> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return None;
        }
        let day = Day {
            year: year.parse().ok()?,
            month: month.parse().ok()?,
            day: day.parse().ok()?,
        };
        ((1..=12).contains(&day.month) && (1..=day.month_length()).contains(&day.day)).then_some(day)
    }

    /// The same day of the month one year on; 29 February becomes 1 March.
    #[must_use]
    pub fn a_year_on(self) -> Day {
        let next = Day {
            year: self.year + 1,
            ..self
        };
        if next.day > next.month_length() {
            return Day {
                month: 3,
                day: 1,
                ..next
            };
        }
        next
    }

    fn month_length(self) -> u8 {
        let leap = (self.year % 4 == 0 && self.year % 100 != 0) || self.year % 400 == 0;
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist() {
        assert!(Day::parse("2028-02-29").is_some());
        for text in ["2026-02-29", "2026-13-01", "2026-1-01", "yesterday", "2026-01-01-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_on_from_a_leap_day_is_the_first_of_march() {
        assert_eq!(Day::parse("2028-02-29").map(Day::a_year_on), Day::parse("2029-03-01"));
        assert!(Day::parse("2026-11-22") < Day::parse("2026-12-01"));
    }
}
