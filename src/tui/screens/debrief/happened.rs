//! What happened: the ending, what brought it about, and what came after.

use super::page::{Ctx, heading};
use crate::engine::{Place, Told};
use crate::model::{EndingCause, EndingKind};
use crate::tui::script::Stage;
use crate::tui::text::{Mark, Page};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(1), &words.say("part-happened"));
    let scenario = ctx.session.scenario();
    let run = ctx.session.run();
    let Some(ending) = run.ended() else {
        page.say(Role::Text, words.say("left-early"));
        return;
    };
    let about = scenario.ending(ending);
    page.say(Role::Strong, ctx.session.words_now(about.title));
    let kind = match about.kind {
        EndingKind::Reached => words.say("kind-reached"),
        EndingKind::Partial => words.say("kind-partial"),
        EndingKind::Lost => words.say("kind-lost"),
    };
    page.say(Role::Muted, kind);
    let cause = about.because.map(|cause| match cause {
        EndingCause::Choices => words.say("cause-choices"),
        EndingCause::Illness => words.say("cause-illness"),
        EndingCause::Chance => words.say("cause-chance"),
    });
    if let Some(cause) = cause {
        page.say(Role::Muted, cause);
    }
    let mut stage = Stage::new(scenario, words, ctx.app.glyphs(), ctx.desk.hang(), ctx.desk.compact);
    for wanted in [Place::Epilogue(ending), Place::Debrief(ending)] {
        page.blank();
        stage.fresh();
        for told in run.told() {
            if let Told::Said(said) = told
                && said.place == wanted
            {
                stage.said(page, said);
            }
        }
    }
}
