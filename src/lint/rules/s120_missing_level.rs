//! S120: a tested skill without a level.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Key, SkillIx};

rule! {
    /// ## What it does
    /// Compares the `shows` of each choice with the `tests` of its decision.
    ///
    /// ## Why
    /// The marks by skill are levels shown out of the best level offered. Where a choice shows none, that moment silently leaves the count.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/bed/choices/listen/shows: {A3: 2}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/bed/choices/listen/shows: {A3: 2, C1: 4}
    /// ```
    "S120", "missing-level", Warning,
    "a rated choice shows no level for a skill its decision tests",
    after: ["S063"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    let id = |skill: &SkillIx| cx.desk.rubric.skills[skill.at()].id.to_string();
    for decision in key.decisions.iter().flatten() {
        for rated in decision.choices.iter().flatten() {
            let shown = |skill: &SkillIx| rated.shows.iter().any(|(shown, _)| shown == skill);
            let missing: Vec<String> = decision.tests.iter().filter(|skill| !shown(skill)).map(id).collect();
            if missing.is_empty() {
                continue;
            }
            let message = format!(
                "`{}` shows no level for {}",
                cx.scenario.address(rated.choice),
                crate::lint::wording::list(&missing)
            );
            findings.add(Subject::Choice(rated.choice), rated.span, message, |found| {
                found
                    .related(cx.scenario.choice(rated.choice).span, "the choice")
                    .help("write its level 0 to 4 in `shows`, or take the skill out of `tests`")
            });
        }
    }
}
