//! A101: an allowance of something that is no rule.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds `# allow(CODE)` comments with a code or name that no rule has.
    ///
    /// ## Why
    /// It hides nothing, and whoever wrote it believes that it does.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan:
    ///   # allow(W999): he repeats her words
    ///   to: ochoa
    ///   text: "I will be back at nine tomorrow, with Lia, and we will go on."
    ///   reply: |
    ///     Mr. Ochoa: Nine.
    ///   felt: |
    ///     Mr. Ochoa: A time. Good.
    ///   why: "Names the next step."
    ///   end: planned
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/why: "Names the next step."
    /// ```
    "A101", "unknown-allow", Warning,
    "an allowance names a code that does not exist",
    check: Check::Allowance,
}
