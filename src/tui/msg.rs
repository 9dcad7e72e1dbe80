//! Everything that can happen to the program, and everything it can ask of the world: two closed enums.

use std::sync::Arc;

use ratatui::crossterm::event::{Event, KeyEvent, MouseEvent, MouseEventKind};

use super::exam::{ExamAsk, ExamTold};
use super::home_data::HomeData;
use super::progress_data::ProgressData;
use super::settings::Settings;
use crate::engine::Draws;
use crate::model::{Day, Key, Mode, Name, RoleIx, Rubric, Scenario};
use crate::practice::drill::{Drill, Keep};
use crate::scoring::References;
use crate::session::{Changed, Output, Session};

/// Names one attempt to whoever keeps it; not read here.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Token(pub String);

/// Something happened.
#[derive(Clone, Debug)]
pub enum Msg {
    Key(KeyEvent),
    Mouse(MouseEvent),
    /// Columns and rows.
    Resize(u16, u16),
    /// Text pasted at once.
    Paste(String),
    /// Milliseconds on some steady clock; sent before a key by whoever has one. Never painted.
    Clock(u64),
    /// The home screen's contents, new or again.
    Home(Box<HomeData>),
    /// A scenario asked for with [`Effect::Load`].
    Loaded(Arc<Scenario>),
    /// A sitting, begun or brought back.
    Opened(Box<Opened>),
    /// A drill asked for with [`Effect::BeginDrill`].
    Drill(Box<OpenedDrill>),
    /// There is nothing to drill: why, and what to do, in a sentence or two.
    NothingToDrill(String),
    /// The last [`Effect::Record`] or [`Effect::RecordDrill`] is safe.
    Saved,
    /// The last of them is not safe, and why; it can be tried again.
    NotSaved(String),
    /// What stands beside the score of an attempt.
    References(Token, Arc<References>),
    /// The learner's progress, or why it could not be read and what to do.
    Progress(Result<Box<ProgressData>, String>),
    /// The report was written there.
    Reported(String),
    /// Of an exam.
    Exam(ExamTold),
    /// Something asked for could not be done: what happened and what to do, in one sentence or two.
    Failed(String),
    /// Leave now: a signal, or the terminal went away.
    Stop,
}

/// A sitting handed over, its beginning already recorded.
#[derive(Clone, Debug)]
pub struct Opened {
    pub token: Token,
    pub session: Session,
    /// What is different since it was recorded.
    pub changed: Vec<Changed>,
    /// Another window has it open too.
    pub elsewhere: bool,
}

/// A drill handed over; nothing of it is recorded yet.
#[derive(Clone, Debug)]
pub struct OpenedDrill {
    pub token: Token,
    pub drill: Drill,
    /// The skill by name; `None` for whatever is due.
    pub skill: Option<String>,
    pub today: Day,
}

/// Something the world has to do. The answer comes as a [`Msg`], at once or later.
#[derive(Clone, Debug)]
pub enum Effect {
    /// Answer: [`Msg::Home`].
    LoadHome,
    /// For the briefing. Answer: [`Msg::Loaded`] or [`Msg::Failed`].
    Load { scenario: Name },
    /// Walk in. Answer: [`Msg::Opened`] or [`Msg::Failed`].
    Begin {
        scenario: Name,
        mode: Mode,
        role: Name,
        /// `None`: a new one is drawn.
        seed: Option<u64>,
    },
    /// Take an open attempt up again. Answer: [`Msg::Opened`] or [`Msg::Failed`].
    Resume { token: Token },
    /// Keep these, in order and all or none; there is never more than one of these under way.
    /// Answer: [`Msg::Saved`] or [`Msg::NotSaved`].
    Record { token: Token, outputs: Vec<Output> },
    /// A few single decisions. Answer: [`Msg::Drill`] or [`Msg::NothingToDrill`].
    BeginDrill {
        /// By id; `None`: what is due.
        skill: Option<Name>,
        /// About how long.
        minutes: u16,
        /// `None`: a new one is drawn.
        seed: Option<u64>,
    },
    /// Keep these, in order and all or none; never while another record is under way. The first of them begins the drill.
    /// Answer: [`Msg::Saved`] or [`Msg::NotSaved`].
    RecordDrill { token: Token, keep: Vec<Keep> },
    /// What choosing at random earns, and the best line. Answer: [`Msg::References`], whenever it is ready.
    References { token: Token, about: Box<About> },
    /// Keep them. An answer comes only when that fails: [`Msg::Failed`].
    SaveSettings(Settings),
    /// Write the report of one line. Answer: [`Msg::Reported`] or [`Msg::Failed`].
    Report { token: Token, line: usize },
    /// What the progress screen shows. Answer: [`Msg::Progress`], whenever it is ready.
    LoadProgress,
    /// For an exam.
    Exam(ExamAsk),
    /// The program is over.
    Quit,
}

/// Everything exact analysis needs for the references of one draw.
#[derive(Clone, Debug)]
pub struct About {
    pub scenario: Arc<Scenario>,
    pub rubric: Arc<Rubric>,
    pub key: Arc<Key>,
    pub draws: Draws,
    pub role: RoleIx,
}

impl Msg {
    /// What a terminal's event means here; some mean nothing.
    #[must_use]
    pub fn from_terminal(event: Event) -> Option<Msg> {
        match event {
            Event::Key(key) => Some(Msg::Key(key)),
            // Moving about means nothing here, and would repaint at every step.
            Event::Mouse(mouse) => match mouse.kind {
                MouseEventKind::Moved | MouseEventKind::Drag(_) | MouseEventKind::Up(_) => None,
                _ => Some(Msg::Mouse(mouse)),
            },
            Event::Resize(columns, rows) => Some(Msg::Resize(columns, rows)),
            Event::Paste(text) => Some(Msg::Paste(text)),
            Event::FocusGained | Event::FocusLost => None,
        }
    }
}
