//! Why a text is no YAML, in the author's terms: each trap that prose falls into has its own words and its own way out.

mod layout;
mod page;
mod value;

use std::ops::Range;

use crate::content::yaml::{Cause, MAX_DEPTH, MAX_NODES, Stopped};
use crate::diag::{Diagnostic, FileId, visible};

use page::Page;

pub(in crate::content) struct Trap {
    pub(in crate::content) fault: Diagnostic,
    /// A value that can be taken out, so that reading can go on behind it.
    pub(in crate::content) value: Option<Range<usize>>,
    /// Whether this is a known trap; otherwise the library's own words are passed on.
    pub(in crate::content) known: bool,
}

pub(in crate::content) fn explain(file: FileId, text: &str, stopped: &Stopped) -> Trap {
    let page = Page { file, text };
    let line = page.line_at(stopped.at);
    page.limit(stopped)
        .or_else(|| page.letter(stopped))
        .or_else(|| page.tab(&line))
        .or_else(|| page.tab_below(stopped, &line))
        .or_else(|| page.sign(stopped, &line))
        .or_else(|| page.value(&line))
        .or_else(|| page.left_open(stopped, &line))
        .or_else(|| page.brackets(stopped))
        .or_else(|| page.indent(&line))
        .or_else(|| page.colon(&line))
        .unwrap_or_else(|| page.passed_on(stopped))
}

/// A sign that stands before a value and was not refused by the library: `!!str 3`.
pub(in crate::content) fn stray_tag(file: FileId, text: &str, value: usize) -> Option<Diagnostic> {
    let page = Page { file, text };
    let before = text.get(..value)?;
    let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
    let word = line.trim_end().rsplit([' ', '[', '{', ',']).next()?;
    if !word.starts_with('!') || word.contains(['"', '\'']) {
        return None;
    }
    let end = line.trim_end().len() + before.len() - line.len();
    let at = end - word.len()..end;
    Some(page.tag(&text[at.clone()], at))
}

impl Page<'_> {
    fn limit(&self, stopped: &Stopped) -> Option<Trap> {
        let at = self.letter_at(stopped.at);
        let fault = match stopped.cause {
            Cause::Deep => Diagnostic::error(
                "E009",
                format!("this is nested deeper than {MAX_DEPTH} levels"),
                self.span(at),
            )
            .help("no field of a scenario lies that deep; close brackets, or indent less"),
            Cause::Many => Diagnostic::error(
                "E009",
                format!("this file holds more than {MAX_NODES} values"),
                self.span(at),
            )
            .help("split it into several files"),
            Cause::Documents => self
                .error(
                    "a second document begins here",
                    stopped.at..self.line_at(stopped.at).end,
                )
                .label("everything below this line would be lost")
                .help("one file is one document: take out the `---`"),
            _ => return None,
        };
        Some(known(fault))
    }

    /// A letter that may not stand in a file at all.
    fn letter(&self, stopped: &Stopped) -> Option<Trap> {
        let letter = self.text.get(stopped.at..)?.chars().next()?;
        let at = stopped.at..stopped.at + letter.len_utf8();
        if letter == '\u{feff}' {
            let fault = self
                .error("an invisible mark (BOM) stands in the middle of the file", at)
                .help("delete it; it often comes with pasted text");
            return Some(known(fault));
        }
        if !letter.is_control() || matches!(letter, '\n' | '\r' | '\t') {
            return None;
        }
        let shown = visible(self.words(&at)).into_owned();
        let fault = Diagnostic::error(
            "E018",
            format!("the control character `{shown}` stands here"),
            self.span(at),
        )
        .help("delete it; it cannot be seen, and could take over a terminal");
        Some(known(fault))
    }

    fn passed_on(&self, stopped: &Stopped) -> Trap {
        let fault = self
            .error("this cannot be read as YAML", self.letter_at(stopped.at))
            .label(stopped.message.clone())
            .help("look at the quotes, colons and indents of this line and the one above");
        Trap {
            fault,
            value: None,
            known: false,
        }
    }
}

fn known(fault: Diagnostic) -> Trap {
    Trap {
        fault,
        value: None,
        known: true,
    }
}
