//! E002: a field that does not exist.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Compares every field with the fields that may stand at its place, and names the nearest.
    ///
    /// ## Why
    /// A misspelt field would otherwise be lost without a word, and with it what it says.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hnt: "Is there a next step?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "Is there a next step?"
    /// ```
    "E002", "unknown-field", Error,
    "a field has a name that means nothing here",
    check: Check::Loading,
}
