//! M083: a review that claims more than it names.

use crate::diag::did_you_mean;
use crate::lint::context::Context;
use crate::lint::day::Day;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Basis, Review};

rule! {
    /// ## What it does
    /// Looks at every entry of `review`. The stages are `drafted`, `author_reviewed`, `clinician_reviewed`, `lived_experience_reviewed`, `panel_keyed`, `piloted`,
    /// `standard_set`. From `clinician_reviewed` on, `by` must say who (a role is enough). `panel_keyed` needs a key whose basis is a panel that is not
    /// synthetic. No date may lie in the future.
    ///
    /// ## Why
    /// Learners are told what a scenario's advice rests on. A review that nobody stands behind is a lie in data.
    ///
    /// ## Example
    /// ```yaml
    /// review: [{stage: clinician_reviewed, date: 2026-11-22}]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// review: [{stage: clinician_reviewed, date: 2026-11-22, by: "two palliative care nurses"}]
    /// ```
    "M083", "overclaimed-review", Error,
    "a review stage is unknown, undated, in the future, or says nobody's name",
    check: Check::Scenario(check),
}

const STAGES: [&str; 7] = [
    "drafted",
    "author_reviewed",
    "clinician_reviewed",
    "lived_experience_reviewed",
    "panel_keyed",
    "piloted",
    "standard_set",
];

fn check(cx: &Context, findings: &mut Findings) {
    for review in &cx.scenario.review {
        for (message, help) in faults(cx, review) {
            findings.add(Subject::Whole, review.span, message, |found| found.help(help));
        }
    }
}

fn faults(cx: &Context, review: &Review) -> Vec<(String, String)> {
    let mut faults = Vec::new();
    let stage = review.stage.as_str();
    let Some(rung) = STAGES.iter().position(|known| *known == stage) else {
        let near =
            did_you_mean(stage, STAGES).map_or_else(|| STAGES.join(", "), |near| format!("did you mean `{near}`?"));
        return vec![(format!("there is no review stage `{stage}`"), near)];
    };
    if rung >= 2 && review.by.as_deref().is_none_or(|by| by.trim().is_empty()) {
        let help = format!("write `by:` and who, such as two palliative care nurses; or take `{stage}` out");
        faults.push((format!("`{stage}` does not say by whom"), help));
    }
    let real_panel =
        |basis: &Basis| matches!(basis, Basis::Panel { synthetic: false, raters, .. } if !raters.is_empty());
    if stage == "panel_keyed" && !cx.keys.iter().any(|key| real_panel(&key.basis)) {
        let help = "add the panel's key, or take `panel_keyed` out".to_owned();
        faults.push(("`panel_keyed` is claimed, and no key is by a panel".to_owned(), help));
    }
    match Day::parse(&review.date) {
        None => faults.push((
            format!("`{}` is not a date", review.date),
            "write it as 2026-11-22".to_owned(),
        )),
        Some(day) if day > cx.desk.today => faults.push((
            format!("this review is dated {}, which is still to come", review.date),
            "write the day it was done".to_owned(),
        )),
        Some(_) => {}
    }
    faults
}
