//! W037: two choices that come to the same.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Change, Choice, Cond, Effect, Fingerprint, Guard, Route, Target};

rule! {
    /// ## What it does
    /// Finds two choices of one decision with the same reply, the same effects and the same way on.
    ///
    /// ## Why
    /// The patient does not notice which was said, so the learner cannot either. The next line must make the consequence felt.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/door/choices/tell/reply: |
    ///   Lia: All right.
    /// nodes/door/choices/tell/effects: trust + 1
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/door/choices/tell/reply: |
    ///   Lia: All right. I'll wait by the window.
    /// nodes/door/choices/tell/effects: trust + 1
    /// ```
    "W037", "twin-choices", Warning,
    "two choices of a decision lead to the same words, changes and place",
    after: ["W040"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let choices: Vec<_> = cx.scenario.choices_of(node).collect();
        for (at, right) in choices.iter().enumerate() {
            let twin = choices[..at]
                .iter()
                .find(|left| same(cx, cx.scenario.choice(**left), cx.scenario.choice(*right)));
            let Some(left) = twin else { continue };
            let (left, about) = (cx.scenario.choice(*left), cx.scenario.choice(*right));
            let message = format!("`{}` and `{}` come to exactly the same", left.id, about.id);
            findings.add(Subject::Choice(*right), about.span, message, |found| {
                found
                    .label("same reply, same effects, same way on")
                    .related(left.span, "as here")
                    .help("let them answer differently, or change something that is read later")
            });
        }
    }
}

fn same(cx: &Context, left: &Choice, right: &Choice) -> bool {
    let said = |choice: &Choice| Fingerprint::of_script(cx.scenario, &choice.reply);
    said(left) == said(right)
        && effects(&left.effects) == effects(&right.effects)
        && arms(&left.route) == arms(&right.route)
}

fn effects(list: &[Effect]) -> Vec<(Option<&Cond>, &Change)> {
    list.iter()
        .map(|effect| (cond(effect.when.as_ref()), &effect.change))
        .collect()
}

fn arms(route: &Route) -> Vec<(Option<&Cond>, Target)> {
    route.iter().map(|arm| (cond(arm.when.as_ref()), arm.to)).collect()
}

fn cond(guard: Option<&Guard>) -> Option<&Cond> {
    guard.map(|guard| &guard.cond)
}
