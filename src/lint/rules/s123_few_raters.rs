//! S123: a panel that is hardly one.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{Basis, Key};

rule! {
    /// ## What it does
    /// Finds panel keys where some choice was rated by fewer than five of the panel.
    ///
    /// ## Why
    /// The mean of two is an opinion. Disagreement is only looked at from five raters on.
    ///
    /// ## Example
    /// ```yaml
    /// key/basis: {panel: {raters: {r01: {profession: nurse}, r02: {profession: physician}}, date: 2026-11-22}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/basis: {author: {status: "drafted, not clinically reviewed"}}
    /// ```
    "S123", "few-raters", Info,
    "a panel key has choices rated by fewer than five people",
    check: Check::Key(check),
}

const ENOUGH: usize = 5;

fn check(_: &Context, key: &Key, findings: &mut Findings) {
    if !matches!(key.basis, Basis::Panel { .. }) {
        return;
    }
    let entries = key
        .decisions
        .iter()
        .flatten()
        .flat_map(|decision| decision.choices.iter().flatten());
    let counts: Vec<usize> = entries.map(|rated| rated.ratings.len()).collect();
    let few = counts.iter().filter(|count| **count < ENOUGH).count();
    if few > 0 {
        let message = format!("{few} of {} choices have fewer than {ENOUGH} ratings", counts.len());
        findings.add(Subject::Whole, key.span.slice(0, 1), message, |found| {
            found.help("ask more people; until then its scores are worth little more than an author's")
        });
    }
}
