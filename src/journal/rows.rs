//! What the journal answers, by names.

use super::{AttemptId, Utc};
use crate::model::{Closing, Met, Mode, Name};

/// An attempt that can be gone on with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenAttempt {
    pub attempt: AttemptId,
    pub scenario: Name,
    pub started: Utc,
    /// When anything last happened in it.
    pub last: Utc,
    /// Length of the current line so far, shared steps included.
    pub at_step: u32,
    /// Choices made in all its lines.
    pub steps: u32,
    /// An earlier line of it reached an ending: it is a look at another way.
    pub practice: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Its current line neither ended nor was left.
    Open,
    /// A line of it reached an ending.
    Ended,
    /// Stopped before any ending.
    Left,
}

/// One attempt of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    pub attempt: AttemptId,
    pub scenario: Name,
    pub version: u32,
    pub mode: Mode,
    pub role: Name,
    pub seed: u64,
    pub started: Utc,
    pub last: Utc,
    pub outcome: Outcome,
    /// Of the first line that reached one.
    pub ending: Option<Name>,
    /// Choices made in all its lines.
    pub steps: u32,
    pub lines: u32,
}

/// One scenario as one learner knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Played {
    pub scenario: Name,
    /// Attempts begun.
    pub times: u32,
    pub last: Utc,
    /// By the time each was first seen.
    pub endings: Vec<EndingSeen>,
    /// A line reached an ending, so whatever comes now is a replay.
    pub has_record: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingSeen {
    pub ending: Name,
    pub first: Utc,
}

/// What the learner wrote before the choices appeared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    pub line: u32,
    /// Steps of the line before it.
    pub step: u32,
    pub node: Name,
    pub text: String,
}

/// One answer to one decision, wherever it was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub scenario: Name,
    pub node: Name,
    pub chosen: Name,
    pub at: Utc,
    pub met: Met,
    /// 50, 70 or 90.
    pub confidence: Option<u8>,
    pub hinted: bool,
    pub attempt: AttemptId,
    /// What was drawn in that attempt, which decides what could be chosen. Told with the first answer to a decision only: nothing
    /// else needs it, and the others are many.
    pub draws: Vec<(Name, Name)>,
}

/// One drill or exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practised {
    pub attempt: AttemptId,
    /// [`Met::Drill`] or [`Met::Exam`].
    pub kind: Met,
    /// The skill drilled (empty: whatever was due), or the blueprint.
    pub about: Name,
    pub seed: u64,
    pub started: Utc,
    pub last: Utc,
    /// Answers that count for the learner; an exam's once it is closed.
    pub answers: u32,
    /// `None`: a drill, or an exam that can be gone on with.
    pub closed: Option<Closing>,
}

/// One line of a conversation that reached an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedLine {
    pub scenario: Name,
    pub attempt: AttemptId,
    pub line: u32,
    pub ending: Name,
    pub at: Utc,
}

/// The first line of a scenario to reach an ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub scenario: Name,
    pub attempt: AttemptId,
    pub line: u32,
    pub ending: Name,
    pub at: Utc,
    /// A line with at least one choice came before it, so it was not walked fresh.
    pub replay: bool,
}
