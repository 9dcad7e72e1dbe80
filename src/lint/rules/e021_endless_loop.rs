//! E021: a round that uses nothing up.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
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
    let Some(analysis) = cx.analysis() else { return };
    let mut seen = Vec::new();
    for found in analysis.loops.iter().filter(|found| found.leaves) {
        let Some(first) = found.round.first().filter(|first| !seen.contains(*first)) else {
            continue;
        };
        seen.extend(&found.round);
        let about = cx.scenario.choice(*first);
        let round: Vec<String> = found.round.iter().map(|choice| cx.scenario.address(*choice)).collect();
        let message = format!(
            "{} leads back to where it began, and nothing has changed",
            round.join(", then ")
        );
        findings.add(Subject::Node(about.node), about.span, message, |report| {
            report
                .label(cx.way(&analysis.paths, &found.witness))
                .help("write `once: true` at a choice of the round, or let it change a variable that only goes one way")
        });
    }
}
