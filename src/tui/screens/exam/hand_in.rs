//! Handing in: what is still open, and three ways on. Stopping without a result asks once more.

use ratatui::layout::Position;

use super::overview::counts;
use super::page::{Read, aside, read as laid};
use super::seated::finish;
use super::{Exam, state, state_mut};
use crate::practice::exam::Control;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::exam::{Seat, Taken};
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::scroll::Scroll;
use crate::tui::text::{Page, Spot, ink};
use crate::tui::theme::Role;
use crate::tui::turn::item as one_row;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct HandIn {
    focus: Option<usize>,
    /// Stopping without a result was asked for once.
    sure: bool,
    pub(super) scroll: Scroll,
}

const HAND_IN: usize = 0;
const GO_BACK: usize = 1;
const GIVE_UP: usize = 2;

/// While something is open, back comes first.
fn focus(seat: &Seat, hand_in: HandIn) -> usize {
    let (open, _) = counts(&seat.sitting.items());
    let usual = if open > 0 { GO_BACK } else { HAND_IN };
    hand_in.focus.unwrap_or(usual)
}

pub(super) fn read(app: &App, hand_in: HandIn) -> Option<Read> {
    let seat = app.seat.as_ref()?;
    let words = &app.words;
    let desk = Desk::new(app.size, 1, false);
    let mut page = Page::new(usize::from(desk.body.width));
    let (open, flagged) = counts(&seat.sitting.items());
    let facts = [("open", open.into()), ("flagged", flagged.into())];
    if open > 0 {
        page.say(Role::Warn, words.say_with("exam-open-earn-nothing", &facts));
    } else {
        page.say(Role::Text, words.say("exam-all-answered"));
    }
    if flagged > 0 {
        page.say(Role::Text, words.say_with("exam-still-flagged", &facts));
    }
    page.say(Role::Muted, words.say("exam-hand-in-means"));
    page.blank();
    let at = focus(seat, hand_in);
    let give_up = if hand_in.sure {
        words.say("exam-give-up-sure")
    } else {
        words.say("exam-give-up")
    };
    let ways = [words.say("exam-hand-in-now"), words.say("exam-back-to-items"), give_up];
    for (number, way) in ways.iter().enumerate() {
        let label = (number + 1).to_string();
        page.para(one_row(app, number, at == number, &label, vec![ink(Role::Text, way)]));
    }
    Some(Read {
        desk,
        page,
        scroll: hand_in.scroll,
        title: vec![ink(Role::Strong, words.say("exam-hand-in-title"))],
        aside: aside(app),
        focus: Some(Spot::Item(at)),
        but: Vec::new(),
    })
}

fn step_to(app: &mut App, to: usize) {
    if let Some(Exam::HandIn(hand_in)) = state_mut(app) {
        hand_in.sure &= to == GIVE_UP;
        hand_in.focus = Some(to.min(GIVE_UP));
    }
    let Some(read) = laid(app) else { return };
    let view = read.view();
    if let (Some(Exam::HandIn(hand_in)), Some(rows)) = (state_mut(app), read.page.rows_of(Spot::Item(to))) {
        hand_in.scroll.reveal(&rows, view);
    }
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let (Some(seat), Some(Exam::HandIn(hand_in))) = (app.seat.as_ref(), state(app)) else {
        return Vec::new();
    };
    let at = focus(seat, *hand_in);
    match action {
        Action::Up => step_to(app, at.saturating_sub(1)),
        Action::Down => step_to(app, (at + 1).min(GIVE_UP)),
        Action::Pick(to) => step_to(app, usize::from(to)),
        Action::Enter => return enter(app, at),
        Action::Back => app.pop(),
        action => {
            let view = laid(app).map(|read| read.view());
            if let (Some(Exam::HandIn(hand_in)), Some(view)) = (state_mut(app), view) {
                hand_in.scroll.follow(action, view);
            }
        }
    }
    Vec::new()
}

fn enter(app: &mut App, at: usize) -> Vec<Effect> {
    match at {
        HAND_IN => close(app, Control::HandIn),
        GIVE_UP => {
            let Some(Exam::HandIn(hand_in)) = state_mut(app) else {
                return Vec::new();
            };
            if std::mem::replace(&mut hand_in.sure, true) {
                return close(app, Control::Leave);
            }
            step_to(app, GIVE_UP);
            Vec::new()
        }
        _ => {
            app.pop();
            Vec::new()
        }
    }
}

fn close(app: &mut App, control: Control) -> Vec<Effect> {
    let now = app.now;
    let Some(seat) = app.seat.as_mut() else {
        return Vec::new();
    };
    match seat.act(control, now) {
        Taken::Done(mut effects) => {
            effects.extend(finish(app));
            effects
        }
        Taken::NotYet => {
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
            Vec::new()
        }
        Taken::Denied => Vec::new(),
    }
}

pub(super) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    let Some(read) = laid(app) else {
        return Vec::new();
    };
    let Some(Spot::Item(way)) = read.under(at) else {
        return Vec::new();
    };
    if read.focus == Some(Spot::Item(way)) {
        return enter(app, way);
    }
    step_to(app, way);
    Vec::new()
}
