//! `bedside simulate`: seeded plays by the thousand under one way of choosing.

mod page;
mod policy_file;

use std::path::PathBuf;

use anyhow::bail;

use super::waiting::Waiting;
use crate::cli::exit::Outcome;
use crate::cli::format::{Format, json};
use crate::cli::shelf::{key, sound};
use crate::cli::subject::Subject;
use crate::cli::surroundings::Surroundings;
use crate::diag::did_you_mean;
use crate::explore::{Ask, Limits, Policy, simulate};
use crate::model::Scenario;

/// Play a scenario thousands of times by one way of choosing, and count what comes of it.
///
/// The same seed gives the same numbers on any machine. `bedside analyze` gives exact ones where they can be had.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Simulate {
    /// The scenario: its id, or its file
    #[arg(value_name = "ID|FILE")]
    scenario: String,
    /// How to choose: random, best, worst, first, longest, shortest, kindest-sounding, question-mark, asks-permission,
    /// silence-or-gesture
    #[arg(long, value_name = "NAME", default_value = "random", conflicts_with = "policy_file")]
    policy: String,
    /// A TOML file with a weight for each choice
    #[arg(long, value_name = "FILE")]
    policy_file: Option<PathBuf>,
    /// How many plays
    #[arg(long, value_name = "N", default_value_t = 10_000, value_parser = clap::value_parser!(u64).range(1..=MOST_RUNS))]
    runs: u64,
    /// Whose ratings to score with, if there are several keys
    #[arg(long)]
    panel: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const MOST_RUNS: u64 = 1_000_000_000;

const EXAMPLES: &str = "\
Examples:
  bedside simulate day-nine --policy longest --runs 100000 --seed 7
  bedside simulate day-nine --policy-file cautious.toml

A policy file:
  name = \"cautious\"
  otherwise = 1
  [weights]
  \"hall/brief-ms-ho\" = 3
  \"at-the-bed/promise\" = 0";

impl Simulate {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let subject = Subject::of(around, &self.scenario)?;
        let scenario = sound(subject.entry())?;
        let key = key(subject.entry(), self.panel.as_deref())?.map(AsRef::as_ref);
        let policy = self.choosing(scenario)?;
        if matches!(policy, Policy::Best | Policy::Worst) && key.is_none() {
            bail!(
                "nobody rated {} yet, so nothing is {}; choose another policy",
                scenario.id,
                policy.name()
            );
        }
        let ask = Ask {
            scenario,
            key,
            rubric: &subject.library.rubric,
            role: None,
            draws: None,
            quantiles: true,
        };
        let waiting = Waiting::new(around, "Playing");
        let tick = |progress| waiting.tick(progress);
        let limits = Limits {
            seed: around.globals.seed.unwrap_or(Limits::default().seed),
            tick: Some(&tick),
            ..Limits::default()
        };
        let runs = usize::try_from(self.runs).unwrap_or(usize::MAX);
        let Ok(report) = simulate(&ask, &policy, runs, &limits) else {
            bail!("the plays were stopped");
        };
        drop(waiting);
        match self.format {
            Format::Json => json(around.out(), &page::answer(&ask, &report))?,
            Format::Text => {
                let mut paper = around.paper();
                page::write(&mut paper, &ask, &report, !around.spoken())?;
                paper.flush()?;
            }
        }
        Ok(Outcome::Fine)
    }

    fn choosing(&self, scenario: &Scenario) -> anyhow::Result<Policy> {
        if let Some(path) = &self.policy_file {
            return policy_file::read(path, scenario);
        }
        if let Some(policy) = Policy::parse(&self.policy) {
            return Ok(policy);
        }
        let names: Vec<&str> = Policy::NAMED.iter().map(Policy::name).collect();
        let meant = did_you_mean(&self.policy, names.iter().copied());
        let meant = meant.map_or_else(String::new, |meant| format!("did you mean {meant}? "));
        bail!(
            "no policy is called \"{}\"; {meant}There are {}, and --policy-file for one of your own",
            self.policy,
            names.join(", ")
        )
    }
}
