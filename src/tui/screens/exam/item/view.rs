//! Paints one item.

use ratatui::Frame;

use super::page::Laid;
use super::state;
use crate::practice::letter;
use crate::tui::app::App;
use crate::tui::asking::{Asking, write_first};
use crate::tui::exam::Seat;
use crate::tui::paint;
use crate::tui::screens::conversation::people;
use crate::tui::screens::exam::page::aside;
use crate::tui::text::{Spot, ink};
use crate::tui::theme::Role;

/// The letter of the answer so far.
fn answered(seat: &Seat, item: usize) -> Option<char> {
    let (single, chosen) = seat.sitting.single(item).zip(seat.sitting.chosen(item))?;
    let at = single.offered.iter().position(|choice| *choice == chosen)?;
    Some(letter(at))
}

pub(in crate::tui::screens::exam) fn view(app: &App, frame: &mut Frame) {
    let (Some(seat), Some(state), Some(laid)) = (app.seat.as_ref(), state(app), Laid::of(app)) else {
        return;
    };
    let theme = app.theme();
    let items = seat.sitting.items();
    let facts = [("number", (state.item + 1).into()), ("count", items.len().into())];
    let mut title = vec![ink(Role::Strong, app.words.say_with("exam-item", &facts))];
    let dot = app.glyphs().dot();
    if let Some(letter) = answered(seat, state.item) {
        let letter = letter.to_string();
        let answer = if laid.desk.compact {
            letter
        } else {
            app.words
                .say_with("exam-answer-so-far", &[("letter", (&letter).into())])
        };
        title.push(ink(Role::Accent, format!(" {dot} {answer}")));
    }
    if items.get(state.item).is_some_and(|item| item.flagged) {
        let flagged = app.words.say("exam-item-flagged");
        title.push(ink(Role::Warn, format!(" {dot} {flagged}")));
    }
    paint::head(app, frame, &laid.desk, title, aside(app));
    if let Some(session) = seat.sitting.talk(state.item) {
        people::paint(app, frame, &laid.desk, session.scenario(), &session.people());
    }
    let top = state.scroll.shown(laid.view());
    paint::page(frame.buffer_mut(), laid.area, &laid.page, top, theme);
    let more = paint::more(app, state.scroll, laid.view());
    paint::notice(app, frame, &laid.desk, more);
    paint::foot(app, frame, &laid.desk, app.context(), &[]);
    let focus = match &state.asking {
        Asking::OwnWords(editor) => {
            if let Some(area) = laid.editor {
                write_first(app, frame, area, editor);
            }
            return;
        }
        Asking::Confidence { focus, .. } => Some(focus.unwrap_or(0)),
        Asking::Nothing => state.focus,
    };
    let rows = focus.and_then(|at| laid.page.rows_of(Spot::Item(at)));
    let row = rows.and_then(|rows| rows.start.checked_sub(top));
    // With nothing in focus the cursor waits where reading goes on.
    let row = row.filter(|row| *row < usize::from(laid.area.height)).or(Some(0));
    paint::cursor(frame, laid.area, 0, row);
}
