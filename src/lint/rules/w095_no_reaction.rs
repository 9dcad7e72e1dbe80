//! W095: a choice that nobody answers.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Target;

rule! {
    /// ## What it does
    /// Finds choices without `reply` that lead to a node, or to an ending, without words of its own.
    ///
    /// ## Why
    /// The reaction comes before the score. If nothing happens, the learner learns that it did not matter.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/leave/reply: ~
    /// endings/postponed/epilogue: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/leave/reply: |
    ///   > He looks at the window.
    /// endings/postponed/epilogue: ~
    /// ```
    "W095", "no-reaction", Warning,
    "a choice has no reply and the next moment says nothing either",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for choice in cx.choices() {
        let about = cx.scenario.choice(choice);
        let silent = |target: Target| match target {
            Target::Node(node) => cx.scenario.node(node).say.is_empty(),
            Target::Ending(ending) => cx.scenario.ending(ending).epilogue.is_empty(),
        };
        if about.reply.is_empty() && about.route.iter().any(|arm| silent(arm.to)) {
            let message = format!("nobody reacts to `{}`", cx.scenario.address(choice));
            findings.add(Subject::Choice(choice), about.span, message, |found| {
                found.help("write a `reply`: a line, a look, a silence that shows what it did")
            });
        }
    }
}
