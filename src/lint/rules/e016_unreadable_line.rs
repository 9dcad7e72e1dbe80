//! E016: a line of a script that is none.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Reads scripts: `> narration`, `Name: words`, `Name (mood, via X, to Y, in Language): words`, `You: words`, `[pause]`, and `[when CONDITION]` before any of them.
    ///
    /// ## Why
    /// Who speaks must be certain.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/say: |
    ///   A cart rattles past the door.
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/say: |
    ///   > A cart rattles past the door.
    /// ```
    "E016", "unreadable-line", Error,
    "a script line is neither narration nor speech nor a pause",
    check: Check::Loading,
}
