//! A102: an allowance that hides nothing.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds `# allow(CODE): reason` comments whose rule does not fire on the lines they cover.
    ///
    /// ## Why
    /// Left behind, it will hide the next fault that somebody makes there.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan:
    ///   # allow(W045): his own way of trailing off
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
    "A102", "idle-allow", Warning,
    "an allowance stands where its rule does not fire",
    check: Check::Allowance,
}
