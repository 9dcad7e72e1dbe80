//! W055: someone who knows nothing does well.

use crate::explore::Policy;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Works out exactly what someone would score who always takes the longest choice, the shortest, the kindest-sounding, the one with a question mark, the one
    /// that asks permission, or what is done rather than said; reports more than 8 points above choosing at random.
    ///
    /// ## Why
    /// A cue in the wording measures an eye for wording. The score should say how someone listens.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/choices/plain/text: "How much of all this would you want to know today, sir?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/plain/text: "How much of all this would you want to know today, sir?"
    /// nodes/bed/choices/push/text: "Shall we keep to your lungs, sir? There is a lot for us to get through."
    /// ```
    ///
    /// ## References
    /// Lineberry, Kreiter and Bordage, Threats to validity in the use and interpretation of script concordance test scores, Medical Education 2013.
    "W055", "know-nothing-policy", Warning,
    "choosing by the look of the words beats choosing at random by over 8 points",
    after: ["S063", "S064", "W050"],
    check: Check::States(check),
}

const MOST: f64 = 8.0;

fn check(cx: &Context, findings: &mut Findings) {
    let Some(random) = cx.mean_score(&Policy::Random) else {
        return;
    };
    // Choices are shown in another order each time, so "the first" is no way to choose.
    for policy in Policy::KNOW_NOTHING.iter().filter(|policy| **policy != Policy::First) {
        let Some(score) = cx.mean_score(policy).filter(|score| score - random > MOST) else {
            continue;
        };
        let message = format!(
            "someone who always goes for `{}` scores {score:.0}, and someone who chooses at random {random:.0}",
            policy.name()
        );
        findings.add(Subject::Whole, cx.scenario.span, message, |found| {
            found.help("give poorer choices the same look as often as good ones; `bedside analyze` shows where it pays")
        });
    }
}
