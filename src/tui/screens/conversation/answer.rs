//! What keys and clicks do in the conversation.

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::look::{back, hint, open_map, rewind, why};
use super::walk::{Move, focus, reveal, scroll, show_newest, step, visible};
use super::{Laid, state, state_mut};
use crate::engine::Offer;
use crate::model::ChoiceIx;
use crate::session::{Answered, Current, Denied, Input};
use crate::tui::app::App;
use crate::tui::asking::{self, Asking, DEGREES};
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::screens::{Screen, debrief};
use crate::tui::text::Spot;
use crate::tui::theme::Role;
use crate::tui::turn::locked;

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match state(app).map(|state| &state.asking) {
        Some(Asking::Confidence { .. }) => return sure(app, action),
        Some(Asking::OwnWords(_)) => return own_words(app, action),
        _ => {}
    }
    match action {
        Action::Up => step(app, offers(app).len(), false),
        Action::Down => step(app, offers(app).len(), true),
        Action::Pick(at) => return pick(app, usize::from(at)),
        Action::Enter => return enter(app),
        Action::ReadOn | Action::PageDown => scroll(app, Move::PageDown),
        Action::PageUp => scroll(app, Move::PageUp),
        Action::Top => scroll(app, Move::Top),
        Action::Bottom => scroll(app, Move::Bottom),
        Action::Hint => return hint(app),
        Action::Why => return why(app),
        Action::Rewind => return rewind(app),
        Action::Map => return open_map(app),
        Action::Back => return back(app),
        _ => {}
    }
    Vec::new()
}

fn offers(app: &App) -> Vec<Offer> {
    match app.sitting.as_ref().map(|sitting| sitting.session.current()) {
        Some(Current::Deciding { offers, .. }) => offers,
        _ => Vec::new(),
    }
}

fn pick(app: &mut App, at: usize) -> Vec<Effect> {
    if at >= offers(app).len() {
        return Vec::new();
    }
    let seen = visible(app, at);
    focus(app, at);
    if app.settings.one_key && seen {
        return enter(app);
    }
    Vec::new()
}

/// Says what is in focus; what cannot be seen is never said.
fn enter(app: &mut App) -> Vec<Effect> {
    match app.sitting.as_ref().map(|sitting| sitting.session.current()) {
        Some(Current::Ended(_)) => return debrief::open(app),
        Some(Current::Deciding { .. }) => {}
        _ => return Vec::new(),
    }
    let Some(at) = state(app).and_then(|state| state.focus) else {
        let Some(laid) = Laid::of(app) else {
            return Vec::new();
        };
        let at_end = state(app).is_some_and(|state| state.scroll.at_end(laid.view()));
        if at_end {
            let text = app.words.say("choose-first");
            app.note(Role::Muted, text);
        } else {
            scroll(app, Move::PageDown);
        }
        return Vec::new();
    };
    if !visible(app, at) {
        reveal(app, at);
        return Vec::new();
    }
    let Some(offer) = offers(app).get(at).copied() else {
        return Vec::new();
    };
    if offer.locked {
        if let Some(sitting) = &app.sitting {
            let session = &sitting.session;
            let why = session.scenario().choice(offer.choice).locked;
            let text = locked(app, session, why);
            app.note(Role::Warn, text);
        }
        return Vec::new();
    }
    if app.settings.confidence {
        if let Some(state) = state_mut(app) {
            state.asking = Asking::Confidence {
                choice: offer.choice,
                focus: None,
            };
        }
        scroll(app, Move::Bottom);
        return Vec::new();
    }
    say(app, offer.choice, None)
}

fn sure(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    let Asking::Confidence { choice, focus } = &mut state.asking else {
        return Vec::new();
    };
    if action == Action::Back {
        state.asking = Asking::Nothing;
        if let Some(at) = state.focus {
            reveal(app, at);
        }
        return Vec::new();
    }
    let choice = *choice;
    match asking::degree(focus, action) {
        Some(degree) => say(app, choice, Some(degree)),
        None => Vec::new(),
    }
}

/// Takes the choice; while the last one is still on its way to being kept it is remembered.
pub(crate) fn say(app: &mut App, choice: ChoiceIx, confidence: Option<u8>) -> Vec<Effect> {
    let now = app.now;
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    if !sitting.settled() {
        if sitting.keeping.unsaved.is_none() {
            sitting.meant = Some((choice, confidence));
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
        }
        return Vec::new();
    }
    let took = now.zip(sitting.since).map(|(now, since)| now.saturating_sub(since));
    let answered = Answered {
        choice,
        confidence,
        took_ms: took.and_then(|took| u32::try_from(took).ok()),
        ..Answered::default()
    };
    match sitting.handle(Input::Choose(answered)) {
        Ok(effects) => {
            sitting.since = now;
            if let Some(state) = state_mut(app) {
                state.changed.clear();
                state.elsewhere = false;
            }
            arrived(app);
            effects
        }
        Err(denied) => {
            refuse(app, denied);
            Vec::new()
        }
    }
}

/// After a step: the newest part from its beginning, or everything if it fits.
pub(crate) fn arrived(app: &mut App) {
    let say_first = app.settings.say_first;
    if let (Some(sitting), Some(Screen::Conversation(state))) = (&app.sitting, app.screens.last_mut()) {
        state.arrive(sitting, say_first);
    }
    show_newest(app);
}

pub(super) fn refuse(app: &mut App, denied: Denied) {
    let text = match denied {
        Denied::Mode => app.words.say("denied-mode"),
        Denied::Over => app.words.say("denied-over"),
        Denied::Nothing => app.words.say("denied-nothing"),
        Denied::Refused(_) => app.words.say("denied-refused"),
    };
    app.note(Role::Muted, text);
}

fn own_words(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    let Asking::OwnWords(editor) = &mut state.asking else {
        return Vec::new();
    };
    match action {
        Action::NewLine => {
            editor.insert_newline();
            Vec::new()
        }
        Action::PageDown => {
            scroll(app, Move::PageDown);
            Vec::new()
        }
        Action::PageUp => {
            scroll(app, Move::PageUp);
            Vec::new()
        }
        Action::Back => {
            state.asking = Asking::Nothing;
            scroll(app, Move::Bottom);
            Vec::new()
        }
        Action::Enter => {
            let text = editor.lines().join("\n");
            state.asking = Asking::Nothing;
            let effects = match app.sitting.as_mut() {
                Some(sitting) if !text.trim().is_empty() => {
                    sitting.handle(Input::OwnWords { text }).unwrap_or_default()
                }
                _ => Vec::new(),
            };
            scroll(app, Move::Bottom);
            effects
        }
        _ => Vec::new(),
    }
}

/// A key the table does not know, where text is taken.
pub(crate) fn typed(app: &mut App, key: KeyEvent) {
    if let Some(state) = state_mut(app) {
        state.asking.typed(key);
    }
}

pub(crate) fn pasted(app: &mut App, text: &str) {
    if let Some(state) = state_mut(app) {
        state.asking.pasted(text);
    }
}

/// The first click puts the focus there, the second says it.
pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return Vec::new();
    };
    if !laid.area.contains(at) {
        return Vec::new();
    }
    let row = state.scroll.shown(laid.view()) + usize::from(at.y - laid.area.y);
    let Some(Some(Spot::Item(item))) = laid.page.rows.get(row).map(|row| row.spot) else {
        return Vec::new();
    };
    match &state.asking {
        Asking::Confidence { .. } => match DEGREES.get(item) {
            Some(degree) => sure(app, Action::Sure(*degree)),
            None => Vec::new(),
        },
        Asking::Nothing => {
            let ended = offers(app).is_empty();
            if ended || state.focus == Some(item) {
                return enter(app);
            }
            focus(app, item);
            Vec::new()
        }
        Asking::OwnWords(_) => Vec::new(),
    }
}
