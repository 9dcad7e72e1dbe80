//! E019: none, or two, where one belongs.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Checks that a node has exactly one of `choices`, `goto` and `end`; a choice exactly one of `text`, `do` and `write`, and one of `goto` and `end`; a rating exactly one of
    /// `rating` and `ratings`; and that a list of ways has a last one without `when`.
    ///
    /// ## Why
    /// With two the program would have to guess, with none the conversation stops.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/goto: bed
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/plan/end: planned
    /// ```
    "E019", "not-exactly-one", Error,
    "of several fields exactly one must stand, and none or two do",
    check: Check::Loading,
}
