//! S063: a choice the key does not rate.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds decisions that a key does not mention, and choices of a decision that it does not rate.
    ///
    /// ## Why
    /// A line through an unrated choice would be scored as if that moment had not happened, and two learners would be measured by different rules.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/later: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/later: {rating: 1, shows: {A1: 3}}
    /// ```
    "S063", "unrated-choice", Error,
    "a key leaves a decision or one of its choices without a rating",
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let about = cx.scenario.node(node);
        let Some(decision) = key.decision(node) else {
            let message = format!("key `{}` does not rate the decision `{}`", key.panel, about.id);
            findings.add(Subject::Node(node), key.span.slice(0, 1), message, |found| {
                found
                    .related(about.span, "this decision")
                    .help("`bedside key sync` adds what is missing, with the wording as comments")
            });
            continue;
        };
        for choice in cx.scenario.choices_of(node) {
            if decision.choices.iter().flatten().all(|rated| rated.choice != choice) {
                let id = &cx.scenario.choice(choice).id;
                let message = format!("key `{}` does not rate `{}/{id}`", key.panel, about.id);
                findings.add(Subject::Choice(choice), decision.span, message, |found| {
                    found
                        .related(cx.scenario.choice(choice).span, "this choice")
                        .help(format!("write `{id}: {{rating: …, shows: {{…}}}}` under its `choices`"))
                });
            }
        }
    }
}
