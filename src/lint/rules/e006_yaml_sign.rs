//! E006: a sign that YAML takes for its own.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Refuses tags (`!…`), anchors (`&…`) and aliases (`*…`), which no scenario needs.
    ///
    /// ## Why
    /// YAML drops them in silence: `text: &hope is left` becomes "is left", and `when: !told and trust >= 2` loses half of itself.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/later/when: !rushed
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/choices/later/when: trust >= 4
    /// ```
    "E006", "yaml-sign", Error,
    "a value begins with a YAML tag, anchor or alias",
    check: Check::Loading,
}
