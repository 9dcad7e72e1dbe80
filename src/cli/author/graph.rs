//! `bedside graph`: the branching as a picture or in words.

use std::io::Write;
use std::path::PathBuf;

use clap::ValueEnum;

use super::place::create;
use super::waiting::Waiting;
use crate::cli::exit::Outcome;
use crate::cli::shelf::{key, sound};
use crate::cli::subject::Subject;
use crate::cli::surroundings::Surroundings;
use crate::exchange::graph;
use crate::explore::{Limits, analyse};

/// Draw how a scenario branches: nodes, choices with their ratings, endings.
///
/// The SVG carries the whole branching in words for those who cannot see it; `--format outline` prints just that.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside graph day-nine --output day-nine.svg")]
pub(in crate::cli) struct Graph {
    /// The scenario: its id, or its file
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    /// What to write; mermaid is what many wikis draw by themselves
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

/// A picture of more states than this tells nothing that `analyze` would not tell better.
const BUDGET: usize = 1_000_000;

impl Graph {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let subject = Subject::of(around, &self.scenario)?;
        let entry = subject.entry();
        let scenario = sound(entry)?;
        let rated = key(entry, self.panel.as_deref())?;
        let waiting = Waiting::new(around, "Counting how likely each way is");
        let tick = |progress| waiting.tick(progress);
        let limits = Limits {
            budget: BUDGET,
            plays: 1,
            tick: Some(&tick),
            ..Limits::default()
        };
        let chances = analyse(scenario, &limits)
            .ok()
            .and_then(|analysis| graph::Chances::of(&analysis));
        drop(waiting);
        if chances.is_none() {
            around.note("how likely each way is cannot be drawn; `bedside analyze` says why");
        }
        let drawn = graph::Graph {
            scenario,
            key: rated.map(AsRef::as_ref),
            chances: chances.as_ref(),
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
