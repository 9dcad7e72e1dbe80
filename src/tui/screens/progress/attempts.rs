//! Conversations: how many were finished, the first attempts as dots over the learner's own band, and each with its endings.

use super::page::Ctx;
use super::scatter;
use crate::practice::progress::{MIN_SCENARIOS, ScenarioProgress};
use crate::tui::text::{Page, Para, ink, width};
use crate::tui::theme::Role;

/// From so many rows on, a row of the plot is five points and not ten.
const TALL: usize = 34;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    ctx.heading(page, 1, &words.say("progress-part-talks"));
    let playable = ctx
        .library
        .entries
        .iter()
        .filter(|entry| entry.scenario.is_some())
        .count();
    let facts = [("done", ctx.progress.done().into()), ("all", playable.into())];
    let done = words.say_with("progress-talks-done", &facts);
    if ctx.progress.first_scores.is_empty() {
        page.say(Role::Text, format!("{done} {}", words.say("progress-no-scores")));
    } else {
        page.say(Role::Text, format!("{done} {}", words.say("progress-scores-mean")));
    }
    plot(ctx, page);
    page.blank();
    list(ctx, page);
}

fn plot(ctx: &Ctx, page: &mut Page) {
    let words = ctx.words;
    let first = &ctx.progress.first_scores;
    if first.is_empty() {
        return;
    }
    let band = ctx.progress.band.as_ref();
    page.blank();
    let left_out = first.len().saturating_sub(scatter::fitting(page.width));
    let shown: Vec<f64> = first.iter().skip(left_out).map(|first| first.score).collect();
    let height = match ctx.height {
        _ if ctx.compact => 7,
        height if height >= TALL => 21,
        _ => 11,
    };
    for row in scatter::rows(&shown, left_out + 1, band, height, page.width, ctx.glyphs) {
        page.row(row);
    }
    page.blank();
    match band {
        Some(band) => {
            let texts = [band.mean, band.low, band.high].map(|number| format!("{number:.0}"));
            let facts = [
                ("mean", (&texts[0]).into()),
                ("low", (&texts[1]).into()),
                ("high", (&texts[2]).into()),
                ("n", band.n.into()),
            ];
            page.say(Role::Text, words.say_with("progress-band", &facts));
            let shade = ctx.glyphs.shade();
            page.say(
                Role::Muted,
                words.say_with("progress-band-means", &[("sign", shade.into())]),
            );
        }
        None => {
            let facts = [("have", first.len().into()), ("need", MIN_SCENARIOS.into())];
            page.say(Role::Text, words.say_with("progress-no-band", &facts));
        }
    }
}

/// First attempts by number, as they stand under the plot; then what has none.
fn list(ctx: &Ctx, page: &mut Page) {
    let first = &ctx.progress.first_scores;
    let talks = &ctx.progress.scenarios;
    for (at, score) in first.iter().enumerate() {
        if let Some(talk) = talks.iter().find(|talk| talk.scenario == score.scenario) {
            let whole = format!("{:.0}", score.score);
            let earned = ctx.words.say_with("progress-earned", &[("score", (&whole).into())]);
            one(ctx, page, &(at + 1).to_string(), talk, &earned);
        }
    }
    for talk in talks {
        if !first.iter().any(|score| score.scenario == talk.scenario) {
            let again = talk.record.and_then(|record| record.score);
            let earned = again.map(|score| {
                let score = format!("{score:.0}");
                ctx.words
                    .say_with("progress-earned-again", &[("score", (&score).into())])
            });
            one(ctx, page, "", talk, &earned.unwrap_or_default());
        }
    }
}

fn one(ctx: &Ctx, page: &mut Page, number: &str, talk: &ScenarioProgress, earned: &str) {
    let words = ctx.words;
    let scenario = ctx
        .library
        .find(&talk.scenario)
        .and_then(|entry| entry.scenario.as_ref());
    let title = scenario.map_or_else(|| talk.scenario.to_string(), |one| one.raw(one.title).to_owned());
    let seen = if !talk.here {
        words.say("progress-talk-is-gone")
    } else if talk.ended == 0 {
        words.say("progress-talk-not-ended")
    } else {
        let facts = [("seen", talk.endings.len().into()), ("all", talk.endings_all.into())];
        words.say_with("progress-endings", &facts)
    };
    let dot = format!(" {} ", ctx.glyphs.dot());
    let day = talk.record.map_or(talk.last, |record| record.day).to_string();
    let mut facts = vec![earned.to_owned(), seen, day];
    facts.retain(|fact| !fact.is_empty());
    let facts = facts.join(&dot);
    let left = vec![ink(Role::Muted, format!("{number:>2}  ")), ink(Role::Text, &title)];
    // Where a title would have to be cut, it has a row of its own.
    if ctx.wide(page) && width(&title) + width(&facts) + 6 <= page.width {
        page.sides(left, vec![ink(Role::Muted, facts)], ctx.glyphs.ellipsis());
    } else {
        page.para(Para::new(left).hang(4));
        page.para(Para::of(Role::Muted, facts).indent(4));
    }
}
