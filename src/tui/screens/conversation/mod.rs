//! The conversation: the play so far, then the ways on, on one page that is read downwards.
//!
//! ```text
//! title                                flow · decision 3
//! Denise, wry · Roz, brisk             (beside the text on wide screens)
//!
//! DENISE (wry)  ...                    the play
//! ── Your turn ──
//! › 1  To Denise: ...                  the ways on
//! ```

mod answer;
mod look;
mod page;
pub(crate) mod people;
mod view;
mod walk;

pub(crate) use answer::{act, arrived, clicked, pasted, say, typed};
pub(crate) use look::{rewind_here, rewind_to};
pub(crate) use page::{Laid, play};
pub(crate) use view::view;
pub(crate) use walk::wheel;

use std::collections::BTreeSet;

use crate::model::Mode;
use crate::session::{Changed, Current};
use crate::tui::app::App;
use crate::tui::asking::Asking;
use crate::tui::glyphs::Glyphs;
use crate::tui::keymap::Context;
use crate::tui::memo::Memo;
use crate::tui::scroll::Scroll;
use crate::tui::sitting::Sitting;
use crate::tui::text::Page;

#[derive(Clone, Debug, Default)]
pub(crate) struct Conversation {
    pub(crate) scroll: Scroll,
    /// The choice in focus, by place in the order shown.
    pub(crate) focus: Option<usize>,
    /// Steps whose teaching stands open.
    pub(crate) open: BTreeSet<usize>,
    pub(crate) asking: Asking,
    /// What is different since the sitting was recorded.
    pub(crate) changed: Vec<Changed>,
    pub(crate) elsewhere: bool,
    /// The play up to now, as it was set last.
    pub(crate) set: Memo<Played, Page>,
}

/// Everything the set play depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Played {
    pub(crate) width: u16,
    pub(crate) compact: bool,
    pub(crate) glyphs: Glyphs,
    pub(crate) line: usize,
    pub(crate) turns: usize,
    pub(crate) open: BTreeSet<usize>,
}

impl Conversation {
    pub(crate) fn context(&self, app: &App) -> Context {
        let over = app.sitting.as_ref().is_some_and(|sitting| sitting.session.over());
        match self.asking {
            Asking::Nothing if over => Context::Ended,
            Asking::Nothing => Context::Conversation,
            Asking::OwnWords(_) => Context::OwnWords,
            Asking::Confidence { .. } => Context::Confidence,
        }
    }

    /// A new decision: nothing in focus, and own words first if the learner wants that.
    pub(crate) fn arrive(&mut self, sitting: &Sitting, say_first: bool) {
        self.focus = None;
        self.asking = Asking::Nothing;
        let deciding = matches!(sitting.session.current(), Current::Deciding { .. });
        if say_first && deciding && sitting.session.own_words().is_none() {
            self.asking = Asking::own_words();
        }
    }

    /// Whether a step's teaching is shown: asked for, or the mode coaches.
    pub(crate) fn teaches(&self, sitting: &Sitting, step: usize) -> bool {
        let session = &sitting.session;
        session.may_teach() && (session.mode() == Mode::Coached || self.open.contains(&step))
    }
}

/// The state of this screen, if it is on top.
pub(crate) fn state(app: &App) -> Option<&Conversation> {
    match app.top() {
        crate::tui::screens::Screen::Conversation(state) => Some(state),
        _ => None,
    }
}

pub(crate) fn state_mut(app: &mut App) -> Option<&mut Conversation> {
    match app.top_mut() {
        crate::tui::screens::Screen::Conversation(state) => Some(state),
        _ => None,
    }
}
