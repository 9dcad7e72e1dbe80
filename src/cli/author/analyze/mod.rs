//! `bedside analyze`: what can happen in a scenario at all, how likely, and what it earns, on one page.

mod answer;
mod numbers;
mod page;
mod shape;
mod why;

use super::waiting::Waiting;
use crate::cli::exit::Outcome;
use crate::cli::format::{Format, json};
use crate::cli::shelf::{key, sound};
use crate::cli::subject::Subject;
use crate::cli::surroundings::Surroundings;
use crate::diag::Sources;
use crate::explore::Limits;
use crate::model::{Key, Rubric, Scenario};

use numbers::Numbers;

/// Go through every way of playing a scenario and tell what comes of it.
///
/// Endings and how likely they are, scores, what nobody can reach and why, dead ends, how trust moves, and how far someone
/// gets who knows nothing. Numbers are exact; where there are too many states they come from seeded plays, and say so.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  bedside analyze day-nine\n  bedside analyze scenarios/adult/mine.yaml --format json"
)]
pub(in crate::cli) struct Analyze {
    /// The scenario: its id, or its file
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    /// Whose ratings to score with, if there are several keys
    #[arg(long)]
    panel: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// States to go through before plays are sampled instead; a million takes about 60 MB
    #[arg(long, value_name = "N", default_value_t = Limits::default().budget)]
    budget: usize,
}

/// What page and JSON are written from.
struct Findings<'a> {
    scenario: &'a Scenario,
    key: Option<&'a Key>,
    rubric: &'a Rubric,
    sources: &'a Sources,
    budget: usize,
    numbers: Numbers,
}

impl Analyze {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let subject = Subject::of(around, &self.scenario)?;
        let scenario = sound(subject.entry())?;
        let key = key(subject.entry(), self.panel.as_deref())?.map(AsRef::as_ref);
        let waiting = Waiting::new(around, "Going through every way of playing");
        let tick = |progress| waiting.tick(progress);
        let limits = Limits {
            budget: self.budget,
            seed: around.globals.seed.unwrap_or(Limits::default().seed),
            tick: Some(&tick),
            ..Limits::default()
        };
        let rubric = &subject.library.rubric;
        let Ok(numbers) = Numbers::of(scenario, key, rubric, &limits) else {
            anyhow::bail!("the analysis was stopped");
        };
        drop(waiting);
        let findings = Findings {
            scenario,
            key,
            rubric,
            sources: &subject.sources,
            budget: self.budget,
            numbers,
        };
        match self.format {
            Format::Json => json(around.out(), &answer::answer(&findings))?,
            Format::Text => {
                let mut paper = around.paper();
                page::write(&mut paper, &findings, !around.spoken())?;
                paper.flush()?;
            }
        }
        Ok(Outcome::Fine)
    }
}
