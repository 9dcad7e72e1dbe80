//! W032: a condition that decides nothing.

use crate::explore::ConditionPlace;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Walks every state and finds conditions, of choices, lines, effects and ways, that came out the same every time they were asked.
    ///
    /// ## Why
    /// Never true: what it guards is lost. Always true: it misleads whoever reads it, and often another condition was meant.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/end: [{when: trust >= 9, to: postponed}, {to: planned}]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/end: [{when: trust <= 3, to: postponed}, {to: planned}]
    /// ```
    "W032", "constant-condition", Warning,
    "a condition is always true, or never, whenever it is asked",
    after: ["W030", "W031"],
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.exact() else { return };
    for report in &analysis.conditions {
        let never = report.never_true();
        // A choice that is never offered is a finding of its own.
        let told = never && matches!(report.place, ConditionPlace::Choice(_));
        let Some(guard) = report.place.guard(cx.scenario) else {
            continue;
        };
        if told || !(never || report.always_true()) {
            continue;
        }
        let subject = report.place.owner().map_or(Subject::Whole, Subject::from);
        let (message, help) = if never {
            let lost = match report.place {
                ConditionPlace::Line(..) => "this line is never heard",
                ConditionPlace::Arm(..) => "this way is never taken",
                _ => "this effect never happens",
            };
            (
                format!("{lost}: its condition is never true"),
                "ask for less, or take it out",
            )
        } else {
            let message = "this condition is true every time it is asked".to_owned();
            (message, "take the condition out, or ask for what was meant")
        };
        findings.add(subject, guard.span, message, |found| found.help(help));
    }
}
