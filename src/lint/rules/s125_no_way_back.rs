//! S125: a critical error with no way back.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Key, KeyChoice, Level};

rule! {
    /// ## What it does
    /// For every choice with a repairable critical error, looks whether some later decision offers a choice that repairs it.
    ///
    /// ## Why
    /// A critical error caps the result unless it is repaired. Repair is a skill of its own, and the learner who has just hurt someone should be offered the
    /// chance where the person reacts.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/bed/choices/push/errors: [X17]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/bed/choices/push/errors: [X17]
    /// key/decisions/close/choices/plan/repairs: [X17]
    /// ```
    "S125", "no-way-back", Warning,
    "a critical error can be made and, though repairable, never repaired",
    after: ["S063"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    let entries: Vec<&KeyChoice> = key
        .decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten())
        .collect();
    for rated in &entries {
        for made in &rated.errors {
            let kind = &cx.desk.rubric.errors[made.error.at()];
            let critical = made.severity.unwrap_or(kind.severity) == Level::Critical;
            if !critical || !kind.repairable || !cx.can_take(rated.choice) {
                continue;
            }
            let after = cx.paths().nodes_after(cx.scenario, rated.choice);
            let mends = |other: &&KeyChoice| {
                other.repairs.contains(&made.error)
                    && after[cx.scenario.choice(other.choice).node.at()]
                    && cx.can_take(other.choice)
            };
            if entries.iter().copied().any(|other| mends(&other)) {
                continue;
            }
            let message = format!(
                "{} ({}) of `{}` can never be repaired",
                kind.id,
                kind.name,
                cx.scenario.address(rated.choice)
            );
            findings.add(Subject::Choice(rated.choice), made.span, message, |found| {
                found
                    .related(cx.scenario.choice(rated.choice).span, "the choice")
                    .help(format!(
                        "offer a choice further on that takes it back, and write `repairs: [{}]` there",
                        kind.id
                    ))
            });
        }
    }
}
