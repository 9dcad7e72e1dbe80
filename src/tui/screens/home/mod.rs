//! Home: what is open, what today's minutes could be, and the library, with what is known of the one in focus.

mod filter;
mod page;
mod view;

pub(crate) use filter::{Filter, Row};
pub(crate) use page::{level_name, minutes, review, track_name};
pub(crate) use view::view;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;

use crate::tui::app::App;
use crate::tui::home_data::Suggestion;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::screens::{Screen, drill, exam, progress, settings};
use crate::tui::scroll::Scroll;
use crate::tui::text::Spot;
use crate::tui::theme::Role;

#[derive(Clone, Debug, Default)]
pub(crate) struct Home {
    /// Among the items of [`items`].
    pub(crate) focus: usize,
    pub(crate) scroll: Scroll,
    pub(crate) query: String,
    pub(crate) finding: bool,
    pub(crate) filter: Filter,
    /// The row of the filter in focus, while it is being set.
    pub(crate) filtering: Option<usize>,
    /// Every open attempt is listed, not the newest only.
    pub(crate) every_open: bool,
}

/// So many open attempts are listed before they are asked for; more would push the library off the screen.
const FEW: usize = 3;

/// One thing on home that can be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Item {
    /// The n-th open attempt.
    Open(usize),
    /// So many more open attempts.
    Older(usize),
    Suggested,
    /// The n-th entry of the library.
    Entry(usize),
}

impl Home {
    pub(crate) fn context(&self) -> Context {
        match (self.finding, self.filtering) {
            (true, _) => Context::Find,
            (_, Some(_)) => Context::Filter,
            _ => Context::Home,
        }
    }
}

fn state(app: &App) -> Option<&Home> {
    match app.screens.first() {
        Some(Screen::Home(home)) => Some(home),
        _ => None,
    }
}

fn state_mut(app: &mut App) -> Option<&mut Home> {
    match app.screens.first_mut() {
        Some(Screen::Home(home)) => Some(home),
        _ => None,
    }
}

/// Everything that can be opened, in the order shown.
pub(crate) fn items(app: &App) -> Vec<Item> {
    let Some(home) = state(app) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    if home.query.is_empty() {
        let open = app.home.open.len();
        let listed = if home.every_open { open } else { open.min(FEW) };
        items.extend((0..listed).map(Item::Open));
        items.extend((listed < open).then_some(Item::Older(open - listed)));
        let suggested = app.home.suggestion.as_ref();
        let named = |suggested: &&Suggestion| suggested.scenario.is_some() || suggested.skill.is_some();
        items.extend(suggested.filter(named).map(|_| Item::Suggested));
    }
    let shown = filter::shown(&app.home, home, &app.settings.hidden_tags);
    items.extend(shown.into_iter().map(Item::Entry));
    items
}

pub(crate) fn focused(app: &App) -> Option<Item> {
    let items = items(app);
    let at = state(app)?.focus.min(items.len().checked_sub(1)?);
    items.get(at).copied()
}

/// After a change of the library: the focus stays on something.
pub(crate) fn settle(app: &mut App) {
    let last = items(app).len().saturating_sub(1);
    if let Some(home) = state_mut(app) {
        home.focus = home.focus.min(last);
    }
    reveal(app);
}

pub(super) fn reveal(app: &mut App) {
    let laid = page::Laid::of(app);
    let Some((at, filtering)) = state(app).map(|home| (home.focus, home.filtering.is_some())) else {
        return;
    };
    let rows = if filtering {
        let row = laid.list.rows.iter().position(|row| row.focus);
        row.map(|row| row..row + 1)
    } else {
        laid.list.rows_of(Spot::Item(at))
    };
    let view = laid.view();
    if let (Some(home), Some(rows)) = (state_mut(app), rows) {
        if at == 0 && !filtering {
            home.scroll.top = 0;
        }
        home.scroll.reveal(&rows, view);
    }
}

fn go(app: &mut App, to: usize) {
    let last = items(app).len().saturating_sub(1);
    if let Some(home) = state_mut(app) {
        home.focus = to.min(last);
    }
    reveal(app);
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(home) = state(app) else {
        return Vec::new();
    };
    match home.context() {
        Context::Find => return find(app, action),
        Context::Filter => {
            filter::act(app, action);
            return Vec::new();
        }
        _ => {}
    }
    let at = home.focus;
    match action {
        Action::Up => go(app, at.saturating_sub(1)),
        Action::Down => go(app, at + 1),
        Action::PageUp => go(app, at.saturating_sub(8)),
        Action::PageDown => go(app, at + 8),
        Action::Top => go(app, 0),
        Action::Bottom => go(app, usize::MAX),
        Action::Enter => return open(app),
        Action::Find => {
            if let Some(home) = state_mut(app) {
                home.finding = true;
            }
        }
        Action::Filter => {
            if let Some(home) = state_mut(app) {
                home.filtering = Some(0);
            }
            reveal(app);
        }
        Action::Clear => clear(app),
        Action::Progress => return progress::open(app),
        Action::Settings => settings::open(app),
        Action::Drill => return drill::today(app),
        Action::Exam => return exam::open(app),
        Action::Quit => return vec![Effect::Quit],
        _ => {}
    }
    Vec::new()
}

fn clear(app: &mut App) {
    if let Some(home) = state_mut(app) {
        home.query.clear();
        home.filter = Filter::default();
    }
    go(app, 0);
}

fn find(app: &mut App, action: Action) -> Vec<Effect> {
    let at = state(app).map_or(0, |home| home.focus);
    match action {
        Action::Up => go(app, at.saturating_sub(1)),
        Action::Down => go(app, at + 1),
        Action::Enter => {
            if let Some(home) = state_mut(app) {
                home.finding = false;
            }
        }
        Action::Clear => {
            if let Some(home) = state_mut(app) {
                home.finding = false;
                home.query.clear();
            }
            go(app, 0);
        }
        _ => {}
    }
    Vec::new()
}

fn open(app: &mut App) -> Vec<Effect> {
    // What is still on its way to the disk belongs to the sitting before; another one waits until it is safe.
    if !app.settled() {
        if app.unsaved().is_none() {
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
        }
        return Vec::new();
    }
    match focused(app) {
        Some(Item::Open(at)) => {
            let token = app.home.open[at].token.clone();
            vec![Effect::Resume { token }]
        }
        Some(Item::Older(_)) => {
            if let Some(home) = state_mut(app) {
                home.every_open = true;
            }
            reveal(app);
            Vec::new()
        }
        Some(Item::Suggested) => {
            let suggested = app.home.suggestion.clone().unwrap_or_default();
            match (suggested.scenario, suggested.skill) {
                (Some(scenario), _) => vec![Effect::Load { scenario }],
                (None, Some(skill)) => drill::begin(app, Some(skill)),
                (None, None) => Vec::new(),
            }
        }
        Some(Item::Entry(at)) => {
            let entry = &app.home.entries[at];
            if let Some(broken) = &entry.broken {
                let args = [("path", (&broken.path).into()), ("faults", broken.faults.into())];
                let text = app.words.say_with("broken-do", &args);
                app.note(Role::Warn, text);
                return Vec::new();
            }
            vec![Effect::Load {
                scenario: entry.id.clone(),
            }]
        }
        None => Vec::new(),
    }
}

pub(crate) fn typed(app: &mut App, key: KeyEvent) {
    let Some(home) = state_mut(app).filter(|home| home.finding) else {
        return;
    };
    match key.code {
        KeyCode::Char('u') if key.modifiers.contains(KeyModifiers::CONTROL) => home.query.clear(),
        KeyCode::Char(letter) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            home.query.push(letter);
        }
        KeyCode::Backspace => {
            home.query.pop();
        }
        _ => return,
    }
    go(app, 0);
}

pub(crate) fn pasted(app: &mut App, text: &str) {
    if let Some(home) = state_mut(app).filter(|home| home.finding) {
        home.query.push_str(text.lines().next().unwrap_or(""));
        go(app, 0);
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let laid = page::Laid::of(app);
    let Some(home) = state(app).filter(|_| laid.area.contains(at)) else {
        return Vec::new();
    };
    let row = home.scroll.shown(laid.view()) + usize::from(at.y - laid.area.y);
    let Some(Some(Spot::Item(item))) = laid.list.rows.get(row).map(|row| row.spot) else {
        return Vec::new();
    };
    if home.filtering.is_some() {
        return Vec::new();
    }
    if home.focus == item {
        return open(app);
    }
    go(app, item);
    Vec::new()
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    let view = page::Laid::of(app).view();
    if let Some(home) = state_mut(app) {
        if down {
            home.scroll.down(3, view);
        } else {
            home.scroll.up(3, view);
        }
    }
}
