//! M082: nothing said about review.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds scenarios with an empty `review` list.
    ///
    /// ## Why
    /// The result page says honestly who has looked at a scenario. `drafted` is an honest answer, nothing is not.
    ///
    /// ## Example
    /// ```yaml
    /// review: []
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// review: [{stage: drafted, date: 2026-11-22}]
    /// ```
    "M082", "no-review", Warning,
    "a scenario has no entry in `review`",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    if cx.scenario.review.is_empty() {
        findings.add(
            Subject::Whole,
            cx.scenario.span,
            "nothing is said about who reviewed this",
            |found| found.help("write `review: [{stage: drafted, date: …}]`"),
        );
    }
}
