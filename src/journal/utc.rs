//! A moment in UTC, as it is written in the journal.

use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z, kept within the years 0000–9999 so that texts sort as times do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utc(i64);

const DAY: i64 = 86_400_000;
const FIRST: i64 = -62_167_219_200_000;
const LAST: i64 = 253_402_300_799_999;

impl Utc {
    #[must_use]
    pub fn from_millis(millis: i64) -> Self {
        Utc(millis.clamp(FIRST, LAST))
    }

    #[must_use]
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Reads what [`Display`](fmt::Display) writes: `2026-11-22T03:31:07.250Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let part = |from: usize, to: usize| {
            let digits = text
                .get(from..to)
                .filter(|part| part.bytes().all(|it| it.is_ascii_digit()))?;
            digits.parse::<u32>().ok().map(i64::from)
        };
        let marks = [
            (4, b'-'),
            (7, b'-'),
            (10, b'T'),
            (13, b':'),
            (16, b':'),
            (19, b'.'),
            (23, b'Z'),
        ];
        let shaped = text.len() == 24 && marks.iter().all(|(at, mark)| text.as_bytes()[*at] == *mark);
        let (year, month, day) = (part(0, 4)?, part(5, 7)?, part(8, 10)?);
        let (hour, minute, second, milli) = (part(11, 13)?, part(14, 16)?, part(17, 19)?, part(20, 23)?);
        let clock = ((hour * 60 + minute) * 60 + second) * 1000 + milli;
        let date_of = days(year, month, day);
        // The 31st of February would come out as another day.
        let real = hour < 24 && minute < 60 && second < 60 && date(date_of) == (year, month, day);
        (shaped && real).then(|| Utc(date_of * DAY + clock))
    }
}

impl fmt::Display for Utc {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = date(self.0.div_euclid(DAY));
        let clock = self.0.rem_euclid(DAY);
        let (hour, minute) = (clock / 3_600_000, clock / 60_000 % 60);
        let (second, milli) = (clock / 1000 % 60, clock % 1000);
        write!(
            out,
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}Z"
        )
    }
}

/// Days from 1970-01-01 of a proleptic Gregorian date, and back. The year begins in March, so that the leap day is its last;
/// 719,468 days lie between 0000-03-01 and 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Python's `datetime` says so.
    #[test]
    fn known_moments() {
        for (millis, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (1_795_318_267_250, "2026-11-22T03:31:07.250Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (FIRST, "0000-01-01T00:00:00.000Z"),
            (LAST, "9999-12-31T23:59:59.999Z"),
        ] {
            assert_eq!(Utc::from_millis(millis).to_string(), text);
            assert_eq!(Utc::parse(text), Some(Utc::from_millis(millis)));
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "2026-+1-22T03:31:07.250Z",
            "2026-11-22T24:00:00.000Z",
            "",
            "2026-02-31T00:00:00.000Z",
            "2026-11-22 03:31:07.250Z",
            "2026-11-22T03:31:07Z",
            "é026-11-22T03:31:07.25Z",
        ] {
            assert_eq!(Utc::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn texts_sort_as_times_and_come_back(one in FIRST..=LAST, other in FIRST..=LAST) {
            let (one, other) = (Utc::from_millis(one), Utc::from_millis(other));
            prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
            prop_assert_eq!(Utc::parse(&one.to_string()), Some(one));
        }
    }
}
