//! Paints the debrief.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Laid, state};
use crate::tui::app::App;
use crate::tui::keymap::Action;
use crate::tui::paint;
use crate::tui::text::{Spot, ink};
use crate::tui::theme::Role;

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let (Some(sitting), Some(state), Some(laid)) = (app.sitting.as_ref(), state(app), Laid::of(app)) else {
        return;
    };
    let scenario = sitting.session.scenario();
    let title = vec![ink(Role::Strong, scenario.raw(scenario.title))];
    let parts = laid.page.parts();
    let top = state.scroll.shown(laid.view());
    let aside = if state.asking.is_some() || parts.is_empty() {
        app.words.say("debrief")
    } else {
        let at_end = state.scroll.at_end(laid.view());
        let here = parts.iter().filter(|row| **row <= top + 2).count().max(1);
        let here = if at_end { parts.len() } else { here };
        let args = [("at", here.into()), ("all", parts.len().into())];
        if laid.desk.compact {
            app.words.say_with("debrief-part-short", &args)
        } else {
            app.words.say_with("debrief-part", &args)
        }
    };
    paint::head(app, frame, &laid.desk, title, vec![ink(Role::Muted, aside)]);
    let theme = app.theme();
    paint::page(frame.buffer_mut(), laid.desk.body, &laid.page, top, theme);
    let context = app.context();
    if let Some(editor) = &state.asking {
        let used = u16::try_from(laid.page.len()).unwrap_or(0) + 1;
        let body = laid.desk.body;
        let area = Rect {
            y: body.y + used.min(body.height.saturating_sub(1)),
            height: body.height.saturating_sub(used).max(1),
            ..body
        };
        let mark = Rect {
            width: 2,
            height: 1,
            ..area
        };
        paint::put(
            frame.buffer_mut(),
            mark,
            0,
            &[ink(Role::Accent, app.glyphs().pointer())],
            theme,
        );
        let inner = Rect {
            x: area.x + 2,
            width: area.width.saturating_sub(2),
            ..area
        };
        paint::editor(frame, inner, editor, theme.style(Role::Text));
        paint::notice(app, frame, &laid.desk, None);
        paint::foot(app, frame, &laid.desk, context, &[]);
        return;
    }
    let more = paint::more(app, state.scroll, laid.view());
    paint::notice(app, frame, &laid.desk, more);
    let no_score = sitting.session.key().is_none();
    let but: &[Action] = if no_score { &[Action::Score] } else { &[] };
    paint::foot(app, frame, &laid.desk, context, but);
    let row = state
        .moment
        .and_then(|at| laid.page.rows_of(Spot::Item(at)))
        .map(|rows| rows.start);
    let row = row.and_then(|row| row.checked_sub(top)).or(Some(0));
    paint::cursor(frame, laid.desk.body, 0, row);
}
