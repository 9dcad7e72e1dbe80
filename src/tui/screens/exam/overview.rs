//! All items at a glance: what is answered, flagged or open, and the way to any of them. After the result: to each item again.

use ratatui::layout::Position;

use super::page::{Read, aside, read as laid};
use super::{Exam, back, hand_in, item, push, put, state, state_mut};
use crate::model::ItemKind;
use crate::practice::exam::ItemView;
use crate::scoring::Mark;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::exam::Seat;
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::screens::Screen;
use crate::tui::scroll::Scroll;
use crate::tui::text::{Page, Spot, ink};
use crate::tui::theme::Role;
use crate::tui::turn::item as one_row;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Overview {
    /// Among the items; behind the last, handing in.
    focus: Option<usize>,
    pub(super) scroll: Scroll,
    /// Where one came from.
    from: Option<usize>,
}

impl Overview {
    pub(super) fn at(item: usize) -> Overview {
        Overview {
            from: Some(item),
            ..Overview::default()
        }
    }
}

/// The next thing to do: the first open item, else handing in; after the result where one came from.
fn focus(seat: &Seat, overview: Overview) -> usize {
    let sitting = &seat.sitting;
    let usual = || {
        if sitting.closed().is_some() {
            return overview.from.unwrap_or(0);
        }
        sitting.open_from(0).unwrap_or(sitting.items().len())
    };
    overview.focus.unwrap_or_else(usual)
}

pub(super) fn standing(app: &App, item: &ItemView) -> String {
    let words = &app.words;
    match (item.kind, item.gone, item.done, item.begun) {
        (_, true, _, _) => words.say("exam-item-gone"),
        (ItemKind::Single, _, true, _) => words.say("exam-single-answered"),
        (ItemKind::Single, ..) => words.say("exam-single-open"),
        (ItemKind::Scenario, _, true, _) => words.say("exam-talk-ended"),
        (ItemKind::Scenario, _, _, true) => words.say("exam-talk-begun"),
        (ItemKind::Scenario, ..) => words.say("exam-talk-open"),
    }
}

pub(super) fn read(app: &App, overview: Overview) -> Option<Read> {
    let seat = app.seat.as_ref()?;
    let words = &app.words;
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    let items = seat.sitting.items();
    let at = focus(seat, overview);
    let width = items.len().to_string().len();
    for (number, view) in items.iter().enumerate() {
        let mark = match (view.done, view.begun) {
            (true, _) => Mark::Full,
            (_, true) => Mark::Half,
            _ => Mark::Empty,
        };
        let mut pieces = vec![
            ink(Role::Muted, format!("{} ", app.glyphs().mark(mark))),
            ink(Role::Text, standing(app, view)),
        ];
        if view.flagged {
            let dot = app.glyphs().dot();
            let flagged = words.say("exam-item-flagged");
            pieces.push(ink(Role::Warn, format!(" {dot} {flagged}")));
        }
        let label = format!("{:>width$}", number + 1);
        page.para(one_row(app, number, at == number, &label, pieces));
    }
    let closed = seat.closed().is_some();
    if !closed {
        page.blank();
        let (open, flagged) = counts(&items);
        let facts = [("open", open.into()), ("flagged", flagged.into())];
        page.say(Role::Text, words.say_with("exam-standing", &facts));
        // Where time is kept, it stands in the head.
        if seat.sitting.left_ms().is_none() {
            page.say(Role::Muted, words.say("exam-untimed"));
        }
        page.blank();
        let hand_in = vec![ink(Role::Strong, words.say("exam-hand-in"))];
        let label = format!("{:>width$}", "x");
        page.para(one_row(app, items.len(), at == items.len(), &label, hand_in));
    }
    Some(Read {
        desk,
        page,
        scroll: overview.scroll,
        title: vec![ink(Role::Strong, words.say("exam-overview"))],
        aside: aside(app),
        focus: Some(Spot::Item(at)),
        but: if closed { vec![Action::HandIn] } else { Vec::new() },
    })
}

/// How many are open, and how many flagged.
pub(super) fn counts(items: &[ItemView]) -> (usize, usize) {
    let open = items.iter().filter(|item| !item.done && !item.gone).count();
    (open, items.iter().filter(|item| item.flagged).count())
}

fn step_to(app: &mut App, to: usize) {
    if let Some(Exam::Overview(overview)) = state_mut(app) {
        overview.focus = Some(to);
    }
    let Some(read) = laid(app) else { return };
    let view = read.view();
    let last = read.page.last_of_items();
    if let Some(Exam::Overview(overview)) = state_mut(app)
        && let Some(rows) = read.page.rows_of(Spot::Item(to))
    {
        overview.scroll.reveal(&rows, view);
        // With the last of them in focus the end of the page is read too.
        if last == Some(rows.end) {
            overview.scroll.to(usize::MAX, view);
        }
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let (Some(seat), Some(Exam::Overview(overview))) = (app.seat.as_ref(), state(app)) else {
        return Vec::new();
    };
    let at = focus(seat, *overview);
    let closed = seat.closed().is_some();
    let last = seat.sitting.items().len() - usize::from(closed);
    match action {
        Action::Up => step_to(app, at.saturating_sub(1)),
        Action::Down => step_to(app, (at + 1).min(last)),
        Action::Top => step_to(app, 0),
        Action::Bottom => step_to(app, last),
        Action::Enter => return enter(app, at),
        Action::HandIn if !closed => push(app, Exam::HandIn(hand_in::HandIn::default())),
        Action::Back => app.pop(),
        action => {
            let view = laid(app).map(|read| read.view());
            if let (Some(Exam::Overview(overview)), Some(view)) = (state_mut(app), view) {
                overview.scroll.follow(action, view);
            }
        }
    }
    Vec::new()
}

fn enter(app: &mut App, at: usize) -> Vec<Effect> {
    let Some(seat) = app.seat.as_ref() else {
        return Vec::new();
    };
    if seat.closed().is_some() {
        // Above the result there is one page of an item, however often one goes to and fro.
        app.pop();
        let again = Exam::Back(back::Back::at(at));
        if matches!(state(app), Some(Exam::Back(_))) {
            put(app, again);
        } else {
            push(app, again);
        }
        return Vec::new();
    }
    if at >= seat.sitting.items().len() {
        push(app, Exam::HandIn(hand_in::HandIn::default()));
        return Vec::new();
    }
    app.pop();
    if !matches!(state(app), Some(Exam::Item(_))) {
        app.above_home(Screen::Exam(Box::new(Exam::Item(item::Item::default()))));
    }
    item::go(app, at);
    Vec::new()
}

pub(super) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let Some(read) = laid(app) else {
        return Vec::new();
    };
    let Some(Spot::Item(item)) = read.under(at) else {
        return Vec::new();
    };
    if read.focus == Some(Spot::Item(item)) {
        return enter(app, item);
    }
    step_to(app, item);
    Vec::new()
}
