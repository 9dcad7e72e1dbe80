//! W041: a choice too long to be said in one breath.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::word_count;
use crate::model::Act;

rule! {
    /// ## What it does
    /// Counts the words of what may be said at a decision.
    ///
    /// ## Why
    /// One turn is one act, in the room as here. Past 45 words the learner compares paragraphs, and the person on the other side has stopped listening.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/text: ~
    /// nodes/close/choices/later/do: "You take the chair by the window and move it to the side of the bed, sit down, put the chart on the floor, look at him, then at Lia, then at the window where the rain has begun, and wait until one of the two of them says something, however long it takes."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/text: ~
    /// nodes/close/choices/later/do: "You move the chair to the side of the bed, sit down, and wait."
    /// ```
    "W041", "long-choice", Warning,
    "a choice has more than 45 words",
    check: Check::Scenario(check),
}

const MOST: usize = 45;

fn check(cx: &Context, findings: &mut Findings) {
    for choice in cx.choices() {
        let about = cx.scenario.choice(choice);
        let text = cx.scenario.texts.get(about.text);
        let words = word_count(&text.raw);
        if words <= MOST || about.act == Act::Write {
            continue;
        }
        let message = format!("`{}` has {words} words", cx.scenario.address(choice));
        findings.add(Subject::Choice(choice), text.span, message, |found| {
            found
                .label(format!("{MOST} words are the most one turn holds"))
                .help("say the one thing that matters here; the rest can wait for the next turn")
        });
    }
}
