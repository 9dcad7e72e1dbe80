//! W042: variants of a line that are none.

use crate::lint::context::Context;
use crate::lint::findings::Findings;
use crate::lint::rule::{Check, rule};
use crate::lint::scripts::scripts;
use crate::model::{Wording, normalise};

rule! {
    /// ## What it does
    /// Finds `one_of` lists with a single variant, and variants that repeat an earlier one.
    ///
    /// ## Why
    /// Variants keep a second play fresh. A repeated one only makes its twin come up more often.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/say:
    ///   - one_of: ["> A cart rattles past the door.", "> A cart rattles past the door."]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/say:
    ///   - one_of: ["> A cart rattles past the door.", "> Someone laughs in the corridor."]
    /// ```
    "W042", "twin-variants", Warning,
    "a `one_of` has a variant that shows nothing new",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (subject, script) in scripts(cx.scenario) {
        for line in script {
            let Wording::OneOf(variants) = &line.words else {
                continue;
            };
            let texts: Vec<String> = variants.iter().map(|text| normalise(cx.scenario.raw(*text))).collect();
            if texts.len() == 1 {
                findings.add(subject, line.span, "`one_of` has one variant only", |found| {
                    found.help("write the line as it is, or add a second wording")
                });
            }
            for (at, text) in texts.iter().enumerate() {
                if texts[..at].contains(text) {
                    let span = cx.scenario.texts.get(variants[at]).span;
                    findings.add(subject, span, "this variant repeats an earlier one", |found| {
                        found.help("write it differently, or take it out")
                    });
                }
            }
        }
    }
}
