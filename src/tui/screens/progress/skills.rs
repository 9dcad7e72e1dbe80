//! Skills and domains: first answers as signs, oldest first, and the level with its interval once there are enough to read one.

use super::page::Ctx;
use super::scale::{self, COLUMNS};
use crate::practice::progress::{MIN_DECISIONS, SkillProgress};
use crate::practice::statistics::Interval;
use crate::scoring::Mark;
use crate::tui::text::{Page, Piece, cut, ink, width};
use crate::tui::theme::Role;

/// Signs shown of one skill: the newest.
const SIGNS: usize = 8;
/// Columns of the name, wide.
const NAME: usize = 24;
/// Columns of the count.
const COUNT: usize = 5;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    ctx.heading(page, 2, &words.say("progress-skills"));
    let count = ctx.progress.decisions;
    page.say(
        Role::Text,
        words.say_with("progress-first-answers", &[("count", count.into())]),
    );
    if ctx.progress.skills.is_empty() {
        page.say(Role::Muted, words.say("progress-no-skills"));
        return;
    }
    page.blank();
    head(ctx, page, NAME + SIGNS + 2);
    for skill in &ctx.progress.skills {
        one(ctx, page, skill);
    }
    page.blank();
    let signs = [
        ("full", ctx.glyphs.mark(Mark::Full).into()),
        ("half", ctx.glyphs.mark(Mark::Half).into()),
        ("empty", ctx.glyphs.mark(Mark::Empty).into()),
    ];
    page.say(Role::Muted, words.say_with("progress-signs-mean", &signs));
    let facts = [("sign", ctx.glyphs.point().into()), ("need", MIN_DECISIONS.into())];
    page.say(Role::Muted, words.say_with("progress-level-means", &facts));
    domains(ctx, page);
}

/// The ends of the scale, above it.
fn head(ctx: &Ctx, page: &mut Page, before: usize) {
    let wide = ctx.wide(page);
    let before = if wide { before } else { SIGNS + 2 };
    let mut pieces = vec![ink(Role::Faint, " ".repeat(before)), scale::head()];
    if wide {
        pieces.push(ink(Role::Faint, format!("{:>COUNT$}", "n")));
    }
    page.row(pieces);
}

fn one(ctx: &Ctx, page: &mut Page, skill: &SkillProgress) {
    let name = ctx.skill(skill.skill);
    let marks: Vec<Mark> = skill.marks().collect();
    let newest = &marks[marks.len().saturating_sub(SIGNS)..];
    let mut signs = vec![ink(Role::Text, " ".repeat(SIGNS - newest.len()))];
    for mark in newest {
        let role = match mark {
            Mark::Full => Role::Good,
            Mark::Half => Role::Warn,
            Mark::Empty => Role::Muted,
        };
        signs.push(ink(role, ctx.glyphs.mark(*mark)));
    }
    signs.push(ink(Role::Text, "  "));
    let trend = skill.halves().map(|(before, after)| {
        let texts = [before, after].map(|share| format!("{:.0}", share * 100.0));
        format!("{} {} {}", texts[0], ctx.glyphs.arrow(), texts[1])
    });
    row(ctx, page, &name, signs, skill.level().as_ref(), skill.n, trend);
}

fn domains(ctx: &Ctx, page: &mut Page) {
    let met: Vec<_> = ctx.progress.domains.iter().filter(|domain| domain.n > 0).collect();
    if met.is_empty() {
        return;
    }
    page.blank();
    page.say(Role::Strong, ctx.words.say("progress-domains"));
    head(ctx, page, NAME + SIGNS + 2);
    for domain in met {
        let about = ctx.library.rubric.domains.get(domain.domain.at());
        let name = about.map_or_else(String::new, |about| format!("{} {}", about.letter, about.name));
        let signs = vec![ink(Role::Text, " ".repeat(SIGNS + 2))];
        row(ctx, page, &name, signs, domain.share.as_ref(), domain.n, None);
    }
    page.blank();
    page.say(Role::Muted, ctx.words.say("progress-domains-mean"));
}

/// Name, signs, scale, count and trend: on one row where there is room, else on two.
fn row(
    ctx: &Ctx,
    page: &mut Page,
    name: &str,
    signs: Vec<Piece>,
    level: Option<&Interval>,
    n: usize,
    trend: Option<String>,
) {
    let mut plot = match level {
        Some(level) => scale::level(level, ctx.glyphs),
        None => {
            let few = ctx.words.say("progress-too-few");
            vec![ink(Role::Muted, format!("{few:<COLUMNS$}"))]
        }
    };
    if ctx.wide(page) {
        let name = cut(name, NAME - 1, ctx.glyphs.ellipsis());
        let gap = " ".repeat(NAME - width(&name));
        let mut pieces = vec![ink(Role::Text, format!("{name}{gap}"))];
        pieces.extend(signs);
        pieces.append(&mut plot);
        let trend = trend.unwrap_or_default();
        pieces.push(ink(Role::Muted, format!("{n:>COUNT$}  {trend}").trim_end()));
        page.row(pieces);
    } else {
        let count = ctx.words.say_with("n", &[("count", n.into())]);
        let right = trend.map_or(count.clone(), |trend| format!("{trend}  {count}"));
        let left = vec![ink(Role::Text, name)];
        page.sides(left, vec![ink(Role::Muted, right)], ctx.glyphs.ellipsis());
        let mut pieces = signs;
        pieces.append(&mut plot);
        page.row(pieces);
    }
}
