//! A text to a tree, with the help an author needs when it is no YAML.

use super::reading::Reading;
use super::tree::Tree;
use super::yaml;
use crate::diag::{Diagnostic, FileId, Span};

/// Files larger than this are refused.
pub(super) const MAX_BYTES: usize = 2 << 20;

pub(super) fn open(file: FileId, text: &str) -> (Option<Tree>, Reading<'_>) {
    let mut reading = Reading::new(file, text);
    if text.len() > MAX_BYTES {
        reading.say(
            Diagnostic::error("E009", format!("this file has {} MB", text.len() >> 20), reading.top())
                .label(format!("files may have {} MB", MAX_BYTES >> 20))
                .help("split it into several scenarios"),
        );
        return (None, reading);
    }
    match yaml::read(file, text) {
        Ok(tree) => (Some(tree), reading),
        Err(stopped) => {
            reading.say(Diagnostic::error(
                "E001",
                stopped.message,
                Span::new(file, stopped.at, stopped.at + 1),
            ));
            (None, reading)
        }
    }
}
