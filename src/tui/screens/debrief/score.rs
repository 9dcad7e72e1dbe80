//! The score and what stands beside it, for who asks. Education only, and says so.

use super::page::{Ctx, SCORE, heading};
use crate::model::{Basis, OwedIx};
use crate::scoring::Cap;
use crate::tui::keymap::Action;
use crate::tui::script::in_words;
use crate::tui::text::{Page, Para, Spot, ink};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    heading(ctx, page, SCORE, &words.say("part-score"));
    let process = ctx.result.as_ref().and_then(|result| result.process);
    match (&ctx.result, process) {
        (None, _) => page.say(Role::Text, words.say("no-key")),
        (Some(_), None) => page.say(Role::Text, words.say("no-score")),
        (Some(_), Some(_)) if !ctx.state.scored => {
            page.para(Para::of(Role::Text, words.say("score-hidden")).spot(Spot::Act(Action::Score)));
        }
        (Some(_), Some(process)) => shown(ctx, page, process.score, process.decisions),
    }
    page.blank();
    small_print(ctx, page);
}

fn round(score: f64) -> i64 {
    // Scores lie between 0 and 100, so nothing is lost.
    score.round() as i64
}

fn shown(ctx: &Ctx, page: &mut Page, score: f64, decisions: usize) {
    let words = &ctx.app.words;
    let rubric = ctx.session.rubric();
    let args = [("score", round(score).into()), ("count", decisions.into())];
    page.say(Role::Strong, words.say_with("score", &args));
    if let Some(label) = ctx.result.as_ref().and_then(|result| result.label.as_ref()) {
        let band = &rubric.bands[label.band.at()];
        page.para(
            Para::new(vec![
                ink(Role::Text, &band.label),
                ink(Role::Muted, format!("  {}", band.means)),
            ])
            .hang(2),
        );
        for cap in &label.caps {
            let text = match cap {
                Cap::UnrepairedCritical => words.say("cap-unrepaired"),
                Cap::RepairedCritical => words.say("cap-repaired"),
                Cap::Floor(domain) => {
                    let name = &rubric.domains[domain.at()].name;
                    words.say_with("cap-floor", &[("domain", name.into())])
                }
            };
            page.para(Para::of(Role::Warn, text).indent(2).hang(2));
        }
        page.para(Para::of(Role::Muted, words.say("bands-provisional")).indent(2).hang(2));
    }
    page.blank();
    match &ctx.sitting.references {
        Some(references) => {
            let args = [
                ("random", round(references.random.mean).into()),
                ("best", round(references.best).into()),
            ];
            page.say(Role::Text, words.say_with("references", &args));
            match references.between(score) {
                Some(share) if share < 0.0 => page.say(Role::Muted, words.say("below-random")),
                Some(share) => {
                    let share = round(share * 100.0);
                    page.say(Role::Muted, words.say_with("between", &[("share", share.into())]));
                }
                None => {}
            }
        }
        None => page.say(Role::Muted, words.say("references-coming")),
    }
    owed(ctx, page);
    if ctx.session.is_replay(ctx.session.current_line()) {
        page.say(Role::Muted, words.say("replay"));
    }
}

/// Decisions that ought to have been met and were not; they count.
fn owed(ctx: &Ctx, page: &mut Page) {
    let (Some(result), Some(key)) = (&ctx.result, ctx.session.key()) else {
        return;
    };
    let unsettled: Vec<OwedIx> = result
        .owed
        .iter()
        .filter(|item| !item.settled)
        .map(|item| item.item)
        .collect();
    if unsettled.is_empty() {
        return;
    }
    let names: Vec<String> = unsettled.iter().map(|item| in_words(&key.owed[item.at()].id)).collect();
    let names = names.join(", ");
    page.say(
        Role::Muted,
        ctx.app.words.say_with("owed", &[("names", (&names).into())]),
    );
}

fn small_print(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    let stage = ctx.session.scenario().review.last().map(|rung| rung.stage.clone());
    let review = crate::tui::screens::home::review(ctx.app, stage.as_deref().unwrap_or(""));
    page.say(
        Role::Warn,
        words.say_with("this-conversation-is", &[("review", (&review).into())]),
    );
    page.say(Role::Muted, words.say("education-only"));
    let author = ctx
        .session
        .key()
        .is_some_and(|key| matches!(key.basis, Basis::Author { .. }));
    if author {
        page.say(Role::Muted, words.say("author-key"));
    }
}
