//! Before the first conversation: what will stand here, and what to press.

use super::page::Ctx;
use crate::practice::calibration::MIN_PER_BIN;
use crate::practice::progress::{MIN_DECISIONS, MIN_SCENARIOS};
use crate::tui::text::{Page, Para, ink};
use crate::tui::theme::Role;

pub(super) fn page(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    page.say(Role::Strong, words.say("progress-empty"));
    page.blank();
    page.say(Role::Text, words.say("progress-will"));
    let lines = [
        words.say_with("progress-will-attempts", &[("need", MIN_SCENARIOS.into())]),
        words.say_with("progress-will-skills", &[("need", MIN_DECISIONS.into())]),
        words.say_with("progress-will-sure", &[("need", MIN_PER_BIN.into())]),
        words.say("progress-will-due"),
    ];
    for line in lines {
        let dot = ctx.glyphs.dot();
        page.para(Para::new(vec![ink(Role::Faint, format!("{dot} ")), ink(Role::Text, line)]).hang(2));
    }
    page.blank();
    page.say(Role::Text, words.say("progress-empty-do"));
    page.blank();
    page.say(Role::Muted, words.say("education-only"));
}
