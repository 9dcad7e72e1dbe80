//! A diagnostic drawn as text: file, line, column, the line itself, a caret, related places, help.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::letters::{harmless, visible};
use super::{Diagnostic, Label, Severity, Sources};

/// How to draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawing {
    pub colour: bool,
    /// Columns of the terminal; long lines are cut around the caret.
    pub width: usize,
}

impl Default for Drawing {
    fn default() -> Self {
        Drawing {
            colour: false,
            width: 100,
        }
    }
}

/// A few lines of text, ending with a line break. Never holds a control character that stood in the file.
#[must_use]
pub fn render(diagnostic: &Diagnostic, sources: &Sources, drawing: Drawing) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(visible(&diagnostic.message)).id(diagnostic.code);
    let windows = windows(diagnostic, sources);
    let mut group = Group::with_title(title);
    for window in &windows {
        let mut snippet = Snippet::source(window.text.as_str())
            .path(window.name.as_str())
            .line_start(window.first_line);
        for mark in &window.marks {
            let kind = if mark.primary {
                AnnotationKind::Primary
            } else {
                AnnotationKind::Context
            };
            let label = (!mark.text.is_empty()).then_some(mark.text.as_str());
            snippet = snippet.annotation(kind.span(mark.at.clone()).label(label));
        }
        group = group.element(snippet);
    }
    for help in &diagnostic.help {
        group = group.element(Level::HELP.message(visible(help)));
    }
    let renderer = if drawing.colour {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(drawing.width);
    let mut text = renderer.render(&[group]);
    text.push('\n');
    text
}

/// The lines of one file that a diagnostic speaks of.
struct Window {
    name: String,
    text: String,
    first_line: usize,
    marks: Vec<Mark>,
}

struct Mark {
    /// Bytes within the window.
    at: Range<usize>,
    text: String,
    primary: bool,
}

fn windows(diagnostic: &Diagnostic, sources: &Sources) -> Vec<Window> {
    let mut files = vec![diagnostic.primary.span.file];
    for related in &diagnostic.related {
        if !files.contains(&related.span.file) {
            files.push(related.span.file);
        }
    }
    let labels =
        || std::iter::once((&diagnostic.primary, true)).chain(diagnostic.related.iter().map(|label| (label, false)));
    let mut windows = Vec::new();
    for file in files {
        let Some(source) = sources.get(file) else { continue };
        let text: &str = &source.text;
        let marks: Vec<(Range<usize>, &Label, bool)> = labels()
            .filter(|(label, _)| label.span.file == file)
            .map(|(label, primary)| (one_line(text, label.span.range()), label, primary))
            .collect();
        let start = marks.iter().map(|(at, ..)| at.start).min().unwrap_or(0);
        let end = marks.iter().map(|(at, ..)| at.end).max().unwrap_or(0);
        let from = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let until = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
        let shown = text[from..until].trim_end_matches('\r');
        windows.push(Window {
            name: visible(&source.name).into_owned(),
            text: harmless(shown).into_owned(),
            first_line: text[..from].matches('\n').count() + 1,
            marks: marks
                .into_iter()
                .map(|(at, label, primary)| Mark {
                    // A place among the line ends that are cut off is shown where the line stops.
                    at: (at.start - from).min(shown.len())..(at.end - from).min(shown.len()),
                    text: visible(&label.text).into_owned(),
                    primary,
                })
                .collect(),
        });
    }
    windows
}

/// The part of a range on its first line, on whole letters, within the text.
fn one_line(text: &str, at: Range<usize>) -> Range<usize> {
    let letter = |mut offset: usize| {
        offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    };
    let start = letter(at.start);
    let end = letter(at.end).max(start);
    let line_end = text[start..].find('\n').map_or(text.len(), |newline| start + newline);
    start..end.min(line_end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, Span};

    fn drawn(text: &str, at: Range<usize>, drawing: Drawing) -> String {
        let mut sources = Sources::default();
        let file = sources.add("a.yaml", text);
        let fault = Diagnostic::error("E011", "unknown mood `qiet`", Span::new(file, at.start, at.end))
            .label("no such mood")
            .related(Span::new(file, 0, 4), "declared here")
            .help("did you mean `quiet`?");
        render(&fault, &sources, drawing)
    }

    #[test]
    fn shows_file_line_column_caret_label_and_help() {
        let text = drawn("cast: x\nsay: qiet\n", 13..17, Drawing::default());
        assert_eq!(
            text,
            "\
error[E011]: unknown mood `qiet`
 --> a.yaml:2:6
  |
1 | cast: x
  | ---- declared here
2 | say: qiet
  |      ^^^^ no such mood
  |
  = help: did you mean `quiet`?
"
        );
    }

    #[test]
    fn without_colour_there_are_no_escape_codes() {
        assert!(!drawn("cast: x\nsay: qiet\n", 13..17, Drawing::default()).contains('\u{1b}'));
        let colour = Drawing {
            colour: true,
            width: 80,
        };
        assert!(drawn("cast: x\nsay: qiet\n", 13..17, colour).contains('\u{1b}'));
    }

    #[test]
    fn nothing_in_the_file_reaches_the_terminal_raw() {
        let text = drawn(
            "cast: \u{1b}[31m\u{202e}\nsay: \u{9b}qiet\n",
            17..23,
            Drawing::default(),
        );
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{text:?}");
    }

    #[test]
    fn a_place_among_line_ends_is_drawn_where_the_line_stops() {
        assert!(drawn("say:\r\r\r\r\r\r", 9..10, Drawing::default()).contains("a.yaml:1:"));
        assert!(drawn("say:\r\r\r\r\r\r\nx", 8..9, Drawing::default()).contains("a.yaml:1:"));
    }

    #[test]
    fn a_place_outside_the_file_is_drawn_at_its_end() {
        assert!(drawn("a", 40..50, Drawing::default()).contains("a.yaml:1:2"));
        assert!(drawn("", 0..1, Drawing::default()).contains("a.yaml:1:1"));
        assert!(drawn("caf\u{e9}", 4..5, Drawing::default()).contains("a.yaml:1:4"));
    }
}
