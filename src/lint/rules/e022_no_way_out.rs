//! E022: a place from which no ending can be reached.

use crate::explore::Why;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rounds;
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds rounds that cannot be left, and nodes that lead on to each other for ever without a decision.
    ///
    /// ## Why
    /// The conversation never ends; only closing the program helps.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/choices/push/goto: pills
    /// nodes/pills:
    ///   say: |
    ///     Mr. Ochoa: Eleven. Twelve.
    ///   goto: more-pills
    /// nodes/more-pills:
    ///   say: |
    ///     Mr. Ochoa: Thirteen.
    ///   goto: pills
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/push/goto: pills
    /// nodes/pills:
    ///   say: |
    ///     Mr. Ochoa: Eleven. Twelve.
    ///   goto: close
    /// ```
    "E022", "no-way-out", Error,
    "a learner can get where no ending can be reached any more",
    after: ["E020"],
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.analysis() else { return };
    for end in analysis.dead_ends.iter().filter(|end| end.why == Why::Stuck) {
        let about = cx.scenario.node(end.node);
        let message = format!(
            "after `{}` it can go on for ever without a decision or an ending",
            about.id
        );
        findings.add(Subject::Node(end.node), about.span, message, |found| {
            found
                .label(cx.way(&analysis.paths, &end.witness))
                .help("let one of the nodes that follow lead to a decision or an `end`")
        });
    }
    rounds::report(
        cx,
        findings,
        false,
        "goes round for ever, and no ending can be reached from there",
        "add a choice that leads out",
    );
}
