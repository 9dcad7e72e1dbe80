//! W113: staff words said to a patient or family.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::{find_phrase, inside, words};
use crate::model::Choice;

rule! {
    /// ## What it does
    /// Looks for the rubric's jargon in choices rated 1 or more, and in `better` and `also`, unless they are addressed to a colleague or an interpreter.
    ///
    /// ## Why
    /// People nod at words they do not know. What was not understood was not said.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/text: "I will be back at nine tomorrow to go over the prognosis."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/text: "I will be back at nine tomorrow to talk of what is ahead."
    /// ```
    "W113", "jargon", Warning,
    "good words for a patient or family hold a clinical term",
    check: Check::Scenario(check),
}

/// Words in a person's `who` that make them one of the staff.
const STAFF: [&str; 24] = [
    "attending",
    "chaplain",
    "clinician",
    "colleague",
    "consultant",
    "doctor",
    "fellow",
    "hospitalist",
    "intensivist",
    "intern",
    "interpreter",
    "nurse",
    "oncologist",
    "paramedic",
    "pharmacist",
    "physician",
    "psychologist",
    "resident",
    "student",
    "surgeon",
    "team",
    "technician",
    "therapist",
    "worker",
];

fn check(cx: &Context, findings: &mut Findings) {
    let jargon: Vec<_> = cx.desk.rubric.jargon.iter().map(|term| (words(term), term)).collect();
    for (choice, text) in cx.model_words() {
        if to_staff(cx, cx.scenario.choice(choice)) {
            continue;
        }
        let text = cx.scenario.texts.get(text);
        let said = words(&text.raw);
        for (phrase, term) in &jargon {
            if let Some(part) = find_phrase(&said, phrase) {
                let message = format!("`{term}` is said to someone who may not know it");
                findings.add(Subject::Choice(choice), inside(text, part), message, |found| {
                    found.help("say what it means for them, in their words")
                });
            }
        }
    }
}

fn to_staff(cx: &Context, choice: &Choice) -> bool {
    choice.to.is_some_and(|person| {
        let who = words(cx.scenario.raw(cx.scenario.cast[person.at()].who));
        who.iter().any(|word| STAFF.contains(&word.text.as_str()))
    })
}
