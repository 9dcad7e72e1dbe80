//! One file being read: its text and the faults found so far.

use super::tree::Tree;
use crate::diag::{Diagnostic, FileId, Severity, Span, did_you_mean};

/// A file with more faults than this is not read to its end.
const MAX_FAULTS: usize = 200;

pub(super) struct Reading<'a> {
    pub(super) file: FileId,
    pub(super) text: &'a str,
    faults: Vec<Diagnostic>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(file: FileId, text: &'a str) -> Self {
        Reading {
            file,
            text,
            faults: Vec::new(),
        }
    }

    /// Beyond the limit nothing is kept.
    pub(super) fn say(&mut self, fault: Diagnostic) {
        if !self.is_full() {
            self.faults.push(fault);
        }
    }

    /// Whether so much is wrong that reading on helps nobody.
    pub(super) fn is_full(&self) -> bool {
        self.faults.len() >= MAX_FAULTS
    }

    /// All faults in the order of the file.
    pub(super) fn close(mut self) -> Vec<Diagnostic> {
        self.faults.sort_by_key(|fault| fault.primary.span.start);
        if self.is_full() {
            let last = self.faults.last().map_or(self.top(), |fault| fault.primary.span);
            self.faults.push(
                Diagnostic::error(
                    "E009",
                    format!("more than {MAX_FAULTS} faults; the rest is not shown"),
                    last,
                )
                .help("mend the first ones and check again"),
            );
        }
        self.faults
    }

    pub(super) fn top(&self) -> Span {
        Span::new(self.file, 0, 0)
    }

    /// `what` with its article: "a text", "a whole number".
    pub(super) fn wrong_type(&mut self, name: &str, what: &str, tree: &Tree, help: &str) {
        if tree.is_poison() {
            return;
        }
        let found = tree.noun();
        let mut fault = Diagnostic::error(
            "E004",
            format!("`{name}` should be {what}, and is {found}"),
            head(tree, self.text),
        )
        .label(format!("expected {what}"));
        if !help.is_empty() {
            fault = fault.help(help);
        }
        self.say(fault);
    }

    pub(super) fn has_errors(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }

    pub(super) fn has_errors_besides(&self, code: &str) -> bool {
        let mut errors = self.faults.iter().filter(|fault| fault.severity == Severity::Error);
        errors.any(|fault| fault.code != code)
    }

    /// A name that must be one of those that exist; `noun` as in "unknown person".
    pub(super) fn unknown<'n>(
        &mut self,
        noun: &str,
        written: &str,
        span: Span,
        known: impl IntoIterator<Item = &'n str> + Clone,
    ) {
        self.say(unknown("E011", noun, written, span, known));
    }
}

/// An "unknown name" fault with the nearest name, or with the names there are when they are few.
pub(super) fn unknown<'n>(
    code: &'static str,
    noun: &str,
    written: &str,
    span: Span,
    known: impl IntoIterator<Item = &'n str> + Clone,
) -> Diagnostic {
    let fault = Diagnostic::error(code, format!("unknown {noun} `{written}`"), span);
    if let Some(near) = did_you_mean(written, known.clone()) {
        return fault
            .help(format!("did you mean `{near}`?"))
            .fix(format!("write `{near}`"), span, near);
    }
    let mut names: Vec<&str> = known.into_iter().collect();
    match names.len() {
        0 => fault.help(format!("no {noun} is defined in this file")),
        1 => fault.help(format!("there is {}", list(&names))),
        2..=12 => fault.help(format!("there are {}", list(&names))),
        more => {
            names.truncate(8);
            fault.help(format!("there are {more}, such as {}", list(&names)))
        }
    }
}

/// "`a`, `b` and `c`"
pub(super) fn list(names: &[&str]) -> String {
    join(names, "and")
}

/// "`a`, `b` or `c`"
pub(super) fn either(names: &[&str]) -> String {
    join(names, "or")
}

fn join(names: &[&str], word: &str) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

/// The first line of a value: enough to point at.
fn head(tree: &Tree, text: &str) -> Span {
    let source = text.get(tree.span.range()).unwrap_or("");
    let length = source.find('\n').unwrap_or(source.len());
    tree.span.slice(0, length)
}
