//! Numbers and small words of the pages, each in one way everywhere.

use crate::i18n::Words;
use crate::model::{Day, EndingCause, EndingKind, Level, Mode, Trace, Track};
use crate::practice::statistics::Interval;
use crate::scoring::Mark;

/// "64%"
pub(super) fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// "38–84%"
pub(super) fn range(interval: &Interval) -> String {
    format!("{:.0}–{:.0}%", interval.low * 100.0, interval.high * 100.0)
}

pub(super) fn whole(number: f64) -> String {
    format!("{number:.0}")
}

/// "22 November 2026"
pub(super) fn date(words: &Words, day: Day) -> String {
    let (year, month, of_month) = day.civil();
    let month = match month {
        1 => words.say("report-month-1"),
        2 => words.say("report-month-2"),
        3 => words.say("report-month-3"),
        4 => words.say("report-month-4"),
        5 => words.say("report-month-5"),
        6 => words.say("report-month-6"),
        7 => words.say("report-month-7"),
        8 => words.say("report-month-8"),
        9 => words.say("report-month-9"),
        10 => words.say("report-month-10"),
        11 => words.say("report-month-11"),
        _ => words.say("report-month-12"),
    };
    let year = year.to_string();
    let facts = [
        ("day", i64::from(of_month).into()),
        ("month", (&month).into()),
        ("year", (&year).into()),
    ];
    words.say_with("report-date", &facts)
}

pub(super) fn trace(words: &Words, trace: Trace) -> String {
    match trace {
        Trace::Trust => words.say("report-trust"),
        Trace::Understanding => words.say("report-understanding"),
        Trace::Distress => words.say("report-distress"),
    }
}

pub(super) fn track(words: &Words, track: Track) -> String {
    match track {
        Track::Adult => words.say("report-track-adult"),
        Track::Pediatric => words.say("report-track-pediatric"),
        Track::Cultural => words.say("report-track-cultural"),
        Track::Planning => words.say("report-track-planning"),
    }
}

pub(super) fn mode(words: &Words, mode: Mode) -> String {
    match mode {
        Mode::Coached => words.say("report-mode-coached"),
        Mode::Flow => words.say("report-mode-flow"),
        Mode::Exam => words.say("report-mode-exam"),
    }
}

pub(super) fn kind(words: &Words, kind: EndingKind) -> String {
    match kind {
        EndingKind::Reached => words.say("report-ending-reached"),
        EndingKind::Partial => words.say("report-ending-partial"),
        EndingKind::Lost => words.say("report-ending-lost"),
    }
}

pub(super) fn cause(words: &Words, cause: EndingCause) -> String {
    match cause {
        EndingCause::Choices => words.say("report-cause-choices"),
        EndingCause::Illness => words.say("report-cause-illness"),
        EndingCause::Chance => words.say("report-cause-chance"),
    }
}

pub(super) fn severity(words: &Words, level: Level) -> String {
    match level {
        Level::Minor => words.say("report-minor"),
        Level::Major => words.say("report-major"),
        Level::Critical => words.say("report-critical"),
    }
}

/// Sign and word, so that neither shape nor colour stands alone.
pub(super) fn mark(words: &Words, mark: Mark) -> (&'static str, String) {
    match mark {
        Mark::Full => ("●", words.say("report-mark-full")),
        Mark::Half => ("◐", words.say("report-mark-half")),
        Mark::Empty => ("○", words.say("report-mark-empty")),
    }
}
