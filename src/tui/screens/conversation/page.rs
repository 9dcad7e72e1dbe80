//! The page of the conversation: opening, every turn taken, and what can be done now.

use super::{Conversation, Played, state};
use crate::session::{Changed, Current, Session, Turn};
use crate::tui::app::App;
use crate::tui::asking::{self, Asking};
use crate::tui::desk::Desk;
use crate::tui::script::Stage;
use crate::tui::scroll::View;
use crate::tui::sitting::Sitting;
use crate::tui::teaching;
use crate::tui::text::{Mark, Page, Para, Spot};
use crate::tui::theme::Role;
use crate::tui::turn::{self, rule};
use ratatui::layout::Rect;

/// The screen as it stands: where things are and what is on the page.
pub(crate) struct Laid {
    pub(crate) desk: Desk,
    /// Where the page is.
    pub(crate) area: Rect,
    /// Where the editor is, with its rule above.
    pub(crate) editor: Option<Rect>,
    pub(crate) page: Page,
}

impl Laid {
    pub(crate) fn of(app: &App) -> Option<Laid> {
        let (sitting, state) = (app.sitting.as_ref()?, state(app)?);
        let size = app.size;
        let people = size.width < 112;
        let desk = Desk::new(size, if people { 2 } else { 1 }, true);
        let mut area = desk.body;
        let mut editor = None;
        let page = page(app, sitting, state, &desk);
        if matches!(state.asking, Asking::OwnWords(_)) {
            let (text, below) = asking::split(area, page.len());
            area = text;
            editor = Some(below);
        }
        Some(Laid {
            desk,
            area,
            editor,
            page,
        })
    }

    pub(crate) fn view(&self) -> View {
        View::new(self.page.len(), self.area.height)
    }
}

fn page(app: &App, sitting: &Sitting, state: &Conversation, desk: &Desk) -> Page {
    let session = &sitting.session;
    let key = Played {
        width: desk.body.width,
        compact: desk.compact,
        glyphs: app.glyphs(),
        line: session.current_line(),
        turns: session.run().turns.len(),
        open: state.open.clone(),
    };
    let mut page = Page::clone(&state.set.get(key, || {
        let mut page = Page::new(usize::from(desk.body.width));
        play(app, session, desk, &|step| state.teaches(sitting, step), &mut page);
        page
    }));
    let stage = Stage::new(session.scenario(), &app.words, app.glyphs(), desk.hang(), desk.compact);
    changed(app, state, &mut page);
    now(app, sitting, state, &stage, &mut page);
    page
}

/// What was said and done so far, with the teaching of the steps that are to be taught.
pub(crate) fn play(app: &App, session: &Session, desk: &Desk, teaches: &dyn Fn(usize) -> bool, page: &mut Page) {
    let scenario = session.scenario();
    let mut stage = Stage::new(scenario, &app.words, app.glyphs(), desk.hang(), desk.compact);
    let run = session.run();
    page.mark(Mark::Beat);
    stage.all(page, &run.opening);
    for (step, turn) in run.turns.iter().enumerate() {
        page.blank();
        page.mark(Mark::Beat);
        let choice = scenario.choice(turn.chosen);
        stage.chosen(page, choice.act, choice.to, &session.words(choice.text, turn));
        stage.all(page, &turn.reply);
        if teaches(step) {
            page.blank();
            teaching::aside(app, session, &stage, turn, page);
            page.blank();
        }
        stage.all(page, &turn.onward);
    }
}

/// What is different since the sitting was recorded, where one goes on.
fn changed(app: &App, state: &Conversation, page: &mut Page) {
    let words = &app.words;
    page.blank();
    for change in &state.changed {
        let text = match change {
            Changed::Flow { .. } => words.say("changed-flow"),
            Changed::StepGone { address, step } => {
                let args = [
                    ("address", address.into()),
                    ("step", (*step).into()),
                    ("before", step.saturating_sub(1).into()),
                ];
                words.say_with("changed-step", &args)
            }
            Changed::EndingDiffers { .. } => words.say("changed-ending"),
        };
        page.say(Role::Warn, text);
        page.blank();
    }
    if state.elsewhere {
        page.say(Role::Warn, words.say("open-elsewhere"));
        page.blank();
    }
}

fn now(app: &App, sitting: &Sitting, state: &Conversation, stage: &Stage, page: &mut Page) {
    let session = &sitting.session;
    let (node, offers) = match session.current() {
        Current::Deciding { node, offers } => (node, offers),
        Current::Ended(_) => {
            rule(app, page, &app.words.say("it-ended"));
            page.blank();
            page.para(
                Para::of(Role::Text, app.words.say("it-ended-enter"))
                    .spot(Spot::Item(0))
                    .focus(true),
            );
            return;
        }
        Current::Left => {
            rule(app, page, &app.words.say("it-was-left"));
            return;
        }
    };
    turn::hint(app, session, node, page);
    match &state.asking {
        Asking::OwnWords(_) => {}
        Asking::Nothing => {
            rule(app, page, &app.words.say("your-turn"));
            turn::own_words(app, session, page);
            page.blank();
            turn::choices(app, session, stage, &offers, state.focus, page);
        }
        Asking::Confidence { choice, focus } => asking::how_sure(app, session, *choice, *focus, page),
    }
}

/// Whether two turns are the same one; a sitting has them by value.
#[must_use]
pub(crate) fn last_step(session: &Session) -> Option<(usize, &Turn)> {
    let turns = &session.run().turns;
    turns.last().map(|turn| (turns.len() - 1, turn))
}
