//! S121: a level for a skill that is not tested.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds skills in `shows` that are missing in the decision's `tests`.
    ///
    /// ## Why
    /// Only tested skills count. The level is lost, and whoever reads the key believes it was not.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/bed/choices/listen/shows: {A3: 2, C1: 4, A1: 3}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/bed/choices/listen/shows: {A3: 2, C1: 4}
    /// ```
    "S121", "untested-level", Warning,
    "a choice shows a skill that its decision does not test",
    after: ["S063", "S126"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for decision in key.decisions.iter().flatten() {
        for rated in decision.choices.iter().flatten() {
            let extra = rated.shows.iter().filter(|(skill, _)| !decision.tests.contains(skill));
            for (skill, _) in extra {
                let skill = &cx.desk.rubric.skills[skill.at()].id;
                let message = format!(
                    "`{}` shows {skill}, which is not tested here",
                    cx.scenario.address(rated.choice)
                );
                findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
                    found
                        .related(cx.scenario.choice(rated.choice).span, "the choice")
                        .help(format!(
                            "add {skill} to the decision's `tests`, with a level for every choice, or take it out"
                        ))
                });
            }
        }
    }
}
