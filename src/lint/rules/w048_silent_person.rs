//! W048: someone in the cast whom nobody meets.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::PersonIx;

rule! {
    /// ## What it does
    /// Finds people of the cast who play no part: no line, no choice addressed to them, no coming or going, not named in a text, no inner life for the
    /// debrief. Someone who is `away` from the start may be there only to be spoken of.
    ///
    /// ## Why
    /// The strip of people shows everyone who is here. A face that never does anything makes the learner wait for it.
    ///
    /// ## Example
    /// ```yaml
    /// cast/vera: {name: Vera, who: a nurse, moods: [even]}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// cast/vera: {name: Vera, who: a nurse, moods: [even]}
    /// nodes/close/say: |
    ///   > A cart rattles past the door.
    ///   Vera: Ten minutes.
    /// ```
    "W048", "silent-person", Warning,
    "someone in the cast never speaks, comes, goes or is spoken to",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (at, person) in cx.scenario.cast.iter().enumerate() {
        if cx.uses().appears[at] {
            continue;
        }
        let message = format!("`{}` takes no part in the conversation", person.id);
        findings.add(Subject::Person(PersonIx::new(at)), person.span, message, |found| {
            found.help("give them a line, write `present: away` if they are only spoken of, or take them out")
        });
    }
}
