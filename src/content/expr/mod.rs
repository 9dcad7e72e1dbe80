//! The small typed language of conditions and effects: read, checked against the names of a scenario, printed back.

mod check;
mod effect;
mod lex;
mod parse;
mod question;
mod syntax;
#[cfg(test)]
mod tests;

pub(super) use check::condition;
pub(super) use effect::effects;

use std::ops::Range;

use super::place::Place;
use crate::diag::Diagnostic;

/// A fault in an expression, placed within its text.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) code: &'static str,
    pub(super) message: String,
    pub(super) at: Range<usize>,
    pub(super) label: String,
    pub(super) help: Vec<String>,
    pub(super) replace: Option<String>,
}

impl Fault {
    fn new(code: &'static str, message: impl Into<String>, at: Range<usize>) -> Self {
        Fault {
            code,
            message: message.into(),
            at,
            label: String::new(),
            help: Vec::new(),
            replace: None,
        }
    }

    fn label(mut self, text: impl Into<String>) -> Self {
        self.label = text.into();
        self
    }

    fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    fn replace(mut self, text: impl Into<String>) -> Self {
        self.replace = Some(text.into());
        self
    }

    pub(super) fn placed(self, place: &Place) -> Diagnostic {
        let span = place.span(self.at);
        let mut fault = Diagnostic::error(self.code, self.message, span).label(self.label);
        fault.help = self.help;
        if let Some(text) = self.replace {
            fault = fault.fix(format!("write `{text}`"), span, text);
        }
        fault
    }
}
