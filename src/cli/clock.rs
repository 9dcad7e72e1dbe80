//! The clock: moments for the journal, days and local times for people.

use jiff::Timestamp;
use jiff::tz::TimeZone;

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
    let moment = Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    let date = moment.to_zoned(TimeZone::system()).date();
    model::Day::from_civil(
        i64::from(date.year()),
        u32::from(date.month().unsigned_abs()),
        u32::from(date.day().unsigned_abs()),
    )
}

/// `2026-11-22` where the learner is.
pub(super) fn local_day(at: Utc) -> String {
    local(at).chars().take(10).collect()
}

/// `2026-11-22 14:05` where the learner is.
pub(super) fn local(at: Utc) -> String {
    let moment = Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    moment
        .to_zoned(TimeZone::system())
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}
