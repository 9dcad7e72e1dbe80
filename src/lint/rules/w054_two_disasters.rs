//! W054: a decision with two disasters.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions where two or more choices are rated -2.
    ///
    /// ## Why
    /// Disasters are easy to see, so two of them leave the learner with two choices instead of four. What tired, decent people say is more often -1.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/hush:
    ///   to: ochoa
    ///   text: "That is that. You need not think about it any more tonight."
    ///   better: "I will be back at nine."
    ///   reply: |
    ///     Mr. Ochoa: Need not.
    ///   felt: |
    ///     Mr. Ochoa: As if I could.
    ///   why: "Closes the subject for him."
    ///   end: postponed
    /// key/decisions/close/choices/hush: {rating: -2, shows: {A1: 0}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/hush:
    ///   to: ochoa
    ///   text: "That is enough for tonight. The rest of it can wait, I think."
    ///   better: "I will be back at nine."
    ///   reply: |
    ///     Mr. Ochoa: If you say so.
    ///   felt: |
    ///     Mr. Ochoa: Wait until when?
    ///   why: "Gives rest, and no time."
    ///   end: postponed
    /// key/decisions/close/choices/hush: {rating: -1, shows: {A1: 1}}
    /// ```
    "W054", "two-disasters", Warning,
    "a decision has more than one choice rated -2",
    after: ["W052", "S063", "S064"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let Some(ratings) = cx.ratings(node) else { continue };
        let disasters: Vec<_> = ratings.iter().filter(|(_, rating)| *rating <= -1.5).collect();
        if disasters.len() < 2 {
            continue;
        }
        let about = cx.scenario.node(node);
        let message = format!("`{}` has {} choices that would hurt", about.id, disasters.len());
        findings.add(Subject::Node(node), about.span, message, |mut found| {
            for (choice, rating) in disasters {
                found = found.related(cx.scenario.choice(*choice).span, format!("rated {rating}"));
            }
            found.help("keep one; write what a decent, tired person says instead of the other")
        });
    }
}
