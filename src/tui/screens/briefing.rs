//! The briefing: the chart, the task, who is in the room, what to know before, and how to walk in.

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Position;

use super::home::{level_name, minutes, review};
use super::{Screen, mode_means, mode_name};
use crate::model::{Mode, Name, Presence, Scenario};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::script::{at_start, in_words};
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::Role;

#[derive(Clone, Debug)]
pub(crate) struct Briefing {
    scenario: Arc<Scenario>,
    mode: Mode,
    /// Among the scenario's roles.
    role: usize,
    scroll: Scroll,
    /// Asked to walk in; the door opens once.
    begun: bool,
}

impl Briefing {
    pub(crate) fn new(scenario: Arc<Scenario>, mode: Mode) -> Briefing {
        Briefing {
            scenario,
            mode,
            role: 0,
            scroll: Scroll::default(),
            begun: false,
        }
    }

    fn role(&self) -> Name {
        self.scenario.roles.get(self.role).cloned().unwrap_or_default()
    }
}

fn state(app: &App) -> Option<&Briefing> {
    match app.top() {
        Screen::Briefing(state) => Some(state),
        _ => None,
    }
}

fn state_mut(app: &mut App) -> Option<&mut Briefing> {
    match app.top_mut() {
        Screen::Briefing(state) => Some(state),
        _ => None,
    }
}

fn laid(app: &App) -> (Desk, Page) {
    let desk = Desk::new(app.size, 1, false);
    let page = state(app).map(|state| page(app, state, &desk)).unwrap_or_default();
    (desk, page)
}

fn view_of(app: &App) -> View {
    let (desk, page) = laid(app);
    View::new(page.len(), desk.body.height)
}

/// What one must know before walking in: where, what about, the chart, who is there, the task.
pub(crate) fn about(app: &App, scenario: &Scenario, desk: &Desk, page: &mut Page) {
    let words = &app.words;
    let dot = format!(" {} ", app.glyphs().dot());
    page.say(Role::Narration, at_start(scenario, scenario.setting));
    let facts = [minutes(app, scenario.minutes), level_name(app, scenario.level)];
    page.say(Role::Muted, facts.join(&dot));
    let stage = scenario
        .review
        .last()
        .map(|rung| rung.stage.clone())
        .unwrap_or_default();
    page.say(Role::Warn, review(app, &stage));
    if let Some(note) = scenario.content.note {
        page.blank();
        page.say(Role::Strong, words.say("before-you-walk-in"));
        page.say(Role::Text, at_start(scenario, note));
    }
    page.blank();
    page.say(Role::Strong, words.say("chart"));
    page.say(Role::Text, at_start(scenario, scenario.chart).trim_end());
    page.blank();
    page.say(Role::Strong, words.say("who-is-there"));
    for person in &scenario.cast {
        let mut pieces = vec![
            ink(Role::Speaker, scenario.raw(person.name)),
            ink(Role::Text, format!(", {}", scenario.raw(person.who))),
        ];
        let mut asides = Vec::new();
        asides.extend(
            person
                .speaks
                .as_ref()
                .map(|language| words.say_with("speaks", &[("language", language.into())])),
        );
        asides.extend(match person.present {
            Presence::Here => None,
            Presence::Away => Some(words.say("away-now")),
            Presence::Phone => Some(words.say("on-the-phone")),
            Presence::Video => Some(words.say("on-video")),
        });
        for aside in asides {
            pieces.push(ink(Role::Muted, format!("{dot}{aside}")));
        }
        page.para(Para::new(pieces).hang(desk.hang()));
    }
    page.blank();
    page.say(Role::Strong, words.say("task"));
    page.say(Role::Text, at_start(scenario, scenario.task));
}

fn page(app: &App, state: &Briefing, desk: &Desk) -> Page {
    let words = &app.words;
    let scenario = &state.scenario;
    let mut page = Page::new(usize::from(desk.body.width));
    about(app, scenario, desk, &mut page);
    page.blank();
    let (left, right) = app.glyphs().left_right();
    let mode = format!("{left} {} {right}", mode_name(app, state.mode));
    let means = mode_means(app, state.mode);
    let label = words.say("how");
    page.para(
        Para::new(vec![
            ink(Role::Muted, format!("{label}  ")),
            ink(Role::Accent, mode),
            ink(Role::Text, format!("  {means}")),
        ])
        .hang(2)
        .spot(Spot::Act(Action::Mode)),
    );
    if scenario.roles.len() > 1 {
        let role = format!("{left} {} {right}", in_words(&state.role()));
        let label = words.say("you-are");
        page.para(
            Para::new(vec![ink(Role::Muted, format!("{label}  ")), ink(Role::Accent, role)])
                .spot(Spot::Act(Action::Part)),
        );
    }
    page.blank();
    let pointer = app.glyphs().pointer();
    page.para(
        Para::new(vec![
            ink(Role::Accent, format!("{pointer} ")),
            ink(Role::Strong, words.say("walk-in")),
        ])
        .spot(Spot::Act(Action::Enter))
        .focus(true),
    );
    page
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let view = view_of(app);
    let seed = app.seed;
    let Some(state) = state_mut(app) else {
        return Vec::new();
    };
    if state.scroll.follow(action, view) {
        return Vec::new();
    }
    match action {
        Action::Mode => {
            state.mode = match state.mode {
                Mode::Coached => Mode::Flow,
                Mode::Flow => Mode::Exam,
                Mode::Exam => Mode::Coached,
            };
            state.scroll.to(usize::MAX, view);
        }
        Action::Part => {
            state.role = (state.role + 1) % state.scenario.roles.len().max(1);
            state.scroll.to(usize::MAX, view);
        }
        Action::Enter if state.begun => {}
        Action::Enter => {
            state.begun = true;
            return vec![Effect::Begin {
                scenario: state.scenario.id.clone(),
                mode: state.mode,
                role: state.role(),
                seed,
            }];
        }
        Action::Back => {
            app.pop();
            return vec![Effect::LoadHome];
        }
        _ => {}
    }
    Vec::new()
}

/// It did not open: it may be asked again.
pub(crate) fn failed(app: &mut App) {
    if let Some(state) = state_mut(app) {
        state.begun = false;
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let (desk, page) = laid(app);
    let Some(state) = state(app).filter(|_| desk.body.contains(at)) else {
        return Vec::new();
    };
    let top = state.scroll.shown(View::new(page.len(), desk.body.height));
    let row = top + usize::from(at.y - desk.body.y);
    match page.rows.get(row).and_then(|row| row.spot) {
        Some(Spot::Act(action)) => act(app, action),
        _ => Vec::new(),
    }
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    let view = view_of(app);
    if let Some(state) = state_mut(app) {
        if down {
            state.scroll.down(3, view);
        } else {
            state.scroll.up(3, view);
        }
    }
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let Some(state) = state(app) else { return };
    let (desk, page) = laid(app);
    let scenario = &state.scenario;
    let title = vec![ink(Role::Strong, scenario.raw(scenario.title))];
    paint::head(app, frame, &desk, title, Vec::new());
    let view = View::new(page.len(), desk.body.height);
    let top = state.scroll.shown(view);
    paint::page(frame.buffer_mut(), desk.body, &page, top, app.theme());
    let more = paint::more(app, state.scroll, view);
    paint::notice(app, frame, &desk, more);
    let but: &[Action] = if scenario.roles.len() > 1 { &[] } else { &[Action::Part] };
    paint::foot(app, frame, &desk, Context::Briefing, but);
    let row = page.rows_of(Spot::Act(Action::Enter)).map(|rows| rows.start);
    paint::cursor(
        frame,
        desk.body,
        0,
        row.and_then(|row| row.checked_sub(top))
            .filter(|row| *row < usize::from(desk.body.height))
            .or(Some(0)),
    );
}
