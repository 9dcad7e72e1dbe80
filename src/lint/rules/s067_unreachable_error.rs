//! S067: an error that nobody can make.

use crate::explore::ErrorPlace;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Walks every state and finds errors of choices that can never be taken, and rules of `at_end` that are never true at an ending.
    ///
    /// ## Why
    /// The key says that it looks for the error, and it never will.
    ///
    /// ## Example
    /// ```yaml
    /// key/at_end:
    ///   - {when: visited(bed) and not visited(door), errors: [X11], because: Nobody spoke with Lia.}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/at_end:
    ///   - {when: not revealed(boat), errors: [X11], because: Nobody asked about the boats.}
    /// ```
    "S067", "unreachable-error", Warning,
    "an error of the key can never happen",
    after: ["S063", "W030", "W031"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    let Some(report) = cx.judged(key) else { return };
    for missed in report.errors.iter().filter(|error| error.made.is_none()) {
        let error = &cx.desk.rubric.errors[missed.error.at()];
        let (subject, span) = match missed.place {
            ErrorPlace::Choice(choice) => {
                let rated = key.choice(cx.scenario, choice);
                (Subject::Choice(choice), rated.map_or(key.span, |rated| rated.span))
            }
            ErrorPlace::AtEnd(rule) => {
                let rule = key.at_end.get(rule);
                (Subject::Whole, rule.map_or(key.span, |rule| rule.when.span))
            }
        };
        let message = format!("{} ({}) can never happen here", error.id, error.name);
        findings.add(subject, span, message, |found| {
            found.help("correct the condition, open a way to the choice, or take the error out")
        });
    }
}
