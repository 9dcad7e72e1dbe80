//! E026: more than can be looked at.

use crate::explore::Method;
use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Says when a scenario has more states than the check looks at one by one (a million), or more combinations of draws (256); what was found then rests on seeded
    /// plays, and something may have been missed.
    ///
    /// ## Why
    /// Silence must mean that nothing is wrong, and not that nobody looked.
    ///
    /// ## Example
    /// ```yaml
    /// vars/one: {hidden: true, drawn: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I, j: J, k: K, l: L, m: M, o: O, p: P, q: Q, r: R}}
    /// vars/two: {hidden: true, drawn: {a: A, b: B, c: C, d: D, e: E, f: F, g: G, h: H, i: I, j: J, k: K, l: L, m: M, o: O, p: P, q: Q, r: R}}
    /// nodes/bed/choices/plain/effects: reveal wants, reveal one, reveal two
    /// nodes/bed/choices/plain/reply: |
    ///   [when wants == to_know] Mr. Ochoa (open): All of it.
    ///   [when wants == to_wait] Mr. Ochoa (wary): Not without my son.
    ///   [when one == a] Mr. Ochoa: And the boats.
    ///   [when two == b] Mr. Ochoa: And the pills.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// vars/one: {hidden: true, drawn: {a: A, b: B, c: C, d: D}}
    /// nodes/bed/choices/plain/effects: reveal wants, reveal one
    /// nodes/bed/choices/plain/reply: |
    ///   [when wants == to_know] Mr. Ochoa (open): All of it.
    ///   [when wants == to_wait] Mr. Ochoa (wary): Not without my son.
    ///   [when one == a] Mr. Ochoa: And the boats.
    /// ```
    "E026", "too-many-states", Warning,
    "not every state or draw of a scenario could be looked at",
    after: ["E021", "E022"],
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.analysis() else { return };
    let message = match (&analysis.method, &analysis.lines) {
        (Method::Sampled { plays, .. }, _) => {
            format!("this has more than a million states; flow and scores were tried in {plays} plays only")
        }
        (_, Method::Sampled { plays, .. }) => {
            format!("this has too many states to look at every line; lines were tried in {plays} plays only")
        }
        _ if !analysis.every_draw => "there are too many combinations of draws to look at each".to_owned(),
        _ => return,
    };
    findings.add(Subject::Whole, cx.scenario.span, message, |found| {
        found.help("fewer or smaller variables; `bedside analyze` looks further and takes longer")
    });
}
