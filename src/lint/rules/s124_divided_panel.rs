//! S124: a panel that does not agree.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Key, KeyChoice};

rule! {
    /// ## What it does
    /// Finds choices with five ratings or more whose standard deviation is above 1, where the key says nothing of both sides.
    ///
    /// ## Why
    /// Where experts differ the learner cannot be wrong, so the decision weighs less. They should hear both sides.
    ///
    /// ## Example
    /// ```yaml
    /// key/basis: {panel: {raters: {a: {profession: nurse}, b: {profession: nurse}, c: {profession: nurse}, d: {profession: chaplain}, e: {profession: physician}}}}
    /// key/decisions: {door: {tests: [A1], choices: {ask: {ratings: {a: 2, b: 2, c: 2, d: 2, e: 2}, shows: {A1: 4}}, tell: {ratings: {a: 2, b: 2, c: 2, d: 2, e: -1}, shows: {A1: 3}}, rush: {ratings: {a: -2, b: -2, c: -2, d: -2, e: -2}, shows: {A1: 0}, errors: [X06]}}}, bed: {tests: [A3], choices: {listen: {ratings: {a: 1, b: 1, c: 1, d: 1, e: 1}, shows: {A3: 2}}, plain: {ratings: {a: 2, b: 2, c: 2, d: 2, e: 2}, shows: {A3: 4}}, push: {ratings: {a: -2, b: -2, c: -2, d: -2, e: -2}, shows: {A3: 0}}}}, close: {tests: [A1], choices: {leave: {ratings: {a: -2, b: -2, c: -2, d: -2, e: -2}, shows: {A1: 0}}, plan: {ratings: {a: 2, b: 2, c: 2, d: 2, e: 2}, shows: {A1: 4}}, later: {ratings: {a: 1, b: 1, c: 1, d: 1, e: 1}, shows: {A1: 3}}}}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/door/experts_differ: {one_side: "Families first, always.", other_side: "The patient first, always."}
    /// ```
    "S124", "divided-panel", Info,
    "raters differ so much on a choice that it counts less",
    after: ["S064"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    let silent = key
        .decisions
        .iter()
        .flatten()
        .filter(|decision| decision.experts_differ.is_none());
    for rated in silent.flat_map(|decision| decision.choices.iter().flatten()) {
        let spread = deviation(rated);
        if rated.ratings.len() < 5 || spread <= 1.0 {
            continue;
        }
        let message = format!(
            "raters differ on `{}` (standard deviation {spread:.1})",
            cx.scenario.address(rated.choice)
        );
        findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
            found.help("write both sides in `experts_differ` of the decision, or ask the panel again")
        });
    }
}

/// Population standard deviation of the ratings.
fn deviation(rated: &KeyChoice) -> f64 {
    let mean = rated.mean();
    let squares = rated
        .ratings
        .iter()
        .map(|rating| (f64::from(rating.value) - mean).powi(2))
        .sum::<f64>();
    (squares / rated.ratings.len().max(1) as f64).sqrt()
}
