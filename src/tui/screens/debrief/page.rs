//! The page of the debrief: its parts in order, each set by its own file.

use std::rc::Rc;

use ratatui::layout::Size;

use super::{Debrief, again, beside, felt, happened, moments, next, score, skills, state, untold};
use crate::scoring::LineResult;
use crate::session::Session;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::glyphs::Glyphs;
use crate::tui::scroll::View;
use crate::tui::sitting::Sitting;
use crate::tui::text::{Mark, Page, ink, width};
use crate::tui::theme::Role;

/// Where the score is.
pub(super) const SCORE: Mark = Mark::Part(8);

pub(crate) struct Laid {
    pub(crate) desk: Desk,
    pub(crate) page: Rc<Page>,
}

/// Everything the page depends on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Looked {
    size: Size,
    glyphs: Glyphs,
    line: usize,
    turns: usize,
    asking: bool,
    scored: bool,
    moment: Option<usize>,
    references: bool,
}

/// What every part is handed.
pub(super) struct Ctx<'a> {
    pub(super) app: &'a App,
    pub(super) sitting: &'a Sitting,
    pub(super) session: &'a Session,
    pub(super) state: &'a Debrief,
    pub(super) desk: &'a Desk,
    /// Of the line the learner is on; `None` without a key.
    pub(super) result: Option<LineResult>,
}

impl Laid {
    pub(crate) fn of(app: &App) -> Option<Laid> {
        let (sitting, state) = (app.sitting.as_ref()?, state(app)?);
        let desk = Desk::new(app.size, 1, false);
        let session = &sitting.session;
        let key = Looked {
            size: app.size,
            glyphs: app.glyphs(),
            line: session.current_line(),
            turns: session.run().turns.len(),
            asking: state.asking.is_some(),
            scored: state.scored,
            moment: state.moment,
            references: sitting.references.is_some(),
        };
        let page = state.set.get(key, || {
            page(&Ctx {
                app,
                sitting,
                session,
                state,
                desk: &desk,
                result: session.result(session.current_line()),
            })
        });
        Some(Laid { desk, page })
    }

    pub(crate) fn view(&self) -> View {
        View::new(self.page.len(), self.desk.body.height)
    }
}

fn page(ctx: &Ctx) -> Page {
    let mut page = Page::new(usize::from(ctx.desk.body.width));
    if ctx.state.asking.is_some() {
        page.say(Role::Strong, ctx.app.words.say("how-was-that"));
        page.say(Role::Muted, ctx.app.words.say("how-was-that-means"));
        return page;
    }
    happened::part(ctx, &mut page);
    felt::part(ctx, &mut page);
    untold::part(ctx, &mut page);
    moments::part(ctx, &mut page);
    beside::part(ctx, &mut page);
    skills::part(ctx, &mut page);
    again::part(ctx, &mut page);
    score::part(ctx, &mut page);
    next::part(ctx, &mut page);
    page
}

/// A part's heading, with a rule to the end of the measure.
pub(super) fn heading(ctx: &Ctx, page: &mut Page, mark: Mark, text: &str) {
    part_heading(ctx.app, ctx.desk, page, mark, text);
}

pub(crate) fn part_heading(app: &App, desk: &Desk, page: &mut Page, mark: Mark, text: &str) {
    page.blank();
    if page.len() > 0 && !desk.compact {
        page.rows.push(crate::tui::text::Row::default());
    }
    page.mark(mark);
    let rest = page.width.saturating_sub(width(text) + 1);
    let rule = app.glyphs().rule().repeat(rest);
    page.row(vec![ink(Role::Strong, format!("{text} ")), ink(Role::Faint, rule)]);
    page.blank();
}

/// The words of a step's choice, cut to one line where it is only named.
pub(super) fn named(ctx: &Ctx, step: usize, room: usize) -> String {
    let Some(turn) = ctx.session.run().turns.get(step) else {
        return String::new();
    };
    let choice = ctx.session.scenario().choice(turn.chosen);
    let text = ctx.session.words(choice.text, turn);
    crate::tui::text::cut(&text, room, ctx.app.glyphs().ellipsis())
}
