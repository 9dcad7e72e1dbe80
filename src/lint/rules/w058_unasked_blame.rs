//! W058: blame for what nobody could know.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds rules of `at_end` that come true because of a hidden draw, on a line where it was never revealed.
    ///
    /// ## Why
    /// The learner is blamed for not doing what they could not know to do. Not having asked is an error of its own.
    ///
    /// ## Example
    /// ```yaml
    /// key/at_end:
    ///   - {when: wants == to_wait and chosen(close/plan), errors: [X11], because: He wanted to wait for his son.}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/at_end:
    ///   - {when: revealed(wants) and wants == to_wait and chosen(close/plan), errors: [X11], because: He said he wanted to wait for his son.}
    /// ```
    "W058", "unasked-blame", Warning,
    "an error at the end rests on a draw nobody had revealed",
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    let Some(report) = cx.judged(key) else { return };
    for (rule, witness) in &report.unrevealed {
        let Some(rule) = key.at_end.get(*rule) else { continue };
        findings.add(
            Subject::Whole,
            rule.when.span,
            "this blames for a draw that was never revealed",
            |found| {
                found
                    .label(cx.way(&report.paths, witness))
                    .help("add `revealed(…) and`, and blame for not asking by `not revealed(…)`")
            },
        );
    }
}
