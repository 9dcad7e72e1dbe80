//! The moments: each decision with what was chosen, what it did, better and other words, and where experts differ.

use super::page::{Ctx, heading};
use crate::engine::Told;
use crate::model::Speaker;
use crate::session::{Session, Turn};
use crate::tui::app::App;
use crate::tui::desk::Desk;
use crate::tui::script::{Stage, act_words};
use crate::tui::teaching;
use crate::tui::text::{Mark, Page, Para, Spot, cut, ink};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(4), &words.say("part-moments"));
    page.say(Role::Muted, words.say("moments-means"));
    for (step, turn) in ctx.session.run().turns.iter().enumerate() {
        let focus = ctx.state.moment == Some(step);
        one(ctx.app, ctx.session, ctx.desk, (step, turn), focus, page);
    }
}

/// One decision of the line the learner is on, with its step.
pub(crate) fn one(
    app: &App,
    session: &Session,
    desk: &Desk,
    (step, turn): (usize, &Turn),
    focus: bool,
    page: &mut Page,
) {
    let words = &app.words;
    let scenario = session.scenario();
    let pointer = if focus { app.glyphs().pointer() } else { " " };
    let choice = scenario.choice(turn.chosen);
    page.blank();
    let number = (step + 1).to_string();
    let label = format!("{pointer} {number}  ");
    let hang = label.chars().count();
    if let Some(before) = said_before(session, step) {
        let room = page.width.saturating_sub(hang);
        let before = cut(&before, room, app.glyphs().ellipsis());
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
    let stage = Stage::new(scenario, words, app.glyphs(), desk.hang(), true);
    for (at, group) in teaching::groups(app, session, &stage, turn).into_iter().enumerate() {
        if at > 0 && !desk.compact {
            page.blank();
        }
        for pieces in group {
            page.para(Para::new(pieces).indent(hang).hang(2).spot(Spot::Item(step)));
        }
    }
}

/// The last words anybody spoke before a step, with their name.
fn said_before(session: &Session, step: usize) -> Option<String> {
    let run = session.run();
    let before = match step.checked_sub(1) {
        Some(last) => run.turns.get(last).map(|turn| [&turn.reply[..], &turn.onward[..]])?,
        None => [&run.opening[..], &[]],
    };
    let scenario = session.scenario();
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
