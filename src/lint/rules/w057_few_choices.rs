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
    /// nodes/close/choices/later: ~
    /// key/decisions/close/choices/later: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/text: "Think it over, both of you. I will come by again tomorrow."
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
