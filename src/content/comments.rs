//! `# allow(CODE): reason` comments and what they cover.

use super::reading::Reading;
use super::tree::{Data, Tree};
use crate::diag::{Diagnostic, FileId, Span};
use crate::model::Allow;

const MARK: &str = "# allow(";

/// In the order of the file. A comment on a line of its own covers the next entry; behind a value it covers that entry; above
/// the first key it covers the file.
pub(super) fn allows(tree: &Tree, reading: &mut Reading<'_>) -> Vec<Allow> {
    let text = reading.text;
    if !text.contains(MARK) {
        return Vec::new();
    }
    let mut outline = Outline::default();
    outline.add(tree);
    let mut allows = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let found = line
            .find(MARK)
            .map(|at| start + at)
            .filter(|at| !outline.inside_text(*at));
        if let Some(at) = found {
            let end = start + line.trim_end().len();
            let comment = Span::new(reading.file, at, end);
            let alone = line.trim_start().starts_with('#');
            let covers = outline.covered(at, start, end, alone, reading.file, text.len());
            read(
                text.get(comment.range()).unwrap_or(""),
                comment,
                covers,
                &mut allows,
                reading,
            );
        }
        start += line.len();
    }
    allows
}

fn read(comment: &str, span: Span, covers: Span, allows: &mut Vec<Allow>, reading: &mut Reading<'_>) {
    let body = &comment[MARK.len()..];
    let Some((codes, reason)) = body.split_once(')') else {
        reading.say(
            Diagnostic::warning("E003", "this `allow` is never closed", span).help("write `# allow(W042): reason`"),
        );
        return;
    };
    let reason = reason.trim_start_matches(':').trim();
    for code in codes.split(',') {
        allows.push(Allow {
            code: code.trim().to_owned(),
            reason: reason.to_owned(),
            span,
            covers,
        });
    }
}

/// Where entries and texts lie.
#[derive(Default)]
struct Outline {
    /// From the key, or the item, to the end of its value; in the order of the file.
    entries: Vec<Span>,
    texts: Vec<Span>,
}

impl Outline {
    fn add(&mut self, tree: &Tree) {
        match &tree.data {
            Data::Scalar(_) => self.texts.push(tree.span),
            Data::Seq(items) => {
                for item in items {
                    self.entries.push(item.span);
                    self.add(item);
                }
            }
            Data::Map(entries) => {
                for entry in entries {
                    let whole = if entry.value.span.start >= entry.key_span.start {
                        entry.key_span.join(entry.value.span)
                    } else {
                        entry.key_span
                    };
                    self.entries.push(whole);
                    self.add(&entry.value);
                }
            }
            Data::Empty | Data::Poison => {}
        }
    }

    /// Inside a block or quotes `#` is a letter like any other.
    fn inside_text(&self, at: usize) -> bool {
        let after = self.texts.partition_point(|text| text.start as usize <= at);
        after > 0 && at < self.texts[after - 1].end as usize
    }

    fn covered(&self, at: usize, line: usize, end: usize, alone: bool, file: FileId, length: usize) -> Span {
        if alone {
            let next = self.entries.partition_point(|entry| (entry.start as usize) < at);
            if next == 0 {
                return Span::new(file, 0, length);
            }
            return self.entries.get(next).copied().unwrap_or(Span::new(file, line, end));
        }
        let first = self.entries.partition_point(|entry| (entry.start as usize) < line);
        match self.entries.get(first) {
            Some(entry) if (entry.start as usize) < at => *entry,
            _ => Span::new(file, line, end),
        }
    }
}
