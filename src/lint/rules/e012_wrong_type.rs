//! E012: things that cannot be compared or changed so.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Checks that numbers are compared with numbers, values with values of the same variable, and that a condition is a condition. A hidden draw cannot be set.
    ///
    /// ## Why
    /// `told >= 2`, where `told` is one of three words, has no answer.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust] > He makes room on the bed.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust >= 6] > He makes room on the bed.
    /// ```
    "E012", "wrong-type", Error,
    "a condition or an effect mixes kinds that do not fit",
    check: Check::Loading,
}
