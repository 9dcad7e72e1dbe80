//! S066: a rating that does not say of what.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::Key;

rule! {
    /// ## What it does
    /// Finds keys with decisions or choices without `of: t-…`, once a key.
    ///
    /// ## Why
    /// Without a fingerprint nobody can tell whether the words that were rated are the words that are played.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/plan/of: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/plan/of: t-66d4f8be
    /// ```
    "S066", "unpinned-wording", Info,
    "a key has no fingerprints, so changed wording goes unnoticed",
    check: Check::Key(check),
}

fn check(_: &Context, key: &Key, findings: &mut Findings) {
    let decisions = || key.decisions.iter().flatten();
    let bare_choices = decisions()
        .flat_map(|decision| decision.choices.iter().flatten())
        .filter(|rated| rated.of.is_none());
    let bare = decisions().filter(|decision| decision.of.is_none()).count() + bare_choices.count();
    if bare > 0 {
        let message = format!(
            "{bare} entries of key `{}` do not say which words were rated",
            key.panel
        );
        findings.add(Subject::Whole, key.span.slice(0, 1), message, |found| {
            found.help("`bedside key sync` writes the fingerprints")
        });
    }
}
