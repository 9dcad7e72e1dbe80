//! S069: something owed that cannot be paid.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Key, OwedIx};

rule! {
    /// ## What it does
    /// Finds owed items that count on some draw, and that no decision that can be met and no choice that can be taken settles.
    ///
    /// ## Why
    /// An item that cannot be settled lowers every score by the same amount, whatever the learner says.
    ///
    /// ## Example
    /// ```yaml
    /// key/owed/later: {by: [loft]}
    /// nodes/loft:
    ///   say: |
    ///     > Dust.
    ///   hint: Look around.
    ///   expert: {noticed: Dust., says: "Nothing.", why: Nobody is here.}
    ///   choices:
    ///     one: {do: "Look left.", felt: "> Dust.", why: Dust., reply: "> Dust.", end: planned}
    ///     two: {do: "Look right.", felt: "> Dust.", why: Dust., reply: "> More dust.", end: planned}
    ///     three: {do: "Go.", felt: "> Dust.", why: Dust., better: "Stay.", reply: "> Less dust.", end: planned}
    /// key/decisions/loft: {tests: [A1], choices: {one: {rating: 2, shows: {A1: 4}}, two: {rating: 1, shows: {A1: 3}}, three: {rating: -1, shows: {A1: 1}}}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/owed/later: {by: [close]}
    /// ```
    "S069", "unsettled-owed", Warning,
    "an owed item cannot be settled on any way through",
    after: ["W030"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for (at, owed) in key.owed.iter().enumerate() {
        let known = cx.judged(key).and_then(|report| report.owed.get(at));
        let settled = known.map_or_else(
            || as_drawn(cx, key, OwedIx::new(at)),
            |known| known.settled.is_some() || known.counts_in.is_empty(),
        );
        if settled {
            continue;
        }
        let message = format!("nothing can settle `{}`", owed.id);
        findings.add(Subject::Whole, owed.span, message, |found| {
            found
                .label("none of its decisions can be reached")
                .help("name a decision that can be reached in `by`, or write `settles` at a choice that does it too")
        });
    }
}

fn as_drawn(cx: &Context, key: &Key, item: OwedIx) -> bool {
    let met = key.owed[item.at()].by.iter().any(|node| cx.can_reach(*node));
    let mut entries = key
        .decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten());
    met || entries.any(|rated| rated.settles.contains(&item) && cx.can_take(rated.choice))
}
