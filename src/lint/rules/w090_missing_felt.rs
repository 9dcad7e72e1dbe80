//! W090: a choice that nobody feels.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds choices without `felt`.
    ///
    /// ## Why
    /// What they would have said aloud had anyone asked is where most of the learning is. A choice without it is a hole in the debrief.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/felt: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/felt: |
    ///   Mr. Ochoa: Tomorrow is a word.
    /// ```
    "W090", "missing-felt", Warning,
    "a choice has no `felt`",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for choice in cx.choices() {
        let about = cx.scenario.choice(choice);
        if about.felt.is_empty() {
            let message = format!("`{}` has no `felt`", cx.scenario.address(choice));
            findings.add(Subject::Choice(choice), about.span, message, |found| {
                found.help("write what the person thinks when they hear it, in the first person")
            });
        }
    }
}
