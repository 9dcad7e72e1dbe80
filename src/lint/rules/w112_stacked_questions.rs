//! W112: two questions in one turn.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::question_count;

rule! {
    /// ## What it does
    /// Counts the questions in choices rated 1 or more, and in `better` and `also`.
    ///
    /// ## Why
    /// Asked two things, people answer the second, or neither. One question, and then the wait.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/text: "Shall I be back at nine tomorrow? And should Lia be there?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/text: "Shall I be back at nine tomorrow, with Lia, and go on?"
    /// ```
    "W112", "stacked-questions", Warning,
    "good words ask two questions or more at once",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (choice, text) in cx.model_words() {
        let text = cx.scenario.texts.get(text);
        let questions = question_count(&text.raw);
        if questions > 1 {
            let message = format!("these good words ask {questions} questions at once");
            findings.add(Subject::Choice(choice), text.span, message, |found| {
                found.help("keep the one you most want answered")
            });
        }
    }
}
