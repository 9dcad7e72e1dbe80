//! E00A: a file from the future.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Refuses `format:` numbers above the one this program reads, and the words `include`, `call`, `return` and `pick`, which a later format will give a meaning.
    ///
    /// ## Why
    /// Half understood is worse than refused.
    ///
    /// ## Example
    /// ```yaml
    /// format: 2
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// format: 1
    /// ```
    "E00A", "newer-format", Error,
    "a file is written in a newer format, or uses a word kept for one",
    check: Check::Loading,
}
