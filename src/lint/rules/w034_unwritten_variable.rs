//! W034: a variable that never changes.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::VarIx;

rule! {
    /// ## What it does
    /// Finds variables that conditions or texts read and no effect changes. Hidden draws are not meant.
    ///
    /// ## Why
    /// Its value is always the one it starts with, so every condition on it is decided before the conversation begins.
    ///
    /// ## Example
    /// ```yaml
    /// vars/cups: {start: 0, min: 0, max: 3}
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust >= 6] > He makes room on the bed.
    ///   > There are {cups} cups on the sill.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// vars/cups: {start: 0, min: 0, max: 3}
    /// nodes/door/choices/ask/effects: trust + 1, cups + 1
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust >= 6] > He makes room on the bed.
    ///   > There are {cups} cups on the sill.
    /// ```
    "W034", "unwritten-variable", Warning,
    "a variable is looked at and nothing ever changes it",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (at, var) in cx.scenario.vars.iter().enumerate() {
        let (Some(read), None) = (cx.uses().read[at], cx.uses().written[at]) else {
            continue;
        };
        if var.is_hidden() {
            continue;
        }
        let message = format!("`{}` never changes", var.id);
        findings.add(Subject::Var(VarIx::new(at)), var.span, message, |found| {
            found.related(read, "read here").help(format!(
                "give some choice an effect on `{}`, or take the variable and what reads it out",
                var.id
            ))
        });
    }
}
