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
    /// nodes/bed/choices/plain/goto: [{when: wants == to_know or trust >= 9, to: sit}, {to: close}]
    /// nodes/sit:
    ///   say: |
    ///     > He waits.
    ///   hint: He asked for all of it.
    ///   expert: {noticed: "He sits up.", says: "Here it is.", why: "He asked."}
    ///   choices:
    ///     stay: {do: "Sit down and wait.", felt: "Mr. Ochoa: Good.", why: "Time.", reply: "> He nods.", goto: close}
    ///     tell: {do: "Sit down and tell.", felt: "Mr. Ochoa: So.", why: "News.", reply: "> He listens.", goto: close}
    ///     look: {do: "Look at the form.", felt: "Mr. Ochoa: Here?", why: "Paper.", better: "Wait.", reply: "> He looks, too.", goto: close}
    /// key/decisions/sit: {weight: 0, tests: [A1], choices: {stay: {rating: 2, shows: {A1: 4}}, tell: {rating: 1, shows: {A1: 3}}, look: {rating: -2, shows: {A1: 0}}}}
    /// key/owed/sat: {by: [sit], applies: wants == to_wait}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/owed/sat: {by: [bed], applies: wants == to_wait}
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
