//! What the exam screens ask of the world, and what it answers: two closed enums, each one variant of the program's own.

use crate::model::{ExamEvent, Form, Name};
use crate::practice::exam::{ExamResult, OwnWords, Sitting};
use crate::tui::msg::Token;

/// Something the world has to do for an exam. The answer comes at once or later.
#[derive(Clone, Debug)]
pub enum ExamAsk {
    /// Blueprints, what is open, what was handed in. Answer: [`ExamTold::Listed`].
    List,
    /// A form, not begun. Answer: [`ExamTold::Drawn`] or [`ExamTold::NotDrawn`].
    Draw {
        blueprint: Name,
        /// `None`: a new one is drawn.
        seed: Option<u64>,
        /// Time is to be kept; the candidate can still change it.
        timed: bool,
    },
    /// Sit down with a form. Answer: [`ExamTold::Seated`].
    Begin { form: Box<Form>, timed: bool },
    /// Take one up again, or look at the result of a closed one. Answer: [`ExamTold::Seated`].
    Open { token: Token },
    /// Keep these, in order and all or none; there is never more than one of these under way.
    /// Answer: [`ExamTold::Kept`] or [`ExamTold::NotKept`].
    Keep { token: Token, what: Vec<ExamKept> },
    /// Let go of it, so that another window may take it up. No answer.
    Rise,
    /// Score it with what chance and the best answers earn. Answer: [`ExamTold::Scored`], whenever it is ready.
    Score { token: Token, sitting: Box<Sitting> },
}

/// The world's answer.
#[derive(Clone, Debug)]
pub enum ExamTold {
    Listed(Box<ExamList>),
    Drawn(Box<ExamDrawn>),
    /// The form cannot be filled, and why.
    NotDrawn(String),
    Seated(Box<ExamSeated>),
    /// The last [`ExamAsk::Keep`] is safe.
    Kept,
    /// It is not, and why; it can be tried again.
    NotKept(String),
    Scored(Token, Box<ExamResult>),
}

/// One thing to be kept.
#[derive(Clone, Debug, PartialEq)]
pub enum ExamKept {
    Event(ExamEvent),
    /// In a table of their own.
    Words(OwnWords),
}

#[derive(Clone, Debug, Default)]
pub struct ExamList {
    pub blueprints: Vec<ExamBlueprint>,
    /// Newest first.
    pub open: Vec<ExamOpen>,
    /// With a result; newest first.
    pub closed: Vec<ExamClosed>,
}

/// What a blueprint says of itself.
#[derive(Clone, Debug, Default)]
pub struct ExamBlueprint {
    pub id: Name,
    pub title: String,
    pub about: String,
    /// As written: "drafted, small, not reviewed".
    pub status: String,
    pub minutes: Option<u16>,
    /// Whole conversations.
    pub talks: usize,
    pub singles: usize,
    /// No form has more decisions than this.
    pub most: usize,
}

/// An exam that can be taken up again.
#[derive(Clone, Debug)]
pub struct ExamOpen {
    pub token: Token,
    pub title: String,
    /// When it was last touched, in words.
    pub when: String,
    /// Items something was answered in.
    pub begun: usize,
    pub items: usize,
}

#[derive(Clone, Debug)]
pub struct ExamClosed {
    pub token: Token,
    pub title: String,
    /// When it was handed in, in words.
    pub when: String,
}

/// A form before anyone sits down.
#[derive(Clone, Debug)]
pub struct ExamDrawn {
    pub form: Form,
    /// Content tags it holds that the settings hide.
    pub hidden: Vec<String>,
    pub timed: bool,
}

/// A sitting handed over, its beginning already kept.
#[derive(Clone, Debug)]
pub struct ExamSeated {
    pub token: Token,
    pub sitting: Sitting,
    pub own: Vec<OwnWords>,
}
