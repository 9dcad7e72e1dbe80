//! One message in, the new state and what to do about it out. Pure: no clock, no files, no terminal.

use ratatui::crossterm::event::{KeyEvent, KeyEventKind, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Size};

use super::app::App;
use super::drilling::Drilling;
use super::exam::Seat;
use super::keymap::{self, Action, Context};
use super::msg::{Effect, Msg};
use super::screens::{self, Screen, briefing, conversation, debrief, drill, help};
use super::sitting::Sitting;
use super::theme::Role;
use crate::session::Current;

/// Takes one message in.
pub fn update(app: &mut App, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => pressed(app, key),
        Msg::Mouse(mouse) => moused(app, mouse),
        Msg::Resize(columns, rows) => {
            app.size = Size::new(columns, rows);
            Vec::new()
        }
        Msg::Paste(text) => {
            screens::pasted(app, &text);
            Vec::new()
        }
        Msg::Clock(now) => {
            app.now = Some(now);
            Vec::new()
        }
        Msg::Home(home) => {
            app.home = *home;
            screens::home::settle(app);
            Vec::new()
        }
        Msg::Loaded(scenario) => {
            let briefing = briefing::Briefing::new(scenario, app.settings.mode);
            app.above_home(Screen::Briefing(Box::new(briefing)));
            Vec::new()
        }
        Msg::Opened(opened) => opened_sitting(app, *opened),
        Msg::Drill(opened) => {
            drill::arrived(app, *opened);
            Vec::new()
        }
        Msg::NothingToDrill(why) => {
            drill::nothing(app, why);
            Vec::new()
        }
        Msg::Saved => saved(app),
        Msg::NotSaved(why) => {
            if let Some(drill) = drill_in_flight(app) {
                drill.keeping.not_saved(why);
            } else if let Some(sitting) = app.sitting.as_mut() {
                sitting.keeping.not_saved(why);
            }
            Vec::new()
        }
        Msg::References(token, references) => {
            if let Some(sitting) = app.sitting.as_mut().filter(|sitting| sitting.token == token) {
                sitting.references = Some(references);
            }
            Vec::new()
        }
        Msg::Progress(found) => {
            screens::progress::arrived(app, found);
            Vec::new()
        }
        Msg::Reported(path) => {
            let text = app.words.say_with("report-written", &[("path", (&path).into())]);
            app.note(Role::Good, text);
            Vec::new()
        }
        Msg::Exam(told) => screens::exam::told(app, told),
        Msg::Failed(what) => {
            briefing::failed(app);
            screens::exam::failed(app);
            app.note(Role::Warn, what);
            Vec::new()
        }
        Msg::Stop => vec![Effect::Quit],
    }
}

/// A write is under way for one of them at most.
fn drill_in_flight(app: &mut App) -> Option<&mut Drilling> {
    app.drill.as_mut().filter(|drill| drill.keeping.in_flight())
}

/// The last step is safe: the next write goes out, or an answer given meanwhile is taken now.
fn saved(app: &mut App) -> Vec<Effect> {
    if drill_in_flight(app).is_some() {
        return drill::saved(app);
    }
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    let mut effects = sitting.saved();
    if sitting.settled()
        && let Some((choice, confidence)) = sitting.meant.take()
    {
        app.notice = None;
        effects.extend(conversation::say(app, choice, confidence));
    }
    effects
}

fn pressed(app: &mut App, key: KeyEvent) -> Vec<Effect> {
    if key.kind != KeyEventKind::Press {
        return Vec::new();
    }
    app.notice = None;
    if let Some(sitting) = app.sitting.as_mut() {
        sitting.meant = None;
    }
    if let Some(drill) = app.drill.as_mut() {
        drill.meant = None;
    }
    let context = app.context();
    match keymap::action(context, &key) {
        Some(Action::Stop) => vec![Effect::Quit],
        _ if context == Context::TooSmall => Vec::new(),
        Some(Action::Help) => {
            help::open(app, context);
            Vec::new()
        }
        Some(Action::Retry) => {
            let mut effects = app.sitting.as_mut().map(Sitting::retry).unwrap_or_default();
            effects.extend(app.drill.as_mut().map(Drilling::retry).unwrap_or_default());
            effects.extend(app.seat.as_mut().map(Seat::retry).unwrap_or_default());
            effects
        }
        Some(action) => screens::act(app, action),
        None => {
            screens::typed(app, key);
            Vec::new()
        }
    }
}

fn moused(app: &mut App, mouse: MouseEvent) -> Vec<Effect> {
    if app.context() == Context::TooSmall {
        return Vec::new();
    }
    match mouse.kind {
        MouseEventKind::ScrollDown => screens::wheel(app, true),
        MouseEventKind::ScrollUp => screens::wheel(app, false),
        MouseEventKind::Down(MouseButton::Left) => {
            app.notice = None;
            return screens::clicked(app, Position::new(mouse.column, mouse.row));
        }
        _ => {}
    }
    Vec::new()
}

fn opened_sitting(app: &mut App, opened: super::msg::Opened) -> Vec<Effect> {
    // What was said of the sitting before is over with it.
    app.notice = None;
    let changed = opened.changed.clone();
    let elsewhere = opened.elsewhere;
    let taken = opened.session.run().turns.len();
    app.sitting = Some(Sitting::new(opened, app.now));
    let over = app
        .sitting
        .as_ref()
        .is_some_and(|sitting| taken > 0 && matches!(sitting.session.current(), Current::Ended(_)));
    if over {
        return debrief::open(app);
    }
    let state = conversation::Conversation {
        changed,
        elsewhere,
        ..conversation::Conversation::default()
    };
    app.above_home(Screen::Conversation(Box::new(state)));
    conversation::arrived(app);
    Vec::new()
}
