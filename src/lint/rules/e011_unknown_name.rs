//! E011: a name nobody defined.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks up every name that is used, in conditions, effects, scripts and lists, and names the nearest.
    ///
    /// ## Why
    /// A condition on a variable that does not exist is false for ever.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/door/choices/ask/effects: trsut + 1
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/door/choices/ask/effects: trust + 1
    /// ```
    "E011", "unknown-name", Error,
    "a variable, person, mood, fact, skill, framework or move does not exist",
    check: Check::Loading,
}
