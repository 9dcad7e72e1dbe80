//! A file of a pack that was not read, and why.

use crate::diag::{Diagnostic, FileId, Sources, Span};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) struct Refused {
    /// As shown to a person.
    pub path: String,
    pub why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Why {
    LinkedFile,
    LinkedFolder,
    TooLarge,
    /// The line (from 1) that is not UTF-8.
    NotText(usize),
    /// What the operating system said.
    Unreadable(String),
}

impl Refused {
    /// As a fault of the file, so that it stands among the others.
    pub(super) fn fault(&self, sources: &mut Sources) -> Diagnostic {
        let file: FileId = sources.add(self.path.as_str(), "");
        let (why, help) = match &self.why {
            Why::LinkedFile => (
                "the file is a link that leaves the pack".to_owned(),
                "copy the file into the pack",
            ),
            Why::LinkedFolder => (
                "the folder is a link that leaves the pack".to_owned(),
                "copy the folder into the pack",
            ),
            Why::TooLarge => (
                "the file is larger than 2 MB".to_owned(),
                "cut it into several scenarios",
            ),
            Why::NotText(line) => (format!("line {line} is not UTF-8 text"), "save the file as UTF-8"),
            Why::Unreadable(error) => (
                format!("the file could not be read ({error})"),
                "look at the file's permissions",
            ),
        };
        Diagnostic::error("E001", why, Span::new(file, 0, 0)).help(help)
    }
}
