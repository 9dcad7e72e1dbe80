//! Why a piece of JSON is not what it should be, where, and what to do about it.

use std::fmt;

use serde_json::error::Category;

/// Nothing was read. The message is one line and says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadRecord {
    /// Not JSON at all, or cut off. Line and column count from 1.
    Syntax { line: usize, column: usize, what: String },
    /// JSON, but a field is missing or of the wrong kind.
    Shape { line: usize, column: usize, what: String },
    /// Written by a newer bedside.
    Newer { found: u64, known: u64 },
    /// No `format` number, or not the named content beside it.
    Foreign { wanted: &'static str },
    /// The parts do not fit each other: a step of a line that is not there.
    Inconsistent { what: String },
}

impl BadRecord {
    pub(super) fn of(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let full = error.to_string();
        let place = format!(" at line {line} column {column}");
        let what = shown(full.strip_suffix(&place).unwrap_or(&full));
        match error.classify() {
            Category::Data => BadRecord::Shape { line, column, what },
            Category::Syntax | Category::Eof | Category::Io => BadRecord::Syntax { line, column, what },
        }
    }
}

impl fmt::Display for BadRecord {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadRecord::Syntax { line, column, what } => write!(
                out,
                "line {line}, column {column}: this is not complete JSON ({what}); write the file again, for example \
                 with `bedside play ID --transcript FILE`"
            ),
            BadRecord::Shape { line, column, what } => write!(
                out,
                "line {line}, column {column}: {what}; correct it there, or write the file again with \
                 `bedside play ID --transcript FILE`"
            ),
            BadRecord::Newer { found, known } => write!(
                out,
                "written by a newer bedside (format {found}; this one reads up to {known}); update bedside, then try again"
            ),
            BadRecord::Foreign { wanted } => write!(
                out,
                "not a bedside {wanted}: it should begin with {{\"format\": 1, \"{wanted}\": …}}; give a file written with \
                 `bedside play ID --transcript FILE`"
            ),
            BadRecord::Inconsistent { what } => write!(
                out,
                "the parts of the file do not fit each other: {what}; write it again with `bedside play ID --transcript FILE`"
            ),
        }
    }
}

impl std::error::Error for BadRecord {}

/// Words from a file as they may reach a terminal: no control characters, nothing that turns the direction of writing, not endless.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 200;
    let turns =
        |letter: char| matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let clean = text.chars().map(|letter| {
        if letter.is_control() || turns(letter) {
            '\u{fffd}'
        } else {
            letter
        }
    });
    let mut clean: String = clean.take(LONGEST + 1).collect();
    if clean.chars().count() > LONGEST {
        clean.pop();
        clean.push('…');
    }
    clean
}
