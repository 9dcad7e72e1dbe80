//! `bedside guide`: one conversation as a page for whoever leads a workshop with it.

use std::path::PathBuf;

use super::clock;
use super::exit::Outcome;
use super::page::write;
use super::shelf::{key, sound};
use super::surroundings::Surroundings;
use crate::report::{About, guide_html};

/// Write the guide for leading a workshop with one scenario: run sheet, cards for those who watch, every decision with its ratings.
///
/// It gives the conversation away: it is for the one who leads. One HTML file that needs nothing else and prints well.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Guide {
    /// The scenario, as `bedside list` names it
    id: String,
    /// Whose ratings to print, when several panels have rated it
    #[arg(long, value_name = "PANEL")]
    key: Option<String>,
    /// Where to; without it to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "\
Example:
  bedside guide day-nine --output guide.html";

impl Guide {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shelf = around.shelf_of(&[&self.id])?;
        let entry = shelf.entry(&self.id)?;
        let scenario = sound(entry)?;
        let key = key(entry, self.key.as_deref())?;
        let about = About {
            words: &around.words,
            learner: "",
            today: clock::this_day(),
        };
        let library = &shelf.library;
        let page = guide_html(
            scenario,
            key.map(AsRef::as_ref),
            &library.rubric,
            &library.sources,
            &about,
        )?;
        write(around, self.output.as_deref(), &page)?;
        Ok(Outcome::Fine)
    }
}
