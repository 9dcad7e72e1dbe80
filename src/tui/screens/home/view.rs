//! Paints home.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{Laid, details};
use super::state;
use crate::tui::app::App;
use crate::tui::paint;
use crate::tui::text::{Spot, ink, width};
use crate::tui::theme::Role;

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let Some(home) = state(app) else { return };
    let laid = Laid::of(app);
    let theme = app.theme();
    let right = if laid.desk.compact {
        String::new()
    } else {
        app.words.say("home-line")
    };
    paint::head(
        app,
        frame,
        &laid.desk,
        vec![ink(Role::Strong, app.words.say("bedside"))],
        vec![ink(Role::Muted, right)],
    );
    let top = home.scroll.shown(laid.view());
    paint::page(frame.buffer_mut(), laid.area, &laid.list, top, theme);
    if let Some(side) = laid.side {
        let page = details(app, side.width);
        paint::page(frame.buffer_mut(), side, &page, 0, theme);
    }
    let more = (!home.scroll.at_end(laid.view())).then(|| {
        app.words
            .say_with("more-list", &[("sign", app.glyphs().more_below().into())])
    });
    paint::notice(app, frame, &laid.desk, more);
    paint::foot(app, frame, &laid.desk, app.context(), &[]);
    cursor(app, frame, &laid, top);
}

fn cursor(app: &App, frame: &mut Frame, laid: &Laid, top: usize) {
    let Some(home) = state(app) else { return };
    let row_of = |row: usize| row.checked_sub(top);
    if home.finding {
        let find = format!("/ {}", home.query);
        let at = laid
            .list
            .rows
            .iter()
            .position(|row| row.pieces.first().is_some_and(|piece| piece.text == find));
        paint::cursor(frame, laid.area, width(&find), at.and_then(row_of));
        return;
    }
    let focused = if home.filtering.is_some() {
        laid.list.rows.iter().position(|row| row.focus)
    } else {
        laid.list.rows_of(Spot::Item(home.focus)).map(|rows| rows.start)
    };
    let area = Rect { ..laid.area };
    paint::cursor(frame, area, 0, focused.and_then(row_of));
}
