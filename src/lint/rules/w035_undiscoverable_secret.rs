//! W035: a fact or draw that no choice reveals.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};
use crate::model::{FactIx, Secret, VarIx};

rule! {
    /// ## What it does
    /// Finds facts and hidden variables that no effect reveals.
    ///
    /// ## Why
    /// The debrief lists what they would have told you had anyone asked. What nobody could have asked for does not belong there.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/choices/listen/effects: trust + 1
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/listen/effects: trust + 1, reveal boat
    /// ```
    "W035", "undiscoverable-secret", Warning,
    "a fact or a hidden draw can never be found out",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let revealed = &cx.uses().revealed;
    for (at, fact) in cx.scenario.facts.iter().enumerate() {
        let fact_ix = FactIx::new(at);
        if !revealed.contains(&Secret::Fact(fact_ix)) {
            let message = format!("nothing reveals the fact `{}`", fact.id);
            findings.add(Subject::Fact(fact_ix), fact.span, message, |found| {
                found.help(format!(
                    "write `effects: reveal {}` at the choice that finds it out",
                    fact.id
                ))
            });
        }
    }
    for (at, var) in cx.scenario.vars.iter().enumerate() {
        let var_ix = VarIx::new(at);
        if var.is_hidden() && !revealed.contains(&Secret::Var(var_ix)) {
            let message = format!("nothing reveals what was drawn for `{}`", var.id);
            findings.add(Subject::Var(var_ix), var.span, message, |found| {
                found.help(format!("write `effects: reveal {}` at the choice that asks", var.id))
            });
        }
    }
}
