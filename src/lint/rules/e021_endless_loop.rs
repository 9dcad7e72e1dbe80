//! E021: a round that uses nothing up.

use crate::lint::context::Context;
use crate::lint::findings::Findings;
use crate::lint::rounds;
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds ways that come back to exactly the state they left, with the choices of the round.
    ///
    /// ## Why
    /// Nothing has changed, so it can be done again, and again. Scores and probabilities mean nothing where lines need not end.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/choices/listen/goto: bed
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/listen/once: true
    /// nodes/bed/choices/listen/goto: bed
    /// ```
    "E021", "endless-loop", Error,
    "a learner can go round for ever",
    after: ["E022"],
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    rounds::report(
        cx,
        findings,
        true,
        "leads back to where it began, and nothing has changed",
        "write `once: true` at a choice of the round, or let it change a variable that only goes one way",
    );
}
