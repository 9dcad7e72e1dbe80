//! Letters that must never reach a terminal: they steer it, or turn the order of what is read.

use std::borrow::Cow;

/// Control characters (but not the line break), bidirectional overrides and isolates, line and paragraph separators, and
/// invisible tags. Unicode TR 36 §2 names the last three as means to deceive a reader.
#[must_use]
pub fn is_treacherous(letter: char) -> bool {
    match letter {
        '\n' => false,
        _ if letter.is_control() => true,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}' | '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// The text with each such letter written out, `\u{1b}`.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_treacherous) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        if is_treacherous(letter) {
            out.extend(letter.escape_unicode());
        } else {
            out.push(letter);
        }
    }
    Cow::Owned(out)
}

/// The text with each such letter replaced by a harmless one of as many bytes, so that offsets into it still hold.
pub(super) fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(|letter| is_treacherous(letter) && letter != '\t') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let line_end = letter == '\r' && letters.peek() == Some(&'\n');
        if !is_treacherous(letter) || letter == '\t' || line_end {
            out.push(letter);
            continue;
        }
        out.push_str(match letter.len_utf8() {
            1 => "?",
            2 => "\u{bf}",
            3 => "\u{fffd}",
            _ => "\u{fffd} ",
        });
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_written_out_and_accents_are_not() {
        assert_eq!(visible("a\u{1b}[31m"), "a\\u{1b}[31m");
        assert_eq!(visible("\u{202e}caf\u{e9}"), "\\u{202e}caf\u{e9}");
        assert_eq!(visible("two\nlines"), "two\nlines");
    }

    #[test]
    fn a_harmless_copy_keeps_every_offset() {
        let text = "a\u{7}b\u{9b}c\u{202e}d\u{e0041}e";
        let copy = harmless(text);
        assert_eq!(copy.len(), text.len());
        assert!(!copy.contains(is_treacherous));
        assert_eq!(copy.find('e'), text.find('e'));
    }
}
