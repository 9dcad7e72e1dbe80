//! What an id may look like.

use super::reading::Reading;
use crate::diag::{Diagnostic, Span};
use crate::model::{Name, RESERVED};

/// Words that begin an effect or a question, which no variable may shadow.
const TAKEN: [&str; 9] = [
    "role", "reveal", "enter", "leave", "revealed", "visited", "chosen", "present", "is",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Scenarios, nodes, choices, people, facts, endings: `a-b`.
    Dashed,
    /// Variables and their values: `a_b`, so that `a-b` is minus.
    Underscored,
}

/// The id, and a fault when it is not a good one.
pub(super) fn id(reading: &mut Reading<'_>, noun: &str, written: &str, span: Span, shape: Shape) -> Name {
    if let Some(fault) = bad(noun, written, span, shape) {
        reading.say(fault);
    }
    Name::from(written)
}

fn bad(noun: &str, written: &str, span: Span, shape: Shape) -> Option<Diagnostic> {
    if RESERVED.contains(&written) {
        return Some(
            Diagnostic::error("E007", format!("a {noun} cannot be called `{written}`"), span)
                .label("this word has a meaning of its own")
                .help("choose another id"),
        );
    }
    if shape == Shape::Underscored && TAKEN.contains(&written) {
        return Some(
            Diagnostic::error("E007", format!("a {noun} cannot be called `{written}`"), span)
                .label("this word has a meaning of its own in conditions and effects")
                .help("choose another id"),
        );
    }
    let joint = if shape == Shape::Dashed { '-' } else { '_' };
    if fits(written, joint) {
        return None;
    }
    let mut better: String = written
        .to_lowercase()
        .chars()
        .map(|c| {
            if c.is_ascii_lowercase() || c.is_ascii_digit() {
                c
            } else {
                joint
            }
        })
        .collect();
    better = better.trim_matches(joint).to_owned();
    let fault = Diagnostic::error("E007", format!("`{written}` cannot be the id of a {noun}"), span).label(format!(
        "ids are lower-case letters, digits and `{joint}`, and begin with a letter"
    ));
    Some(if fits(&better, joint) && !RESERVED.contains(&better.as_str()) {
        fault
            .help(format!("write `{better}`"))
            .fix(format!("write `{better}`"), span, better)
    } else {
        fault.help("choose another id")
    })
}

fn fits(written: &str, joint: char) -> bool {
    let mut letters = written.chars();
    letters.next().is_some_and(|first| first.is_ascii_lowercase())
        && letters.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint)
        && written.len() <= 80
}
