//! The result of an exam: how it went by topic, what was critical, what was never met, what stands beside it, and how little that
//! says. No word about readiness.

mod page;

pub(super) use page::read;

use ratatui::layout::Position;

use super::page::read as laid;
use super::{Exam, back, list, overview, push, state_mut};
use crate::tui::app::App;
use crate::tui::exam::ExamAsk;
use crate::tui::keymap::Action;
use crate::tui::msg::Effect;
use crate::tui::scroll::Scroll;
use crate::tui::text::Spot;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Outcome {
    pub(super) scroll: Scroll,
}

pub(super) fn act(app: &mut App, action: Action) -> Vec<Effect> {
    let Some(read) = laid(app) else {
        return Vec::new();
    };
    let view = read.view();
    let Some(Exam::Result(outcome)) = state_mut(app) else {
        return Vec::new();
    };
    if outcome.scroll.follow(action, view) {
        return Vec::new();
    }
    let here = outcome.scroll.shown(view);
    match action {
        Action::NextPart => {
            if let Some(row) = read.page.parts().into_iter().find(|row| *row > here) {
                outcome.scroll.to(row, view);
            }
        }
        Action::PreviousPart => {
            if let Some(row) = read.page.parts().into_iter().rev().find(|row| *row < here) {
                outcome.scroll.to(row, view);
            }
        }
        Action::Enter => push(app, Exam::Back(back::Back::at(0))),
        Action::Overview => push(app, Exam::Overview(overview::Overview::at(0))),
        Action::Back => {
            let mut effects = vec![Effect::Exam(ExamAsk::Rise)];
            effects.extend(list::open(app));
            return effects;
        }
        _ => {}
    }
    Vec::new()
}

pub(super) fn clicked(app: &mut App, at: Position) -> Vec<Effect> {
    match laid(app).and_then(|read| read.under(at)) {
        Some(Spot::Act(action)) => act(app, action),
        _ => Vec::new(),
    }
}
