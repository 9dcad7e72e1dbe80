//! E013: one equals sign for another.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Tells asking (`==`) from setting (`=`).
    ///
    /// ## Why
    /// In many languages the wrong one is legal and does the wrong thing. Here it is a fault with a fix.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust = 6] > He makes room on the bed.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/bed/say: |
    ///   Mr. Ochoa (wary): I used to build boats. Now I count pills.
    ///   [when trust == 6] > He makes room on the bed.
    /// ```
    "E013", "equals", Error,
    "`=` stands in a condition, or `==` in an effect",
    check: Check::Loading,
}
