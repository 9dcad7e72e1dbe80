//! From an offset in a text, after YAML has unquoted and folded it, back to the byte in the file.

use std::ops::Range;

use super::tree::{Scalar, Style};
use crate::diag::{FileId, Span};

/// Where each stretch of a text came from.
///
/// Exact for plain and block texts and for quoted ones without escapes; next to an escape, at least the line is right.
#[derive(Clone, Debug)]
pub(super) struct Place {
    file: FileId,
    /// (offset in the text, offset in the file) where a stretch begins, in order; never empty.
    stretches: Vec<(usize, usize)>,
    /// The whole of it in the file.
    whole: Span,
}

impl Place {
    /// A text that stands in the file letter for letter.
    pub(super) fn verbatim(span: Span) -> Self {
        Place {
            file: span.file,
            stretches: vec![(0, span.start as usize)],
            whole: span,
        }
    }

    pub(super) fn of(scalar: &Scalar, span: Span, source: &str) -> Self {
        let written = source.get(span.range()).unwrap_or("");
        let quoted = matches!(scalar.style, Style::Single | Style::Double);
        let skip = usize::from(quoted && !written.is_empty());
        let body = written
            .get(skip..written.len() - skip.min(written.len() - skip))
            .unwrap_or("");
        let from = span.start as usize + skip;
        if body == scalar.text {
            return Place {
                file: span.file,
                stretches: vec![(0, from)],
                whole: span,
            };
        }
        let mut stretches = Vec::new();
        let (mut cursor, mut line_start) = (0, from);
        for line in body.split_inclusive('\n') {
            let content = line.trim();
            let indent = line.len() - line.trim_start().len();
            for piece in pieces(content, scalar.style) {
                let text = &content[piece.clone()];
                let at = line_start + indent + piece.start;
                match scalar.text.get(cursor..).and_then(|rest| rest.find(text)) {
                    Some(found) if !text.is_empty() => {
                        stretches.push((cursor + found, at));
                        cursor += found + text.len();
                    }
                    _ => stretches.push((cursor, at)),
                }
            }
            line_start += line.len();
        }
        if stretches.first().is_none_or(|(offset, _)| *offset > 0) {
            stretches.insert(0, (0, from));
        }
        Place {
            file: span.file,
            stretches,
            whole: span,
        }
    }

    pub(super) fn whole(&self) -> Span {
        self.whole
    }

    fn byte(&self, offset: usize) -> usize {
        let after = self.stretches.partition_point(|(start, _)| *start <= offset);
        let (start, at) = self.stretches[after.saturating_sub(1)];
        let end = self.whole.end as usize;
        (at + offset.saturating_sub(start)).min(end.max(at))
    }

    /// The part of the file that became `range` of the text.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        let start = self.byte(range.start);
        if range.is_empty() {
            return Span::new(self.file, start, start);
        }
        let end = self.byte(range.end - 1) + 1;
        Span::new(self.file, start, end.max(start))
    }

    /// The place of a text put together from parts of this one, with one letter between them.
    pub(super) fn pick(&self, parts: &[Range<usize>]) -> Place {
        let mut stretches = Vec::new();
        let mut length = 0;
        for part in parts {
            stretches.push((length, self.byte(part.start)));
            let from = self.stretches.partition_point(|(start, _)| *start <= part.start);
            let inside = self.stretches[from..].iter().take_while(|(start, _)| *start < part.end);
            stretches.extend(inside.map(|(start, at)| (length + start - part.start, *at)));
            length += part.len() + 1;
        }
        let (first, last) = match (parts.first(), parts.last()) {
            (Some(first), Some(last)) => (first.start, last.end),
            _ => (0, 0),
        };
        if stretches.is_empty() {
            stretches.push((0, self.byte(0)));
        }
        Place {
            file: self.file,
            stretches,
            whole: self.span(first..last.max(first)),
        }
    }
}

/// The stretches of one line that stand in the text as they are: what is between escapes.
fn pieces(line: &str, style: Style) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut rest = 0;
    let (mark, double) = match style {
        Style::Double => ('\\', true),
        Style::Single => ('\'', false),
        Style::Plain | Style::Literal | Style::Folded => return std::iter::once(0..line.len()).collect(),
    };
    while let Some(found) = line[rest..].find(mark) {
        let at = rest + found;
        pieces.push(start..at);
        let after = line[at + 1..].chars().next();
        let skipped = match after {
            Some('x') if double => 4,
            Some('u') if double => 6,
            Some('U') if double => 10,
            Some(letter) => 1 + letter.len_utf8(),
            None => 1,
        };
        rest = (at + skipped).min(line.len());
        while !line.is_char_boundary(rest) {
            rest += 1;
        }
        start = rest;
    }
    pieces.push(start..line.len());
    pieces.retain(|piece| !piece.is_empty());
    if pieces.is_empty() {
        pieces.push(0..0);
    }
    pieces
}
