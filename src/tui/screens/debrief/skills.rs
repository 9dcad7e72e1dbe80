//! Skills as marks: one a moment, never a bar. One conversation is too little for more.

use super::page::{Ctx, heading};
use crate::scoring;
use crate::tui::text::{Mark, Page, ink, width};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let Some(result) = &ctx.result else { return };
    let tested: Vec<&scoring::DomainResult> = result
        .domains
        .iter()
        .filter(|domain| !domain.moments.is_empty())
        .collect();
    if tested.is_empty() {
        return;
    }
    let words = &ctx.app.words;
    let glyphs = ctx.app.glyphs();
    heading(ctx, page, Mark::Part(6), &words.say("part-skills"));
    let rubric = ctx.session.rubric();
    let names = tested
        .iter()
        .map(|result| width(&rubric.domains[result.domain.at()].name));
    let column = names.max().unwrap_or(0) + 2;
    for result in tested {
        let domain = &rubric.domains[result.domain.at()];
        let gap = " ".repeat(column - width(&domain.name));
        let mut pieces = vec![
            ink(Role::Muted, format!("{}  ", domain.letter)),
            ink(Role::Text, format!("{}{gap}", domain.name)),
        ];
        for moment in &result.moments {
            let role = match moment.mark {
                scoring::Mark::Full => Role::Good,
                scoring::Mark::Half => Role::Warn,
                scoring::Mark::Empty => Role::Muted,
            };
            pieces.push(ink(role, format!("{} ", glyphs.mark(moment.mark))));
        }
        let count = words.say_with("n", &[("count", result.moments.len().into())]);
        pieces.push(ink(Role::Muted, format!(" {count}")));
        page.row(pieces);
    }
    page.blank();
    let args = [
        ("full", glyphs.mark(scoring::Mark::Full).into()),
        ("half", glyphs.mark(scoring::Mark::Half).into()),
        ("empty", glyphs.mark(scoring::Mark::Empty).into()),
    ];
    page.say(Role::Muted, words.say_with("marks-mean", &args));
}
