//! W111: good words above the reach of many.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::grade::flesch_kincaid;
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Works out the Flesch–Kincaid grade of all words offered as good ones (choices rated 1 or more, `better`, `also`), and reports more than 8. English only.
    ///
    /// ## Why
    /// Under stress everyone reads and hears below their schooling. Patient material is advised at sixth to eighth grade; what is said to a frightened
    /// person should not be harder.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/door/choices/ask/text: "Participation is advisable; his preferences determine absolutely everything."
    /// nodes/door/choices/tell/text: "Conversational brevity is guaranteed; information will follow."
    /// nodes/bed/choices/plain/text: "Individuals differ considerably regarding information."
    /// nodes/bed/choices/listen/text: "Before investigating alternatives, describe accomplishments."
    /// nodes/close/choices/plan/text: "Tomorrow's consultation will facilitate deliberation."
    /// nodes/close/choices/later/text: "Consider everything this evening; discussion continues."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/plain/text: "Tell me how much of all of this you want to know today."
    /// ```
    ///
    /// ## References
    /// Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, Navy Research Branch Report 8-75, 1975. Weiss, Health literacy and
    /// patient safety, American Medical Association Foundation 2007.
    "W111", "hard-reading", Info,
    "the good words ask for more than eight years of school",
    check: Check::Scenario(check),
}

const MOST: f64 = 8.0;

fn check(cx: &Context, findings: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    let words = cx.model_words();
    let raw: Vec<&str> = words.iter().map(|(_, text)| cx.scenario.raw(*text)).collect();
    let Some(grade) = flesch_kincaid(&raw).filter(|grade| *grade > MOST) else {
        return;
    };
    let mut hardest: Vec<(f64, _)> = words
        .iter()
        .filter_map(|(_, text)| {
            Some((
                flesch_kincaid(&[cx.scenario.raw(*text)])?,
                cx.scenario.texts.get(*text).span,
            ))
        })
        .collect();
    hardest.sort_by(|left, right| right.0.total_cmp(&left.0));
    let message = format!("the good words of this scenario read at grade {grade:.1}");
    findings.add(Subject::Whole, cx.scenario.span, message, |mut found| {
        for (grade, span) in hardest.iter().take(3) {
            found = found.related(*span, format!("grade {grade:.1}"));
        }
        found.help("shorter words and shorter sentences; grade 8 is the most that patient material should ask")
    });
}
