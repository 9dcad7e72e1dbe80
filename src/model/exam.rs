//! One exam form and what a candidate did with it, by names, so that it can be kept, replayed and scored again with another key.

use super::{Event, Name, PassMark};

/// The same for every candidate with the same blueprint, seed and library.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    pub blueprint: Name,
    pub title: String,
    pub about: String,
    pub status: String,
    pub seed: u64,
    pub minutes: Option<u16>,
    pub pass_mark: Option<PassMark>,
    pub items: Vec<FormItem>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// A whole conversation.
    Scenario,
    /// One decision, A–D.
    Single,
}

#[derive(Clone, Debug, PartialEq)]
pub struct FormItem {
    pub kind: ItemKind,
    pub scenario: Name,
    pub scenario_version: u32,
    pub flow_hash: String,
    /// Draws wordings and the order of choices.
    pub seed: u64,
    pub role: Name,
    /// Hidden variable and value.
    pub draws: Vec<(Name, Name)>,
    /// Choices (`node/choice`) that lead to the single decision; empty for a conversation.
    pub path: Vec<Name>,
    /// The single decision; `None` for a conversation.
    pub node: Option<Name>,
    /// Choice ids in the order of their letters; empty for a conversation.
    pub offered: Vec<Name>,
    /// Which cell of the blueprint it fills, counted through that kind's cells.
    pub cell: u32,
}

/// What happened in an exam, one thing at a time: what a journal keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct ExamEvent {
    /// Time used so far, pauses left out.
    pub used_ms: u64,
    pub what: ExamStep,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ExamStep {
    /// First and once.
    Began {
        form: Box<Form>,
        timed: bool,
    },
    /// The answer to a single decision; a later one replaces it.
    Answered {
        item: u32,
        choice: Name,
        confidence: Option<u8>,
    },
    /// Something happened in a conversation of the form.
    Played {
        item: u32,
        event: Box<Event>,
    },
    /// Marked to come back to, or no longer.
    Flagged {
        item: u32,
        on: bool,
    },
    Paused,
    Resumed,
    Closed(Closing),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Closing {
    HandedIn,
    TimeUp,
    /// Stopped before handing in: no result.
    Left,
}
