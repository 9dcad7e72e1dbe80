//! `# allow(CODE): reason` comments: what they hide, and what is wrong with them.

use super::rule::Rule;
use super::rules::{self, a100_allow_without_reason, a101_unknown_allow, a102_idle_allow};
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::model::{Allow, Scenario};

/// Takes out what is allowed and adds what is wrong with the allowances themselves. Without `states`, rules that need them had no
/// chance to fire.
pub(super) fn hear(scenario: &Scenario, found: Vec<Diagnostic>, states: bool) -> Vec<Diagnostic> {
    let mut hides = vec![false; scenario.allows.len()];
    let mut kept: Vec<Diagnostic> = Vec::new();
    for finding in found {
        let by = scenario
            .allows
            .iter()
            .position(|allow| hidden(scenario, allow, &finding));
        match by {
            Some(at) => hides[at] = true,
            None => kept.push(finding),
        }
    }
    for (allow, hides) in scenario.allows.iter().zip(hides) {
        let mute = rules::explain(&allow.code).is_some_and(|rule| rule.needs_states() && !states);
        kept.extend(judge(allow, hides || mute));
    }
    kept
}

/// An allowance hides a finding of its code that stands on its lines, or that has to do with a place there.
fn hidden(scenario: &Scenario, allow: &Allow, finding: &Diagnostic) -> bool {
    let named = rules::explain(&allow.code).is_some_and(|rule| rule.code == finding.code);
    if !named || allow.reason.trim().is_empty() {
        return false;
    }
    let whole = holds(allow.covers, scenario.span) && holds(allow.covers, scenario.node(scenario.start).span);
    let places = std::iter::once(&finding.primary).chain(&finding.related);
    whole || places.into_iter().any(|place| holds(allow.covers, place.span))
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.file == inner.file && outer.start <= inner.start && inner.start < outer.end
}

fn judge(allow: &Allow, hides: bool) -> Option<Diagnostic> {
    let bare = |rule: &Rule, message: String| Diagnostic::new(rule.code, rule.severity, message, allow.span);
    let code = &allow.code;
    if rules::explain(code).is_none() {
        let fault = bare(&a101_unknown_allow::RULE, format!("there is no rule `{code}` to allow"));
        let near = did_you_mean(code, rules::all().iter().map(|rule| rule.code));
        let help = near.map_or("`bedside explain` lists all rules".to_owned(), |near| {
            format!("did you mean `{near}`?")
        });
        return Some(fault.help(help));
    }
    if allow.reason.trim().is_empty() {
        let fault = bare(
            &a100_allow_without_reason::RULE,
            format!("`{code}` is allowed without a reason, so it is not allowed"),
        );
        return Some(fault.help(format!("write `# allow({code}): ` and why it is right here")));
    }
    (!hides).then(|| {
        bare(
            &a102_idle_allow::RULE,
            format!("this allowance hides nothing: `{code}` does not fire here"),
        )
        .help("take the comment out, or move it to the line above what it is meant for")
    })
}
