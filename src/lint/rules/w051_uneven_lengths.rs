//! W051: choices of very different length.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Act;

rule! {
    /// ## What it does
    /// Compares the lengths, in letters, of the choices of a decision that are said aloud.
    ///
    /// ## Why
    /// Length is a cue. Within a fifth of each other nobody sees it; at 1.4 times everyone does. What is done or written may be of any length.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/text: "I will come by again."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/text: "Think it over tonight. I will come by again tomorrow."
    /// ```
    "W051", "uneven-lengths", Warning,
    "the longest words of a decision are over 1.4 times the shortest",
    check: Check::Scenario(check),
}

const MOST: f64 = 1.4;

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let said = cx
            .scenario
            .choices_of(node)
            .filter(|choice| cx.scenario.choice(*choice).act == Act::Say);
        let lengths: Vec<_> = said
            .map(|choice| (cx.scenario.raw(cx.scenario.choice(choice).text).chars().count(), choice))
            .collect();
        let (Some((short, shortest)), Some((long, longest))) = (lengths.iter().min(), lengths.iter().max()) else {
            continue;
        };
        let ratio = *long as f64 / (*short).max(1) as f64;
        if ratio <= MOST {
            continue;
        }
        let span = |choice| cx.scenario.texts.get(cx.scenario.choice(choice).text).span;
        let message = format!(
            "the longest choice of `{}` is {ratio:.1} times the shortest",
            cx.scenario.node(node).id
        );
        findings.add(Subject::Node(node), span(*longest), message, |found| {
            found
                .label(format!("{long} letters"))
                .related(span(*shortest), format!("{short} letters"))
                .help("bring them within about a fifth of each other")
        });
    }
}
