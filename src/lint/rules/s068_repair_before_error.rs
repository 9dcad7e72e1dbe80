//! S068: a repair of what cannot have happened.

use crate::explore::RepairReport;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{ChoiceIx, ErrorIx, Key, KeyChoice};

rule! {
    /// ## What it does
    /// Finds `repairs:` of an error that no choice on any way to that decision makes.
    ///
    /// ## Why
    /// The repair never does anything. Usually it names another error than the one meant, or the choice that errs lost its `errors:`.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/door/choices/rush: {rating: -2, shows: {A1: 0}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/door/choices/rush: {rating: -2, shows: {A1: 0}, errors: [X06]}
    /// ```
    "S068", "repair-before-error", Warning,
    "a choice repairs an error that cannot come before it",
    after: ["S063"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for rated in entries(key) {
        let node = cx.scenario.choice(rated.choice).node;
        for repair in &rated.repairs {
            let may_come_before = |err: ChoiceIx| cx.paths().nodes_after(cx.scenario, err)[node.at()];
            let known = cx.judged(key).and_then(|report| {
                let same = |known: &&RepairReport| known.error == *repair && known.choice == rated.choice;
                report.repairs.iter().find(same)
            });
            // Where the choice cannot be taken at all, that is the finding.
            let fine = known.map_or_else(
                || makers(key, *repair).any(may_come_before),
                |known| known.open || !known.reached,
            );
            if fine {
                continue;
            }
            let error = &cx.desk.rubric.errors[repair.at()];
            let message = format!(
                "`{}` repairs {} ({}), which cannot have happened by then",
                cx.scenario.address(rated.choice),
                error.id,
                error.name
            );
            findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
                let found = found.related(cx.scenario.choice(rated.choice).span, "the choice");
                found.help(format!(
                    "take {} out of `repairs`, or mark the choice that makes it",
                    error.id
                ))
            });
        }
    }
}

fn entries(key: &Key) -> impl Iterator<Item = &KeyChoice> {
    key.decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten())
}

fn makers(key: &Key, error: ErrorIx) -> impl Iterator<Item = ChoiceIx> {
    let makes = move |rated: &&KeyChoice| rated.errors.iter().any(|made| made.error == error);
    entries(key).filter(makes).map(|rated| rated.choice)
}
