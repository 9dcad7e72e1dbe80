//! E023: a menu that gives away what was drawn.

use crate::explore::ConditionPlace;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds choices whose `when` is decided by a hidden draw in a state where it was not revealed.
    ///
    /// ## Why
    /// A learner who sees what is on offer knows what was drawn, without having asked. What people want must be found out by asking.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/when: wants == to_wait
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/when: not revealed(wants) or wants == to_wait
    /// ```
    "E023", "menu-leaks-a-draw", Error,
    "whether a choice is offered depends on a draw nobody has revealed",
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.analysis() else { return };
    for leak in &analysis.leaks {
        let (ConditionPlace::Choice(choice), Some(guard)) = (leak.place, leak.place.guard(cx.scenario)) else {
            continue;
        };
        let names: Vec<String> = leak
            .reads
            .iter()
            .map(|var| cx.scenario.vars[var.at()].id.to_string())
            .collect();
        let message = format!(
            "whether `{}` is offered gives `{}` away",
            cx.scenario.address(choice),
            names.join("`, `")
        );
        findings.add(Subject::Choice(choice), guard.span, message, |found| {
            found.label(cx.way(&analysis.paths, &leak.witness)).help(format!(
                "ask `revealed({}) and …`, or reveal it before",
                names.join(", ")
            ))
        });
    }
}
