//! A drill: one decision after another, each with the little one must know, and what comes of it at once.
//!
//! ```text
//! title                      drill · decision 2 of 7
//! Wing, rigid · Mrs. Lau, quiet
//!
//! Oncology ward, late afternoon. You are the physician.
//! WING (rigid)  ...                    what went before, what is said now
//! ── Your turn ──
//! › 1  To Wing: ...                    the ways on; after the answer: the reaction, and what there is to learn
//! ```

mod act;
mod over;
mod page;
mod view;

pub(crate) use act::{act, arrived, clicked, nothing, pasted, saved, typed, wheel};
pub(crate) use view::view;

use super::Screen;
use crate::model::Name;
use crate::tui::app::App;
use crate::tui::asking::Asking;
use crate::tui::keymap::Context;
use crate::tui::msg::Effect;
use crate::tui::scroll::Scroll;
use crate::tui::theme::Role;

/// About how long a drill takes when nobody says otherwise.
const MINUTES: u16 = 5;

#[derive(Clone, Debug, Default)]
pub(crate) struct DrillScreen {
    pub(crate) part: Part,
    pub(crate) scroll: Scroll,
    /// The choice in focus, by place in the order shown.
    pub(crate) focus: Option<usize>,
    pub(crate) asking: Asking,
}

/// What stands there now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Part {
    /// The decisions are being chosen.
    #[default]
    Waiting,
    /// There is nothing to drill, and why.
    Nothing(String),
    Deciding,
    /// What came of the last answer.
    Answered,
    /// All were answered.
    Over,
}

impl DrillScreen {
    pub(crate) fn context(&self) -> Context {
        match (&self.part, &self.asking) {
            (Part::Deciding, Asking::OwnWords(_)) => Context::OwnWords,
            (Part::Deciding, Asking::Confidence { .. }) => Context::Confidence,
            (Part::Deciding, Asking::Nothing) => Context::Drill,
            (Part::Answered, _) => Context::DrillAnswered,
            (Part::Waiting | Part::Nothing(_) | Part::Over, _) => Context::DrillOver,
        }
    }
}

/// The skill suggested for today, if one is; else what is due.
pub(crate) fn today(app: &mut App) -> Vec<Effect> {
    let skill = app
        .home
        .suggestion
        .as_ref()
        .and_then(|suggested| suggested.skill.clone());
    begin(app, skill)
}

/// Puts the screen there and asks for the decisions, unless something said before is not safe yet.
pub(crate) fn begin(app: &mut App, skill: Option<Name>) -> Vec<Effect> {
    if !app.settled() {
        if app.unsaved().is_none() {
            let text = app.words.say("still-saving");
            app.note(Role::Muted, text);
        }
        return Vec::new();
    }
    app.above_home(Screen::Drill(Box::default()));
    vec![Effect::BeginDrill {
        skill,
        minutes: MINUTES,
        seed: app.seed,
    }]
}

pub(crate) fn state(app: &App) -> Option<&DrillScreen> {
    match app.top() {
        Screen::Drill(state) => Some(state),
        _ => None,
    }
}

fn state_mut(app: &mut App) -> Option<&mut DrillScreen> {
    match app.top_mut() {
        Screen::Drill(state) => Some(state),
        _ => None,
    }
}

/// Wherever it stands on the stack: the keys may be shown over it.
fn anywhere(app: &mut App) -> Option<&mut DrillScreen> {
    app.screens.iter_mut().find_map(|screen| match screen {
        Screen::Drill(state) => Some(&mut **state),
        _ => None,
    })
}
