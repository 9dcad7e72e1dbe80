//! Paints a drill.

use ratatui::Frame;

use super::page::{Laid, single};
use super::{DrillScreen, Part, state};
use crate::tui::app::App;
use crate::tui::asking::{Asking, write_first};
use crate::tui::keymap::Action;
use crate::tui::paint;
use crate::tui::screens::conversation::people;
use crate::tui::text::{Piece, Spot, ink};
use crate::tui::theme::Role;

pub(crate) fn view(app: &App, frame: &mut Frame) {
    let (Some(state), Some(laid)) = (state(app), Laid::of(app)) else {
        return;
    };
    let theme = app.theme();
    let session = single(app, state).map(|single| &single.session);
    let title = match session {
        Some(session) => session.scenario().raw(session.scenario().title).to_owned(),
        None => name(app, state),
    };
    paint::head(
        app,
        frame,
        &laid.desk,
        vec![ink(Role::Strong, title)],
        aside(app, state, laid.desk.compact),
    );
    if let Some(session) = session {
        // What came after the reply is another moment.
        let people = match state.part {
            Part::Answered => session.people_at_reply(),
            _ => session.people(),
        };
        people::paint(app, frame, &laid.desk, session.scenario(), &people);
    }
    let top = state.scroll.shown(laid.view());
    paint::page(frame.buffer_mut(), laid.area, &laid.page, top, theme);
    let context = app.context();
    let more = paint::more(app, state.scroll, laid.view());
    paint::notice(app, frame, &laid.desk, more);
    paint::foot(app, frame, &laid.desk, context, &unavailable(app, state));
    if let (Asking::OwnWords(editor), Some(area)) = (&state.asking, laid.editor) {
        write_first(app, frame, area, editor);
        return;
    }
    let spot = match (&state.asking, &state.part) {
        (Asking::Confidence { focus, .. }, _) => Some(Spot::Item(focus.unwrap_or(0))),
        (_, Part::Answered) => Some(Spot::Act(Action::Enter)),
        _ => state.focus.map(Spot::Item),
    };
    let rows = spot.and_then(|spot| laid.page.rows_of(spot));
    let row = rows.and_then(|rows| rows.start.checked_sub(top));
    let row = row.filter(|row| *row < usize::from(laid.area.height));
    // With nothing in focus in view the cursor waits where reading goes on.
    paint::cursor(frame, laid.area, 0, row.or(Some(0)));
}

/// What was drilled, once it is over.
fn name(app: &App, state: &DrillScreen) -> String {
    let drilling = app.drill.as_ref().filter(|_| state.part == Part::Over);
    match drilling.and_then(|drilling| drilling.skill.as_ref()) {
        Some(skill) => app.words.say_with("drill-title-of", &[("skill", skill.into())]),
        None => app.words.say("drill-title"),
    }
}

/// How far along, in words.
fn aside(app: &App, state: &DrillScreen, compact: bool) -> Vec<Piece> {
    let Some(drilling) = &app.drill else {
        return Vec::new();
    };
    let done = drilling.drill.done();
    let number = match state.part {
        Part::Deciding => done + 1,
        Part::Answered => done,
        Part::Waiting | Part::Nothing(_) | Part::Over => return Vec::new(),
    };
    let facts = [("number", number.into()), ("count", drilling.drill.items.len().into())];
    let text = if compact {
        app.words.say_with("drill-at-short", &facts)
    } else {
        let name = app.words.say("drill-title");
        let at = app.words.say_with("drill-at", &facts);
        format!("{name} {} {at}", app.glyphs().dot())
    };
    vec![ink(Role::Muted, text)]
}

/// Keys that do nothing now are not offered.
fn unavailable(app: &App, state: &DrillScreen) -> Vec<Action> {
    match state.part {
        Part::Deciding => {
            let single = single(app, state);
            let hint = single.and_then(|single| single.session.scenario().node(single.node).hint);
            if hint.is_some() { Vec::new() } else { vec![Action::Hint] }
        }
        Part::Waiting | Part::Nothing(_) => vec![Action::Drill],
        Part::Answered | Part::Over => Vec::new(),
    }
}
