//! Reports of one debrief and of progress: a self-contained HTML page that prints well, CSV with formulas defused, and JSON.
//! Nothing is written here and nothing is asked for over the network; whoever has a file takes the text.

mod csv;
mod debrief;
mod format;
mod guide;
mod plot;
mod progress;

pub use debrief::{debrief_csv, debrief_html, debrief_json};
pub use guide::guide_html;
pub use progress::{progress_csv, progress_html, progress_json};

use crate::i18n::Words;
use crate::model::Day;

/// What a page says about itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub words: &'a Words,
    /// Empty when the learner gave no name.
    pub learner: &'a str,
    pub today: Day,
}

/// A page could not be put together; a fault of the program, since its templates are checked when it is built.
#[derive(Debug)]
pub struct Fault(String);

impl std::fmt::Display for Fault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "the report could not be put together: {}", self.0)
    }
}

impl std::error::Error for Fault {}

impl From<askama::Error> for Fault {
    fn from(error: askama::Error) -> Self {
        Fault(error.to_string())
    }
}

impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Fault(error.to_string())
    }
}

impl From<::csv::Error> for Fault {
    fn from(error: ::csv::Error) -> Self {
        Fault(error.to_string())
    }
}

#[cfg(test)]
mod tests;
