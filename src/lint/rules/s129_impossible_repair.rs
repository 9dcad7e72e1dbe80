//! S129: a repair of what cannot be repaired.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds `repairs:` of errors that the rubric marks as not repairable.
    ///
    /// ## Why
    /// Some things cannot be taken back. The repair would be ignored in the score.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/door/choices/rush/errors: [X16]
    /// key/decisions/bed/choices/plain/repairs: [X16]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/bed/choices/plain/repairs: [X06]
    /// ```
    "S129", "impossible-repair", Warning,
    "a choice repairs an error that the rubric calls not repairable",
    after: ["S063", "S068"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for rated in key
        .decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten())
    {
        for repair in &rated.repairs {
            let kind = &cx.desk.rubric.errors[repair.at()];
            if !kind.repairable {
                let message = format!("{} ({}) cannot be repaired", kind.id, kind.name);
                findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
                    found
                        .related(cx.scenario.choice(rated.choice).span, "the choice")
                        .help(format!("take {} out of `repairs`", kind.id))
                });
            }
        }
    }
}
