//! E007: a name that cannot be an id.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Checks ids: lower-case letters, digits and `-` (variables and their values: `_`), a letter first, no word that YAML or a condition reads otherwise (`yes`, `no`,
    /// `on`, `off`, `null`, `and`, `not` …). The scenario's id is its file's name.
    ///
    /// ## Why
    /// Ids stand in keys, transcripts and journals for ever; they must mean the same everywhere.
    ///
    /// ## Example
    /// ```yaml
    /// endings/planned: ~
    /// endings/Planned: {title: A time to go on, kind: reached, because: choices, epilogue: "> At nine you are there."}
    /// nodes/close/choices/plan/end: Planned
    /// nodes/close/choices/later/end: Planned
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// endings/planned/title: "A time to go on"
    /// ```
    "E007", "bad-id", Error,
    "an id has letters it may not have, or means something already",
    check: Check::Loading,
}
