//! W092: a poor choice without better words.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds choices rated 0 or less that offer no better words.
    ///
    /// ## Why
    /// Telling someone that their words hurt, and not what they might have said, leaves them with less than they came with.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/leave/better: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/leave/better: "I will be back at nine tomorrow. Who should be here?"
    /// ```
    "W092", "missing-better", Warning,
    "a choice rated 0 or less has no `better`",
    after: ["S128", "W052"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for choice in cx.choices() {
        let about = cx.scenario.choice(choice);
        let (Some(rating), None) = (cx.rating(choice), about.better) else {
            continue;
        };
        if rating <= 0.0 {
            let message = format!(
                "`{}` is rated {rating} and has no `better`",
                cx.scenario.address(choice)
            );
            findings.add(Subject::Choice(choice), about.span, message, |found| {
                found.help("write words that a resident could say tomorrow")
            });
        }
    }
}
