//! W031: a choice that is never offered.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Walks every state and finds choices whose `when` never holds when the learner is there.
    ///
    /// ## Why
    /// Words, ratings and everything behind them are never met. The condition asks for more than any way can give.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/choices/listen/when: trust >= 8
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/choices/listen/when: trust >= 5
    /// ```
    "W031", "unavailable-choice", Warning,
    "a choice can never be taken though its decision can be reached",
    check: Check::States(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    let Some(analysis) = cx.exact() else { return };
    for choice in analysis.unavailable_choices(cx.scenario) {
        let about = cx.scenario.choice(choice);
        let span = about.when.as_ref().map_or(about.span, |guard| guard.span);
        let message = format!("`{}` is never offered", cx.scenario.address(choice));
        let ranges = ranges(cx, choice);
        findings.add(Subject::Choice(choice), span, message, |found| {
            let found = if ranges.is_empty() { found } else { found.label(ranges) };
            found.help("ask for less, or give some way there what it asks for")
        });
    }
}

/// What the variables that its condition reads can be when the learner is there: "here trust is 3 to 6".
fn ranges(cx: &Context, choice: crate::model::ChoiceIx) -> String {
    let about = cx.scenario.choice(choice);
    let (Some(guard), Some(analysis)) = (&about.when, cx.analysis()) else {
        return String::new();
    };
    let mut read = Vec::new();
    guard.cond.reads(&mut |var| {
        if !read.contains(&var) {
            read.push(var);
        }
    });
    let node = &analysis.nodes[about.node.at()];
    let parts: Vec<String> = read
        .into_iter()
        .filter_map(|var| {
            let (low, high) = (*node.ranges.get(var.at())?)?;
            let about = &cx.scenario.vars[var.at()];
            let name = |value: i32| about.value_name(value).map_or(value.to_string(), ToString::to_string);
            let span = if low == high {
                name(low)
            } else {
                format!("{} to {}", name(low), name(high))
            };
            Some(format!("{} is {span}", about.id))
        })
        .collect();
    if parts.is_empty() {
        String::new()
    } else {
        format!("here {}", parts.join(", "))
    }
}
