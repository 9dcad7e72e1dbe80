//! E001: text that YAML cannot read.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Reports where YAML stops, and says which of the usual traps it was: a tab, a `: ` inside a sentence without quotes, a quote that does not close, a first
    /// letter that means something to YAML (`*`, `&`, `!`, `[`, `{`, `>`, `|`, `%`, `@`, a backtick), an indent that fits nothing.
    ///
    /// ## Why
    /// Prose and YAML share signs. Anything said is safest in double quotes; scripts are safest after `|`, on lines of their own.
    ///
    /// ## Example
    /// ```yaml
    /// task: Ask first: how much does he want to know?
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// task: "Ask first: how much does he want to know?"
    /// ```
    "E001", "no-yaml", Error,
    "the text is no YAML",
    check: Check::Loading,
}
