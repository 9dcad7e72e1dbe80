//! How a value is asked for what it should be: a text, a word, a number, a date, a list. What it is instead is a fault.

use super::reading::{Reading, either};
use super::tree::{Data, Scalar, Style, Tree};
use crate::diag::{Diagnostic, Span, did_you_mean};

impl Reading<'_> {
    /// A text for people. Says so when a comment cut it short.
    pub(super) fn prose<'t>(&mut self, name: &str, tree: &'t Tree) -> Option<&'t Scalar> {
        match &tree.data {
            Data::Scalar(scalar) => {
                self.cut_short(scalar, tree.span);
                Some(scalar)
            }
            Data::Poison => None,
            Data::Empty => {
                self.empty(name, tree);
                None
            }
            Data::Map(entries)
                if entries.first().is_some_and(|entry| entry.key.contains(' ')) && !self.is_bracketed(tree) =>
            {
                let colon = entries.first().map_or(tree.span, |entry| entry.key_span).end as usize;
                self.say(
                    Diagnostic::error(
                        "E001",
                        "this text holds a colon",
                        Span::new(self.file, colon, colon + 1),
                    )
                    .label("YAML takes what stands before it for a key")
                    .help("put the whole text in quotes"),
                );
                None
            }
            Data::Seq(_) | Data::Map(_) => {
                let help = match self.text.as_bytes().get(tree.span.start as usize) {
                    Some(b'[') => "a text that begins with `[` must stand in quotes: \"[…] …\"",
                    Some(b'{') => "a text that begins with `{` must stand in quotes: \"{…} …\"",
                    _ => "put the words behind the colon in quotes, or below it as a block with `|`",
                };
                self.wrong_type(name, "a text", tree, help);
                None
            }
        }
    }

    fn is_bracketed(&self, tree: &Tree) -> bool {
        matches!(self.text.as_bytes().get(tree.span.start as usize), Some(b'[' | b'{'))
    }

    /// YAML takes ` #` for the beginning of a comment and drops the rest of an unquoted text.
    fn cut_short(&mut self, scalar: &Scalar, span: Span) {
        if scalar.style != Style::Plain {
            return;
        }
        let end = span.end as usize;
        let rest = self.text.get(end..).unwrap_or("");
        let line = rest.split('\n').next().unwrap_or("").trim_end_matches('\r');
        let comment = line.trim_start();
        if !comment.starts_with('#') || comment.len() == line.len() || comment.starts_with("# allow(") {
            return;
        }
        let start = end + line.len() - comment.len();
        let whole = span.join(Span::new(span.file, start, start + comment.len()));
        let words = self.text.get(whole.range()).unwrap_or("");
        let quoted = format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""));
        self.say(
            Diagnostic::error(
                "E008",
                "this text is cut off at ` #`",
                Span::new(span.file, start, start + comment.len()),
            )
            .label("YAML takes this for a comment; learners would never see it")
            .related(span, "all that is left of the text")
            .help("put the whole text in quotes, or move the comment to a line of its own")
            .fix("put the text in quotes", whole, quoted),
        );
    }

    pub(super) fn empty(&mut self, name: &str, tree: &Tree) {
        let end = tree.span.end as usize;
        let rest = self.text.get(end..).unwrap_or("").split('\n').next().unwrap_or("");
        let rest = rest.strip_prefix(':').unwrap_or(rest);
        let comment = rest.trim();
        if comment.starts_with('#') && !comment.starts_with("# ") {
            let line_end = end
                + self
                    .text
                    .get(end..)
                    .and_then(|text| text.find('\n'))
                    .unwrap_or(self.text.len() - end);
            let start = line_end - rest.trim_start().len();
            let at = Span::new(self.file, start, start + comment.len());
            self.say(
                Diagnostic::error("E008", "a text cannot begin with `#`", at)
                    .label("YAML takes this for a comment; learners would never see it")
                    .help("put the whole text in quotes"),
            );
            return;
        }
        self.say(
            Diagnostic::error("E003", format!("`{name}` is empty"), tree.span)
                .label("nothing follows the colon")
                .help(format!("write something after `{name}:`, or take the line out")),
        );
    }

    /// One word: an id, a date, a choice among few.
    pub(super) fn word<'t>(&mut self, name: &str, tree: &'t Tree) -> Option<&'t str> {
        match &tree.data {
            Data::Scalar(scalar) => Some(&scalar.text),
            Data::Empty => {
                self.empty(name, tree);
                None
            }
            _ => {
                self.wrong_type(name, "one word", tree, "");
                None
            }
        }
    }

    /// One of a few words.
    pub(super) fn one_of<T: Copy>(&mut self, name: &str, tree: &Tree, known: &[(&str, T)]) -> Option<T> {
        let word = self.word(name, tree)?;
        if let Some((_, value)) = known.iter().find(|(id, _)| *id == word) {
            return Some(*value);
        }
        let words: Vec<&str> = known.iter().map(|(id, _)| *id).collect();
        let mut fault = Diagnostic::error("E004", format!("`{name}` cannot be `{word}`"), tree.span)
            .label(format!("expected {}", either(&words)));
        if let Some(near) = did_you_mean(word, words.iter().copied()) {
            fault = fault
                .help(format!("did you mean `{near}`?"))
                .fix(format!("write `{near}`"), tree.span, near);
        }
        self.say(fault);
        None
    }

    pub(super) fn whole_number(&mut self, name: &str, tree: &Tree, least: i64, most: i64) -> Option<i64> {
        let scalar = match &tree.data {
            Data::Scalar(scalar) => scalar,
            Data::Empty => {
                self.empty(name, tree);
                return None;
            }
            _ => {
                self.wrong_type(name, "a whole number", tree, "");
                return None;
            }
        };
        let digits = scalar.text.trim();
        let value = digits.strip_prefix('+').unwrap_or(digits).parse::<i64>();
        match value {
            Ok(value) if (least..=most).contains(&value) => Some(value),
            Ok(value) => {
                let range = if most >= i64::from(i32::MAX) {
                    format!("must be at least {least}")
                } else {
                    format!("must be from {least} to {most}")
                };
                self.say(
                    Diagnostic::error("E014", format!("`{name}: {value}` is out of bounds"), tree.span).label(range),
                );
                None
            }
            Err(_) => {
                self.say(
                    Diagnostic::error("E004", format!("`{name}` should be a whole number"), tree.span)
                        .label("this is not a whole number")
                        .help("write digits only, such as 3"),
                );
                None
            }
        }
    }

    /// A number that may have a point.
    pub(super) fn number(&mut self, name: &str, tree: &Tree, least: f64, most: f64) -> Option<f64> {
        let word = self.word(name, tree)?;
        match word.trim().parse::<f64>() {
            Ok(value) if value.is_finite() && (least..=most).contains(&value) => Some(value),
            Ok(value) if value.is_finite() => {
                self.say(
                    Diagnostic::error("E014", format!("`{name}: {word}` is out of bounds"), tree.span)
                        .label(format!("must be from {least} to {most}")),
                );
                None
            }
            _ => {
                self.say(
                    Diagnostic::error("E004", format!("`{name}` should be a number"), tree.span)
                        .label("this is not a number"),
                );
                None
            }
        }
    }

    /// `2026-11-22`, as written.
    pub(super) fn date(&mut self, name: &str, tree: &Tree) -> Option<String> {
        let word = self.word(name, tree)?;
        if is_date(word) {
            return Some(word.to_owned());
        }
        self.say(
            Diagnostic::error("E004", format!("`{name}` should be a date"), tree.span)
                .label("expected year-month-day")
                .help("write it as 2026-11-22"),
        );
        None
    }

    pub(super) fn truth(&mut self, name: &str, tree: &Tree) -> Option<bool> {
        let word = self.word(name, tree)?;
        match word {
            "true" => return Some(true),
            "false" => return Some(false),
            _ => {}
        }
        let meant = match word.to_ascii_lowercase().as_str() {
            "yes" | "on" | "y" | "true" | "1" => Some("true"),
            "no" | "off" | "n" | "false" | "0" => Some("false"),
            _ => None,
        };
        let mut fault = Diagnostic::error("E004", format!("`{name}` should be true or false"), tree.span)
            .label("expected `true` or `false`");
        if let Some(meant) = meant {
            fault = fault
                .help(format!("write `{meant}`"))
                .fix(format!("write `{meant}`"), tree.span, meant);
        }
        self.say(fault);
        None
    }

    /// The items of a list; empty after a fault.
    pub(super) fn list<'t>(&mut self, name: &str, tree: &'t Tree) -> &'t [Tree] {
        match &tree.data {
            Data::Seq(items) => items,
            Data::Empty => {
                self.empty(name, tree);
                &[]
            }
            Data::Scalar(scalar) => {
                let help = format!("write `{name}: [{}]`", scalar.text.lines().next().unwrap_or(""));
                self.wrong_type(name, "a list", tree, &help);
                &[]
            }
            _ => {
                self.wrong_type(
                    name,
                    "a list",
                    tree,
                    "write it as `[one, two]`, or one item a line, each after `- `",
                );
                &[]
            }
        }
    }
}

fn is_date(word: &str) -> bool {
    let parts: Vec<&str> = word.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let digits = |part: &str, length: usize| part.len() == length && part.bytes().all(|b| b.is_ascii_digit());
    let number = |part: &str| part.parse::<u32>().unwrap_or(0);
    digits(year, 4)
        && digits(month, 2)
        && digits(day, 2)
        && (1..=12).contains(&number(month))
        && (1..=31).contains(&number(day))
}
