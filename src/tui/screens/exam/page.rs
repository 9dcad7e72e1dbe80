//! The exam's pages that are read downwards: where they lie, how they are scrolled, and how they are painted.

use ratatui::Frame;
use ratatui::layout::Position;

use super::{Exam, back, before, hand_in, overview, result, state};
use crate::tui::app::App;
use crate::tui::desk::{self, Desk};
use crate::tui::keymap::Action;
use crate::tui::paint;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Piece, Spot, ink};
use crate::tui::theme::Role;

/// A page with its head, and what is in focus on it.
pub(super) struct Read {
    pub(super) desk: Desk,
    pub(super) page: Page,
    pub(super) scroll: Scroll,
    pub(super) title: Vec<Piece>,
    pub(super) aside: Vec<Piece>,
    pub(super) focus: Option<Spot>,
    /// Keys that do nothing now.
    pub(super) but: Vec<Action>,
}

impl Read {
    pub(super) fn view(&self) -> View {
        View::new(self.page.len(), self.desk.body.height)
    }

    /// What lies under a click.
    pub(super) fn under(&self, at: Position) -> Option<Spot> {
        if !self.desk.body.contains(at) {
            return None;
        }
        let row = self.scroll.shown(self.view()) + usize::from(at.y - self.desk.body.y);
        self.page.rows.get(row).and_then(|row| row.spot)
    }
}

/// The page on top, if it is one of these.
pub(super) fn read(app: &App) -> Option<Read> {
    match state(app)? {
        Exam::Before(state) => Some(before::read(app, state)),
        Exam::Overview(state) => overview::read(app, *state),
        Exam::HandIn(state) => hand_in::read(app, *state),
        Exam::Result(state) => result::read(app, *state),
        Exam::Back(state) => back::read(app, *state),
        Exam::List(_) | Exam::Item(_) => None,
    }
}

pub(super) fn view(app: &App, frame: &mut Frame) {
    let Some(mut read) = read(app) else { return };
    let (title, aside) = (std::mem::take(&mut read.title), std::mem::take(&mut read.aside));
    paint::head(app, frame, &read.desk, title, aside);
    let top = read.scroll.shown(read.view());
    paint::page(frame.buffer_mut(), read.desk.body, &read.page, top, app.theme());
    paint::notice(app, frame, &read.desk, paint::more(app, read.scroll, read.view()));
    paint::foot(app, frame, &read.desk, app.context(), &read.but);
    let row = read
        .focus
        .and_then(|spot| read.page.rows_of(spot))
        .and_then(|rows| rows.start.checked_sub(top));
    let row = row.filter(|row| *row < usize::from(read.desk.body.height)).or(Some(0));
    paint::cursor(frame, read.desk.body, 0, row);
}

/// The minutes that are left, begun ones whole; `None` unless time is kept.
fn minutes_left(app: &App) -> Option<usize> {
    let left = app.seat.as_ref()?.sitting.left_ms()?;
    Some(usize::try_from(left.div_ceil(60_000)).unwrap_or(usize::MAX))
}

/// Beside the head while the exam is sat: the time where it is kept, else the exam's name. It stands as it was at the last key.
pub(super) fn aside(app: &App) -> Vec<Piece> {
    let compact = desk::compact(app.size);
    let named = || app.seat.as_ref().map(|seat| seat.sitting.form().title.clone());
    let text = match minutes_left(app) {
        Some(minutes) if compact => app
            .words
            .say_with("exam-minutes-left-short", &[("minutes", minutes.into())]),
        Some(minutes) => app.words.say_with("exam-minutes-left", &[("minutes", minutes.into())]),
        None if compact => String::new(),
        None => named().unwrap_or_default(),
    };
    vec![ink(Role::Muted, text)]
}
