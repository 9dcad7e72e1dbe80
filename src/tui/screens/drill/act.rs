//! What keys, clicks and the world do in a drill.

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::page::Laid;
use super::{Part, anywhere, state, state_mut, today};
use crate::model::ChoiceIx;
use crate::tui::app::App;
use crate::tui::asking::{self, Asking, DEGREES};
use crate::tui::drilling::Drilling;
use crate::tui::keymap::Action;
use crate::tui::msg::{Effect, OpenedDrill};
use crate::tui::text::{Mark, Spot};
use crate::tui::theme::Role;
use crate::tui::ways::{self, Move};

/// The decisions are there; whoever went home meanwhile is left alone.
pub(crate) fn arrived(app: &mut App, opened: OpenedDrill) {
    let say_first = app.settings.say_first;
    let Some(state) = anywhere(app).filter(|state| state.part == Part::Waiting) else {
        return;
    };
    state.part = Part::Deciding;
    if say_first {
        state.asking = Asking::own_words();
    }
    app.drill = Some(Drilling::new(opened));
}

pub(crate) fn nothing(app: &mut App, why: String) {
    if let Some(state) = anywhere(app).filter(|state| state.part == Part::Waiting) {
        state.part = Part::Nothing(why);
    }
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = state(app) else {
        return Vec::new();
    };
    match (&state.part, &state.asking) {
        (Part::Deciding, Asking::Nothing) => decide(app, action),
        (Part::Deciding, Asking::Confidence { .. }) => sure(app, action),
        (Part::Deciding, Asking::OwnWords(_)) => own_words(app, action),
        (Part::Waiting | Part::Nothing(_) | Part::Answered | Part::Over, _) => read(app, action),
    }
}

fn decide(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Up => step(app, false),
        Action::Down => step(app, true),
        Action::Pick(at) => return pick(app, usize::from(at)),
        Action::Enter => return enter(app),
        Action::Hint => hint(app),
        Action::Back => return leave(app),
        other => scrolled(app, other),
    }
    Vec::new()
}

/// Where nothing is asked: reading, and on.
fn read(app: &mut App, action: Action) -> Vec<Effect> {
    match action {
        Action::Up => step(app, false),
        Action::Down => step(app, true),
        Action::Enter => return on(app),
        Action::Back => return leave(app),
        Action::Drill if state(app).is_some_and(|state| state.part == Part::Over) => return today(app),
        other => scrolled(app, other),
    }
    Vec::new()
}

fn scrolled(app: &mut App, action: Action) {
    match action {
        Action::PageUp => scroll(app, Move::PageUp),
        Action::PageDown | Action::ReadOn => scroll(app, Move::PageDown),
        Action::Top => scroll(app, Move::Top),
        Action::Bottom => scroll(app, Move::Bottom),
        _ => {}
    }
}

fn scroll(app: &mut App, how: Move) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Some(state) = state_mut(app) {
        ways::scroll(&mut state.scroll, view, how);
    }
}

fn offered(app: &App) -> &[ChoiceIx] {
    let deciding = state(app).is_some_and(|state| state.part == Part::Deciding);
    let drilling = app.drill.as_ref().filter(|_| deciding);
    let single = drilling.and_then(|drilling| drilling.drill.current());
    single.map_or(&[], |single| &single.offered)
}

fn step(app: &mut App, down: bool) {
    let count = offered(app).len();
    let Some(laid) = Laid::of(app) else { return };
    if let Some(state) = state_mut(app) {
        let (scroll, focus) = (&mut state.scroll, &mut state.focus);
        ways::step(&laid.page, laid.view(), scroll, focus, count, down);
    }
}

fn reveal(app: &mut App, at: usize) {
    let Some(laid) = Laid::of(app) else { return };
    if let Some(state) = state_mut(app) {
        ways::reveal(&laid.page, laid.view(), &mut state.scroll, at);
    }
}

fn visible(app: &App, at: usize) -> bool {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return false;
    };
    ways::visible(&laid.page, laid.view(), state.scroll, at)
}

fn focus(app: &mut App, at: usize) {
    if let Some(state) = state_mut(app) {
        state.focus = Some(at);
    }
    reveal(app, at);
}

fn pick(app: &mut App, at: usize) -> Vec<Effect> {
    if at >= offered(app).len() {
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
    let Some(at) = state(app).and_then(|state| state.focus) else {
        if at_end(app) {
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
    let Some(choice) = offered(app).get(at).copied() else {
        return Vec::new();
    };
    if app.settings.confidence {
        if let Some(state) = state_mut(app) {
            state.asking = Asking::Confidence { choice, focus: None };
        }
        scroll(app, Move::Bottom);
        return Vec::new();
    }
    say(app, choice, None)
}

fn at_end(app: &App) -> bool {
    let (Some(laid), Some(state)) = (Laid::of(app), state(app)) else {
        return true;
    };
    state.scroll.at_end(laid.view())
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
        None => {
            scrolled(app, action);
            Vec::new()
        }
    }
}

/// The answer before is safe: one given meanwhile is taken now.
pub(crate) fn saved(app: &mut App) -> Vec<Effect> {
    let Some(drilling) = app.drill.as_mut() else {
        return Vec::new();
    };
    let mut effects = drilling.saved();
    if drilling.keeping.settled()
        && let Some((choice, confidence)) = drilling.meant.take()
    {
        app.notice = None;
        effects.extend(say(app, choice, confidence));
    }
    effects
}

/// Takes the answer, once the one before it is safe, and shows what comes of it from its beginning.
fn say(app: &mut App, choice: ChoiceIx, confidence: Option<u8>) -> Vec<Effect> {
    let Some(drilling) = app.drill.as_mut() else {
        return Vec::new();
    };
    if !drilling.keeping.settled() {
        if drilling.keeping.unsaved.is_none() {
            drilling.meant = Some((choice, confidence));
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
        }
        return Vec::new();
    }
    let Ok(effects) = drilling.answer(choice, confidence) else {
        let text = app.words.say("denied-refused");
        app.note(Role::Muted, text);
        return Vec::new();
    };
    if let Some(state) = state_mut(app) {
        state.part = Part::Answered;
        state.asking = Asking::Nothing;
        state.focus = None;
    }
    let Some(laid) = Laid::of(app) else {
        return effects;
    };
    let beat = laid.page.find(Mark::Beat).unwrap_or(0);
    if let Some(state) = state_mut(app) {
        state.scroll.to(beat, laid.view());
    }
    effects
}

/// From a reaction, once it was read, to the next decision or the end; from the end, home.
fn on(app: &mut App) -> Vec<Effect> {
    let say_first = app.settings.say_first;
    let answered = state(app).is_some_and(|state| state.part == Part::Answered);
    if !answered {
        return leave(app);
    }
    if !at_end(app) {
        scroll(app, Move::PageDown);
        return Vec::new();
    }
    let more = app
        .drill
        .as_ref()
        .is_some_and(|drilling| drilling.drill.current().is_some());
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    state.scroll.top = 0;
    if more {
        state.part = Part::Deciding;
        if say_first {
            state.asking = Asking::own_words();
        }
        return Vec::new();
    }
    state.part = Part::Over;
    // What might come next was worked out before this drill.
    vec![Effect::LoadHome]
}

/// Home; whoever stops midway is told what was kept.
fn leave(app: &mut App) -> Vec<Effect> {
    let midway = state(app).is_some_and(|state| matches!(state.part, Part::Deciding | Part::Answered));
    let mut effects = Vec::new();
    if let Some(drilling) = app.drill.as_mut().filter(|_| midway) {
        effects = drilling.leave();
        let (done, count) = (drilling.drill.done(), drilling.drill.items.len());
        let facts = [("done", done.into()), ("count", count.into())];
        let text = match done {
            0 => app.words.say("drill-none-done"),
            _ => app.words.say_with("drill-stopped", &facts),
        };
        app.note(Role::Muted, text);
    }
    app.screens.truncate(1);
    effects.push(Effect::LoadHome);
    effects
}

fn hint(app: &mut App) {
    let hint = app.drill.as_mut().and_then(|drilling| drilling.drill.hint());
    if hint.is_none() {
        let text = app.words.say("no-hint");
        app.note(Role::Muted, text);
        return;
    }
    scroll(app, Move::Bottom);
    if let Some(at) = state(app).and_then(|state| state.focus) {
        reveal(app, at);
    }
}

fn own_words(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    let Asking::OwnWords(editor) = &mut state.asking else {
        return Vec::new();
    };
    match action {
        Action::NewLine => editor.insert_newline(),
        Action::Back => {
            state.asking = Asking::Nothing;
            scroll(app, Move::Bottom);
        }
        Action::Enter => {
            let text = editor.lines().join("\n");
            state.asking = Asking::Nothing;
            if let Some(drilling) = app.drill.as_mut().filter(|_| !text.trim().is_empty()) {
                drilling.own_words(&text);
            }
            scroll(app, Move::Bottom);
        }
        other => scrolled(app, other),
    }
    Vec::new()
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
    match (laid.page.rows.get(row).and_then(|row| row.spot), &state.asking) {
        (Some(Spot::Act(action)), _) => act(app, action),
        (Some(Spot::Item(item)), Asking::Confidence { .. }) => match DEGREES.get(item) {
            Some(degree) => sure(app, Action::Sure(*degree)),
            None => Vec::new(),
        },
        (Some(Spot::Item(item)), Asking::Nothing) => {
            if state.focus == Some(item) {
                return enter(app);
            }
            focus(app, item);
            Vec::new()
        }
        _ => Vec::new(),
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
