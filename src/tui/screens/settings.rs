//! Settings: one row each, changed with the arrows, kept at once.

use ratatui::Frame;
use ratatui::layout::Position;

use super::{Screen, mode_means, mode_name};
use crate::model::{Mode, Name};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::script::in_words;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::{Role, ThemeChoice};

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct SettingsScreen {
    focus: usize,
    scroll: Scroll,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    Mode,
    Theme,
    OneKey,
    Confidence,
    SayFirst,
    ReducedMotion,
    Ascii,
    /// A content tag, listed or not.
    Tag(Name),
}

pub(crate) fn open(app: &mut App) {
    app.push(Screen::Settings(SettingsScreen::default()));
}

fn rows(app: &App) -> Vec<Row> {
    let mut rows = vec![
        Row::Mode,
        Row::Theme,
        Row::OneKey,
        Row::Confidence,
        Row::SayFirst,
        Row::ReducedMotion,
        Row::Ascii,
    ];
    let listed = app.home.entries.iter().flat_map(|entry| entry.tags.iter().cloned());
    let mut tags: Vec<Name> = listed.chain(app.settings.hidden_tags.iter().cloned()).collect();
    tags.sort();
    tags.dedup();
    rows.extend(tags.into_iter().map(Row::Tag));
    rows
}

fn on_off(app: &App, on: bool) -> String {
    if on { app.words.say("on") } else { app.words.say("off") }
}

/// Name, value, and what it means.
fn about(app: &App, row: &Row) -> (String, String, String) {
    let words = &app.words;
    let settings = &app.settings;
    match row {
        Row::Mode => (
            words.say("set-mode"),
            mode_name(app, settings.mode),
            mode_means(app, settings.mode),
        ),
        Row::Theme => {
            let value = match settings.theme {
                ThemeChoice::Auto => words.say("theme-auto"),
                ThemeChoice::Dark => words.say("theme-dark"),
                ThemeChoice::Light => words.say("theme-light"),
                ThemeChoice::Sixteen => words.say("theme-sixteen"),
                ThemeChoice::Plain => words.say("theme-plain"),
            };
            (words.say("set-theme"), value, words.say("set-theme-means"))
        }
        Row::OneKey => (
            words.say("set-one-key"),
            on_off(app, settings.one_key),
            words.say("set-one-key-means"),
        ),
        Row::Confidence => (
            words.say("set-confidence"),
            on_off(app, settings.confidence),
            words.say("set-confidence-means"),
        ),
        Row::SayFirst => (
            words.say("set-say-first"),
            on_off(app, settings.say_first),
            words.say("set-say-first-means"),
        ),
        Row::ReducedMotion => (
            words.say("set-motion"),
            on_off(app, settings.reduced_motion),
            words.say("set-motion-means"),
        ),
        Row::Ascii => (
            words.say("set-ascii"),
            on_off(app, settings.ascii),
            words.say("set-ascii-means"),
        ),
        Row::Tag(tag) => {
            let value = if settings.hidden_tags.contains(tag) {
                words.say("tag-hidden")
            } else {
                words.say("tag-shown")
            };
            (in_words(tag), value, words.say("set-tag-means"))
        }
    }
}

fn change(app: &mut App, row: &Row, on: bool) {
    let settings = &mut app.settings;
    match row {
        Row::Mode => settings.mode = turned(&Mode::ALL, settings.mode, on),
        Row::Theme => settings.theme = turned(&ThemeChoice::ALL, settings.theme, on),
        Row::OneKey => settings.one_key = !settings.one_key,
        Row::Confidence => settings.confidence = !settings.confidence,
        Row::SayFirst => settings.say_first = !settings.say_first,
        Row::ReducedMotion => settings.reduced_motion = !settings.reduced_motion,
        Row::Ascii => settings.ascii = !settings.ascii,
        Row::Tag(tag) => match settings.hidden_tags.iter().position(|hidden| hidden == tag) {
            Some(at) => {
                settings.hidden_tags.remove(at);
            }
            None => settings.hidden_tags.push(tag.clone()),
        },
    }
}

fn turned<T: Copy + PartialEq>(all: &[T], now: T, on: bool) -> T {
    let at = all.iter().position(|value| *value == now).unwrap_or(0);
    let to = if on { at + 1 } else { at + all.len() - 1 };
    all[to % all.len()]
}

fn laid(app: &App, state: SettingsScreen) -> (Desk, Page) {
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    let glyphs = app.glyphs();
    let (left, right) = glyphs.left_right();
    let mut tags = false;
    for (at, row) in rows(app).iter().enumerate() {
        if matches!(row, Row::Tag(_)) && !tags {
            tags = true;
            page.blank();
            page.say(Role::Muted, app.words.say("set-tags"));
        }
        let focus = at == state.focus;
        let (name, value, means) = about(app, row);
        let pointer = if focus { glyphs.pointer() } else { " " };
        let value = if focus {
            format!("{left} {value} {right}")
        } else {
            value
        };
        let label = vec![ink(Role::Accent, format!("{pointer} ")), ink(Role::Text, name)];
        let made = page.sides(label, vec![ink(Role::Accent, value)], glyphs.ellipsis());
        made.spot = Some(Spot::Item(at));
        made.focus = focus;
        if focus {
            page.para(Para::of(Role::Muted, means).indent(2).spot(Spot::Item(at)).focus(true));
        }
    }
    page.blank();
    let support = app.settings.support.len();
    page.say(
        Role::Muted,
        app.words.say_with("set-support", &[("count", support.into())]),
    );
    (desk, page)
}

fn on_top(app: &App) -> SettingsScreen {
    match app.top() {
        Screen::Settings(state) => *state,
        _ => SettingsScreen::default(),
    }
}

fn go(app: &mut App, to: usize) {
    let last = rows(app).len().saturating_sub(1);
    if let Screen::Settings(state) = app.top_mut() {
        state.focus = to.min(last);
    }
    let state = on_top(app);
    let (desk, page) = laid(app, state);
    let view = View::new(page.len(), desk.body.height);
    if let (Some(shown), Screen::Settings(state)) = (page.rows_of(Spot::Item(state.focus)), app.top_mut()) {
        state.scroll.reveal(&shown, view);
        if state.focus == last {
            state.scroll.to(usize::MAX, view);
        }
    }
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let at = on_top(app).focus;
    match action {
        Action::Up => go(app, at.saturating_sub(1)),
        Action::Down => go(app, at + 1),
        Action::PageUp | Action::Top => go(app, 0),
        Action::PageDown | Action::Bottom => go(app, usize::MAX),
        Action::Left | Action::Right => {
            if let Some(row) = rows(app).get(at).cloned() {
                change(app, &row, action == Action::Right);
            }
            go(app, at);
            return vec![Effect::SaveSettings(app.settings.clone())];
        }
        Action::Back => app.pop(),
        _ => {}
    }
    Vec::new()
}

pub(crate) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let state = on_top(app);
    let (desk, page) = laid(app, state);
    if !desk.body.contains(at) {
        return Vec::new();
    }
    let top = state.scroll.shown(View::new(page.len(), desk.body.height));
    let row = top + usize::from(at.y - desk.body.y);
    let Some(Some(Spot::Item(item))) = page.rows.get(row).map(|row| row.spot) else {
        return Vec::new();
    };
    if item == state.focus {
        return act(app, Action::Right);
    }
    go(app, item);
    Vec::new()
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let state = on_top(app);
    let (desk, page) = laid(app, state);
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
    paint::foot(app, frame, &desk, Context::Settings, &[]);
    let row = page.rows_of(Spot::Item(state.focus)).map(|rows| rows.start);
    paint::cursor(frame, desk.body, 0, row.and_then(|row| row.checked_sub(top)));
}
