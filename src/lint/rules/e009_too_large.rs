//! E009: more than anyone should read.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Refuses files over 2 MB, files with over 100,000 values, nesting deeper than 24, conditions of enormous length, scenarios with too many nodes.
    ///
    /// ## Why
    /// Packs come from strangers. A file made to fill the memory must end in a sentence, not in a crash.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/choices/plan/when: ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((trust >= 0))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will they know when you are gone?"
    /// ```
    "E009", "too-large", Error,
    "a file, a line of conditions or a nesting is beyond all bounds",
    check: Check::Loading,
}
