//! What might be worth another look, now and later. Always a suggestion.

use super::page::Ctx;
use crate::tui::text::{Page, Para, ink};
use crate::tui::theme::Role;

/// Later ones shown.
const LATER: usize = 6;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    ctx.heading(page, 4, &words.say("progress-due"));
    if ctx.progress.due.is_empty() {
        page.say(Role::Text, words.say("progress-none-due"));
    }
    for due in &ctx.progress.due {
        let facts = [
            ("ago", i64::from(due.ago).into()),
            ("fresh", due.fresh.into()),
            ("people", due.new_people.into()),
        ];
        let line = if due.fresh > 0 {
            words.say_with("progress-due-fresh", &facts)
        } else {
            words.say_with("progress-due-again", &facts)
        };
        page.para(Para::of(Role::Text, ctx.skill(due.skill)));
        page.para(Para::of(Role::Muted, line).indent(2));
    }
    let coming = ctx.progress.coming(ctx.today);
    if !coming.is_empty() {
        page.blank();
        page.say(Role::Strong, words.say("progress-later"));
        for (skill, day) in coming.iter().take(LATER) {
            let day = words.say_with("progress-from-day", &[("day", (&day.to_string()).into())]);
            let left = vec![ink(Role::Text, ctx.skill(*skill))];
            page.sides(left, vec![ink(Role::Muted, day)], ctx.glyphs.ellipsis());
        }
        if coming.len() > LATER {
            let more = coming.len() - LATER;
            page.say(
                Role::Muted,
                words.say_with("progress-later-more", &[("count", more.into())]),
            );
        }
    }
    page.blank();
    page.say(Role::Muted, words.say("report-due-note"));
}
