//! Two lines side by side from where they part: what was said, what they felt, and how it ended.

use super::page::{Ctx, heading};
use crate::practice::compare::other_way;
use crate::session::{Run, Turn};
use crate::tui::script::{Stage, act_words};
use crate::tui::text::{Mark, Page, Para, ink};
use crate::tui::theme::Role;

/// Between the two columns.
const GAP: usize = 4;
/// Narrower than this, one stands under the other.
const TWO_COLUMNS: usize = 60;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let session = ctx.session;
    let here = session.current_line();
    let Some(other) = other_way(session, here) else {
        return;
    };
    let runs = session.runs();
    let pairs = runs[here].turns.iter().zip(&runs[other].turns);
    let shared = pairs.take_while(|(left, right)| left.chosen == right.chosen).count();
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(5), &words.say("part-beside"));
    let (mine, theirs) = (&runs[here], &runs[other]);
    page.say(
        Role::Muted,
        words.say_with("beside-from", &[("step", (shared + 1).into())]),
    );
    page.blank();
    let two = page.width >= TWO_COLUMNS;
    let column = if two { (page.width - GAP) / 2 } else { page.width };
    let title = |line: usize, this: bool| {
        let mut head = Page::new(column);
        let text = words.say_with("beside-line", &[("line", (line + 1).into())]);
        let text = if this {
            format!("{text}, {}", words.say("beside-this"))
        } else {
            text
        };
        head.say(Role::Strong, text);
        head
    };
    let mut pairs = vec![(title(other, false), title(here, true))];
    for step in shared..mine.turns.len().max(theirs.turns.len()) {
        let set = |run: &Run| turn(ctx, column, step, run.turns.get(step));
        pairs.push((set(theirs), set(mine)));
    }
    pairs.push((ending(ctx, column, theirs), ending(ctx, column, mine)));
    if two {
        for (left, right) in pairs {
            page.columns(left, right, GAP);
            page.blank();
        }
    } else {
        let (left, right): (Vec<Page>, Vec<Page>) = pairs.into_iter().unzip();
        for one in left.into_iter().chain(right) {
            page.rows.extend(one.rows);
            page.blank();
        }
    }
}

fn turn(ctx: &Ctx, column: usize, step: usize, turn: Option<&Turn>) -> Page {
    let mut page = Page::new(column);
    let Some(turn) = turn else { return page };
    let scenario = ctx.session.scenario();
    let choice = scenario.choice(turn.chosen);
    let said = ctx.session.words(choice.text, turn);
    let number = format!("{}  ", step + 1);
    let hang = number.len();
    page.para(
        Para::new(vec![
            ink(Role::Accent, number),
            act_words(choice.act, &said, Role::Text),
        ])
        .hang(hang),
    );
    let stage = Stage::new(scenario, &ctx.app.words, ctx.app.glyphs(), hang, true);
    for felt in stage.felt(&turn.felt) {
        page.para(Para::new(felt).indent(hang).hang(2));
    }
    page
}

fn ending(ctx: &Ctx, column: usize, run: &Run) -> Page {
    let mut page = Page::new(column);
    let title = match run.ended() {
        Some(ending) => ctx
            .session
            .scenario()
            .raw(ctx.session.scenario().ending(ending).title)
            .to_owned(),
        None => ctx.app.words.say("left-early"),
    };
    let arrow = ctx.app.glyphs().arrow();
    page.para(Para::new(vec![ink(Role::Accent, format!("{arrow} ")), ink(Role::Strong, title)]).hang(3));
    page
}
