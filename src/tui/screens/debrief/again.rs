//! One to come back to: an error, or else the moment that had most left in it; then what else went wrong and what was mended.

use super::page::{Ctx, heading, named};
use crate::model::Basis;
use crate::scoring::{Instance, LineResult};
use crate::tui::text::{Mark, Page, Para, ink};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let Some(result) = &ctx.result else { return };
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(7), &words.say("part-again"));
    let mut errors: Vec<&Instance> = result.errors.iter().collect();
    errors.sort_by_key(|instance| (instance.repaired.is_some(), std::cmp::Reverse(instance.severity)));
    match errors.split_first() {
        Some((first, rest)) => {
            error(ctx, page, first, true);
            if !rest.is_empty() {
                page.blank();
                page.say(Role::Muted, words.say("also-happened"));
                for instance in rest {
                    error(ctx, page, instance, false);
                }
            }
            let author = ctx
                .session
                .key()
                .is_some_and(|key| matches!(key.basis, Basis::Author { .. }));
            if author {
                page.blank();
                page.say(Role::Muted, words.say("one-authors-view"));
            }
        }
        None => moment(ctx, page, result),
    }
}

fn error(ctx: &Ctx, page: &mut Page, instance: &Instance, whole: bool) {
    let words = &ctx.app.words;
    let about = &ctx.session.rubric().errors[instance.error.at()];
    let role = if whole { Role::Strong } else { Role::Text };
    let mended = instance
        .repaired
        .map(|step| words.say_with("mended", &[("step", (step + 1).into())]));
    let mut pieces = vec![ink(role, &about.name)];
    if let Some(mended) = &mended {
        pieces.push(ink(Role::Good, format!("  {mended}")));
    }
    page.para(Para::new(pieces).indent(2).hang(2));
    let at = match instance.made {
        Some((step, _)) => {
            let quoted = named(ctx, step, 56);
            words.say_with("at-step", &[("step", (step + 1).into()), ("words", (&quoted).into())])
        }
        None => words.say("never-done"),
    };
    page.para(Para::of(Role::Muted, at).indent(4));
    if !whole {
        return;
    }
    if let Some(because) = &instance.because {
        page.para(Para::of(Role::Text, because).indent(4));
    } else if !about.about.is_empty() {
        page.para(Para::of(Role::Text, &about.about).indent(4));
    }
    if !about.instead.is_empty() {
        let label = words.say("instead");
        page.para(
            Para::new(vec![
                ink(Role::Muted, format!("{label}  ")),
                ink(Role::Good, &about.instead),
            ])
            .indent(4)
            .hang(2),
        );
    }
}

/// Without errors: the decision where most credit was left, if any was.
fn moment(ctx: &Ctx, page: &mut Page, result: &LineResult) {
    let words = &ctx.app.words;
    let left = result
        .moments
        .iter()
        .filter(|moment| moment.counted)
        .filter_map(|moment| {
            let left = (moment.best? - moment.credit?) * moment.weight?;
            (left > 1e-9).then_some((moment.step, left))
        });
    let Some((step, _)) = left.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0))) else {
        page.say(Role::Text, words.say("nothing-stands-out"));
        return;
    };
    let session = ctx.session;
    let quoted = named(ctx, step, 56);
    page.say(
        Role::Text,
        words.say_with("at-step", &[("step", (step + 1).into()), ("words", (&quoted).into())]),
    );
    let Some(turn) = session.run().turns.get(step) else {
        return;
    };
    let choice = session.scenario().choice(turn.chosen);
    let best = session.good_choices(turn).first().copied();
    let better = choice
        .better
        .or_else(|| best.map(|best| session.scenario().choice(best).text));
    if let Some(better) = better {
        let label = words.say("you-might-try");
        page.para(
            Para::new(vec![
                ink(Role::Muted, format!("{label}  ")),
                ink(Role::Good, session.words(better, turn)),
            ])
            .indent(2)
            .hang(2),
        );
    }
}
