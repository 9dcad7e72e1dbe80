//! E024: a draw that shows before anyone asked.

use crate::explore::ConditionPlace;
use crate::lint::context::Context;
use crate::lint::findings::Findings;
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds conditions of lines, effects and routes that are decided by a hidden draw in a state where it was not revealed. Epilogue and debrief may read every
    /// draw.
    ///
    /// ## Why
    /// Preferences are drawn so that the learner has to ask. If the conversation differs before they do, asking no longer matters.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/say: |
    ///   > A cart rattles past the door.
    ///   [when wants == to_wait] Mr. Ochoa: My son will want to hear it, too.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/say: |
    ///   > A cart rattles past the door.
    ///   [when revealed(wants) and wants == to_wait] Mr. Ochoa: My son will want to hear it, too.
    /// ```
    "E024", "unasked-draw", Error,
    "a line, an effect or the way on depends on a draw nobody has revealed",
    after: ["E023"],
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.analysis() else { return };
    for leak in &analysis.leaks {
        let (Some(owner), Some(guard)) = (leak.place.owner(), leak.place.guard(cx.scenario)) else {
            continue;
        };
        if matches!(leak.place, ConditionPlace::Choice(_)) {
            continue;
        }
        let names: Vec<String> = leak
            .reads
            .iter()
            .map(|var| cx.scenario.vars[var.at()].id.to_string())
            .collect();
        let what = match leak.place {
            ConditionPlace::Line(..) => "this line",
            ConditionPlace::Effect(..) => "this effect",
            _ => "the way on",
        };
        let message = format!(
            "{what} depends on `{}`, which nobody may have asked about",
            names.join("`, `")
        );
        findings.add(owner.into(), guard.span, message, |found| {
            found.label(cx.way(&analysis.paths, &leak.witness)).help(format!(
                "write `revealed({}) and …`, or reveal it before",
                names.join(", ")
            ))
        });
    }
}
