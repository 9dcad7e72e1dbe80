//! E003: a field that must be there.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds fields without which a scenario, node, choice or key means nothing, and fields with nothing after the colon.
    ///
    /// ## Why
    /// Everything on the list is read by somebody: the learner, the program or whoever teaches with it. If the field does stand there, but at another indent,
    /// the message says so.
    ///
    /// ## Example
    /// ```yaml
    /// summary: ~
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// summary: "A man who built boats, his daughter, and a scan."
    /// ```
    "E003", "missing-field", Error,
    "something required is missing or empty",
    check: Check::Loading,
}
