//! What plain asks of the world around it: the next line typed, a place for events, the references beside a score.

use std::io;

use crate::model::ChoiceIx;
use crate::scoring::References;
use crate::session::{Output, Session};

/// What came in when something was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A line as typed, with the time since the question if someone measured it.
    Typed { line: String, took_ms: Option<u32> },
    /// A choice made by an answer prepared beforehand.
    Chosen(ChoiceIx),
    /// Nothing more will come.
    End,
}

/// The world around a sitting. A fault ends the sitting where it stands; whatever was kept stays kept.
pub trait Outside {
    type Fault: From<io::Error>;

    /// The next thing typed; everything written so far has been flushed.
    fn hear(&mut self, session: &Session) -> Result<Heard, Self::Fault>;

    /// Keeps events before anything else is asked.
    fn keep(&mut self, outputs: Vec<Output>) -> Result<(), Self::Fault>;

    /// What random, best and worst earn with the session's key and draws; `None` without a key.
    fn references(&mut self, session: &Session) -> Option<References>;
}
