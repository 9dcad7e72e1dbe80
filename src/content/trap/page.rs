//! A file line by line, as an author sees it: indent, key, value.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Span};

pub(super) struct Page<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
}

/// `    - key: value`
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub(super) start: usize,
    /// Spaces before the first letter or dash.
    pub(super) indent: usize,
    /// Where the key, or else the value, begins, behind dashes.
    pub(super) key_at: usize,
    pub(super) key: Option<Range<usize>>,
    /// May be empty.
    pub(super) value: Range<usize>,
    pub(super) end: usize,
}

impl Page<'_> {
    pub(super) fn span(&self, at: Range<usize>) -> Span {
        Span::new(self.file, at.start, at.end)
    }

    pub(super) fn error(&self, message: impl Into<String>, at: Range<usize>) -> Diagnostic {
        Diagnostic::error("E001", message, self.span(at))
    }

    pub(super) fn letter_at(&self, offset: usize) -> Range<usize> {
        let letter = self.text.get(offset..).and_then(|rest| rest.chars().next());
        offset..offset + letter.map_or(1, char::len_utf8)
    }

    pub(super) fn line_at(&self, offset: usize) -> Written {
        let offset = offset.min(self.text.len());
        let start = self
            .text
            .get(..offset)
            .unwrap_or("")
            .rfind('\n')
            .map_or(0, |newline| newline + 1);
        self.line(start)
    }

    pub(super) fn line(&self, start: usize) -> Written {
        let rest = self.text.get(start..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("").trim_end();
        let end = start + line.len();
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let mut key_at = indent;
        while let Some(behind) = line[key_at..].strip_prefix("- ") {
            key_at = line.len() - behind.trim_start().len();
        }
        let body = &line[key_at..];
        let colon = body.find(": ").or_else(|| body.strip_suffix(':').map(str::len));
        let colon = colon.filter(|length| is_key(&body[..*length]));
        let (key, from) = match colon {
            Some(length) => {
                let after = key_at + length + 1;
                let value = after + (line[after..].len() - line[after..].trim_start().len());
                (Some(start + key_at..start + key_at + length), value)
            }
            None => (None, key_at),
        };
        Written {
            start,
            indent,
            key_at: start + key_at,
            key,
            value: start + from..end,
            end,
        }
    }

    pub(super) fn above(&self, line: &Written) -> Option<Written> {
        let mut start = line.start;
        while start > 0 {
            start = self.text[..start - 1].rfind('\n').map_or(0, |newline| newline + 1);
            let above = self.line(start);
            let words = &self.text[above.start..above.end];
            if !words.trim().is_empty() && !words.trim_start().starts_with('#') {
                return Some(above);
            }
        }
        None
    }

    pub(super) fn words(&self, at: &Range<usize>) -> &str {
        self.text.get(at.clone()).unwrap_or("")
    }

    pub(super) fn key_of(&self, line: &Written) -> &str {
        line.key.as_ref().map_or("", |key| self.words(key))
    }
}

/// A bare word, or words in quotes.
pub(super) fn is_key(word: &str) -> bool {
    let bare = word.trim_matches('"');
    !bare.is_empty()
        && bare
            .chars()
            .all(|c| c.is_alphanumeric() || c == '_' || c == '-' || c == '/' || c == '<')
}

/// Where the quote that opens this text is closed.
pub(super) fn closing(value: &str, quote: char) -> Option<usize> {
    let bytes = value.as_bytes();
    let mut at = 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == '"' => at += 1,
            b'\'' if quote == '\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
            byte if byte == quote as u8 => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// What becomes of the bracket that opens a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    /// Closed here.
    Closed(usize),
    /// The line ends first.
    Open,
    /// A quote inside it, opened here, does not end on this line.
    Quote(usize),
    /// What follows ` #` here is a comment, with the closing bracket if there was one.
    Comment(usize),
}

pub(super) fn bracket(value: &str) -> Bracket {
    let mut depth = 0_usize;
    let mut quote = None;
    let mut before = ' ';
    for (at, letter) in value.char_indices() {
        match (quote, letter) {
            (Some((open, _)), _) if letter == open && before != '\\' => quote = None,
            (Some(_), _) => {}
            (None, '"') => quote = Some(('"', at)),
            // Inside a word it is an apostrophe.
            (None, '\'') if " [{,:".contains(before) => quote = Some(('\'', at)),
            (None, '#') if before == ' ' => return Bracket::Comment(at),
            (None, '[' | '{') => depth += 1,
            (None, ']' | '}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return Bracket::Closed(at);
                }
            }
            _ => {}
        }
        before = letter;
    }
    quote.map_or(Bracket::Open, |(_, at)| Bracket::Quote(at))
}
