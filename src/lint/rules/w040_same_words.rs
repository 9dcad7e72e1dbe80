//! W040: two choices with one text.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::normalise;

rule! {
    /// ## What it does
    /// Finds choices of one decision whose words are the same, capitals and spaces aside.
    ///
    /// ## Why
    /// The learner sees two equal lines and cannot tell what the difference is meant to be.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/text: "I will be back at nine tomorrow, with Lia, and we will go on."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/text: "Think it over, both of you. I will come by again tomorrow."
    /// ```
    "W040", "same-words", Error,
    "two choices of a decision have the same words",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let words = |choice| normalise(cx.scenario.raw(cx.scenario.choice(choice).text)).to_lowercase();
    for node in cx.scenario.decisions() {
        let choices: Vec<_> = cx.scenario.choices_of(node).collect();
        for (at, choice) in choices.iter().enumerate() {
            let Some(first) = choices[..at].iter().find(|first| words(**first) == words(*choice)) else {
                continue;
            };
            let span = |choice| cx.scenario.texts.get(cx.scenario.choice(choice).text).span;
            let message = format!(
                "`{}` says the same as another choice here",
                cx.scenario.address(*choice)
            );
            findings.add(Subject::Choice(*choice), span(*choice), message, |found| {
                found
                    .related(span(*first), "the same words")
                    .help("write what makes the second one different, or take it out")
            });
        }
    }
}
