//! E004: a value of the wrong kind.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Finds text where a number belongs, one value where a list belongs, and words that are none of the few a field knows.
    ///
    /// ## Why
    /// `level: hard` and `level: 3` mean the same to the author and not to the program.
    ///
    /// ## Example
    /// ```yaml
    /// endings/planned/kind: good
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// endings/planned/kind: reached
    /// ```
    "E004", "wrong-kind", Error,
    "a value is not of the kind its field takes",
    check: Check::Loading,
}
