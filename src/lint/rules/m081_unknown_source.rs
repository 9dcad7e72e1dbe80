//! M081: a source that is not in the list.

use crate::diag::did_you_mean;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks up every source of a scenario in the list of sources.
    ///
    /// ## Why
    /// A citation that leads nowhere is worse than none: it looks like evidence.
    ///
    /// ## Example
    /// ```yaml
    /// sources: [spike]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// sources: [spikes]
    /// ```
    "M081", "unknown-source", Error,
    "a source id is not in `scoring/sources.yaml`",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for source in &cx.scenario.sources {
        if cx.desk.sources.find(&source.value).is_some() {
            continue;
        }
        let known = cx.desk.sources.list.iter().map(|citation| citation.id.as_str());
        let near = did_you_mean(&source.value, known);
        let message = format!("there is no source `{}`", source.value);
        findings.add(Subject::Whole, source.span, message, |found| match near {
            Some(near) => {
                found
                    .help(format!("did you mean `{near}`?"))
                    .fix(format!("write `{near}`"), source.span, near)
            }
            None => found.help("add it to `scoring/sources.yaml`, with what was read of it"),
        });
    }
}
