//! S128: a scenario that nobody rated.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds scenarios without a sound key.
    ///
    /// ## Why
    /// They can be played and talked about. There is no score, no skills, and nothing to compare with.
    ///
    /// ## Example
    /// ```yaml
    /// key: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/panel: author
    /// ```
    "S128", "no-key", Info,
    "a scenario has no key, so it cannot be scored",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    // A key with faults was reported already.
    if cx.keys.is_empty() && cx.faults == 0 {
        findings.add(Subject::Whole, cx.scenario.span, "this scenario has no key", |found| {
            found.help(format!("`bedside key new {}` writes one to fill in", cx.scenario.id))
        });
    }
}
