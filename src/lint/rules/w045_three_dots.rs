//! W045: three dots for an ellipsis.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::inside;

rule! {
    /// ## What it does
    /// Finds `...`.
    ///
    /// ## Why
    /// `…` is one sign: it does not break over two lines, and a screen reader says a pause instead of "dot dot dot".
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: "And when you are gone..."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "And when you are gone…"
    /// ```
    "W045", "three-dots", Info,
    "a text has three dots where one sign would do",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (_, text) in cx.scenario.texts.iter() {
        if let Some(at) = text.raw.find("...") {
            findings.add(
                Subject::Whole,
                inside(text, (at, at + 3)),
                "three dots instead of `…`",
                |found| found.help("write `…`, or `[pause]` on a line of its own where nobody speaks"),
            );
        }
    }
}
