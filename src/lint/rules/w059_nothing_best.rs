//! W059: a decision where nothing is what one would want.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds decisions whose best rating is below 1.5.
    ///
    /// ## Why
    /// The learner should meet, at every decision, words that one would want at one's own bedside; they learn from having seen them.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/plan/rating: 1
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/plan/rating: 2
    /// ```
    "W059", "nothing-best", Warning,
    "no choice of a decision is rated 2",
    after: ["W038", "W052", "W053", "S063", "S064"],
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for node in cx.scenario.decisions() {
        let Some(ratings) = cx.ratings(node) else { continue };
        let best = ratings.iter().map(|(_, rating)| *rating).fold(f64::MIN, f64::max);
        if best >= 1.5 {
            continue;
        }
        let about = cx.scenario.node(node);
        let message = format!("the best choice of `{}` is rated {best}", about.id);
        findings.add(Subject::Node(node), about.span, message, |found| {
            found.help("write the choice that you would want at your own bedside")
        });
    }
}
