//! The keys of the screen beneath, from the table that dispatches them.

use ratatui::Frame;
use ratatui::crossterm::event::KeyCode;

use super::Screen;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::keymap::{self, Action, Context, Key};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para, ink, width};
use crate::tui::theme::Role;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Help {
    of: Context,
    scroll: Scroll,
}

pub(crate) fn open(app: &mut App, of: Context) {
    if of != Context::Help {
        app.push(Screen::Help(Help {
            of,
            scroll: Scroll::default(),
        }));
    }
}

fn laid(app: &App, help: &Help) -> (Desk, Page) {
    let desk = Desk::new(app.size, 1, false);
    let words = &app.words;
    let mut page = Page::new(usize::from(desk.body.width));
    for context in [help.of, Context::Everywhere] {
        if context == Context::Everywhere {
            page.blank();
            page.say(Role::Muted, words.say("help-everywhere"));
        }
        for (keys, action) in keymap::rows(context) {
            let names: Vec<String> = if keys.len() > 3 {
                let digits = |one: &Key, next: &Key| is_digit(*one) == is_digit(*next);
                keys.chunk_by(digits).map(|run| range(app, run)).collect()
            } else {
                keys.iter().map(|key| key.name(words)).collect()
            };
            let column = if desk.compact { 12 } else { 20 };
            let shown = names.join(", ");
            let gap = column - width(&shown).min(column - 1);
            let pieces = vec![
                ink(Role::Key, &shown),
                ink(Role::Text, " ".repeat(gap)),
                ink(Role::Text, action.label(context, words)),
            ];
            page.para(Para::new(pieces).hang(column));
        }
    }
    page.blank();
    page.say(Role::Muted, words.say("help-mouse"));
    page.blank();
    page.say(Role::Muted, words.say("education-only"));
    (desk, page)
}

fn is_digit(key: Key) -> bool {
    matches!(key.code, KeyCode::Char(letter) if letter.is_ascii_digit())
}

/// `1 to 9`
fn range(app: &App, run: &[Key]) -> String {
    let name = |key: Option<&Key>| key.map(|key| key.name(&app.words)).unwrap_or_default();
    let (first, last) = (name(run.first()), name(run.last()));
    format!("{first} {} {last}", app.words.say("key-to"))
}

fn view_of(app: &App) -> View {
    match app.top() {
        Screen::Help(help) => {
            let (desk, page) = laid(app, help);
            View::new(page.len(), desk.body.height)
        }
        _ => View { rows: 0, height: 0 },
    }
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let view = view_of(app);
    let Screen::Help(help) = app.top_mut() else {
        return Vec::new();
    };
    if help.scroll.follow(action, view) {
        return Vec::new();
    }
    if action == Action::Back {
        app.pop();
    }
    Vec::new()
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    act(app, if down { Action::Down } else { Action::Up });
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let Screen::Help(help) = app.top() else { return };
    let (desk, page) = laid(app, help);
    let title = vec![ink(Role::Strong, app.words.say("help-title"))];
    paint::head(app, frame, &desk, title, Vec::new());
    let view = View::new(page.len(), desk.body.height);
    let top = help.scroll.shown(view);
    paint::page(frame.buffer_mut(), desk.body, &page, top, app.theme());
    let more = paint::more(app, help.scroll, view);
    paint::notice(app, frame, &desk, more);
    paint::foot(app, frame, &desk, Context::Help, &[]);
    paint::cursor(frame, desk.body, 0, Some(0));
}
