//! W038: a decision that is none.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions with a single choice.
    ///
    /// ## Why
    /// With one thing to say there is nothing to decide. If the words are fixed, put them into the script.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/leave: ~
    /// nodes/close/choices/later: ~
    /// nodes/close/choices/plan/end: [{when: trust >= 5, to: planned}, {to: postponed}]
    /// key/decisions/close/choices: {plan: {rating: 2, shows: {A1: 4}}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices: ~
    /// nodes/close/hint: ~
    /// nodes/close/expert: ~
    /// nodes/close/say: |
    ///   You: I will be back at nine tomorrow, with Lia, and we will go on.
    /// nodes/close/end: [{when: trust >= 5, to: planned}, {to: postponed}]
    /// key/decisions/close: ~
    /// ```
    "W038", "single-choice", Warning,
    "a decision offers one choice only",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let mut choices = cx.scenario.choices_of(node);
        let (Some(only), None) = (choices.next(), choices.next()) else {
            continue;
        };
        let about = cx.scenario.choice(only);
        let message = format!("`{}` offers one choice only", cx.scenario.node(node).id);
        findings.add(Subject::Node(node), about.span, message, |found| {
            found
                .label("the learner cannot do anything else")
                .help("add choices, or write the words as a `You:` line and go on with `goto`")
        });
    }
}
