//! W094: a decision without an expert's eye.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions whose `expert` is missing, or lacks what was noticed, what might be said, or why.
    ///
    /// ## Why
    /// Novices see words, experts see cues. Showing once a decision what someone experienced noticed is what no score can do.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/expert: {says: "How much do you want to know?"}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/expert: {noticed: "A joke with a loss in it.", says: "How much do you want to know?", why: "His answer steers the rest."}
    /// ```
    "W094", "missing-expert", Warning,
    "a decision has no `expert`, or half of one",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let about = cx.scenario.node(node);
        let parts = about.expert.map(|expert| [expert.noticed, expert.says, expert.why]);
        let message = match parts {
            None => format!("`{}` has no `expert`", about.id),
            Some(parts) => {
                let names = ["noticed", "says", "why"];
                let missing: Vec<String> = names
                    .iter()
                    .zip(parts)
                    .filter(|(_, part)| part.is_none())
                    .map(|(name, _)| (*name).to_owned())
                    .collect();
                if missing.is_empty() {
                    continue;
                }
                format!(
                    "the `expert` of `{}` lacks {}",
                    about.id,
                    crate::lint::wording::list(&missing)
                )
            }
        };
        findings.add(Subject::Node(node), about.span, message, |found| {
            found.help(
                "write `expert: {noticed: …, says: …, why: …}`: what an expert sees here, and words they might use",
            )
        });
    }
}
