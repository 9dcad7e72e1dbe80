//! W114: empathy taken back.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::{find_phrase, words};

rule! {
    /// ## What it does
    /// Finds, in choices rated 1 or more and in `better` and `also`, a sentence where one of the rubric's empathy phrases is followed by `but`.
    ///
    /// ## Why
    /// What comes before "but" is not heard. "And" lets both stand.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/text: "I am sorry to leave you now, but I will be back at nine."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/text: "I am sorry to leave you now, and I will be back at nine."
    /// ```
    ///
    /// ## References
    /// Quill, Arnold and Platt, "I wish things were different", Annals of Internal Medicine 2001.
    "W114", "but-after-empathy", Info,
    "good words follow empathy with `but`",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    if !cx.is_english() {
        return;
    }
    let phrases: Vec<_> = cx
        .desk
        .rubric
        .empathy_phrases
        .iter()
        .map(|phrase| words(phrase))
        .collect();
    for (choice, text) in cx.model_words() {
        let text = cx.scenario.texts.get(text);
        let taken_back = text.raw.split(['.', '?', '!']).any(|sentence| {
            let said = words(sentence);
            let Some(but) = said.iter().position(|word| word.text == "but") else {
                return false;
            };
            phrases.iter().any(|phrase| find_phrase(&said[..but], phrase).is_some())
        });
        if taken_back {
            findings.add(Subject::Choice(choice), text.span, "empathy, and then `but`", |found| {
                found.help("write `and`, or stop after the empathy")
            });
        }
    }
}
