//! What helps and what goes back: hint, why, taking back, the map, leaving.

use super::answer::{arrived, refuse};
use super::walk::{Move, reveal, scroll, show_newest};
use super::{page, state};
use crate::model::Mode;
use crate::session::{Denied, Input};
use crate::tui::app::App;
use crate::tui::msg::Effect;
use crate::tui::screens::{Screen, debrief, leaving, map};
use crate::tui::theme::Role;

pub(super) fn hint(app: &mut App) -> Vec<Effect> {
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    match sitting.handle(Input::Hint) {
        Ok(effects) => {
            scroll(app, Move::Bottom);
            if let Some(at) = state(app).and_then(|state| state.focus) {
                reveal(app, at);
            }
            effects
        }
        Err(denied) => {
            let text = match denied {
                Denied::Nothing => app.words.say("no-hint"),
                _ => app.words.say("denied-mode"),
            };
            app.note(Role::Muted, text);
            Vec::new()
        }
    }
}

/// Opens or closes the teaching of the last step.
pub(super) fn why(app: &mut App) -> Vec<Effect> {
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    let Some((step, _)) = page::last_step(&sitting.session) else {
        let text = app.words.say("nothing-said-yet");
        app.note(Role::Muted, text);
        return Vec::new();
    };
    if sitting.session.mode() == Mode::Coached {
        show_newest(app);
        return Vec::new();
    }
    let Some(Screen::Conversation(state)) = app.screens.last_mut() else {
        return Vec::new();
    };
    if state.open.remove(&step) {
        show_newest(app);
        return Vec::new();
    }
    match sitting.handle(Input::Why { step }) {
        Ok(effects) => {
            state.open.insert(step);
            show_newest(app);
            effects
        }
        Err(denied) => {
            refuse(app, denied);
            Vec::new()
        }
    }
}

/// Back to before the last step, on a new line.
pub(super) fn rewind(app: &mut App) -> Vec<Effect> {
    let last = app
        .sitting
        .as_ref()
        .and_then(|sitting| page::last_step(&sitting.session));
    let Some(to) = last.map(|(step, _)| step) else {
        let text = app.words.say("nothing-said-yet");
        app.note(Role::Muted, text);
        return Vec::new();
    };
    rewind_here(app, to)
}

/// Back to before a step of the line under way.
pub(crate) fn rewind_here(app: &mut App, to: usize) -> Vec<Effect> {
    let line = app.sitting.as_ref().map_or(0, |sitting| sitting.session.current_line());
    rewind_to(app, line, to)
}

/// Back to before a step of any line. The conversation must be on top, or it is put there.
pub(crate) fn rewind_to(app: &mut App, line: usize, to: usize) -> Vec<Effect> {
    let now = app.now;
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    if !sitting.settled() {
        let text = app.words.say("still-saving");
        app.note(Role::Muted, text);
        return Vec::new();
    }
    match sitting.handle(Input::Rewind { line, to }) {
        Ok(effects) => {
            sitting.since = now;
            app.above_home(Screen::Conversation(Box::default()));
            arrived(app);
            let text = app.words.say_with("rewound", &[("step", (to + 1).into())]);
            app.note(Role::Muted, text);
            effects
        }
        Err(denied) => {
            refuse(app, denied);
            Vec::new()
        }
    }
}

pub(super) fn open_map(app: &mut App) -> Vec<Effect> {
    let exam = app.sitting.as_ref().is_some_and(|sitting| !sitting.session.may_teach());
    if exam {
        refuse(app, Denied::Mode);
    } else {
        map::open(app);
    }
    Vec::new()
}

pub(super) fn back(app: &mut App) -> Vec<Effect> {
    let over = app.sitting.as_ref().is_none_or(|sitting| sitting.session.over());
    if over {
        return debrief::open(app);
    }
    leaving::open(app);
    Vec::new()
}
