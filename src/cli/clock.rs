//! The clock: moments for the journal, days and local times for people.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::journal::Utc;

pub(super) fn now() -> Utc {
    Utc::from_millis(Timestamp::now().as_millisecond())
}

/// `2026-11-22 14:05` where the learner is.
pub(super) fn local(at: Utc) -> String {
    let moment = Timestamp::from_millisecond(at.millis()).unwrap_or_default();
    moment
        .to_zoned(TimeZone::system())
        .strftime("%Y-%m-%d %H:%M")
        .to_string()
}
