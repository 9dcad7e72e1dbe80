//! A key to fill in: every decision and choice with its wording as a comment and its fingerprint.

use std::fmt::Write as _;

use crate::model::{Act, Fingerprint, Scenario};

/// A key file for `panel` that loads, with every rating still to be given (0) and a comment that says so.
#[must_use]
pub fn skeleton(scenario: &Scenario, panel: &str) -> String {
    let mut out = format!(
        "# Ratings: -2 harms, would need repair; -1 sets the talk back; 0 misses the chance, no harm;\n\
         # 1 defensible, I would be content to hear it; 2 what I would want at my own bedside.\n\
         # Every choice stands at 0 until you rate it; nothing is scored by this key before you begin.\n\
         format: 1\nscenario: {}\nscenario_version: {}\npanel: {panel}\n\
         basis: {{author: {{status: \"drafted, not clinically reviewed\"}}}}\ndecisions:",
        scenario.id, scenario.version,
    );
    // A conversation without a choice has nothing to rate, and YAML would read nothing at all as nothing.
    out.push_str(if scenario.choices.is_empty() { " {}\n" } else { "\n" });
    for node in scenario.decisions() {
        let about = scenario.node(node);
        let print = Fingerprint::of_decision(scenario, node);
        let _ = writeln!(
            out,
            "  {}:\n    of: {print}\n    weight: 1\n    tests: [C1]          # one to three skills: `bedside explain skills`",
            about.id
        );
        out.push_str("    choices:\n");
        for at in scenario.choices_of(node) {
            let choice = scenario.choice(at);
            let words = crate::model::normalise(scenario.raw(choice.text));
            let act = match choice.act {
                Act::Say => "",
                Act::Do => "does: ",
                Act::Write => "writes: ",
            };
            let _ = writeln!(out, "      # {act}{words}");
            let _ = writeln!(
                out,
                "      {}: {{of: {}, rating: 0, shows: {{C1: 2}}}}",
                choice.id,
                Fingerprint::of_choice(scenario, at)
            );
        }
    }
    out
}
