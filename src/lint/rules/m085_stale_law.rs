//! M085: law that may have changed.

use crate::lint::context::Context;
use crate::lint::day::Day;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds sources with a `jurisdiction` whose `as_of` is missing or more than a year old.
    ///
    /// ## Why
    /// Law on surrogates, minors, POLST and hastened death differs by state and changes every year. What was right when written may be wrong today.
    ///
    /// ## Example
    /// ```yaml
    /// sources: [spikes, law-old]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// sources: [spikes, law-new]
    /// ```
    "M085", "stale-law", Warning,
    "a legal source was last looked at more than twelve months ago",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for source in &cx.scenario.sources {
        let Some(citation) = cx.desk.sources.find(&source.value) else {
            continue;
        };
        let Some(place) = &citation.jurisdiction else {
            continue;
        };
        let read = citation.as_of.as_deref().and_then(Day::parse);
        let message = match (read, &citation.as_of) {
            (Some(day), _) if cx.desk.today <= day.a_year_on() => continue,
            (Some(_), Some(day)) => format!("`{}` is law of {place} as of {day}, over a year ago", citation.id),
            _ => format!("`{}` is law of {place} without a date", citation.id),
        };
        findings.add(Subject::Whole, source.span, message, |found| {
            found
                .related(citation.span, "the source")
                .help("read the law again, correct the scenario if it changed, and write the new `as_of`")
        });
    }
}
