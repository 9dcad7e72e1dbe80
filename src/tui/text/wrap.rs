//! Breaks styled text into lines at the places Unicode allows (UAX 14), by columns, never inside a grapheme.

use textwrap::WordSeparator;
use unicode_segmentation::UnicodeSegmentation;

use super::{Piece, width};

/// Lines of `pieces`, the first `first` columns wide and the others `rest`. A line end in the text ends a line.
pub(crate) fn wrap(pieces: &[Piece], first: usize, rest: usize) -> Vec<Vec<Piece>> {
    let whole: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let mut lines = Vec::new();
    let mut at = 0;
    for paragraph in whole.split('\n') {
        for (from, to) in breaks(paragraph, first.max(1), rest.max(1), &lines) {
            lines.push((at + from, at + to));
        }
        at += paragraph.len() + 1;
    }
    lines.into_iter().map(|(from, to)| slice(pieces, from, to)).collect()
}

/// Byte ranges of the lines of one paragraph, without the spaces at their ends.
fn breaks(text: &str, first: usize, rest: usize, before: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let room = |lines: &Vec<(usize, usize)>| {
        if before.is_empty() && lines.is_empty() {
            first
        } else {
            rest
        }
    };
    let mut lines: Vec<(usize, usize)> = Vec::new();
    let (mut start, mut end, mut used, mut gap) = (0, 0, 0, 0);
    let mut at = 0;
    for word in WordSeparator::UnicodeBreakProperties.find_words(text) {
        let letters = word.word;
        let wide = width(letters);
        let space = word.whitespace.len();
        if used + gap + wide > room(&lines) && end > start {
            lines.push((start, end));
            (start, end, used, gap) = (at, at, 0, 0);
        }
        if wide > room(&lines) {
            // Longer than a line: it has to break somewhere, so between graphemes.
            for grapheme in letters.graphemes(true) {
                let one = width(grapheme);
                if used + gap + one > room(&lines) && end > start {
                    lines.push((start, end));
                    (start, used, gap) = (at, 0, 0);
                }
                at += grapheme.len();
                end = at;
                used += gap + one;
                gap = 0;
            }
        } else {
            at += letters.len();
            if !letters.is_empty() {
                end = at;
            }
            used += gap + wide;
            gap = 0;
        }
        at += space;
        gap += space;
    }
    lines.push((start, end));
    lines
}

/// The pieces between two byte positions of their joined text.
fn slice(pieces: &[Piece], from: usize, to: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let (start, end) = (at, at + piece.text.len());
        at = end;
        let (low, high) = (from.max(start), to.min(end));
        if low < high {
            out.push(Piece {
                text: piece.text[low - start..high - start].to_owned(),
                role: piece.role,
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::text::ink;
    use crate::tui::theme::Role;

    fn lines(text: &str, first: usize, rest: usize) -> Vec<String> {
        let wrapped = wrap(&[ink(Role::Text, text)], first, rest);
        let join = |line: Vec<Piece>| line.into_iter().map(|piece| piece.text).collect();
        wrapped.into_iter().map(join).collect()
    }

    #[test]
    fn words_stay_whole_and_every_line_fits() {
        assert_eq!(lines("the cat sat on the mat", 7, 10), ["the cat", "sat on the", "mat"]);
        assert_eq!(lines("one\ntwo", 20, 20), ["one", "two"]);
        assert_eq!(lines("one\n\ntwo", 20, 20), ["one", "", "two"]);
        assert_eq!(lines("", 20, 20), [""]);
    }

    #[test]
    fn a_word_too_long_breaks_between_graphemes() {
        assert_eq!(lines("abcdefgh", 3, 3), ["abc", "def", "gh"]);
        assert_eq!(
            lines("e\u{301}e\u{301}e\u{301}", 2, 2),
            ["e\u{301}e\u{301}", "e\u{301}"]
        );
        assert_eq!(lines("x 👩‍⚕️👩‍⚕️", 3, 3), ["x", "👩‍⚕️", "👩‍⚕️"]);
    }

    #[test]
    fn wide_letters_count_two_columns() {
        assert_eq!(lines("你好你好你好", 5, 5), ["你好", "你好", "你好"]);
        // A full stop may not begin a line (UAX 14).
        assert_eq!(lines("你好。", 4, 4), ["你", "好。"]);
    }

    #[test]
    fn roles_survive_a_break_in_their_middle() {
        let pieces = [ink(Role::Speaker, "DENISE "), ink(Role::Text, "nothing much")];
        let wrapped = wrap(&pieces, 14, 14);
        assert_eq!(wrapped.len(), 2);
        assert_eq!(wrapped[0], [ink(Role::Speaker, "DENISE "), ink(Role::Text, "nothing")]);
        assert_eq!(wrapped[1], [ink(Role::Text, "much")]);
    }
}
