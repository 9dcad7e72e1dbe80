//! The exam: what there is, what to know before, one item, all items, handing in, the result, and any item again.
//!
//! ```text
//! list ─► before ─► item ◄─► overview ─► hand in ─► result ◄─► back
//! ```

mod back;
mod before;
mod hand_in;
mod item;
mod list;
mod overview;
mod page;
mod result;
mod seated;

pub(crate) use list::open;
pub(crate) use seated::{failed, told};

use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;

use super::Screen;
use crate::tui::app::App;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;

#[derive(Clone, Debug)]
pub(crate) enum Exam {
    List(list::List),
    Before(before::Before),
    Item(item::Item),
    Overview(overview::Overview),
    HandIn(hand_in::HandIn),
    Result(result::Outcome),
    Back(back::Back),
}

impl Exam {
    pub(crate) fn context(&self) -> Context {
        match self {
            Exam::List(_) => Context::ExamList,
            Exam::Before(_) => Context::ExamBefore,
            Exam::Item(state) => state.context(),
            Exam::Overview(_) => Context::ExamOverview,
            Exam::HandIn(_) => Context::ExamHandIn,
            Exam::Result(_) => Context::ExamResult,
            Exam::Back(_) => Context::ExamBack,
        }
    }
}

fn state(app: &App) -> Option<&Exam> {
    match app.top() {
        Screen::Exam(state) => Some(state),
        _ => None,
    }
}

fn state_mut(app: &mut App) -> Option<&mut Exam> {
    match app.top_mut() {
        Screen::Exam(state) => Some(state),
        _ => None,
    }
}

fn push(app: &mut App, exam: Exam) {
    app.push(Screen::Exam(Box::new(exam)));
}

/// In place of what is on top.
fn put(app: &mut App, exam: Exam) {
    *app.top_mut() = Screen::Exam(Box::new(exam));
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let (mut effects, over) = seated::tick(app);
    if over {
        return effects;
    }
    effects.extend(match state(app) {
        Some(Exam::List(_)) => list::act(app, action),
        Some(Exam::Before(_)) => before::act(app, action),
        Some(Exam::Item(_)) => item::act(app, action),
        Some(Exam::Overview(_)) => overview::act(app, action),
        Some(Exam::HandIn(_)) => hand_in::act(app, action),
        Some(Exam::Result(_)) => result::act(app, action),
        Some(Exam::Back(_)) => back::act(app, action),
        None => Vec::new(),
    });
    effects
}

pub(crate) fn typed(app: &mut App, key: KeyEvent) {
    if let Some(Exam::Item(state)) = state_mut(app) {
        state.typed(key);
    }
}

pub(crate) fn pasted(app: &mut App, text: &str) {
    if let Some(Exam::Item(state)) = state_mut(app) {
        state.pasted(text);
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let (mut effects, over) = seated::tick(app);
    if over {
        return effects;
    }
    effects.extend(match state(app) {
        Some(Exam::List(_)) => list::clicked(app, at),
        Some(Exam::Before(_)) => before::clicked(app, at),
        Some(Exam::Item(_)) => item::clicked(app, at),
        Some(Exam::Overview(_)) => overview::clicked(app, at),
        Some(Exam::HandIn(_)) => hand_in::clicked(app, at),
        Some(Exam::Result(_)) => result::clicked(app, at),
        Some(Exam::Back(_)) | None => Vec::new(),
    });
    effects
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    let view = match state(app) {
        Some(Exam::List(_)) => Some(list::Laid::of(app).view()),
        Some(Exam::Item(_)) => item::Laid::of(app).map(|laid| laid.view()),
        Some(_) => page::read(app).map(|laid| laid.view()),
        None => None,
    };
    let scroll = match state_mut(app) {
        Some(Exam::List(state)) => &mut state.scroll,
        Some(Exam::Before(state)) => &mut state.scroll,
        Some(Exam::Item(state)) => &mut state.scroll,
        Some(Exam::Overview(state)) => &mut state.scroll,
        Some(Exam::HandIn(state)) => &mut state.scroll,
        Some(Exam::Result(state)) => &mut state.scroll,
        Some(Exam::Back(state)) => &mut state.scroll,
        None => return,
    };
    if let Some(view) = view {
        if down {
            scroll.down(3, view);
        } else {
            scroll.up(3, view);
        }
    }
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    match state(app) {
        Some(Exam::List(_)) => list::view(app, frame),
        Some(Exam::Item(_)) => item::view(app, frame),
        Some(_) => page::view(app, frame),
        None => {}
    }
}
