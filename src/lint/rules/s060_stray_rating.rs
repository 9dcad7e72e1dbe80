//! S060: a rating of what is not there.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks up every decision and choice of a key in its scenario.
    ///
    /// ## Why
    /// A choice was renamed or taken out. The rating counts for nothing, and what it was meant for may now be unrated.
    ///
    /// ## Example
    /// ```yaml
    /// key/decisions/close/choices/plann: {rating: 2, shows: {A1: 4}}
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// key/decisions/close/choices/plan: {rating: 2, shows: {A1: 4}}
    /// ```
    "S060", "stray-rating", Error,
    "a key rates a decision or choice that the scenario does not have",
    check: Check::Loading,
}
