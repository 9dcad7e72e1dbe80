//! Progress: conversations and first attempts, skills, how sure against how good, what might be worth another look. One page
//! read downwards; a part is one file. Every number comes from `practice`; nothing is worked out here.

mod attempts;
mod due;
mod empty;
mod page;
mod scale;
mod scatter;
mod skills;
mod sure;

use ratatui::Frame;

use super::Screen;
use crate::tui::app::App;
use crate::tui::keymap::{Action, Context};
use crate::tui::memo::Memo;
use crate::tui::msg::Effect;
use crate::tui::paint;
use crate::tui::progress_data::ProgressData;
use crate::tui::scroll::Scroll;
use crate::tui::text::{Page, ink};
use crate::tui::theme::Role;
use page::Laid;

#[derive(Clone, Debug, Default)]
pub(crate) struct ProgressScreen {
    pub(crate) found: Found,
    scroll: Scroll,
    /// The page as it was set last.
    set: Memo<page::Looked, Page>,
}

#[derive(Clone, Debug, Default)]
pub(crate) enum Found {
    /// Asked for, and not here yet.
    #[default]
    Coming,
    Here(Box<ProgressData>),
    /// Why not, and what to do.
    Failed(String),
}

/// Shows that it is being gathered, and asks for it.
pub(crate) fn open(app: &mut App) -> Vec<Effect> {
    app.push(Screen::Progress(Box::default()));
    vec![Effect::LoadProgress]
}

/// Fills the screen that waits for it, also beneath another; where none does any more, it comes too late.
pub(crate) fn arrived(app: &mut App, found: Result<Box<ProgressData>, String>) {
    let waiting = app.screens.iter_mut().rev().find_map(|screen| match screen {
        Screen::Progress(state) => Some(state),
        _ => None,
    });
    if let Some(state) = waiting {
        **state = ProgressScreen {
            found: match found {
                Ok(data) => Found::Here(data),
                Err(why) => Found::Failed(why),
            },
            ..ProgressScreen::default()
        };
    }
}

fn state(app: &App) -> Option<&ProgressScreen> {
    match app.top() {
        Screen::Progress(state) => Some(state),
        _ => None,
    }
}

pub(crate) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(laid) = Laid::of(app) else {
        return Vec::new();
    };
    let view = laid.view();
    let parts = laid.page.parts();
    let Screen::Progress(state) = app.top_mut() else {
        return Vec::new();
    };
    if state.scroll.follow(action, view) {
        return Vec::new();
    }
    match action {
        Action::NextPart | Action::PreviousPart => {
            state.scroll.turn_part(parts, action == Action::NextPart, view);
        }
        Action::Back => app.pop(),
        _ => {}
    }
    Vec::new()
}

pub(crate) fn wheel(app: &mut App, down: bool) {
    let Some(view) = Laid::of(app).map(|laid| laid.view()) else {
        return;
    };
    if let Screen::Progress(state) = app.top_mut() {
        if down {
            state.scroll.down(3, view);
        } else {
            state.scroll.up(3, view);
        }
    }
}

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let (Some(state), Some(laid)) = (state(app), Laid::of(app)) else {
        return;
    };
    let view = laid.view();
    let top = state.scroll.shown(view);
    let parts = laid.page.parts();
    let aside = if parts.len() > 1 {
        let here = parts.iter().filter(|row| **row <= top + 2).count().max(1);
        let here = if state.scroll.at_end(view) { parts.len() } else { here };
        let args = [("at", here.into()), ("all", parts.len().into())];
        app.words.say_with("debrief-part-short", &args)
    } else {
        String::new()
    };
    let title = vec![ink(Role::Strong, app.words.say("progress-title"))];
    paint::head(app, frame, &laid.desk, title, vec![ink(Role::Muted, aside)]);
    paint::page(frame.buffer_mut(), laid.desk.body, &laid.page, top, app.theme());
    let more = paint::more(app, state.scroll, view);
    paint::notice(app, frame, &laid.desk, more);
    let nowhere: &[Action] = match parts.len() {
        0 | 1 if view.last() == 0 => &[Action::NextPart, Action::ReadOn],
        _ => &[],
    };
    paint::foot(app, frame, &laid.desk, Context::Progress, nowhere);
    paint::cursor(frame, laid.desk.body, 0, Some(0));
}
