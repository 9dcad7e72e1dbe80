//! W110: words that should not be taught.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::{find_phrase, inside, words};

rule! {
    /// ## What it does
    /// Looks for the rubric's never-words in choices rated 1 or more, and in `better` and `also`.
    ///
    /// ## Why
    /// These phrases close doors: they label, they abandon, they turn a life into a diagnosis. A learner who is told that such a choice was good will use it.
    /// Some have a use (the patient's own word, taken up to ask what it means); then allow it and say so.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/text: "At nine tomorrow we will do everything that you and Lia want."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/text: "At nine tomorrow we will go through what you and Lia want."
    /// ```
    ///
    /// ## References
    /// Awdish and others, Never-words: what not to say to patients with serious illness, Mayo Clinic Proceedings 2024.
    "W110", "never-words", Warning,
    "good words hold a phrase that the rubric says never to use",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let never: Vec<_> = cx
        .desk
        .rubric
        .never_words
        .iter()
        .map(|never| (words(&never.words), never))
        .collect();
    for (choice, text) in cx.model_words() {
        let text = cx.scenario.texts.get(text);
        let said = words(&text.raw);
        for (phrase, never) in &never {
            let Some(part) = find_phrase(&said, phrase) else {
                continue;
            };
            if never.words == "at least" && counts(&text.raw[part.1..]) {
                continue;
            }
            let message = format!("`{}` is taught as good words", never.words);
            findings.add(Subject::Choice(choice), inside(text, part), message, |found| {
                let found = found.label(never.why.clone());
                match &never.allow_when {
                    Some(when) if when != "never" => {
                        found.help(format!("say it differently; allow it only where {when}"))
                    }
                    _ => found.help("say it differently"),
                }
            });
        }
    }
}

/// "at least two hours"
fn counts(rest: &str) -> bool {
    const NUMBERS: [&str; 12] = [
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ];
    let next = words(rest).into_iter().next();
    next.is_some_and(|word| {
        NUMBERS.contains(&word.text.as_str()) || word.text.starts_with(|letter: char| letter.is_ascii_digit())
    })
}
