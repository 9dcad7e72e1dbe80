//! How it felt to them: a trace of each person over the decisions, the best line's behind it, and where it turned.

use super::page::{Ctx, heading, named};
use super::plot;
use crate::model::{PersonIx, Trace};
use crate::session::{TraceLine, replayed};
use crate::tui::text::{Mark, Page, Para, ink};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let session = ctx.session;
    let traces = session.traces(session.current_line());
    if traces.is_empty() {
        return;
    }
    let words = &ctx.app.words;
    heading(ctx, page, Mark::Part(2), &words.say("part-felt"));
    page.say(Role::Muted, words.say("trace-means"));
    let references = ctx.sitting.references.as_ref();
    let best = references.map(|references| {
        replayed(
            session.scenario(),
            session.draws(),
            session.role(),
            &references.best_path,
        )
    });
    for trace in &traces {
        let behind = best
            .as_ref()
            .and_then(|best| best.iter().find(|line| line.var == trace.var));
        one(ctx, page, trace, behind);
    }
    let differs = |trace: &TraceLine| {
        let behind = best.iter().flatten().find(|line| line.var == trace.var);
        behind.is_some_and(|behind| behind.values != trace.values)
    };
    if traces.iter().any(differs) {
        page.blank();
        let dot = plot::BEHIND.to_string();
        page.say(Role::Muted, words.say_with("best-behind", &[("sign", (&dot).into())]));
    }
    turning(ctx, page);
}

/// `Denise, trust`
pub(super) fn name(ctx: &Ctx, of: Option<PersonIx>, trace: Trace) -> String {
    let words = &ctx.app.words;
    let what = match trace {
        Trace::Trust => words.say("trace-trust"),
        Trace::Understanding => words.say("trace-understanding"),
        Trace::Distress => words.say("trace-distress"),
    };
    match of {
        Some(person) => {
            let scenario = ctx.session.scenario();
            let who = scenario.raw(scenario.cast[person.at()].name);
            words.say_with("trace-of", &[("who", who.into()), ("what", (&what).into())])
        }
        None => what,
    }
}

fn one(ctx: &Ctx, page: &mut Page, trace: &TraceLine, behind: Option<&TraceLine>) {
    let words = &ctx.app.words;
    let about = &ctx.session.scenario().vars[trace.var.at()];
    page.blank();
    let (first, last) = (
        trace.values.first().copied().unwrap_or(0),
        trace.values.last().copied().unwrap_or(0),
    );
    let args = [
        ("from", i64::from(first).into()),
        ("to", i64::from(last).into()),
        ("most", i64::from(trace.bounds.1).into()),
    ];
    page.row(vec![
        ink(Role::Speaker, name(ctx, about.of, trace.trace)),
        ink(Role::Text, format!("  {}", words.say_with("trace-words", &args))),
    ]);
    let height = if ctx.desk.compact { 3 } else { 6 };
    let rows = plot::rows(
        &trace.values,
        behind.map_or(&[], |line| &line.values),
        trace.bounds,
        height,
        page.width,
        ctx.app.glyphs(),
    );
    for row in rows {
        page.row(row);
    }
}

/// Where the traces turned most, at most four, in the order they came.
fn turning(ctx: &Ctx, page: &mut Page) {
    let words = &ctx.app.words;
    let session = ctx.session;
    let mut points = session.turning_points(session.current_line());
    points.truncate(4);
    points.sort_by_key(|point| (point.step, point.var));
    if points.is_empty() {
        return;
    }
    page.blank();
    page.say(Role::Strong, words.say("where-it-turned"));
    let mut steps: Vec<usize> = points.iter().map(|point| point.step).collect();
    steps.dedup();
    for step in steps {
        let quoted = named(ctx, step, 56);
        let args = [("step", (step + 1).into()), ("words", (&quoted).into())];
        page.para(Para::of(Role::Text, words.say_with("at-step", &args)).indent(2).hang(2));
        let moved: Vec<String> = points
            .iter()
            .filter(|point| point.step == step)
            .filter_map(|point| {
                let about = &session.scenario().vars[point.var.at()];
                let what = name(ctx, about.of, about.trace?);
                let args = [("what", (&what).into()), ("by", i64::from(point.change.abs()).into())];
                Some(if point.change > 0 {
                    words.say_with("turn-rose", &args)
                } else {
                    words.say_with("turn-fell", &args)
                })
            })
            .collect();
        page.para(Para::of(Role::Muted, moved.join("; ")).indent(4));
        let turn = session
            .run()
            .turns
            .get(step)
            .and_then(|turn| session.scenario().node(turn.node).turn);
        if let Some(turn) = turn {
            page.para(Para::of(Role::Narration, session.words_now(turn)).indent(4));
        }
    }
}
