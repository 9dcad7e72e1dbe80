//! M086: a framework that is named and not practised.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Compares the `frameworks` of a scenario with the `move` of its choices.
    ///
    /// ## Why
    /// Whoever looks for practice in a framework finds this scenario and no move of it.
    ///
    /// ## Example
    /// ```yaml
    /// frameworks: [ask-tell-ask, silence]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// frameworks: [ask-tell-ask]
    /// ```
    "M086", "idle-framework", Info,
    "a framework is listed and no choice is one of its moves",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let moves = || {
        cx.scenario
            .choices
            .iter()
            .filter_map(|choice| choice.framework_move.as_ref())
    };
    for framework in &cx.scenario.frameworks {
        let practised = moves().any(|step| {
            step.value
                .split_once('/')
                .is_some_and(|(own, _)| framework.value == own)
        });
        if practised {
            continue;
        }
        let message = format!("no choice is a move of `{}`", framework.value);
        findings.add(Subject::Whole, framework.span, message, |found| {
            found.help(format!(
                "write `move: {}/…` at the choices that are, or take it out",
                framework.value
            ))
        });
    }
}
