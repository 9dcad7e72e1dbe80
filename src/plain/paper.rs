//! Where plain text is written: wrapped, with nothing a terminal or a screen reader could stumble over.

use std::io::{self, Write};

use textwrap::{Options, WordSeparator, WordSplitter};

/// Wraps what it is given to a number of columns and keeps blank lines single.
#[derive(Debug)]
pub struct Paper<W> {
    out: W,
    columns: usize,
    /// Whether the last line written was blank, or nothing was written yet.
    fresh: bool,
}

/// Narrower than this, text is no longer readable; wrapping stays here.
const NARROWEST: usize = 20;

impl<W: Write> Paper<W> {
    pub fn new(out: W, columns: usize) -> Self {
        Paper {
            out,
            columns: columns.max(NARROWEST),
            fresh: true,
        }
    }

    /// Text as paragraphs; every line break of the text is kept.
    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.hanging("", "", text)
    }

    /// `lead` before the first line, the lines after it set in by two columns.
    pub fn item(&mut self, lead: &str, text: &str) -> io::Result<()> {
        self.hanging(lead, "  ", text)
    }

    /// As `item`, but ids with hyphens stay in one piece.
    pub fn ids(&mut self, lead: &str, text: &str) -> io::Result<()> {
        self.wrapped(lead, "  ", text, WordSplitter::NoHyphenation)
    }

    /// One line as it is, however long: an example to be copied.
    pub fn verbatim(&mut self, line: &str) -> io::Result<()> {
        self.line(readable(line).trim_end())
    }

    /// A line of its own with a blank line above.
    pub fn heading(&mut self, text: &str) -> io::Result<()> {
        self.gap()?;
        self.text(text)
    }

    /// One blank line, never two.
    pub fn gap(&mut self) -> io::Result<()> {
        if !std::mem::replace(&mut self.fresh, true) {
            self.out.write_all(b"\n")?;
        }
        Ok(())
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    fn hanging(&mut self, lead: &str, inset: &str, text: &str) -> io::Result<()> {
        self.wrapped(lead, inset, text, WordSplitter::HyphenSplitter)
    }

    fn wrapped(&mut self, lead: &str, inset: &str, text: &str, splitter: WordSplitter) -> io::Result<()> {
        let text = readable(text);
        let lead = readable(lead);
        let mut lead = lead.as_str();
        for line in text.trim_end().lines() {
            // Words in front may be longer than a narrow page, so they wrap with the rest; spaces only set it in.
            let (indent, words) = if lead.trim().is_empty() { (lead, "") } else { ("", lead) };
            let options = Options::new(self.columns)
                .initial_indent(indent)
                .subsequent_indent(inset)
                .word_splitter(splitter.clone())
                .break_words(true);
            // Line breaking by Unicode would cut an id behind its slash.
            let options = match splitter {
                WordSplitter::NoHyphenation => options.word_separator(WordSeparator::AsciiSpace),
                _ => options,
            };
            for wrapped in textwrap::wrap(&format!("{words}{line}"), options) {
                self.line(wrapped.trim_end())?;
            }
            lead = inset;
        }
        Ok(())
    }

    fn line(&mut self, line: &str) -> io::Result<()> {
        self.fresh = line.is_empty();
        self.out.write_all(line.as_bytes())?;
        self.out.write_all(b"\n")
    }
}

/// Without control characters, escape sequences and marks that turn the direction of writing around; box drawing, blocks, shapes
/// and braille patterns (U+2500–28FF), which screen readers spell out, become a star.
fn readable(text: &str) -> String {
    let letters = text.chars().filter_map(|letter| match letter {
        '\n' => Some(letter),
        '\t' => Some(' '),
        '\u{2500}'..='\u{28ff}' => Some('*'),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => None,
        letter if letter.is_control() => None,
        letter => Some(letter),
    });
    letters.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(columns: usize, write: impl FnOnce(&mut Paper<&mut Vec<u8>>) -> io::Result<()>) -> String {
        let mut out = Vec::new();
        write(&mut Paper::new(&mut out, columns)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_long_choice_hangs_under_its_number() {
        let text = written(24, |paper| paper.item("1. ", "What are you most afraid would happen?"));
        assert_eq!(text, "1. What are you most\n  afraid would happen?\n");
    }

    #[test]
    fn ids_stay_in_one_piece() {
        let text = written(24, |paper| paper.ids("- ", "after at-the-bed/ask-her and then"));
        assert_eq!(text, "- after\n  at-the-bed/ask-her\n  and then\n");
    }

    #[test]
    fn wide_letters_count_two_columns() {
        let text = written(20, |paper| paper.text("她想知道多少她想知道多少她想知道多少"));
        assert!(text.lines().all(|line| line.chars().count() <= 10), "{text}");
    }

    #[test]
    fn what_could_steer_a_terminal_is_left_out() {
        let text = written(80, |paper| paper.text("a\u{1b}[31mb\u{202e}c\u{7}\u{9b}d\u{2588}\r\ne"));
        assert_eq!(text, "a[31mbcd*\ne\n");
    }

    #[test]
    fn blank_lines_stay_single() {
        let text = written(80, |paper| {
            paper.gap()?;
            paper.text("a")?;
            paper.gap()?;
            paper.heading("b")
        });
        assert_eq!(text, "a\n\nb\n");
    }
}
