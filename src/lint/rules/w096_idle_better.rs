//! W096: better words that are not.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::normalise;

rule! {
    /// ## What it does
    /// Finds `better` or `also` that repeat the words of a choice of the same decision.
    ///
    /// ## Why
    /// Other good words widen what the learner has. A choice they could have taken teaches less, and their own choice again teaches nothing.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/leave/better: "I will be back at nine tomorrow, with Lia, and we will go on."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/leave/better: "Nine tomorrow. I will bring the pictures, and time."
    /// ```
    "W096", "idle-better", Warning,
    "`better` repeats a choice that is on offer",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let plain = |text| normalise(cx.scenario.raw(text)).to_lowercase();
    for choice in cx.choices() {
        let about = cx.scenario.choice(choice);
        for text in about.better.iter().chain(&about.also) {
            let words = plain(*text);
            let offered = cx
                .scenario
                .choices_of(about.node)
                .find(|other| plain(cx.scenario.choice(*other).text) == words);
            let Some(other) = offered else { continue };
            let span = cx.scenario.texts.get(*text).span;
            let message = format!("these words are already on offer as `{}`", cx.scenario.choice(other).id);
            findings.add(Subject::Choice(choice), span, message, |found| {
                found.help("write another way to say it well")
            });
        }
    }
}
