//! W093: a decision without a hint.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions without `hint`.
    ///
    /// ## Why
    /// Someone who is stuck, and presses the key for a hint, should get one.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/hint: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/hint: "He said two things. Which one was the joke?"
    /// ```
    "W093", "missing-hint", Warning,
    "a decision has no `hint`",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let about = cx.scenario.node(node);
        if about.hint.is_none() {
            let message = format!("`{}` has no `hint`", about.id);
            findings.add(Subject::Node(node), about.span, message, |found| {
                found.help("write a question that turns the eye to what matters here, and does not name the answer")
            });
        }
    }
}
