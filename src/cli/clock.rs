//! The clock: moments for the journal, days and local times for people.

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::i18n::Words;
use crate::journal::Utc;
use crate::lint::Day;
use crate::model;

pub(super) fn now() -> Utc {
    Utc::from_millis(Timestamp::now().as_millisecond())
}

/// The day where the learner is.
pub(super) fn today() -> Day {
    let date = Timestamp::now().to_zoned(TimeZone::system()).date();
    Day {
        year: i32::from(date.year()),
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    }
}

/// The same as a number of days.
pub(super) fn this_day() -> model::Day {
    day(now())
}

/// The day of a moment where the learner is.
pub(super) fn day(at: Utc) -> model::Day {
    days()(at)
}

/// The same for many moments: where the learner is, is looked up once.
pub(super) fn days() -> impl Fn(Utc) -> model::Day {
    let zone = TimeZone::system();
    move |at| {
        let moment = Timestamp::from_millisecond(at.millis()).unwrap_or_default();
        let date = zone.to_datetime(moment).date();
        model::Day::from_civil(
            i64::from(date.year()),
            u32::from(date.month().unsigned_abs()),
            u32::from(date.day().unsigned_abs()),
        )
    }
}

/// `2026-11-22 14:05` where the learner is.
pub(super) fn local(at: Utc) -> String {
    zoned(at, TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string()
}

/// A day as people say it: today, yesterday, 3 Nov, 3 Nov 2025.
pub(super) fn day_said(words: &Words, at: Utc, now: Utc) -> String {
    said(words, &zoned(at, TimeZone::system()), &zoned(now, TimeZone::system()))
}

/// The same with the time of day.
pub(super) fn moment_said(words: &Words, at: Utc, now: Utc) -> String {
    let zoned = zoned(at, TimeZone::system());
    format!("{}, {}", day_said(words, at, now), zoned.strftime("%H:%M"))
}

fn zoned(at: Utc, zone: TimeZone) -> Zoned {
    Timestamp::from_millisecond(at.millis())
        .unwrap_or_default()
        .to_zoned(zone)
}

/// A day that has not come yet, after a clock was set back, is said by its date.
fn said(words: &Words, at: &Zoned, now: &Zoned) -> String {
    let (date, today) = (at.date(), now.date());
    if date == today {
        return words.say("day-today");
    }
    if today.yesterday().is_ok_and(|yesterday| date == yesterday) {
        return words.say("day-yesterday");
    }
    let month = words.say_with("month-name", &[("month", i64::from(date.month()).into())]);
    let year = date.year().to_string();
    let facts = [
        ("day", i64::from(date.day()).into()),
        ("month", (&month).into()),
        ("year", (&year).into()),
    ];
    let id = if date.year() == today.year() {
        "day-of-this-year"
    } else {
        "day-of-a-year"
    };
    words.say_with(id, &facts)
}

#[cfg(test)]
mod tests {
    use super::{Words, said};

    #[test]
    fn a_day_is_said_as_people_say_it() {
        let words = Words::english();
        let now = "2026-03-01T08:00[UTC]".parse().unwrap();
        let told = |at: &str| said(&words, &at.parse().unwrap(), &now);
        assert_eq!(told("2026-03-01T00:00[UTC]"), "today");
        assert_eq!(told("2026-02-28T23:59[UTC]"), "yesterday");
        assert_eq!(told("2026-02-27T23:59[UTC]"), "27 Feb");
        assert_eq!(told("2025-11-03T08:00[UTC]"), "3 Nov 2025");
        assert_eq!(told("2026-03-02T08:00[UTC]"), "2 Mar", "the clock was set back");
    }
}
