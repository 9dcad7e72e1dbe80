//! W036: an effect that never changes anything.

use crate::lint::context::Context;
use crate::lint::findings::Findings;
use crate::lint::rule::{Check, rule};
use crate::model::Change;

rule! {
    /// ## What it does
    /// Walks every state and finds effects that never changed a value, or whose result went over a bound of the variable every time.
    ///
    /// ## Why
    /// The author believes that it does something. A trust that stands at its end cannot fall further, so the learner never feels the next mistake.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/effects: trust - 9
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/effects: trust - 1
    /// ```
    "W036", "idle-effect", Warning,
    "an effect never changes anything, or is always cut off at a bound",
    after: ["W030", "W031", "W032", "W033"],
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.exact() else { return };
    for report in analysis.effects.iter().filter(|report| report.proved && report.ran) {
        let Some(effect) = report.place.effect(cx.scenario) else {
            continue;
        };
        let message = if report.idle {
            match &effect.change {
                Change::Reveal(_) => "this is always revealed before".to_owned(),
                Change::Enter(_) => "they are always there before".to_owned(),
                Change::Leave(_) => "they are always gone before".to_owned(),
                Change::Add(var, _) | Change::Set(var, _) => {
                    format!("this never changes `{}`", cx.scenario.vars[var.at()].id)
                }
            }
        } else if let (true, Change::Add(var, _)) = (report.saturates, &effect.change) {
            let var = &cx.scenario.vars[var.at()];
            let (low, high) = var.bounds();
            format!("this always runs into a bound of `{}` ({low} to {high})", var.id)
        } else {
            continue;
        };
        findings.add(report.place.owner.into(), effect.span, message, |found| {
            found.help("take it out, widen the bounds, or change something earlier")
        });
    }
}
