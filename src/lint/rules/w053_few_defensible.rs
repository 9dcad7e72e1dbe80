//! W053: a decision with one right answer.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Counts the choices of a decision that are rated 1 or more.
    ///
    /// ## Why
    /// In a real room there is rarely one right thing to say. With a single good choice the decision becomes a quiz, and who knows the trick need not listen.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/better: "I will be back at nine."
    /// key/decisions/close/choices/later/rating: 0
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/later/rating: 1
    /// ```
    "W053", "few-defensible", Warning,
    "a decision has fewer than two choices rated 1 or more",
    after: ["W038", "W052", "W057", "S063", "S064"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let Some(ratings) = cx.ratings(node) else { continue };
        let good = ratings.iter().filter(|(_, rating)| *rating >= 1.0).count();
        if good >= 2 {
            continue;
        }
        let about = cx.scenario.node(node);
        let count = if good == 0 { "no choice" } else { "one choice only" };
        let message = format!("`{}` has {count} rated 1 or more", about.id);
        findings.add(Subject::Node(node), about.span, message, |found| {
            found.help("write a second way that you would be content to hear from a colleague")
        });
    }
}
