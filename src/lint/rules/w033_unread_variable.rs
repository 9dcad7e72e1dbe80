//! W033: a variable nothing looks at.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::VarIx;

rule! {
    /// ## What it does
    /// Finds variables that no condition, route, text or key reads, and that no trace shows.
    ///
    /// ## Why
    /// What is never looked at changes nothing for the learner. Usually a condition was forgotten, or a second name was meant to be the same variable.
    /// A hidden draw that nothing reads leaves the conversation the same whatever was drawn.
    ///
    /// ## Example
    /// ```yaml
    /// vars/cups: {start: 0, min: 0, max: 3}
    /// nodes/door/choices/ask/effects: trust + 1, cups + 1
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// vars/cups: {start: 0, min: 0, max: 3}
    /// nodes/door/choices/ask/effects: trust + 1, cups + 1
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust >= 6] > He makes room on the bed.
    ///   [when cups > 0] > Two cups stand on the sill.
    /// ```
    "W033", "unread-variable", Warning,
    "a variable is counted and nothing ever looks at it",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (at, var) in cx.scenario.vars.iter().enumerate() {
        if cx.uses().read[at].is_some() || var.trace.is_some() {
            continue;
        }
        let message = if var.is_hidden() {
            format!("nothing in the conversation depends on what was drawn for `{}`", var.id)
        } else {
            format!("`{}` is never read", var.id)
        };
        let written = cx.uses().written[at];
        findings.add(Subject::Var(VarIx::new(at)), var.span, message, |found| {
            let found = match written {
                Some(span) => found.related(span, "changed here"),
                None => found,
            };
            found.help(format!("use `{}` in a `when`, or take it out with its effects", var.id))
        });
    }
}
