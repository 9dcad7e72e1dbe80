//! E005: something that stands twice.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds a second node, choice, person, variable or field with a name that is taken.
    ///
    /// ## Why
    /// One of the two would win in silence, and nobody would know which.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/expert: {noticed: "Nobody has a next step.", says: "I will be back at nine.", says: "Nine.", why: "A time can be counted on."}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/expert: {noticed: "Nobody has a next step.", says: "I will be back at nine.", why: "A time can be counted on."}
    /// ```
    "E005", "double-name", Error,
    "an id or a field stands twice in one place",
    check: Check::Loading,
}
