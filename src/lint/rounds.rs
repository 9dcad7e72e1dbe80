//! Rounds that a learner can walk again and again, each told once, at its first choice.

use super::context::Context;
use super::findings::{Findings, Subject};

/// Reports the rounds that can be left, or those that cannot: `what` follows the choices of the round, `help` says what to do.
pub(super) fn report(cx: &Context, findings: &mut Findings, leaves: bool, what: &str, help: &'static str) {
    let Some(analysis) = cx.analysis() else { return };
    let mut seen = Vec::new();
    for found in analysis.loops.iter().filter(|found| found.leaves == leaves) {
        let Some(first) = found.round.first().filter(|first| !seen.contains(*first)) else {
            continue;
        };
        seen.extend(&found.round);
        let about = cx.scenario.choice(*first);
        let round: Vec<String> = found.round.iter().map(|choice| cx.scenario.address(*choice)).collect();
        let message = format!("{} {what}", round.join(", then "));
        findings.add(Subject::Node(about.node), about.span, message, |report| {
            report.label(cx.way(&analysis.paths, &found.witness)).help(help)
        });
    }
}
