//! Moving on the conversation's page: reading on, and among the ways on.

use super::{Laid, state, state_mut};
use crate::tui::app::App;
use crate::tui::text::{Mark, Spot};

#[derive(Clone, Copy)]
pub(super) enum Move {
    PageUp,
    PageDown,
    Top,
    Bottom,
}

pub(super) fn scroll(app: &mut App, how: Move) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Some(state) = state_mut(app) {
        match how {
            Move::PageUp => state.scroll.page_up(view),
            Move::PageDown => state.scroll.page_down(view),
            Move::Top => state.scroll.to(0, view),
            Move::Bottom => state.scroll.to(usize::MAX, view),
        }
    }
}

/// Arrows first bring the ways on into view, then move among them; `count` of them are offered.
pub(super) fn step(app: &mut App, count: usize, down: bool) {
    let Some(laid) = Laid::of(app) else { return };
    let view = laid.view();
    let Some(state) = state_mut(app) else { return };
    let Some(last) = count.checked_sub(1) else {
        if down {
            state.scroll.down(1, view);
        } else {
            state.scroll.up(1, view);
        }
        return;
    };
    let seen = state.focus.and_then(|at| laid.page.rows_of(Spot::Item(at)));
    let seen = seen.is_some_and(|rows| state.scroll.sees(&rows, view));
    let to = match state.focus {
        Some(at) if !seen => at,
        Some(at) if down => (at + 1).min(last),
        Some(0) => {
            // Above the first way on is the text.
            state.focus = None;
            state.scroll.up(1, view);
            return;
        }
        Some(at) => at - 1,
        None if down => 0,
        None => {
            state.scroll.up(1, view);
            return;
        }
    };
    focus(app, to);
}

pub(super) fn focus(app: &mut App, at: usize) {
    if let Some(state) = state_mut(app) {
        state.focus = Some(at);
    }
    reveal(app, at);
}

pub(super) fn reveal(app: &mut App, at: usize) {
    let Some(laid) = Laid::of(app) else { return };
    let Some(rows) = laid.page.rows_of(Spot::Item(at)) else {
        return;
    };
    let view = laid.view();
    // All ways on together if they fit, so that they can be weighed against each other.
    let first = laid.page.rows_of(Spot::Item(0)).map_or(rows.start, |first| first.start);
    let last = laid.page.last_of_items().unwrap_or(rows.end);
    if let Some(state) = state_mut(app) {
        if last - first <= view.height {
            state.scroll.reveal(&(first..last), view);
        }
        state.scroll.reveal(&rows, view);
    }
}

pub(super) fn visible(app: &App, at: usize) -> bool {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return false;
    };
    let rows = laid.page.rows_of(Spot::Item(at));
    rows.is_some_and(|rows| state.scroll.sees(&rows, laid.view()))
}

/// The newest part from its beginning, or everything if it fits.
pub(super) fn show_newest(app: &mut App) {
    let Some(laid) = Laid::of(app) else { return };
    let view = laid.view();
    let beat = laid.page.find(Mark::Beat).unwrap_or(0);
    if let Some(state) = state_mut(app) {
        state.scroll.to(beat, view);
    }
}

/// The wheel moves the text, three rows a notch.
pub(crate) fn wheel(app: &mut App, down: bool) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Some(state) = state_mut(app) {
        if down {
            state.scroll.down(3, view);
        } else {
            state.scroll.up(3, view);
        }
    }
}
