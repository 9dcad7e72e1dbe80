//! S065: wording changed since it was rated.

use crate::diag::{Diagnostic, Spanned};
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::lint::wording::excerpt;
use crate::model::{Fingerprint, Key};

rule! {
    /// ## What it does
    /// Compares the fingerprints in a key (`of: t-…`) with the words as they now stand: what is said at the decision, and the text of each choice.
    ///
    /// ## Why
    /// A rating belongs to the words that were rated. A comma may not matter; "but" for "and" does, and only the rater can say.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/plan/of: t-00000000
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/plan/of: t-66d4f8be
    /// ```
    "S065", "stale-wording", Warning,
    "words were changed after a panel rated them",
    after: ["S063"],
    check: Check::Key(check),
}

fn check(cx: &Context, key: &Key, findings: &mut Findings) {
    for decision in key.decisions.iter().flatten() {
        let about = cx.scenario.node(decision.node);
        let now = Fingerprint::of_decision(cx.scenario, decision.node);
        if let Some(old) = stale(decision.of.as_ref(), now) {
            let message = format!("what is said at `{}` changed since it was rated", about.id);
            findings.add(Subject::Node(decision.node), old.span, message, |found| {
                compared(found, old, now).related(about.span, "now said here")
            });
        }
        for rated in decision.choices.iter().flatten() {
            let now = Fingerprint::of_choice(cx.scenario, rated.choice);
            if let Some(old) = stale(rated.of.as_ref(), now) {
                let text = cx.scenario.texts.get(cx.scenario.choice(rated.choice).text);
                let message = format!(
                    "the words of `{}` changed since they were rated",
                    cx.scenario.address(rated.choice)
                );
                findings.add(Subject::Choice(rated.choice), old.span, message, |found| {
                    compared(found, old, now).related(text.span, format!("now: {}", excerpt(&text.raw)))
                });
            }
        }
    }
}

fn stale(old: Option<&Spanned<Fingerprint>>, now: Fingerprint) -> Option<&Spanned<Fingerprint>> {
    old.filter(|old| old.value != now)
}

fn compared(found: Diagnostic, old: &Spanned<Fingerprint>, now: Fingerprint) -> Diagnostic {
    found
        .label(format!("rated as {}, now {now}", old.value))
        .help("look at the words again; if the rating still holds, accept the new fingerprint (`bedside key sync` shows both)")
        .fix("the rating still holds", old.span, now.to_string())
}
