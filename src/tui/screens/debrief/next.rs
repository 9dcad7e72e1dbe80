//! What next: a skill to practise, another way to take, another person to meet.

use super::page::{Ctx, heading};
use crate::scoring;
use crate::tui::text::{Mark, Page, Para};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(9), &words.say("part-next"));
    let mut lines = Vec::new();
    if let Some(domain) = weakest(ctx) {
        let about = &ctx.session.rubric().domains[domain];
        lines.push(words.say_with(
            "next-skill",
            &[("name", (&about.name).into()), ("about", (&about.about).into())],
        ));
    }
    if ctx.session.scenario().vars.iter().any(|var| var.is_hidden()) {
        lines.push(words.say("next-draw"));
    }
    lines.push(words.say("next-rewind"));
    for line in lines {
        let line = format!("{} {line}", ctx.app.glyphs().dot());
        page.para(Para::of(Role::Text, line).hang(2));
    }
    page.blank();
    page.say(Role::Muted, words.say("next-rest"));
}

/// The domain with most empty marks among those with any.
fn weakest(ctx: &Ctx) -> Option<usize> {
    let result = ctx.result.as_ref()?;
    let empty = |result: &scoring::DomainResult| {
        let marks = result.moments.iter();
        marks.filter(|moment| moment.mark == scoring::Mark::Empty).count()
    };
    let counted = result.domains.iter().map(|result| (empty(result), result.domain.at()));
    let worst = counted
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)));
    worst.map(|(_, at)| at)
}
