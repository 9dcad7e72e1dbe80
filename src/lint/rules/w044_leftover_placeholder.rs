//! W044: something that was to be filled in.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks for `TODO`, `TBD`, `FIXME`, `XXX`, `???`, `lorem ipsum`, and for the ways other tools write a value into a text: `{{…}}`, `${…}`, `<<…>>`, `%s`,
    /// `[NAME]`.
    ///
    /// ## Why
    /// The learner reads it as it stands. Here a value is written as `{var}` or `{cast-id.name}`.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: "TODO: something about the next step."
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What is the next step, and do they know it?"
    /// ```
    "W044", "leftover-placeholder", Warning,
    "a text still holds a placeholder",
    check: Check::Scenario(check),
}

const WORDS: [&str; 5] = ["TODO", "TBD", "FIXME", "XXX", "TK"];
const SIGNS: [&str; 8] = ["???", "{{", "}}", "${", "<<", ">>", "%s", "%d"];

fn check(cx: &Context, findings: &mut Findings) {
    for (_, text) in cx.scenario.texts.iter() {
        if let Some(what) = leftover(&text.raw) {
            findings.add(
                Subject::Whole,
                text.span,
                format!("this text still holds `{what}`"),
                |found| found.help("write what belongs there; values of the story are `{var}` or `{cast-id.name}`"),
            );
        }
    }
}

fn leftover(text: &str) -> Option<String> {
    let word = text
        .split(|letter: char| !letter.is_alphanumeric())
        .find(|word| WORDS.contains(word));
    let sign = || SIGNS.iter().copied().find(|sign| text.contains(sign));
    let lorem = || text.to_lowercase().contains("lorem ipsum").then_some("lorem ipsum");
    let found = word.or_else(sign).or_else(lorem).map(str::to_owned);
    found.or_else(|| bracketed(text))
}

/// `[NAME]`, `[PATIENT NAME]`
fn bracketed(text: &str) -> Option<String> {
    text.match_indices('[').find_map(|(start, _)| {
        let rest = &text[start..];
        let inside = &rest[1..rest.find(']')?];
        let capitals = inside.chars().filter(char::is_ascii_uppercase).count();
        let plain = inside
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || matches!(letter, ' ' | '_'));
        (capitals > 2 && plain).then(|| format!("[{inside}]"))
    })
}
