//! E008: a text that is cut off.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds texts without quotes that hold ` #`, where YAML starts a comment, and texts in `{…}` or `[…]` that a comma cuts.
    ///
    /// ## Why
    /// YAML says nothing; the learner reads half a sentence.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: What will they know when you are gone #1?
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will they know when you are gone #1?"
    /// ```
    "E008", "cut-text", Error,
    "part of a text is lost to a comment or a comma",
    check: Check::Loading,
}
