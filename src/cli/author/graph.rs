//! `bedside graph`: the branching as a picture or in words.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use super::place::create;
use crate::cli::exit::Outcome;
use crate::cli::shelf::{key, sound};
use crate::cli::surroundings::Surroundings;
use crate::exchange::graph;

/// Draw how a scenario branches: nodes, choices with their ratings, endings.
///
/// The SVG carries the whole branching in words for those who cannot see it; `--format outline` prints just that.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside graph day-nine --output day-nine.svg")]
pub(in crate::cli) struct Graph {
    id: String,
    #[arg(long, value_enum, default_value_t)]
    format: GraphFormat,
    /// Whose ratings to show, if there are several keys
    #[arg(long)]
    panel: Option<String>,
    /// A new file to write [default: standard output]
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum GraphFormat {
    #[default]
    Svg,
    Dot,
    Mermaid,
    Outline,
}

impl Graph {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shelf = around.shelf()?;
        let entry = shelf.entry(&self.id)?;
        let scenario = sound(entry)?;
        let rated = key(entry, self.panel.as_deref())?;
        let drawn = graph::Graph {
            scenario,
            key: rated.map(AsRef::as_ref),
            chances: None,
        };
        let text = match self.format {
            GraphFormat::Svg => graph::svg(&drawn),
            GraphFormat::Dot => graph::dot(&drawn),
            GraphFormat::Mermaid => graph::mermaid(&drawn),
            GraphFormat::Outline => graph::outline(&drawn),
        };
        match self.output {
            Some(path) => create(&path, &text)?,
            None => around.out().write_all(text.as_bytes())?,
        }
        Ok(Outcome::Fine)
    }
}
