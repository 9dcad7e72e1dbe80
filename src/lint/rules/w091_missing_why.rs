//! W091: a choice that explains nothing.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds choices without `why`.
    ///
    /// ## Why
    /// A rating alone teaches nothing. One plain sentence on what the move does is what the learner takes to the next room.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/why: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/why: "Gives him the night, and a promise without an hour."
    /// ```
    "W091", "missing-why", Warning,
    "a choice has no `why`",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for choice in cx.choices() {
        let about = cx.scenario.choice(choice);
        if about.why.is_none() {
            let message = format!("`{}` has no `why`", cx.scenario.address(choice));
            findings.add(Subject::Choice(choice), about.span, message, |found| {
                found.help("write in one or two plain sentences what this does in the room, without scolding")
            });
        }
    }
}
