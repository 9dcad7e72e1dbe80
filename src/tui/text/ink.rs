//! A run of words in one role, cleaned of everything a terminal would obey instead of show.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::diag::is_treacherous;
use crate::tui::theme::Role;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    pub(crate) text: String,
    pub(crate) role: Role,
}

/// A piece of clean text.
pub(crate) fn ink(role: Role, text: impl AsRef<str>) -> Piece {
    Piece {
        text: clean(text.as_ref()).into_owned(),
        role,
    }
}

/// Without control characters, escape sequences' starts, and marks that turn the direction of text around. Line ends stay, tabs become spaces.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let bad = |letter: char| is_treacherous(letter) || letter == '\u{feff}';
    if !text.contains(bad) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter_map(|letter| match letter {
        '\t' => Some(' '),
        letter if bad(letter) => None,
        letter => Some(letter),
    });
    Cow::Owned(kept.collect())
}

/// Columns on the screen, by grapheme, as the terminal library counts them.
pub(crate) fn width(text: &str) -> usize {
    // Without control characters, which no piece has, a byte of ASCII is a column.
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// At most `columns` wide, with `ellipsis` where something was cut off.
pub(crate) fn cut(text: &str, columns: usize, ellipsis: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(width(ellipsis));
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let wide = grapheme.width();
        if used + wide > room {
            break;
        }
        used += wide;
        kept.push_str(grapheme);
    }
    let mut kept = kept.trim_end().to_owned();
    if columns >= width(ellipsis) {
        kept.push_str(ellipsis);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_a_terminal_would_obey_is_left() {
        assert_eq!(clean("a\u{1b}[31mb\u{7}\tc\u{202e}d\u{9b}e"), "a[31mb cde");
        assert!(matches!(clean("plain 李 text\nline"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_cut_never_splits_a_wide_letter() {
        assert_eq!(cut("你好吗朋友", 6, "…"), "你好…");
        assert_eq!(cut("short", 9, "…"), "short");
        assert_eq!(cut("anything", 0, "…"), "");
    }

    #[test]
    fn joined_and_combined_letters_are_one() {
        assert_eq!(width("👩‍⚕️"), 2);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(width("劉"), 2);
    }
}
