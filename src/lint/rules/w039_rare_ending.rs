//! W039: an ending that hardly anyone sees.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::EndingIx;

rule! {
    /// ## What it does
    /// Works out how often each ending is reached when choosing at random; reports under 1 in 100, and endings that nothing leads to.
    ///
    /// ## Why
    /// An ending that takes one exact way through is seldom seen, and nobody learns from it. Rare may be right; then say so.
    ///
    /// ## Example
    /// ```yaml
    /// endings/dream:
    ///   title: A dream
    ///   kind: reached
    ///   because: choices
    ///   epilogue: |
    ///     > The boat floats.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// endings/dream:
    ///   title: A dream
    ///   kind: reached
    ///   because: choices
    ///   epilogue: |
    ///     > The boat floats.
    /// nodes/close/choices/plan/end: dream
    /// ```
    "W039", "rare-ending", Warning,
    "an ending comes up in under 1 % of random plays, or never",
    after: ["W031", "W032"],
    check: Check::States(check),
}

const LEAST: f64 = 0.01;

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.sound() else { return };
    for (at, report) in analysis.endings.iter().enumerate() {
        let ending = EndingIx::new(at);
        let about = cx.scenario.ending(ending);
        let (message, way) = match &report.reached {
            None if !cx.paths().leads_to(ending) => (format!("nothing leads to the ending `{}`", about.id), None),
            Some(witness) if report.random + 2.0 * report.error < LEAST => {
                let share = 100.0 * report.random;
                let message = format!("the ending `{}` comes up in {share:.2} % of random plays", about.id);
                (message, Some(cx.way(&analysis.paths, witness)))
            }
            _ => continue,
        };
        findings.add(Subject::Ending(ending), about.span, message, |found| {
            let found = match way {
                Some(way) => found.label(way),
                None => found,
            };
            found.help("open another way to it, or join it with an ending like it")
        });
    }
}
