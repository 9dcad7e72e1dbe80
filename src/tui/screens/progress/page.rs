//! The page of progress: its parts in order, each set by its own file.

use std::rc::Rc;

use ratatui::layout::Size;

use super::{Found, attempts, due, empty, skills, state, sure};
use crate::i18n::Words;
use crate::model::{Day, Library, SkillIx};
use crate::practice::progress::Progress;
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::glyphs::Glyphs;
use crate::tui::scroll::View;
use crate::tui::text::{Mark, Page, Row, ink, width};
use crate::tui::theme::Role;

/// From here on a row holds name, signs, scale and numbers side by side.
const WIDE: usize = 64;

pub(super) struct Laid {
    pub(super) desk: Desk,
    pub(super) page: Rc<Page>,
}

/// Everything the page depends on, beside what was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Looked {
    size: Size,
    glyphs: Glyphs,
}

/// What every part is handed.
pub(super) struct Ctx<'a> {
    pub(super) words: &'a Words,
    pub(super) glyphs: Glyphs,
    pub(super) compact: bool,
    /// Rows in view.
    pub(super) height: usize,
    pub(super) progress: &'a Progress,
    pub(super) library: &'a Library,
    pub(super) today: Day,
}

impl Laid {
    pub(super) fn of(app: &App) -> Option<Laid> {
        let state = state(app)?;
        let desk = Desk::new(app.size, 1, false);
        let key = Looked {
            size: app.size,
            glyphs: app.glyphs(),
        };
        let page = state.set.get(key, || page(app, &state.found, &desk));
        Some(Laid { desk, page })
    }

    pub(super) fn view(&self) -> View {
        View::new(self.page.len(), self.desk.body.height)
    }
}

fn page(app: &App, found: &Found, desk: &Desk) -> Page {
    let mut page = Page::new(usize::from(desk.body.width));
    let words = &app.words;
    let data = match found {
        Found::Coming => {
            page.say(Role::Muted, words.say("progress-coming"));
            return page;
        }
        Found::Failed(why) => {
            page.say(Role::Warn, words.say_with("progress-failed", &[("why", why.into())]));
            return page;
        }
        Found::Here(data) => data,
    };
    let ctx = Ctx {
        words,
        glyphs: app.glyphs(),
        compact: desk.compact,
        height: usize::from(desk.body.height),
        progress: &data.progress,
        library: &data.library,
        today: data.today,
    };
    if ctx.progress.is_empty() {
        empty::page(&ctx, &mut page);
        return page;
    }
    attempts::part(&ctx, &mut page);
    skills::part(&ctx, &mut page);
    sure::part(&ctx, &mut page);
    due::part(&ctx, &mut page);
    page.blank();
    let doubts = [
        (ctx.progress.gone > 0).then(|| words.say_with("progress-gone", &[("count", ctx.progress.gone.into())])),
        ctx.progress.clock_went_back.then(|| words.say("progress-clock")),
    ];
    for doubt in doubts.into_iter().flatten() {
        page.say(Role::Warn, doubt);
    }
    page.say(Role::Muted, words.say("education-only"));
    page
}

impl Ctx<'_> {
    /// A part's heading, with a rule to the end of the measure.
    pub(super) fn heading(&self, page: &mut Page, part: usize, text: &str) {
        page.blank();
        if page.len() > 0 && !self.compact {
            page.rows.push(Row::default());
        }
        page.mark(Mark::Part(part));
        let rest = page.width.saturating_sub(width(text) + 1);
        let rule = self.glyphs.rule().repeat(rest);
        page.row(vec![ink(Role::Strong, format!("{text} ")), ink(Role::Faint, rule)]);
        page.blank();
    }

    /// `A2 Permission`
    pub(super) fn skill(&self, skill: SkillIx) -> String {
        let about = self.library.rubric.skills.get(skill.at());
        about.map_or_else(String::new, |about| format!("{} {}", about.id, about.name))
    }

    pub(super) fn wide(&self, page: &Page) -> bool {
        page.width >= WIDE
    }
}
