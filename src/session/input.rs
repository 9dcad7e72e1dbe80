//! What can be done in a sitting, and what comes of it.

use crate::engine::Refused;
use crate::model::{ChoiceIx, Event, Name};

/// An answer to the current decision, with what came along.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answered {
    pub choice: ChoiceIx,
    /// 50, 70 or 90, given before the reaction.
    pub confidence: Option<u8>,
    pub took_ms: Option<u32>,
    /// Who drove, in a room.
    pub by: Option<String>,
    pub votes: Vec<(ChoiceIx, u32)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    Choose(Answered),
    /// Look at the hint of the current decision.
    Hint,
    /// Look at the teaching of a decision already taken (step from 0).
    Why {
        step: usize,
    },
    /// Go back to before step `to` of any line, both from 0, and start a new line from there.
    Rewind {
        line: usize,
        to: usize,
    },
    /// What the learner would say, before the choices are shown; empty text takes it back.
    OwnWords {
        text: String,
    },
    /// Stop before the end.
    Leave,
    /// "Before anything else: how was that?"
    Answer {
        text: String,
    },
}

/// What the world outside has to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    /// Append to the attempt.
    Record(Event),
    /// Keep in the table of own words, apart from everything else.
    KeepWords {
        line: u32,
        step: u32,
        node: Name,
        text: String,
    },
}

/// Why nothing happened; the sitting is unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    Refused(Refused),
    /// The mode does not allow it now (exam: no hint, why or rewind before the result).
    Mode,
    /// The scenario has none, or the step was not taken.
    Nothing,
    /// The sitting is over.
    Over,
}
