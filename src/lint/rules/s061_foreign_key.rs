//! S061: a key of something else.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Compares `scenario` and `scenario_version` of a key with the scenario it lies with.
    ///
    /// ## Why
    /// Ratings of another version were given for another conversation.
    ///
    /// ## Example
    /// ```yaml
    /// key/scenario_version: 2
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/scenario_version: 1
    /// ```
    "S061", "foreign-key", Error,
    "a key belongs to another scenario or another version",
    check: Check::Loading,
}
