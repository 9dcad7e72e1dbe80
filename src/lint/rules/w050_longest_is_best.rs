//! W050: the longest choice gives itself away.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::NodeIx;

rule! {
    /// ## What it does
    /// Counts in how many decisions the choice with most letters is also the best rated, and reports more than 35 %, from three decisions on.
    ///
    /// ## Why
    /// Good words take more words to write, and learners notice: who always takes the longest then scores well without listening. With four choices, chance
    /// alone makes the longest the best in a quarter of the decisions.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/choices/plain/text: "Tell me how much of all this you want to know today, and who should be here."
    /// nodes/bed/choices/listen/text: "Boats. Before anything else, I would be glad to hear about one."
    /// nodes/close/choices/plan/text: "I will be back at nine tomorrow morning, with Lia, and we will go on."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/plain/text: "Tell me how much of all of this you want to know today."
    /// ```
    ///
    /// ## References
    /// Haladyna, Downing and Rodriguez, A review of multiple-choice item-writing guidelines, Applied Measurement in Education 2002: keep the length of
    /// choices about equal.
    "W050", "longest-is-best", Warning,
    "over the scenario the longest choice is the best too often",
    after: ["S128"],
    check: Check::Scenario(check),
}

/// Share of decisions.
const MOST: f64 = 0.35;

fn check(cx: &Context, findings: &mut Findings) {
    let decisions: Vec<NodeIx> = cx
        .scenario
        .decisions()
        .filter(|node| cx.ratings(*node).is_some())
        .collect();
    let given_away: Vec<NodeIx> = decisions
        .iter()
        .copied()
        .filter(|node| longest_is_best(cx, *node))
        .collect();
    let share = given_away.len() as f64 / decisions.len().max(1) as f64;
    if given_away.len() < 3 || share <= MOST {
        return;
    }
    let message = format!(
        "the longest choice is the best in {} of {} decisions ({:.0} %)",
        given_away.len(),
        decisions.len(),
        100.0 * share
    );
    findings.add(Subject::Whole, cx.scenario.span, message, |mut found| {
        for node in &given_away {
            found = found.related(cx.scenario.node(*node).span, "the longest is the best here");
        }
        found.help(
            "shorten the best, or let a poorer one run on; someone who always takes the longest should not do well",
        )
    });
}

fn longest_is_best(cx: &Context, node: NodeIx) -> bool {
    let Some(ratings) = cx.ratings(node) else {
        return false;
    };
    let best = ratings.iter().map(|(_, rating)| *rating).fold(f64::MIN, f64::max);
    let length = |choice| cx.scenario.raw(cx.scenario.choice(choice).text).chars().count();
    let longest = ratings.iter().max_by_key(|(choice, _)| length(*choice));
    longest.is_some_and(|(_, rating)| *rating >= best)
}
