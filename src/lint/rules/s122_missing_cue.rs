//! S122: an answer to feeling that is not coded.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// At decisions that test C1 (empathy), finds choices without a `cue`.
    ///
    /// ## Why
    /// How a clinician answers feeling (openly or not, giving room or taking it) is what the marks on feeling are made of. EP names the feeling and gives
    /// room, ER names it and closes it, NP gives room without naming, NR takes the room away.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/bed/choices/push: {rating: -2, shows: {A3: 0, C1: 0}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/bed/choices/push: {rating: -2, shows: {A3: 0, C1: 0}, cue: NR}
    /// ```
    ///
    /// ## References
    /// Del Piccolo and others, the Verona coding definitions of emotional sequences (VR-CoDES-P), Patient Education and Counseling 2011.
    "S122", "missing-cue", Warning,
    "a choice that answers emotion has no `cue`",
    after: ["S063", "S128", "W052"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    let Some(empathy) = cx.desk.rubric.skill("C1") else {
        return;
    };
    let emotional = key
        .decisions
        .iter()
        .flatten()
        .filter(|decision| decision.tests.contains(&empathy));
    for rated in emotional.flat_map(|decision| decision.choices.iter().flatten()) {
        if rated.cue.is_none() {
            let message = format!(
                "`{}` answers emotion and has no `cue`",
                cx.scenario.address(rated.choice)
            );
            findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
                found
                    .related(cx.scenario.choice(rated.choice).span, "the choice")
                    .help("write `cue: EP`, `ER`, `NP` or `NR`; take C1 out of `tests` if nobody shows feeling here")
            });
        }
    }
}
