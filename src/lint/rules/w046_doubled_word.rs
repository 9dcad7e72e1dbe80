//! W046: a small word typed twice.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::{inside, words};

rule! {
    /// ## What it does
    /// Finds `the the`, `to to` and their like in English texts. Repetitions that people say (`no no`, `very very`) are left alone, and so is anything
    /// with a comma or a dash between.
    ///
    /// ## Why
    /// The eye skips it and the voice of a screen reader does not.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: "What will they know when the the door closes?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will they know when the door closes?"
    /// ```
    "W046", "doubled-word", Warning,
    "a small word stands twice in a row",
    check: Check::Scenario(check),
}

const SMALL: [&str; 40] = [
    "a", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "has", "have", "he", "her", "his",
    "i", "if", "in", "is", "it", "its", "my", "of", "on", "or", "our", "she", "the", "their", "them", "they", "to",
    "was", "we", "were", "with", "you", "your",
];

fn check(cx: &Context, findings: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    for (_, text) in cx.scenario.texts.iter() {
        let words = words(&text.raw);
        let doubled = words.windows(2).find(|two| {
            let between = &text.raw[two[0].end..two[1].start];
            two[0].text == two[1].text
                && SMALL.contains(&two[0].text.as_str())
                && between.chars().all(char::is_whitespace)
        });
        if let Some(two) = doubled {
            let message = format!("`{0} {0}`", two[0].text);
            let part = (two[0].start, two[1].end);
            findings.add(Subject::Whole, inside(text, part), message, |found| {
                found.help("take one of the two out")
            });
        }
    }
}
