//! What keys and clicks do in the conversation.

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::{Asking, DEGREES, Laid, state, state_mut};
use crate::engine::Offer;
use crate::model::{ChoiceIx, Mode};
use crate::session::{Answered, Current, Denied, Input};
use crate::tui::app::App;
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::screens::{Screen, debrief, leaving, map};
use crate::tui::text::{Mark, Spot};
use crate::tui::theme::Role;

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    match state(app).map(|state| &state.asking) {
        Some(Asking::Confidence { .. }) => return sure(app, action),
        Some(Asking::OwnWords(_)) => return own_words(app, action),
        _ => {}
    }
    match action {
        Action::Up => step(app, false),
        Action::Down => step(app, true),
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

#[derive(Clone, Copy)]
enum Move {
    PageUp,
    PageDown,
    Top,
    Bottom,
}

fn scroll(app: &mut App, how: Move) {
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

fn offers(app: &App) -> Vec<Offer> {
    match app.sitting.as_ref().map(|sitting| sitting.session.current()) {
        Some(Current::Deciding { offers, .. }) => offers,
        _ => Vec::new(),
    }
}

/// Arrows first bring the ways on into view, then move among them.
fn step(app: &mut App, down: bool) {
    let count = offers(app).len();
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

fn focus(app: &mut App, at: usize) {
    if let Some(state) = state_mut(app) {
        state.focus = Some(at);
    }
    reveal(app, at);
}

fn reveal(app: &mut App, at: usize) {
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

fn visible(app: &App, at: usize) -> bool {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return false;
    };
    let rows = laid.page.rows_of(Spot::Item(at));
    rows.is_some_and(|rows| state.scroll.sees(&rows, laid.view()))
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
        Some(Current::Ended(_)) => return to_debrief(app),
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
            let text = super::page::locked(app, session.scenario(), session, why);
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
    let degree = match action {
        Action::Up => {
            *focus = Some(focus.map_or(0, |at| at.saturating_sub(1)));
            None
        }
        Action::Down => {
            *focus = Some(focus.map_or(0, |at| (at + 1).min(DEGREES.len() - 1)));
            None
        }
        Action::Sure(degree) => Some(degree),
        // Nothing is preset: a degree that was only confirmed would say little.
        Action::Enter => focus.and_then(|at| DEGREES.get(at)).copied(),
        Action::Back => {
            state.asking = Asking::Nothing;
            if let Some(at) = state.focus {
                reveal(app, at);
            }
            return Vec::new();
        }
        _ => None,
    };
    let choice = *choice;
    match degree {
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
        if sitting.unsaved.is_none() {
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

pub(crate) fn show_newest(app: &mut App) {
    let Some(laid) = Laid::of(app) else { return };
    let view = laid.view();
    let beat = laid.page.find(Mark::Beat).unwrap_or(0);
    if let Some(state) = state_mut(app) {
        state.scroll.to(beat, view);
    }
}

fn refuse(app: &mut App, denied: Denied) {
    let text = match denied {
        Denied::Mode => app.words.say("denied-mode"),
        Denied::Over => app.words.say("denied-over"),
        Denied::Nothing => app.words.say("denied-nothing"),
        Denied::Refused(_) => app.words.say("denied-refused"),
    };
    app.note(Role::Muted, text);
}

fn hint(app: &mut App) -> Vec<Effect> {
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
fn why(app: &mut App) -> Vec<Effect> {
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    let Some((step, _)) = super::page::last_step(&sitting.session) else {
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
fn rewind(app: &mut App) -> Vec<Effect> {
    let last = app
        .sitting
        .as_ref()
        .and_then(|sitting| super::page::last_step(&sitting.session));
    let Some(to) = last.map(|(step, _)| step) else {
        let text = app.words.say("nothing-said-yet");
        app.note(Role::Muted, text);
        return Vec::new();
    };
    rewind_to(app, to)
}

/// Back to before a step of the current line. The conversation must be on top, or it is put there.
pub(crate) fn rewind_to(app: &mut App, to: usize) -> Vec<Effect> {
    let now = app.now;
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    if !sitting.settled() {
        let text = app.words.say("still-saving");
        app.note(Role::Muted, text);
        return Vec::new();
    }
    match sitting.handle(Input::Rewind { to }) {
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

fn open_map(app: &mut App) -> Vec<Effect> {
    let exam = app.sitting.as_ref().is_some_and(|sitting| !sitting.session.may_teach());
    if exam {
        refuse(app, Denied::Mode);
    } else {
        map::open(app);
    }
    Vec::new()
}

fn back(app: &mut App) -> Vec<Effect> {
    let over = app.sitting.as_ref().is_none_or(|sitting| sitting.session.over());
    if over {
        return to_debrief(app);
    }
    leaving::open(app);
    Vec::new()
}

fn to_debrief(app: &mut App) -> Vec<Effect> {
    debrief::open(app)
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
    if let Some(Asking::OwnWords(editor)) = state_mut(app).map(|state| &mut state.asking) {
        editor.input(key);
    }
}

pub(crate) fn pasted(app: &mut App, text: &str) {
    if let Some(Asking::OwnWords(editor)) = state_mut(app).map(|state| &mut state.asking) {
        editor.insert_str(text);
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
