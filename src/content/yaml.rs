//! serde_yaml to our own tree: the one place that knows the YAML library.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::budget::BudgetBreach;
use serde_yaml::{DuplicateKeyPolicy, Error, Location, MergeKeyPolicy, NonFiniteFloatPolicy, Spanned as Located};

use super::tree::{Data, Entry, Scalar, Style, Tree};
use crate::diag::{FileId, Span};

/// A value as the library hands it over; text that it typed as a number or a bool is taken from the source again.
enum Raw {
    Empty,
    Typed,
    Text(String),
    Seq(Vec<Located<Raw>>),
    Map(Vec<(Located<Raw>, Located<Raw>)>),
}

/// Why the library stopped, in our terms.
#[derive(Debug)]
pub(super) struct Stopped {
    /// The library's own words, without the place.
    pub(super) message: String,
    /// Byte offset into the text.
    pub(super) at: usize,
    pub(super) cause: Cause,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    Syntax,
    Tag,
    Anchor,
    Alias,
    Deep,
    Many,
    /// More than one document in the file.
    Documents,
}

/// Values nested deeper than this are refused.
pub(super) const MAX_DEPTH: usize = 24;
/// More values than this in one file are refused.
pub(super) const MAX_NODES: usize = 400_000;

/// `poison` holds the offsets of values that were taken out of the text, because they are no YAML.
pub(super) fn read(file: FileId, text: &str, poison: &[usize]) -> Result<Tree, Stopped> {
    let options = serde_yaml::options! {
        reject_unsupported_tags: true,
        strict_booleans: true,
        with_snippet: false,
        duplicate_keys: DuplicateKeyPolicy::PassThrough,
        merge_keys: MergeKeyPolicy::AsOrdinary,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        budget: serde_yaml::budget! {
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_anchors: 0,
            max_aliases: 0,
            max_documents: 1,
        },
    };
    let raw: Option<Located<Raw>> =
        serde_yaml::from_str_with_options(text, options).map_err(|error| stopped(&error, text))?;
    let reader = Reader { file, text, poison };
    let empty = Tree {
        span: Span::new(file, 0, 0),
        data: Data::Empty,
    };
    Ok(raw.map_or(empty, |raw| reader.tree(raw)))
}

fn stopped(error: &Error, text: &str) -> Stopped {
    let message = error.to_string();
    let cause = match error.without_snippet() {
        Error::Budget { breach, .. } => match breach {
            BudgetBreach::Anchors { .. } => Cause::Anchor,
            BudgetBreach::Aliases { .. } => Cause::Alias,
            BudgetBreach::Depth { .. } => Cause::Deep,
            BudgetBreach::Documents { .. } => Cause::Documents,
            _ => Cause::Many,
        },
        Error::UnsupportedTag { .. } => Cause::Tag,
        Error::UnknownAnchor { .. } => Cause::Alias,
        Error::MultipleDocuments { .. } => Cause::Documents,
        _ if message.starts_with("recursion limit") => Cause::Deep,
        _ if message.contains("unknown anchor") => Cause::Alias,
        _ => Cause::Syntax,
    };
    let plain = message
        .rfind(" at line ")
        .map_or(message.as_str(), |end| &message[..end]);
    Stopped {
        message: plain.to_owned(),
        at: error.location().map_or(0, |at| offset(at.line(), at.column(), text)),
        cause,
    }
}

/// From a line and a column in characters, both from 1.
fn offset(line: u64, column: u64, text: &str) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].find('\n') {
            Some(newline) => start += newline + 1,
            None => return text.len(),
        }
    }
    let rest = &text[start..];
    let skip = usize::try_from(column.saturating_sub(1)).unwrap_or(usize::MAX);
    start + rest.char_indices().nth(skip).map_or(rest.len(), |(at, _)| at)
}

struct Reader<'a> {
    file: FileId,
    text: &'a str,
    poison: &'a [usize],
}

impl Reader<'_> {
    fn span(&self, at: Location) -> Span {
        let known = at.span();
        let byte = |n: Option<u64>| {
            usize::try_from(n.unwrap_or(0))
                .unwrap_or(usize::MAX)
                .min(self.text.len())
        };
        let start = byte(known.byte_offset());
        Span::new(self.file, start, (start + byte(known.byte_len())).min(self.text.len()))
    }

    fn tree(&self, raw: Located<Raw>) -> Tree {
        let span = self.span(raw.referenced);
        let source = self.text.get(span.range()).unwrap_or("");
        if !self.poison.is_empty() && self.poison.contains(&(span.start as usize)) {
            return Tree {
                span,
                data: Data::Poison,
            };
        }
        match raw.value {
            // `~` and `null` are words here like any other.
            Raw::Empty if !source.is_empty() => self.plain(source, span),
            Raw::Empty => Tree {
                span,
                data: Data::Empty,
            },
            Raw::Typed => self.plain(source, span),
            Raw::Text(text) => {
                let style = self.style(source, &text, span);
                Tree {
                    span,
                    data: Data::Scalar(Scalar { text, style }),
                }
            }
            Raw::Seq(items) => {
                let items: Vec<Tree> = items.into_iter().map(|item| self.tree(item)).collect();
                let span = self.around(
                    span,
                    items.first().map(|item| item.span),
                    items.last().map(|item| item.span),
                    b']',
                );
                Tree {
                    span,
                    data: Data::Seq(items),
                }
            }
            Raw::Map(pairs) => {
                let entries = pairs.into_iter().map(|(key, value)| {
                    let key = self.tree(key);
                    Entry {
                        key: match &key.data {
                            Data::Scalar(scalar) => scalar.text.clone(),
                            _ => self.text.get(key.span.range()).unwrap_or("").to_owned(),
                        },
                        key_span: key.span,
                        value: self.tree(value),
                    }
                });
                let entries: Vec<Entry> = entries.collect();
                let first = entries.first().map(|entry| entry.key_span);
                let last = entries.last().map(|entry| entry.key_span.join(entry.value.span));
                Tree {
                    span: self.around(span, first, last, b'}'),
                    data: Data::Map(entries),
                }
            }
        }
    }

    fn plain(&self, source: &str, span: Span) -> Tree {
        Tree {
            span,
            data: Data::Scalar(Scalar {
                text: source.to_owned(),
                style: Style::Plain,
            }),
        }
    }

    /// The library gives a block's words only; its `|` or `>` ends the line above them.
    fn style(&self, source: &str, text: &str, span: Span) -> Style {
        match source.as_bytes().first() {
            Some(b'"') => return Style::Double,
            Some(b'\'') => return Style::Single,
            _ if source == text => return Style::Plain,
            _ => {}
        }
        let before = self.text.get(..span.start as usize).unwrap_or("").trim_end();
        let line = before.rsplit('\n').next().unwrap_or("");
        let line = line.split(" #").next().unwrap_or("").trim_end();
        let header = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == '+' || c == '-');
        if header.ends_with('|') {
            Style::Literal
        } else if header.ends_with('>') {
            Style::Folded
        } else {
            Style::Plain
        }
    }

    /// From the bracket, or from the first item, to the end of the last and its closing bracket.
    fn around(&self, span: Span, first: Option<Span>, last: Option<Span>, close: u8) -> Span {
        let bytes = self.text.as_bytes();
        let open = bytes.get(span.start as usize).copied();
        let bracketed = open == Some(if close == b']' { b'[' } else { b'{' });
        let start = match first {
            Some(first) if !bracketed => first.start as usize,
            _ => span.start as usize,
        };
        let mut end = last.map_or(span.end as usize, |last| last.end as usize).max(start);
        if bracketed {
            let mut at = end.max(start + 1);
            // What may stand between the last item and the bracket: spaces, a comma, comments.
            while let Some(byte) = bytes.get(at) {
                match byte {
                    b' ' | b'\n' | b'\r' | b'\t' | b',' => at += 1,
                    b'#' => at += self.text[at..].find('\n').unwrap_or(self.text.len() - at),
                    _ if *byte == close => {
                        end = at + 1;
                        break;
                    }
                    _ => break,
                }
            }
        }
        Span::new(self.file, start, end.max(start))
    }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a text, a list or a mapping")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Typed)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Raw, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Raw::Seq(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Raw::Map(pairs))
    }
}
