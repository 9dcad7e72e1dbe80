//! M084: heavy matter without a word of warning.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::list;

rule! {
    /// ## What it does
    /// Finds scenarios whose content tags name death, bereavement, suicide, hastened death, abuse, violence, racism, imprisonment or the loss of a pregnancy, and
    /// whose `content` has no `note`.
    ///
    /// ## Why
    /// Learners have lives. Someone whose own child died should be able to choose another scenario before the first line.
    ///
    /// ## Example
    /// ```yaml
    /// content: {tags: [child-death]}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// content: {tags: [child-death], note: "A child dies during the conversation."}
    /// ```
    "M084", "no-content-note", Warning,
    "tags name heavy matter and no content note warns of it",
    check: Check::Scenario(check),
}

/// A tag is heavy when one of its words is.
const HEAVY: [&str; 26] = [
    "abuse",
    "assault",
    "bereavement",
    "custody",
    "death",
    "deportation",
    "died",
    "dying",
    "grief",
    "hastened",
    "homicide",
    "incarceration",
    "miscarriage",
    "murder",
    "overdose",
    "prison",
    "racism",
    "self",
    "stillbirth",
    "suicidality",
    "suicide",
    "torture",
    "trauma",
    "violence",
    "war",
    "neglect",
];

fn check(cx: &Context, findings: &mut Findings) {
    let content = &cx.scenario.content;
    let heavy = |tag: &str| tag.split('-').any(|word| HEAVY.contains(&word));
    let tags: Vec<String> = content
        .tags
        .iter()
        .filter(|tag| heavy(tag))
        .map(ToString::to_string)
        .collect();
    if content.note.is_none() && !tags.is_empty() {
        let message = format!("{} and no content note", list(&tags));
        findings.add(Subject::Whole, cx.scenario.span, message, |found| {
            found.help("write `content: {tags: […], note: \"…\"}`: one plain sentence on what will be met")
        });
    }
}
