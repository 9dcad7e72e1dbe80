//! What lies around a run: options, environment, terminal or pipe, words, the library, standard output.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use super::args::Globals;
use super::shelf::{self, Shelf};
use crate::i18n::Words;
use crate::plain::Paper;

pub(super) struct Surroundings {
    pub globals: Globals,
    pub words: Words,
}

/// Text is wrapped here when nobody says how wide the page is.
const COLUMNS: usize = 80;

impl Surroundings {
    pub(super) fn new(globals: Globals) -> anyhow::Result<Self> {
        let words = words(globals.lang.as_deref())?;
        Ok(Surroundings { globals, words })
    }

    /// The built-in library, with the folder given on top.
    pub(super) fn shelf(&self) -> anyhow::Result<Shelf> {
        shelf::fill(self.globals.library.as_deref())
    }

    /// Whether to go line by line: asked for, or no full screen is possible.
    pub(super) fn plain(&self) -> bool {
        self.globals.plain
            || accessible()
            || std::env::var_os("TERM").is_some_and(|term| term == "dumb")
            || !io::stdin().is_terminal()
            || !io::stdout().is_terminal()
    }

    pub(super) fn columns(&self) -> usize {
        let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        told.filter(|columns| *columns > 0).unwrap_or(COLUMNS)
    }

    pub(super) fn out(&self) -> BufWriter<StdoutLock<'static>> {
        BufWriter::new(io::stdout().lock())
    }

    /// A word beside the result, for the person at the keyboard.
    pub(super) fn note(&self, text: &str) {
        // If stderr is closed there is nobody to tell.
        let _ = writeln!(io::stderr(), "bedside: {text}");
    }

    pub(super) fn paper(&self) -> Paper<BufWriter<StdoutLock<'static>>> {
        Paper::new(self.out(), self.columns())
    }
}

/// Any value of `ACCESSIBLE` but `0` and `false` asks for plain text, as other terminal programs read it.
fn accessible() -> bool {
    let value = std::env::var("ACCESSIBLE").unwrap_or_default();
    !matches!(value.as_str(), "" | "0" | "false")
}

/// A language asked for must be there; one the environment names is taken when it is.
fn words(asked: Option<&str>) -> anyhow::Result<Words> {
    if let Some(tag) = asked {
        return Words::new(tag).map_err(|fault| {
            anyhow::anyhow!(
                "there are no words in \"{}\" yet; --lang knows {}",
                fault.asked,
                fault.known.join(", ")
            )
        });
    }
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter();
    let named = named
        .filter_map(|name| std::env::var(name).ok())
        .find(|tag| !tag.is_empty());
    Ok(named
        .and_then(|tag| Words::new(&tag).ok())
        .unwrap_or_else(Words::english))
}
