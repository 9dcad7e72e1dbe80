//! The quiet screen on the way out: one can stop here, and nothing is scored.

use ratatui::Frame;

use super::Screen;
use crate::session::Input;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::keymap::{Action, Context};
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::scroll::{Scroll, View};
use crate::tui::text::{Page, Para};
use crate::tui::theme::Role;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Leaving {
    scroll: Scroll,
}

/// Puts the quiet screen on top; the conversation stays beneath.
pub(crate) fn open(app: &mut App) {
    app.push(Screen::Leaving(Leaving::default()));
}

fn laid(app: &App) -> (Desk, Page) {
    let desk = Desk::new(app.size, 1, false);
    let words = &app.words;
    let mut page = Page::new(usize::from(desk.body.width));
    page.say(Role::Strong, words.say("you-can-stop"));
    page.blank();
    page.say(Role::Text, words.say("you-can-stop-means"));
    if !app.settings.support.is_empty() {
        page.blank();
        page.say(Role::Text, words.say("support"));
        for line in &app.settings.support {
            page.para(Para::of(Role::Text, line).indent(2).hang(2));
        }
    }
    page.blank();
    page.say(Role::Muted, words.say("pause-means"));
    (desk, page)
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let (desk, page) = laid(app);
    let view = View::new(page.len(), desk.body.height);
    let Screen::Leaving(state) = app.top_mut() else {
        return Vec::new();
    };
    if state.scroll.follow(action, view) {
        return Vec::new();
    }
    match action {
        Action::Enter => {
            let left = app.sitting.as_mut().map(|sitting| sitting.handle(Input::Leave));
            let mut effects = left.and_then(Result::ok).unwrap_or_default();
            app.screens.truncate(1);
            effects.push(Effect::LoadHome);
            return effects;
        }
        Action::Pause => {
            app.screens.truncate(1);
            let text = app.words.say("paused");
            app.note(Role::Muted, text);
            return vec![Effect::LoadHome];
        }
        Action::Back => app.pop(),
        _ => {}
    }
    Vec::new()
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    act(app, if down { Action::Down } else { Action::Up });
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let Screen::Leaving(state) = app.top() else { return };
    let (desk, page) = laid(app);
    let view = View::new(page.len(), desk.body.height);
    let rows = u16::try_from(page.len()).unwrap_or(desk.body.height);
    let mut area = desk.body;
    // A little above the middle, where the eye rests.
    let down = area.height.saturating_sub(rows) * 2 / 5;
    area.y += down;
    area.height -= down;
    paint::page(frame.buffer_mut(), area, &page, state.scroll.shown(view), app.theme());
    let more = paint::more(app, state.scroll, view);
    paint::notice(app, frame, &desk, more);
    paint::foot(app, frame, &desk, Context::Leaving, &[]);
    paint::cursor(frame, area, 0, Some(0));
}
