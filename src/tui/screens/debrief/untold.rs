//! What they told you, and what they would have told you had anyone asked: hidden draws, facts, and what moved them.

use super::page::{Ctx, heading};
use crate::engine::Machine;
use crate::model::{FactIx, Secret, VarIx, VarKind};
use crate::tui::script::capital;
use crate::tui::text::{Mark, Page, Para, ink};
use crate::tui::theme::Role;

pub(super) fn part(ctx: &Ctx, page: &mut Page) {
    let session = ctx.session;
    let scenario = session.scenario();
    let inner = scenario.cast.iter().any(|person| person.inner.is_some());
    let hidden = scenario.vars.iter().any(|var| var.is_hidden());
    if scenario.facts.is_empty() && !hidden && !inner {
        return;
    }
    heading(ctx, page, Mark::Part(3), &ctx.app.words.say("part-untold"));
    let layout = Machine::new(scenario).layout();
    let revealed = |secret: Secret| session.state().flag(layout.revealed(secret));
    for (at, var) in scenario.vars.iter().enumerate() {
        let VarKind::Hidden { values, if_never_asked } = &var.kind else {
            continue;
        };
        let value = usize::try_from(session.draws().value(VarIx::new(at))).unwrap_or(0);
        let Some(drawn) = values.get(value) else { continue };
        let means = session.words_now(drawn.means);
        let known = revealed(Secret::Var(VarIx::new(at)));
        if !known && let Some(never) = if_never_asked {
            page.say(Role::Text, session.words_now(*never));
        }
        one(ctx, page, known, &means);
        page.blank();
    }
    for (at, fact) in scenario.facts.iter().enumerate() {
        let known = revealed(Secret::Fact(FactIx::new(at)));
        one(ctx, page, known, &session.words_now(fact.text));
    }
    for person in &scenario.cast {
        let Some(inner) = person.inner else { continue };
        page.blank();
        page.say(Role::Speaker, scenario.raw(person.name));
        let wants = inner.wants.map(|text| (ctx.app.words.say("wanted"), text));
        let fears = inner.fears.map(|text| (ctx.app.words.say("feared"), text));
        for (label, text) in wants.into_iter().chain(fears) {
            let pieces = vec![
                ink(Role::Muted, format!("{label}  ")),
                ink(Role::Felt, capital(&session.words_now(text))),
            ];
            page.para(Para::new(pieces).indent(2).hang(2));
        }
    }
}

fn one(ctx: &Ctx, page: &mut Page, known: bool, text: &str) {
    let (label, role) = if known {
        (ctx.app.words.say("you-heard"), Role::Text)
    } else {
        (ctx.app.words.say("nobody-asked"), Role::Felt)
    };
    let text = capital(text);
    page.para(
        Para::new(vec![ink(Role::Muted, format!("{label}  ")), ink(role, text)])
            .indent(2)
            .hang(2),
    );
}
