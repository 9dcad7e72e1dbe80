//! M087: an objective that nothing tests.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Compares the skills of the objectives with what the key's decisions test.
    ///
    /// ## Why
    /// A learner is promised practice in something and never meets it.
    ///
    /// ## Example
    /// ```yaml
    /// objectives:
    ///   - {text: Ask before telling, skills: [A3, B1]}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// objectives:
    ///   - {text: Ask before telling, skills: [A3]}
    /// ```
    "M087", "untested-objective", Warning,
    "an objective names a skill that no decision tests",
    after: ["S128"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(key) = cx.key() else { return };
    let tested = |id: &str| {
        let skill = cx.desk.rubric.skill(id);
        let mut decisions = key.decisions.iter().flatten();
        skill.is_none_or(|skill| decisions.any(|decision| decision.tests.contains(&skill)))
    };
    for skill in cx.scenario.objectives.iter().flat_map(|objective| &objective.skills) {
        if !tested(&skill.value) {
            let message = format!("no decision tests {}", skill.value);
            findings.add(Subject::Whole, skill.span, message, |found| {
                found.help("write a decision that tests it, or take it out of the objective")
            });
        }
    }
}
