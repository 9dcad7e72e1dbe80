//! W049: a mood nobody is ever in.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::PersonIx;

rule! {
    /// ## What it does
    /// Finds moods that no script line gives to that person. The first mood is the one they start in and always counts as used.
    ///
    /// ## Why
    /// Usually a line lost its mood, or the word changed in one place only.
    ///
    /// ## Example
    /// ```yaml
    /// cast/lia: {name: Lia, who: his daughter, moods: [worried, angry]}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// cast/lia: {name: Lia, who: his daughter, moods: [worried, angry]}
    /// nodes/door/choices/rush/reply: |
    ///   Lia (angry): Fine.
    /// ```
    "W049", "unused-mood", Info,
    "a mood is listed and no line uses it",
    after: ["W048"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (at, person) in cx.scenario.cast.iter().enumerate() {
        let unused = person
            .moods
            .iter()
            .zip(&cx.uses().moods[at])
            .skip(1)
            .filter(|(_, used)| !**used);
        for (mood, _) in unused {
            let message = format!("no line shows `{}` {}", person.id, mood.value);
            findings.add(Subject::Person(PersonIx::new(at)), mood.span, message, |found| {
                let name = cx.scenario.raw(person.name);
                found.help(format!(
                    "write `{name} ({}): …` where it shows, or take the mood out",
                    mood.value
                ))
            });
        }
    }
}
