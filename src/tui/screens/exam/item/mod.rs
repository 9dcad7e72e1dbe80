//! One item: a single decision with letters, or a conversation with numbers. Nothing is taught before the result.
//!
//! ```text
//! Item 3 of 13 · flagged               31 minutes left
//!
//! Oncology ward. You are the nurse.    what one must know
//! DENISE (wry)  ...                    what is said
//! ── Your answer ──
//! › A  To Denise: ...                  the ways on
//! ```

mod answer;
mod page;
mod view;

pub(super) use answer::{act, clicked, go};
pub(super) use page::{Laid, context};
pub(super) use view::view;

use ratatui::crossterm::event::KeyEvent;

use super::Exam;
use crate::tui::app::App;
use crate::tui::asking::Asking;
use crate::tui::keymap::Context;
use crate::tui::memo::Memo;
use crate::tui::screens::Screen;
use crate::tui::screens::conversation::Played;
use crate::tui::scroll::Scroll;
use crate::tui::text::Page;

#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    /// Of the form, from 0.
    pub(super) item: usize,
    pub(super) scroll: Scroll,
    /// The way on in focus, by place in the order shown.
    pub(super) focus: Option<usize>,
    pub(super) asking: Asking,
    /// The conversation up to now, as it was set last.
    pub(super) set: Memo<Played, Page>,
}

impl Item {
    pub(super) fn context(&self) -> Context {
        match self.asking {
            Asking::Nothing => Context::ExamItem,
            Asking::OwnWords(_) => Context::OwnWords,
            Asking::Confidence { .. } => Context::Confidence,
        }
    }

    pub(super) fn typed(&mut self, key: KeyEvent) {
        self.asking.typed(key);
    }

    pub(super) fn pasted(&mut self, text: &str) {
        self.asking.pasted(text);
    }
}

fn state(app: &App) -> Option<&Item> {
    match super::state(app) {
        Some(Exam::Item(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(app: &mut App) -> Option<&mut Item> {
    app.screens.iter_mut().rev().find_map(|screen| match screen {
        Screen::Exam(exam) => match &mut **exam {
            Exam::Item(state) => Some(state),
            _ => None,
        },
        _ => None,
    })
}
