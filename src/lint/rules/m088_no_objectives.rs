//! M088: a scenario for no purpose.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds scenarios with an empty `objectives` list.
    ///
    /// ## Why
    /// The learner asks what this is for, and so does whoever builds a course of it.
    ///
    /// ## Example
    /// ```yaml
    /// objectives: []
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// objectives:
    ///   - {text: Ask before telling, skills: [A3]}
    /// ```
    "M088", "no-objectives", Warning,
    "a scenario has no objectives",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    if cx.scenario.objectives.is_empty() {
        findings.add(
            Subject::Whole,
            cx.scenario.span,
            "this scenario has no objectives",
            |found| found.help("write `objectives: [{text: …, skills: [A3]}]`: two to four things to practise"),
        );
    }
}
