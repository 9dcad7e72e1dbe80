//! S126: a decision that tests no skill.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds decisions of a key with an empty `tests` list.
    ///
    /// ## Why
    /// The score counts them and the marks by skill do not, so the learner is told that something went wrong and not what.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/tests: []
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/tests: [A1]
    /// ```
    "S126", "untested-decision", Warning,
    "a rated decision names no skill in `tests`",
    after: ["S063"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for decision in key.decisions.iter().flatten() {
        if decision.tests.is_empty() {
            let about = cx.scenario.node(decision.node);
            let message = format!("`{}` tests no skill", about.id);
            findings.add(Subject::Node(decision.node), decision.span, message, |found| {
                found
                    .related(about.span, "the decision")
                    .help("write one to three skills in `tests`, and their levels in `shows`")
            });
        }
    }
}
