//! E010: a way that leads nowhere.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks up every node and ending that something leads to, and names the nearest.
    ///
    /// ## Why
    /// The learner would fall off the end of the world.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/door/choices/tell/goto: bad
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/door/choices/tell/goto: bed
    /// ```
    "E010", "unknown-target", Error,
    "`goto`, `end` or `start` names a place that does not exist",
    check: Check::Loading,
}
