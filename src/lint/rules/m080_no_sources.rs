//! M080: teaching that rests on nothing named.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds scenarios with an empty `sources` list.
    ///
    /// ## Why
    /// Whoever teaches with it should be able to look up why a choice is called good.
    ///
    /// ## Example
    /// ```yaml
    /// sources: []
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// sources: [spikes]
    /// ```
    "M080", "no-sources", Warning,
    "a scenario names no sources",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    if cx.scenario.sources.is_empty() {
        findings.add(
            Subject::Whole,
            cx.scenario.span,
            "this scenario names no sources",
            |found| found.help("write `sources: [id, …]` with ids of `scoring/sources.yaml`"),
        );
    }
}
