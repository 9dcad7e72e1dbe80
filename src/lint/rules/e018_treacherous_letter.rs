//! E018: a letter that is not what it seems.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Refuses control characters, escape sequences and characters that change the direction of text.
    ///
    /// ## Why
    /// They cannot be seen, can hide words, and can take over a terminal. A scenario may come from a stranger.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: "What will they \e[31mknow?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will they know?"
    /// ```
    "E018", "treacherous-letter", Error,
    "a text holds a control character or one that turns the reading order",
    check: Check::Loading,
}
