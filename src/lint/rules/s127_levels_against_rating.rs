//! S127: a rating that its levels contradict.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds choices rated 1 or more whose every level is 0 or 1, and choices rated -1 or less whose every level is 3 or 4.
    ///
    /// ## Why
    /// One of the two was mistyped, or the decision tests other skills than the ones the rating is about.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/plan: {rating: 2, shows: {A1: 0}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/plan: {rating: 2, shows: {A1: 4}}
    /// ```
    "S127", "levels-against-rating", Warning,
    "a choice's rating and its skill levels say opposite things",
    after: ["S063", "S064", "S120"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for rated in key
        .decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten())
    {
        if rated.shows.is_empty() {
            continue;
        }
        let mean = rated.mean();
        let all = |fits: fn(u8) -> bool| rated.shows.iter().all(|(_, level)| fits(*level));
        let low = mean >= 1.0 && all(|level| level <= 1);
        let high = mean <= -1.0 && all(|level| level >= 3);
        if !low && !high {
            continue;
        }
        let levels = if low { "0 or 1" } else { "3 or 4" };
        let message = format!(
            "`{}` is rated {mean} and shows only levels of {levels}",
            cx.scenario.address(rated.choice)
        );
        findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
            found
                .related(cx.scenario.choice(rated.choice).span, "the choice")
                .help("correct the rating or the levels, or test the skill that the rating is about")
        });
    }
}
