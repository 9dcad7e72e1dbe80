//! S064: a rating that the scale does not have.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds ratings below -2 or above 2.
    ///
    /// ## Why
    /// The scale has five points with words: -2 harms, -1 sets the talk back, 0 misses the chance, 1 defensible, 2 what one would want at one's own bedside.
    /// Nothing lies beyond them.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/plan/rating: 3
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/plan/rating: 2
    /// ```
    "S064", "out-of-scale", Error,
    "a rating lies outside -2 to 2",
    check: Check::Key(check),
}

fn check(_: &Context, key: &Key, findings: &mut Findings) {
    for rated in key
        .decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten())
    {
        for rating in &rated.ratings {
            if (-2..=2).contains(&rating.value) {
                continue;
            }
            let message = format!("the rating {} is not on the scale", rating.value);
            findings.add(Subject::Choice(rated.choice), rating.span, message, |found| {
                found.help("write -2, -1, 0, 1 or 2")
            });
        }
    }
}
