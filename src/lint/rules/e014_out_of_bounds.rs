//! E014: a number beyond its bounds.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Checks numbers against the bounds of their field, and what a variable starts with or is set to against its `min` and `max`.
    ///
    /// ## Why
    /// Every variable is bounded, which is what makes it possible to look at every state a conversation can reach.
    ///
    /// ## Example
    /// ```yaml
    /// level: 4
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// level: 3
    /// ```
    "E014", "out-of-bounds", Error,
    "a number lies outside what its field or variable allows",
    check: Check::Loading,
}
