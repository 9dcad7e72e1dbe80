//! A100: something allowed without saying why.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds `# allow(CODE)` comments without a reason after the colon.
    ///
    /// ## Why
    /// The next author must be able to tell a decision from an oversight.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/expert:
    ///   # allow(W045)
    ///   {noticed: Nobody has a next step., says: "I will be back at nine.", why: A time can be counted on.}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will they know when you are gone?"
    /// ```
    "A100", "allow-without-reason", Warning,
    "an allowance gives no reason, so it hides nothing",
    check: Check::Allowance,
}
