//! W052: a decision where all choices are rated alike.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions whose key gives every choice the same rating.
    ///
    /// ## Why
    /// Whatever the learner says earns the same, so the decision says nothing about them. If the choice is a matter of taste, leave it out of the key.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/leave: {rating: 2, shows: {A1: 4}}
    /// key/decisions/close/choices/later: {rating: 2, shows: {A1: 4}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/leave/rating: -1
    /// key/decisions/close/choices/later/rating: 1
    /// ```
    "W052", "rated-alike", Warning,
    "all choices of a decision have the same rating",
    after: ["S063", "S064", "S128"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let Some(ratings) = cx.ratings(node).filter(|list| list.len() > 1) else {
            continue;
        };
        let first = ratings[0].1;
        if ratings.iter().any(|(_, rating)| (rating - first).abs() > 1e-9) {
            continue;
        }
        let span = cx
            .key()
            .and_then(|key| key.decision(node))
            .map(|decision| decision.span);
        let about = cx.scenario.node(node);
        let message = format!("every choice of `{}` is rated {first}", about.id);
        let help = if first == 0.0 {
            "rate its choices, or take the decision out of the key"
        } else {
            "write choices that differ in what they do to the person, or take the decision out of the key"
        };
        findings.add(Subject::Node(node), span.unwrap_or(about.span), message, |found| {
            found.related(about.span, "this decision").help(help)
        });
    }
}
