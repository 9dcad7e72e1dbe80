//! S062: a skill or error that the rubric does not have.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks up every skill of `tests` and `shows`, and every error of `errors` and `repairs`, in the rubric.
    ///
    /// ## Why
    /// Marks by skill and the list of errors would silently miss it.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/door/choices/rush/errors: [X60]
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/door/choices/rush/errors: [X06]
    /// ```
    "S062", "unknown-skill", Error,
    "a key names a skill or an error that is not in the rubric",
    check: Check::Loading,
}
