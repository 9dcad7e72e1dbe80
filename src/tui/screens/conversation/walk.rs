//! Moving on the conversation's page: reading on, and among the ways on.

use super::{Laid, state, state_mut};
use crate::tui::app::App;
use crate::tui::text::Mark;
use crate::tui::ways;

pub(super) use crate::tui::ways::Move;

pub(super) fn scroll(app: &mut App, how: Move) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Some(state) = state_mut(app) {
        ways::scroll(&mut state.scroll, view, how);
    }
}

/// Arrows, among `count` ways on.
pub(super) fn step(app: &mut App, count: usize, down: bool) {
    let Some(laid) = Laid::of(app) else { return };
    if let Some(state) = state_mut(app) {
        let (scroll, focus) = (&mut state.scroll, &mut state.focus);
        ways::step(&laid.page, laid.view(), scroll, focus, count, down);
    }
}

pub(super) fn focus(app: &mut App, at: usize) {
    if let Some(state) = state_mut(app) {
        state.focus = Some(at);
    }
    reveal(app, at);
}

pub(super) fn reveal(app: &mut App, at: usize) {
    let Some(laid) = Laid::of(app) else { return };
    if let Some(state) = state_mut(app) {
        ways::reveal(&laid.page, laid.view(), &mut state.scroll, at);
    }
}

pub(super) fn visible(app: &App, at: usize) -> bool {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return false;
    };
    ways::visible(&laid.page, laid.view(), state.scroll, at)
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

pub(crate) fn wheel(app: &mut App, down: bool) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Some(state) = state_mut(app) {
        ways::wheel(&mut state.scroll, view, down);
    }
}
