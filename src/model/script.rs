//! What is said and seen, line by line, like a play.

use super::{Guard, Name, PersonIx, TextId};
use crate::diag::Span;

pub type Script = Vec<Line>;

#[derive(Clone, Debug, Default)]
pub struct Line {
    pub when: Option<Guard>,
    pub who: Speaker,
    /// Index into the person's moods.
    pub mood: Option<usize>,
    /// Who carries the words (an interpreter).
    pub via: Option<PersonIx>,
    pub to: Option<PersonIx>,
    pub language: Option<String>,
    pub words: Wording,
    /// Set where something outside (an audio file) must follow the line.
    pub id: Option<Name>,
    pub span: Span,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Speaker {
    #[default]
    Narrator,
    Person(PersonIx),
    You,
    /// `[pause]`
    Pause,
}

#[derive(Clone, Debug, Default)]
pub enum Wording {
    /// A silent change of mood, or a pause.
    #[default]
    None,
    One(TextId),
    /// One of these, drawn by the seed.
    OneOf(Vec<TextId>),
}
