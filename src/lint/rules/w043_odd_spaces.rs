//! W043: spaces nobody meant.

use crate::lint::context::Context;
use crate::lint::findings::{Findings, Subject};
use crate::lint::rule::{Check, rule};

rule! {
    /// ## What it does
    /// Looks for tabs, two spaces in a row, spaces before a comma or a stop, spaces at either end of a line, and characters that look like nothing or like
    /// a space and are not one.
    ///
    /// ## Why
    /// They show on the screen, break the measure, are read aloud by screen readers, and usually came in with a paste.
    ///
    /// ## Example
    /// ```yaml
    /// nodes/close/hint: "What will they know  when you are gone ?"
    /// ```
    ///
    /// ## Instead
    /// ```yaml
    /// nodes/close/hint: "What will they know when you are gone?"
    /// ```
    "W043", "odd-spaces", Warning,
    "a text has tabs, double, invisible or misplaced spaces",
    check: Check::Scenario(check),
}

fn check(cx: &Context, findings: &mut Findings) {
    for (_, text) in cx.scenario.texts.iter() {
        if let Some(what) = text.raw.lines().find_map(oddity) {
            findings.add(Subject::Whole, text.span, format!("this text has {what}"), |found| {
                found.help("single spaces between words, none before a comma or a stop")
            });
        }
    }
}

fn oddity(line: &str) -> Option<&'static str> {
    let letters: Vec<char> = line.chars().collect();
    let pair =
        |left: fn(char) -> bool, right: fn(char) -> bool| letters.windows(2).any(|two| left(two[0]) && right(two[1]));
    if line.contains('\t') {
        return Some("a tab");
    }
    if line.contains([
        '\u{200b}', '\u{200c}', '\u{feff}', '\u{2060}', '\u{ad}', '\u{2028}', '\u{2029}',
    ]) {
        return Some("an invisible character");
    }
    if line.contains(['\u{a0}', '\u{202f}', '\u{2009}', '\u{2003}', '\u{2002}', '\u{3000}']) {
        return Some("a space that is not the ordinary one");
    }
    if pair(|left| left == ' ', |right| right == ' ') {
        return Some("two spaces in a row");
    }
    if pair(|left| left == ' ', |right| matches!(right, ',' | '.' | ';' | '?' | '!')) && !line.contains(" ...") {
        return Some("a space before a comma or a stop");
    }
    let ends = [letters.first(), letters.last()];
    ends.contains(&Some(&' '))
        .then_some("a space at the beginning or end of a line")
}
