//! Moving on the conversation's page: reading on, and among the ways on.

use super::{Laid, state, state_mut};
use crate::tui::app::App;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Mark, Page, Spot};

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
    if let Some(state) = state_mut(app) {
        step_among(&laid.page, view, &mut state.scroll, &mut state.focus, count, down);
    }
}

/// The same on any page with ways on at its end.
pub(crate) fn step_among(
    page: &Page,
    view: View,
    scroll: &mut Scroll,
    focus: &mut Option<usize>,
    count: usize,
    down: bool,
) {
    let Some(last) = count.checked_sub(1) else {
        if down {
            scroll.down(1, view);
        } else {
            scroll.up(1, view);
        }
        return;
    };
    let to = match *focus {
        Some(at) if !seen(page, view, *scroll, at) => at,
        Some(at) if down => (at + 1).min(last),
        Some(0) => {
            // Above the first way on is the text.
            *focus = None;
            scroll.up(1, view);
            return;
        }
        Some(at) => at - 1,
        None if down => 0,
        None => {
            scroll.up(1, view);
            return;
        }
    };
    *focus = Some(to);
    reveal_way(page, view, scroll, to);
}

pub(super) fn focus(app: &mut App, at: usize) {
    if let Some(state) = state_mut(app) {
        state.focus = Some(at);
    }
    reveal(app, at);
}

pub(super) fn reveal(app: &mut App, at: usize) {
    let Some(laid) = Laid::of(app) else { return };
    let view = laid.view();
    if let Some(state) = state_mut(app) {
        reveal_way(&laid.page, view, &mut state.scroll, at);
    }
}

/// Brings a way on into view, and all of them together if they fit, so that they can be weighed against each other.
pub(crate) fn reveal_way(page: &Page, view: View, scroll: &mut Scroll, at: usize) {
    let Some(rows) = page.rows_of(Spot::Item(at)) else {
        return;
    };
    let first = page.rows_of(Spot::Item(0)).map_or(rows.start, |first| first.start);
    let last = page.last_of_items().unwrap_or(rows.end);
    if last - first <= view.height {
        scroll.reveal(&(first..last), view);
    }
    scroll.reveal(&rows, view);
}

pub(super) fn visible(app: &App, at: usize) -> bool {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return false;
    };
    seen(&laid.page, laid.view(), state.scroll, at)
}

/// Whether a way on can be read now.
pub(crate) fn seen(page: &Page, view: View, scroll: Scroll, at: usize) -> bool {
    let rows = page.rows_of(Spot::Item(at));
    rows.is_some_and(|rows| scroll.sees(&rows, view))
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
