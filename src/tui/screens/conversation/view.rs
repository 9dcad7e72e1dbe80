//! Paints the conversation.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Laid, people, state};
use crate::model::Mode;
use crate::session::Current;
use crate::tui::app::App;
use crate::tui::asking::{Asking, write_first};
use crate::tui::keymap::Action;
use crate::tui::text::{Page, Piece, Spot, ink};
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
    if laid.desk.head.height > 1 {
        let line = Rect {
            y: laid.desk.head.y + 1,
            height: 1,
            ..laid.desk.head
        };
        let mut strip = Page::new(usize::from(line.width));
        strip.sides(people::line(app, session), Vec::new(), app.glyphs().ellipsis());
        paint::page(frame.buffer_mut(), line, &strip, 0, theme);
    }
    if let Some(side) = laid.desk.side {
        let column = people::column(app, session, side.width);
        paint::page(frame.buffer_mut(), side, &column, 0, theme);
    }
    let top = state.scroll.shown(laid.view());
    paint::page(frame.buffer_mut(), laid.area, &laid.page, top, theme);
    let more = (!state.scroll.at_end(laid.view())).then(|| {
        let sign = app.glyphs().more_below();
        if app.context().takes_text() {
            app.words.say_with("more-below-text", &[("sign", sign.into())])
        } else {
            app.words.say_with("more-below", &[("sign", sign.into())])
        }
    });
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
