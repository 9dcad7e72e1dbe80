//! The moments: each decision with what was chosen, what it did, better and other words, and where experts differ.

use super::page::{Ctx, heading};
use crate::engine::Told;
use crate::model::Speaker;
use crate::session::Turn;
use crate::tui::script::{Stage, act_words};
use crate::tui::teaching;
use crate::tui::text::{Mark, Page, Para, Spot, cut, ink};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(4), &words.say("part-moments"));
    page.say(Role::Muted, words.say("moments-means"));
    for (step, turn) in ctx.session.run().turns.iter().enumerate() {
        one(ctx, page, step, turn);
    }
}

fn one(ctx: &Ctx, page: &mut Page, step: usize, turn: &Turn) {
    let words = &ctx.app.words;
    let session = ctx.session;
    let scenario = session.scenario();
    let focus = ctx.state.moment == Some(step);
    let pointer = if focus { ctx.app.glyphs().pointer() } else { " " };
    let choice = scenario.choice(turn.chosen);
    page.blank();
    let number = (step + 1).to_string();
    let label = format!("{pointer} {number}  ");
    let hang = label.chars().count();
    if let Some(before) = said_before(ctx, step) {
        let room = page.width.saturating_sub(hang);
        let before = cut(&before, room, ctx.app.glyphs().ellipsis());
        page.para(Para::of(Role::Muted, before).indent(hang).spot(Spot::Item(step)));
    }
    let mut pieces = vec![ink(Role::Accent, label)];
    let said = session.words(choice.text, turn);
    pieces.push(act_words(choice.act, &said, Role::Strong));
    page.para(Para::new(pieces).hang(hang).spot(Spot::Item(step)).focus(focus));
    let asides = [
        turn.confidence
            .map(|percent| words.say_with("you-were-sure", &[("percent", i64::from(percent).into())])),
        turn.hinted.then(|| words.say("you-saw-the-hint")),
    ];
    for aside in asides.into_iter().flatten() {
        page.para(Para::of(Role::Muted, aside).indent(hang).spot(Spot::Item(step)));
    }
    let stage = Stage::new(scenario, words, ctx.app.glyphs(), ctx.desk.hang(), true);
    for (at, group) in teaching::groups(ctx.app, session, &stage, turn).into_iter().enumerate() {
        if at > 0 && !ctx.desk.compact {
            page.blank();
        }
        for pieces in group {
            page.para(Para::new(pieces).indent(hang).hang(2).spot(Spot::Item(step)));
        }
    }
}

/// The last words anybody spoke before a step, with their name.
fn said_before(ctx: &Ctx, step: usize) -> Option<String> {
    let run = ctx.session.run();
    let before = match step.checked_sub(1) {
        Some(last) => run.turns.get(last).map(|turn| [&turn.reply[..], &turn.onward[..]])?,
        None => [&run.opening[..], &[]],
    };
    let scenario = ctx.session.scenario();
    before.into_iter().flatten().rev().find_map(|told| match told {
        Told::Said(said) if !said.words.is_empty() => match said.who {
            Speaker::Person(person) => {
                let name = scenario.raw(scenario.cast[person.at()].name);
                Some(format!("{}  {}", name.to_uppercase(), said.words))
            }
            _ => None,
        },
        _ => None,
    })
}
