//! `bedside export`: a scenario for other tools.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use super::place::create;
use crate::cli::exit::Outcome;
use crate::cli::shelf::sound;
use crate::cli::subject::Subject;
use crate::cli::surroundings::Surroundings;
use crate::exchange::story;

/// Write a scenario as Twee 3 (Twine, SugarCube) or ink, for reading and playing elsewhere.
///
/// What they felt, ratings and teaching have no place there and stay behind.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside export day-nine --to ink --output day-nine.ink")]
pub(in crate::cli) struct Export {
    /// Its id, or a file
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    #[arg(long, value_enum)]
    to: To,
    /// A new file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum To {
    Twee,
    Ink,
}

impl Export {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let subject = Subject::of(around, &self.scenario)?;
        let scenario = sound(subject.entry())?;
        let text = match self.to {
            To::Twee => story::twee(scenario),
            To::Ink => story::ink(scenario),
        };
        match self.output {
            Some(path) => create(&path, &text)?,
            None => around.out().write_all(text.as_bytes())?,
        }
        Ok(Outcome::Fine)
    }
}
