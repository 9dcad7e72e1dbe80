//! What the plays came to, as a page and for programs (`docs/formats.md`, "Simulation").

use std::io::{self, Write};

use serde::Serialize;

use crate::cli::author::figures::{bar, count, percent};
use crate::cli::format::FORMAT;
use crate::explore::{Ask, Method, PolicyReport};
use crate::model::ChoiceIx;
use crate::plain::Paper;

pub(super) fn write<W: Write>(paper: &mut Paper<W>, ask: &Ask, report: &PolicyReport, bars: bool) -> io::Result<()> {
    let scenario = ask.scenario;
    paper.text(scenario.raw(scenario.title))?;
    paper.text(&match report.method {
        Method::Exact { .. } => format!(
            "Choosing what is {} is always the same line, so these numbers are exact and nothing was drawn.",
            report.policy.name()
        ),
        Method::Sampled { plays: 0, .. } => format!(
            "What is {} is not known: there are too many states to go through, or lines can go on for ever.",
            report.policy.name()
        ),
        Method::Sampled { plays, seed } => format!(
            "{} plays, choosing by \"{}\", seed {seed}; {:.1} choices each on average. Numbers in brackets are standard errors.",
            count(plays),
            report.policy.name(),
            report.steps
        ),
    })?;
    paper.heading("Endings")?;
    let widest = scenario.endings.iter().map(|ending| ending.id.len()).max().unwrap_or(0);
    for (ending, (share, error)) in scenario.endings.iter().zip(&report.endings) {
        let drawn = bar(*share, bars);
        let error = if *error > 0.0 {
            format!(" ({:.2})", error * 100.0)
        } else {
            String::new()
        };
        paper.verbatim(&format!(
            "  {:<widest$}{drawn}  {:>7}{error}  {}",
            ending.id.as_str(),
            percent(*share),
            scenario.raw(ending.title)
        ))?;
    }
    if report.lost > 1e-12 {
        paper.text(&format!("{} of the plays came to no ending.", percent(report.lost)))?;
    }
    paper.heading("Process score, 0 to 100")?;
    let Some(score) = report.score else {
        return paper.text(if ask.key.is_some() {
            "None of the plays has one."
        } else {
            "Nobody rated this scenario yet. `bedside key new ID` begins a key."
        });
    };
    paper.text(&format!(
        "Mean {:.2} ({:.2}), give or take {:.1}.",
        score.mean, report.error, score.sd
    ))?;
    if let Some(quantiles) = &report.quantiles {
        let [least, low, middle, high, most] = quantiles.at;
        paper.text(&format!(
            "The middle play earns {middle:.1}; half of all lie between {low:.1} and {high:.1}, nine in ten between {least:.1} and \
             {most:.1}."
        ))?;
    }
    Ok(())
}

#[derive(Serialize)]
pub(super) struct Answer<'a> {
    format: u32,
    simulation: Simulation<'a>,
}

#[derive(Serialize)]
struct Simulation<'a> {
    scenario: &'a str,
    version: u32,
    panel: Option<&'a str>,
    policy: &'a str,
    /// 0 where the policy is one fixed line.
    runs: usize,
    seed: Option<u64>,
    exact: bool,
    steps: f64,
    /// Share of plays that came to no ending.
    lost: f64,
    endings: Vec<Ending<'a>>,
    score: Option<Score>,
    choices: Vec<Taken>,
}

#[derive(Serialize)]
struct Ending<'a> {
    ending: &'a str,
    chance: f64,
    standard_error: f64,
}

#[derive(Serialize)]
struct Score {
    mean: f64,
    sd: f64,
    standard_error: f64,
    /// Smallest score with at least 5, 25, 50, 75 and 95 % of plays at or below it.
    quantiles: Option<[f64; 5]>,
}

#[derive(Serialize)]
struct Taken {
    choice: String,
    /// How often in one play, on average.
    takes: f64,
}

pub(super) fn answer<'a>(ask: &Ask<'a>, report: &'a PolicyReport) -> Answer<'a> {
    let (runs, seed, exact) = match report.method {
        Method::Exact { .. } => (0, None, true),
        Method::Sampled { plays, seed } => (plays, Some(seed), false),
    };
    let scenario = ask.scenario;
    let endings = scenario.endings.iter().zip(&report.endings);
    let endings = endings.map(|(ending, (chance, error))| Ending {
        ending: &ending.id,
        chance: *chance,
        standard_error: *error,
    });
    let choices = report.takes.iter().enumerate().map(|(at, takes)| Taken {
        choice: scenario.address(ChoiceIx::new(at)),
        takes: *takes,
    });
    Answer {
        format: FORMAT,
        simulation: Simulation {
            scenario: &scenario.id,
            version: scenario.version,
            panel: ask.key.map(|key| key.panel.as_str()),
            policy: report.policy.name(),
            runs,
            seed,
            exact,
            steps: report.steps,
            lost: report.lost,
            endings: endings.collect(),
            score: report.score.map(|score| Score {
                mean: score.mean,
                sd: score.sd,
                standard_error: report.error,
                quantiles: report.quantiles.as_ref().map(|quantiles| quantiles.at),
            }),
            choices: choices.collect(),
        },
    }
}
