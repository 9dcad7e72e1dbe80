//! S128: a scenario that nobody rated.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Key, Rating};

rule! {
    /// ## What it does
    /// Finds scenarios without a sound key, and those whose keys rate nothing yet: `bedside key new` puts every choice at 0.
    ///
    /// ## Why
    /// They can be played and talked about. There is no score, no skills, and nothing to compare with. What else could be
    /// said about a key is not said before it is begun.
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
    if cx.keys.iter().any(|key| key.is_begun()) {
        return;
    }
    if let Some(first) = cx.key().and_then(first_rating) {
        findings.add(Subject::Whole, first.span, "this key rates nothing yet", |found| {
            found
                .label("every choice stands at 0")
                .help("give each choice of a decision its rating, and go on with the next decision")
        });
    }
}

fn first_rating(key: &Key) -> Option<&Rating> {
    let choices = key.decisions.iter().flatten().flat_map(|decision| &decision.choices);
    choices.flatten().flat_map(|choice| &choice.ratings).next()
}
