//! M089: minutes that cannot be right.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::lengths::Lengths;
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Reads along the shortest and the longest way through (200 words a minute, half a minute a decision) and reports `minutes` below half the shortest or above
    /// twice the longest.
    ///
    /// ## Why
    /// People choose by the minutes they have. A fifteen-minute talk that says five is left in the middle.
    ///
    /// ## Example
    /// ```yaml
    /// minutes: 45
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// minutes: 5
    /// ```
    "M089", "wrong-minutes", Warning,
    "`minutes` does not fit the length of the conversation",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(lengths) = Lengths::of(cx.scenario) else {
        return;
    };
    let said = f64::from(cx.scenario.minutes);
    if said >= lengths.shortest / 2.0 && said <= (lengths.longest * 2.0).max(5.0) {
        return;
    }
    let message = format!("{said} minutes is not what this takes");
    findings.add(Subject::Whole, cx.scenario.span, message, |found| {
        found
            .label(format!(
                "about {:.0} to {:.0} minutes",
                lengths.shortest.max(1.0),
                lengths.longest.max(1.0)
            ))
            .help("play it once with a watch, and write what it took")
    });
}
