//! An exam line by line: items in any order, flags, an overview, pauses, and the result when it is handed in.

mod back;
mod command;
mod item;
mod overview;
mod result;
mod seat;

pub use back::look_back;
pub use result::write_exam;
pub use seat::hold_exam;

use std::io;

use super::Heard;
use crate::i18n::Words;
use crate::model::{ExamEvent, Name};
use crate::practice::Single;
use crate::practice::exam::OwnWords;
use crate::session::Session;

/// How an exam is to be told.
#[derive(Clone, Copy, Debug)]
pub struct ExamSetting<'a> {
    pub words: &'a Words,
    pub columns: usize,
    /// Nobody sits there: handing in asks nothing back, and input that leads nowhere pauses.
    pub script: bool,
    /// It goes on from where it stood: what it is about is not told again.
    pub resumed: bool,
    pub say_first: bool,
    pub ask_sure: bool,
}

/// What is being asked.
#[derive(Clone, Copy, Debug)]
pub enum Asked<'a> {
    Single(&'a Single),
    Talk(&'a Session),
    /// The overview, or a question on the way: a choice is no answer here.
    Else,
}

/// The world around an exam.
pub trait ExamOutside {
    type Fault: From<io::Error>;

    /// The next thing typed; everything written so far has been flushed.
    fn hear(&mut self, asked: Asked<'_>) -> Result<Heard, Self::Fault>;

    /// Milliseconds since any fixed moment.
    fn now_ms(&mut self) -> u64;

    /// Keeps events before anything else is asked.
    fn keep(&mut self, events: Vec<ExamEvent>) -> Result<(), Self::Fault>;

    /// Keeps what the learner would have said, by item (from 0) and step of its conversation.
    fn keep_words(&mut self, item: usize, step: usize, node: &Name, text: &str) -> Result<(), Self::Fault>;

    /// Everything kept so by this exam.
    fn own_words(&mut self) -> Result<Vec<OwnWords>, Self::Fault>;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExamFinish {
    /// Handed in, out of time, or given up.
    Closed,
    /// It can be gone on with.
    Paused,
}
