//! W057: a decision with two choices.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions that have two choices.
    ///
    /// ## Why
    /// Of two, one is plainly the better, and a coin does well. Four is usual, three is enough where the moment is narrow.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/leave: ~
    /// key/decisions/close/choices/leave: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/leave/text: "That is all I had for you both, and the nurse will take it from here."
    /// ```
    "W057", "few-choices", Warning,
    "a decision offers fewer than three choices",
    after: ["W038"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let count = cx.scenario.choices_of(node).count();
        if count >= 3 {
            continue;
        }
        let about = cx.scenario.node(node);
        let message = format!("`{}` offers {count} choices", about.id);
        findings.add(Subject::Node(node), about.span, message, |found| {
            found.help("add what a decent, tired person might say here; four choices are usual")
        });
    }
}
