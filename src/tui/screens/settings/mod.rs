//! Settings: one row each, changed with the arrows, kept at once.

mod rows;

use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;

use super::Screen;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::Role;
use rows::{Row, rows};

#[derive(Clone, Debug, Default)]
pub(crate) struct SettingsScreen {
    focus: usize,
    scroll: Scroll,
    /// A line for the screen on leaving, while it is typed.
    typing: Option<String>,
}

impl SettingsScreen {
    pub(crate) fn context(&self) -> Context {
        match self.typing {
            Some(_) => Context::Feeling,
            None => Context::Settings,
        }
    }
}

pub(crate) fn open(app: &mut App) {
    app.push(Screen::Settings(SettingsScreen::default()));
}

fn laid(app: &App, state: &SettingsScreen) -> (Desk, Page) {
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    let glyphs = app.glyphs();
    let (left, right) = glyphs.left_right();
    let (mut tags, mut support) = (false, false);
    for (at, row) in rows(app).iter().enumerate() {
        if matches!(row, Row::Tag(_)) && !tags {
            tags = true;
            page.blank();
            page.say(Role::Muted, app.words.say("set-tags"));
        }
        if matches!(row, Row::Support(_)) && !support {
            support = true;
            page.blank();
            page.say(Role::Muted, app.words.say("set-support"));
        }
        let focus = at == state.focus;
        let mut shown = row.shown(app);
        if let Some(typed) = state.typing.as_ref().filter(|_| focus) {
            shown.name = format!("{typed}{}", glyphs.bar());
        }
        let pointer = if focus { glyphs.pointer() } else { " " };
        let value = if focus && shown.turns {
            format!("{left} {} {right}", shown.value)
        } else {
            shown.value
        };
        let label = vec![ink(Role::Accent, format!("{pointer} ")), ink(Role::Text, shown.name)];
        let made = page.sides(label, vec![ink(Role::Accent, value)], glyphs.ellipsis());
        made.spot = Some(Spot::Item(at));
        made.focus = focus;
        if focus {
            page.para(
                Para::of(Role::Muted, shown.means)
                    .indent(2)
                    .spot(Spot::Item(at))
                    .focus(true),
            );
        }
    }
    (desk, page)
}

fn on_top(app: &App) -> SettingsScreen {
    match app.top() {
        Screen::Settings(state) => state.clone(),
        _ => SettingsScreen::default(),
    }
}

fn go(app: &mut App, to: usize) {
    let last = rows(app).len().saturating_sub(1);
    if let Screen::Settings(state) = app.top_mut() {
        state.focus = to.min(last);
    }
    let state = on_top(app);
    let (desk, page) = laid(app, &state);
    let view = View::new(page.len(), desk.body.height);
    if let (Some(shown), Screen::Settings(state)) = (page.rows_of(Spot::Item(state.focus)), app.top_mut()) {
        state.scroll.reveal(&shown, view);
        if state.focus == last {
            state.scroll.to(usize::MAX, view);
        }
    }
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let SettingsScreen { focus: at, typing, .. } = on_top(app);
    if let Some(text) = typing {
        return typed_line(app, at, &text, action);
    }
    match action {
        Action::Up => go(app, at.saturating_sub(1)),
        Action::Down => go(app, at + 1),
        Action::PageUp | Action::Top => go(app, 0),
        Action::PageDown | Action::Bottom => go(app, usize::MAX),
        Action::Left | Action::Right => {
            let row = rows(app).into_iter().nth(at);
            if let Some(Row::Support(line)) = row {
                let text = line.and_then(|line| app.settings.support.get(line).cloned());
                write(app, Some(text.unwrap_or_default()));
                return Vec::new();
            }
            let Some(row) = row.filter(|row| row.shown(app).turns) else {
                return Vec::new();
            };
            row.turn(app, action == Action::Right);
            go(app, at);
            return vec![Effect::SaveSettings(app.settings.clone())];
        }
        Action::Back => app.pop(),
        _ => {}
    }
    Vec::new()
}

fn write(app: &mut App, text: Option<String>) {
    if let Screen::Settings(state) = app.top_mut() {
        state.typing = text;
    }
}

/// Enter keeps the line, and takes an empty one away; Esc leaves it as it was.
fn typed_line(app: &mut App, at: usize, text: &str, action: Action) -> Vec<Effect> {
    if !matches!(action, Action::Enter | Action::Back) {
        return Vec::new();
    }
    write(app, None);
    let Some(Row::Support(line)) = rows(app).into_iter().nth(at).filter(|_| action == Action::Enter) else {
        return Vec::new();
    };
    let lines = &mut app.settings.support;
    let text = text.trim();
    match line.filter(|line| *line < lines.len()) {
        Some(line) if text.is_empty() => {
            lines.remove(line);
        }
        Some(line) => text.clone_into(&mut lines[line]),
        None if text.is_empty() => return Vec::new(),
        None => lines.push(text.to_owned()),
    }
    go(app, at);
    vec![Effect::SaveSettings(app.settings.clone())]
}

pub(crate) fn typed(app: &mut App, key: KeyEvent) {
    let Screen::Settings(SettingsScreen { typing: Some(text), .. }) = app.top_mut() else {
        return;
    };
    match key.code {
        KeyCode::Char(letter) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            text.push(letter)
        }
        KeyCode::Backspace => {
            text.pop();
        }
        _ => {}
    }
}

pub(crate) fn pasted(app: &mut App, pasted: &str) {
    if let Screen::Settings(SettingsScreen { typing: Some(text), .. }) = app.top_mut() {
        text.push_str(pasted.lines().next().unwrap_or_default());
    }
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let state = on_top(app);
    let (desk, page) = laid(app, &state);
    if !desk.body.contains(at) {
        return Vec::new();
    }
    let top = state.scroll.shown(View::new(page.len(), desk.body.height));
    let row = top + usize::from(at.y - desk.body.y);
    let Some(Some(Spot::Item(item))) = page.rows.get(row).map(|row| row.spot) else {
        return Vec::new();
    };
    if state.typing.is_some() {
        return Vec::new();
    }
    if item == state.focus {
        return act(app, Action::Right);
    }
    go(app, item);
    Vec::new()
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let state = on_top(app);
    let (desk, page) = laid(app, &state);
    let title = vec![ink(Role::Strong, app.words.say("settings-title"))];
    paint::head(app, frame, &desk, title, Vec::new());
    let view = View::new(page.len(), desk.body.height);
    let top = state.scroll.shown(view);
    paint::page(frame.buffer_mut(), desk.body, &page, top, app.theme());
    let more = (!state.scroll.at_end(view)).then(|| {
        app.words
            .say_with("more-list", &[("sign", app.glyphs().more_below().into())])
    });
    paint::notice(app, frame, &desk, more);
    paint::foot(app, frame, &desk, state.context(), &[]);
    let row = page.rows_of(Spot::Item(state.focus)).map(|rows| rows.start);
    paint::cursor(frame, desk.body, 0, row.and_then(|row| row.checked_sub(top)));
}
