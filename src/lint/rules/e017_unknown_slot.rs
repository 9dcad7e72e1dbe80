//! E017: braces that hold nothing known.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Checks what stands in braces: `{var}` or `{cast-id.name}`.
    ///
    /// ## Why
    /// The learner would read the braces.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: "What will {ochoa.nam} know?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will {ochoa.name} know?"
    /// ```
    "E017", "unknown-slot", Error,
    "`{…}` in a text is not closed or names nothing",
    check: Check::Loading,
}
