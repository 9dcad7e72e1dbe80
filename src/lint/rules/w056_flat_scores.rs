//! W056: it hardly matters what is said.

use crate::explore::Policy;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Compares, exactly, what the best line earns with what choosing at random earns.
    ///
    /// ## Why
    /// Where chance does nearly as well as skill, the score tells nobody anything.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/door/choices/rush: {rating: 0, shows: {A1: 2}, errors: [X06]}
    /// key/decisions/bed/choices/push: {rating: 0, shows: {A3: 2, C1: 2}, cue: NR}
    /// key/decisions/close/choices/leave: {rating: 0, shows: {A1: 2}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/leave: {rating: -2, shows: {A1: 0}}
    /// ```
    "W056", "flat-scores", Warning,
    "the best line earns less than 35 points more than choosing at random",
    after: ["S063", "S064", "S128"],
    check: Check::States(check),
}

const LEAST: f64 = 35.0;

fn check(cx: &Context, findings: &mut Findings) {
    let (Some(random), Some(best)) = (cx.mean_score(&Policy::Random), cx.mean_score(&Policy::Best)) else {
        return;
    };
    if best - random >= LEAST {
        return;
    }
    let message = format!("the best line earns {best:.0}, and choosing at random {random:.0}");
    findings.add(Subject::Whole, cx.scenario.span, message, |found| {
        found.help("write choices that differ more in what they do; do not change ratings to get there")
    });
}
