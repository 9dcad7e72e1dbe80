//! Paints the conversation.

use ratatui::Frame;

use super::{Laid, people, state};
use crate::model::Mode;
use crate::session::Current;
use crate::tui::app::App;
use crate::tui::asking::{Asking, write_first};
use crate::tui::keymap::Action;
use crate::tui::text::{Piece, Spot, ink};
use crate::tui::theme::Role;
use crate::tui::{desk, paint};

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let (Some(sitting), Some(state), Some(laid)) = (app.sitting.as_ref(), state(app), Laid::of(app)) else {
        return;
    };
    let session = &sitting.session;
    let theme = app.theme();
    let title = session.scenario().raw(session.scenario().title);
    paint::head(app, frame, &laid.desk, vec![ink(Role::Strong, title)], aside(app));
    people::paint(app, frame, &laid.desk, session.scenario(), &session.people());
    let top = state.scroll.shown(laid.view());
    paint::page(frame.buffer_mut(), laid.area, &laid.page, top, theme);
    let more = paint::more(app, state.scroll, laid.view());
    paint::notice(app, frame, &laid.desk, more);
    let context = app.context();
    paint::foot(app, frame, &laid.desk, context, &unavailable(app));
    match &state.asking {
        Asking::OwnWords(editor) => {
            if let Some(area) = laid.editor {
                write_first(app, frame, area, editor);
            }
        }
        Asking::Nothing | Asking::Confidence { .. } => {
            let focus = match &state.asking {
                Asking::Confidence { focus, .. } => Some(focus.unwrap_or(0)),
                _ => state
                    .focus
                    .or(matches!(session.current(), Current::Ended(_)).then_some(0)),
            };
            let focused = focus.and_then(|at| laid.page.rows_of(Spot::Item(at)));
            let row = focused.map(|rows| rows.start).filter(|row| *row >= top);
            // With nothing in focus the cursor waits where reading goes on.
            let row = row.map(|row| row - top).or(Some(0));
            paint::cursor(frame, laid.area, 0, row);
        }
    }
}

/// Mode and how far along.
fn aside(app: &App) -> Vec<Piece> {
    let Some(sitting) = &app.sitting else {
        return Vec::new();
    };
    let session = &sitting.session;
    let mode = crate::tui::screens::mode_name(app, session.mode());
    let mut text = mode;
    if let Current::Deciding { .. } = session.current() {
        let number = session.run().turns.len() + 1;
        let decision = app.words.say_with("decision-number", &[("number", number.into())]);
        text = format!("{text} {} {decision}", app.glyphs().dot());
    }
    if desk::compact(app.size) {
        text = session.run().turns.len().saturating_add(1).to_string();
    }
    vec![ink(Role::Muted, text)]
}

/// Keys that do nothing now are not offered.
fn unavailable(app: &App) -> Vec<Action> {
    let mut but = Vec::new();
    let Some(sitting) = &app.sitting else {
        return but;
    };
    let session = &sitting.session;
    let exam = session.mode() == Mode::Exam;
    let taken = !session.run().turns.is_empty();
    let hint = match session.current() {
        Current::Deciding { node, .. } => session.scenario().node(node).hint.is_some(),
        _ => false,
    };
    if exam || !taken || session.mode() == Mode::Coached {
        but.push(Action::Why);
    }
    if exam || !hint {
        but.push(Action::Hint);
    }
    if exam || !taken {
        but.push(Action::Rewind);
    }
    if exam {
        but.push(Action::Map);
    }
    but
}
