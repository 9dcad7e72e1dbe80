//! The debrief, in this order: how was that, what happened, how it felt to them, what they would have told you, the moments, two lines side by side, skills as
//! marks, one to come back to, the score for who wants it, what next. One page read downwards; a part is one file.

mod again;
mod beside;
mod felt;
mod happened;
mod moments;
mod next;
mod page;
mod plot;
mod score;
mod skills;
mod untold;
mod view;

pub(crate) use moments::one as one_moment;
pub(crate) use page::{Laid, part_heading};
pub(crate) use view::view;

use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Position;
use ratatui_textarea::TextArea;

use super::{Screen, conversation, map};
use crate::session::Input;
use crate::tui::app::App;
use crate::tui::asking;
use crate::tui::keymap::{Action, Context};
use crate::tui::memo::Memo;
use crate::tui::msg::{About, Effect};
use crate::tui::scroll::Scroll;
use crate::tui::text::{Page, Spot};
use crate::tui::theme::Role;

#[derive(Clone, Debug, Default)]
pub(crate) struct Debrief {
    /// "Before anything else: how was that?", while it is asked.
    pub(crate) asking: Option<Box<TextArea<'static>>>,
    pub(crate) scroll: Scroll,
    /// Score and label are shown.
    pub(crate) scored: bool,
    /// The moment in focus.
    pub(crate) moment: Option<usize>,
    /// The page as it was set last.
    pub(crate) set: Memo<page::Looked, Page>,
}

impl Debrief {
    pub(crate) fn context(&self) -> Context {
        if self.asking.is_some() {
            Context::Feeling
        } else {
            Context::Debrief
        }
    }
}

pub(crate) fn state(app: &App) -> Option<&Debrief> {
    match app.top() {
        Screen::Debrief(state) => Some(state),
        _ => None,
    }
}

fn state_mut(app: &mut App) -> Option<&mut Debrief> {
    match app.top_mut() {
        Screen::Debrief(state) => Some(state),
        _ => None,
    }
}

/// Shows the debrief of the line the learner is on, and asks for what stands beside its score.
pub(crate) fn open(app: &mut App) -> Vec<Effect> {
    let Some(sitting) = app.sitting.as_mut() else {
        return Vec::new();
    };
    let first = !std::mem::replace(&mut sitting.asked_feeling, true);
    let state = Debrief {
        asking: first.then(|| Box::new(asking::editor())),
        ..Debrief::default()
    };
    let session = &sitting.session;
    let mut effects = Vec::new();
    if let (Some(key), false) = (session.key(), sitting.asked_references) {
        effects.push(Effect::References {
            token: sitting.token.clone(),
            about: Box::new(About {
                scenario: session.scenario().clone(),
                rubric: session.rubric().clone(),
                key: key.clone(),
                draws: session.draws().clone(),
                role: session.role(),
            }),
        });
        sitting.asked_references = true;
    }
    app.above_home(Screen::Debrief(Box::new(state)));
    effects
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    if state(app).is_some_and(|state| state.asking.is_some()) {
        return answer(app, action);
    }
    let Some(laid) = Laid::of(app) else {
        return Vec::new();
    };
    let view = laid.view();
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    if state.scroll.follow(action, view) {
        return Vec::new();
    }
    match action {
        Action::NextPart | Action::PreviousPart => {
            state
                .scroll
                .turn_part(laid.page.parts(), action == Action::NextPart, view);
        }
        Action::Left => moment(app, false),
        Action::Right => moment(app, true),
        Action::Score => {
            state.scored = !state.scored;
            if let Some(laid) = Laid::of(app)
                && let (Some(row), Some(state)) = (laid.page.find(page::SCORE), state_mut(app))
            {
                state.scroll.to(row, laid.view());
            }
        }
        Action::Rewind => return rewind(app),
        Action::Map => map::open(app),
        Action::Report => {
            let sitting = app.sitting.as_ref();
            let report = sitting.map(|sitting| Effect::Report {
                token: sitting.token.clone(),
                line: sitting.session.current_line(),
            });
            return report.into_iter().collect();
        }
        Action::Back => {
            app.screens.truncate(1);
            return vec![Effect::LoadHome];
        }
        _ => {}
    }
    Vec::new()
}

/// The next or previous moment comes into focus, and into view.
fn moment(app: &mut App, on: bool) {
    let count = app
        .sitting
        .as_ref()
        .map_or(0, |sitting| sitting.session.run().turns.len());
    let Some(last) = count.checked_sub(1) else { return };
    if let Some(state) = state_mut(app) {
        let to = match (state.moment, on) {
            (None, _) => 0,
            (Some(at), true) => (at + 1).min(last),
            (Some(at), false) => at.saturating_sub(1),
        };
        state.moment = Some(to);
    }
    let Some(laid) = Laid::of(app) else { return };
    let view = laid.view();
    if let Some(state) = state_mut(app)
        && let Some(rows) = state.moment.and_then(|at| laid.page.rows_of(Spot::Item(at)))
    {
        state.scroll.to(rows.start, view);
    }
}

/// Back to the moment in focus; without one, the first arrow finds it.
fn rewind(app: &mut App) -> Vec<Effect> {
    match state(app).and_then(|state| state.moment) {
        Some(to) => conversation::rewind_here(app, to),
        None => {
            moment(app, true);
            let text = app.words.say("choose-moment");
            app.note(Role::Muted, text);
            Vec::new()
        }
    }
}

/// A line about how it was, or nothing; then the rest.
fn answer(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    let Some(editor) = &state.asking else {
        return Vec::new();
    };
    let text = match action {
        Action::Enter => editor.lines().join(" "),
        Action::Back => String::new(),
        _ => return Vec::new(),
    };
    state.asking = None;
    if text.trim().is_empty() {
        return Vec::new();
    }
    let answered = app
        .sitting
        .as_mut()
        .map(|sitting| sitting.handle(Input::Answer { text }));
    answered.and_then(Result::ok).unwrap_or_default()
}

pub(crate) fn typed(app: &mut App, key: KeyEvent) {
    if let Some(editor) = state_mut(app).and_then(|state| state.asking.as_mut()) {
        editor.input(key);
    }
}

pub(crate) fn pasted(app: &mut App, text: &str) {
    if let Some(editor) = state_mut(app).and_then(|state| state.asking.as_mut()) {
        editor.insert_str(text);
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let (Some(laid), Some(state)) = (Laid::of(app), state_mut(app)) else {
        return Vec::new();
    };
    let area = laid.desk.body;
    if state.asking.is_some() || !area.contains(at) {
        return Vec::new();
    }
    let row = state.scroll.shown(laid.view()) + usize::from(at.y - area.y);
    match laid.page.rows.get(row).and_then(|row| row.spot) {
        Some(Spot::Item(item)) => {
            state.moment = Some(item);
            Vec::new()
        }
        Some(Spot::Act(action)) => act(app, action),
        None => Vec::new(),
    }
}

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
