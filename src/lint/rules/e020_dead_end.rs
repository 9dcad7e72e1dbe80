//! E020: a moment where nothing can be said.

use crate::explore::Why;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Walks every state that can be met and finds decisions where the conditions of all choices fail, with a shortest way there.
    ///
    /// ## Why
    /// The learner sits before an empty list.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/leave/when: trust >= 3
    /// nodes/close/choices/plan/when: trust >= 3
    /// nodes/close/choices/later/when: trust >= 3
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/leave/when: trust >= 3
    /// nodes/close/choices/plan/when: trust >= 3
    /// ```
    "E020", "dead-end", Error,
    "a decision can be reached at which no choice is offered",
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.analysis() else { return };
    for end in analysis.dead_ends.iter().filter(|end| end.why == Why::NothingOffered) {
        let about = cx.scenario.node(end.node);
        let message = format!("at `{}` it can happen that nothing is offered", about.id);
        findings.add(Subject::Node(end.node), about.span, message, |found| {
            found
                .label(cx.way(&analysis.paths, &end.witness))
                .help("leave one choice without a `when`, or lead somewhere else")
        });
    }
}
