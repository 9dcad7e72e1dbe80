//! How sure against how good: what was said, and how often it was so.

use super::page::Ctx;
use super::scale::{self, COLUMNS};
use crate::practice::calibration::{Bin, Calibration, MIN_PER_BIN};
use crate::tui::text::{Page, Para, ink, width};
use crate::tui::theme::Role;

/// Columns before the scale.
const SAID: usize = 12;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    ctx.heading(page, 3, &words.say("progress-calibration"));
    let all = &ctx.progress.calibration;
    if all.n == 0 {
        page.say(Role::Text, words.say("progress-never-sure-here"));
        return;
    }
    page.row(vec![ink(Role::Faint, " ".repeat(SAID)), scale::head()]);
    for bin in &all.bins {
        one(ctx, page, bin);
    }
    page.blank();
    let signs = [("said", ctx.glyphs.bar().into()), ("so", ctx.glyphs.point().into())];
    page.say(Role::Muted, words.say_with("progress-sure-means", &signs));
    page.blank();
    page.say(Role::Text, measures(ctx, all, true));
    let enough = |found: &&(_, Calibration)| found.1.n >= MIN_PER_BIN;
    let mut by_skill = ctx.progress.calibration_by_skill.iter().filter(enough).peekable();
    if by_skill.peek().is_some() {
        page.blank();
        page.say(Role::Strong, words.say("progress-by-skill"));
        for (skill, found) in by_skill {
            let name = ctx.skill(*skill);
            page.para(
                Para::new(vec![
                    ink(Role::Text, format!("{name}  ")),
                    ink(Role::Muted, measures(ctx, found, false)),
                ])
                .hang(2),
            );
        }
    }
}

fn one(ctx: &Ctx, page: &mut Page, bin: &Bin) {
    let words = ctx.words;
    let said = words.say_with("progress-said", &[("stated", i64::from(bin.stated).into())]);
    let gap = " ".repeat(SAID.saturating_sub(width(&said)).max(1));
    let so = bin.acceptable.filter(|_| bin.enough());
    let mut pieces = vec![ink(Role::Text, format!("{said}{gap}"))];
    pieces.extend(scale::apart(f64::from(bin.stated) / 100.0, so, ctx.glyphs));
    let count = words.say_with("n", &[("count", bin.n.into())]);
    let read = match so {
        Some(so) => format!("{:.0}  {count}", so * 100.0),
        None => format!("{}  {count}", words.say("progress-too-few")),
    };
    if page.width >= SAID + COLUMNS + 2 + width(&read) {
        pieces.push(ink(Role::Muted, format!("  {read}")));
        page.row(pieces);
    } else {
        page.row(pieces);
        page.para(Para::of(Role::Muted, read).indent(SAID));
    }
}

/// Brier score and bias in words; `whole`: with what the score means.
fn measures(ctx: &Ctx, found: &Calibration, whole: bool) -> String {
    let words = ctx.words;
    let (Some(brier), Some(bias)) = (found.brier, found.bias) else {
        return String::new();
    };
    let brier = format!("{brier:.2}");
    let points = (bias.abs() * 100.0).round() as i64;
    let facts = [
        ("brier", (&brier).into()),
        ("bias", points.into()),
        ("n", found.n.into()),
    ];
    let line = if whole {
        words.say_with("progress-brier", &facts)
    } else {
        words.say_with("progress-brier-short", &facts)
    };
    let more = match points {
        _ if found.n < MIN_PER_BIN => words.say("progress-calibration-few"),
        0 => words.say("progress-as-sure"),
        _ if bias > 0.0 => words.say_with("progress-surer", &facts),
        _ => words.say_with("progress-less-sure", &facts),
    };
    format!("{line} {more}")
}
