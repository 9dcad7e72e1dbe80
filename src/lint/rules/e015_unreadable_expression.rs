//! E015: a condition or effect that cannot be read.

use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Reads conditions and effects, and says what was expected where reading stopped. Signs of other languages (`&&`, `||`, `!`, `+=`, `;`) are explained.
    ///
    /// ## Why
    /// Conditions are `and`, `or`, `not`, comparisons, `revealed(x)`, `visited(node)`, `chosen(node/choice)`, `present(person)` and `role == r`. Effects are `trust + 1`,
    /// `told = plainly`, `reveal x`, `enter person`, `leave person`, with commas between.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/door/choices/ask/effects: trust += 1
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/door/choices/ask/effects: trust + 1
    /// ```
    "E015", "unreadable-expression", Error,
    "a condition or an effect is not written as one",
    check: Check::Loading,
}
