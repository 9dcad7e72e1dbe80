//! `bedside check`: every fault of a scenario, a folder, or the whole library, with what to do.

mod ground;
mod lines;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::exit::Outcome;
use super::shelf::Shelf;
use super::surroundings::Surroundings;
use crate::diag::{Diagnostic, Drawing, Severity, render};
use crate::i18n::Words;

/// Find what is wrong in scenarios and keys.
///
/// Every fault of a file is told at once, with the place and what to do. Without a path the whole library is checked.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Check {
    /// Files, or folders of scenarios
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// End with 1 from this level up
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Deny::Error)]
    deny: Deny,
    /// How to write it; json is one object a line
    #[arg(long, value_enum, default_value_t)]
    format: CheckFormat,
}

const EXAMPLES: &str = "\
Examples:
  bedside check                              the library in use
  bedside check my-pack                      a folder of scenarios
  bedside check scenarios/adult/mine.yaml    one scenario and its keys
  bedside check my-pack --deny warning       for a build that must be spotless

Exit codes: 0 nothing at or above --deny; 1 something; 2 it could not run.";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Deny {
    Info,
    Warning,
    Error,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum CheckFormat {
    #[default]
    Text,
    Json,
}

/// What was checked, pack by pack, with the findings to tell.
struct Checked {
    shelf: Shelf,
    findings: Vec<Diagnostic>,
}

impl Check {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let checked = if self.paths.is_empty() {
            let shelf = around.shelf()?;
            let findings = findings(&shelf);
            vec![Checked { shelf, findings }]
        } else {
            let grounds = ground::grounds(&self.paths)?;
            let judged = grounds.into_iter().map(|ground| {
                let shelf = ground.load();
                let mut findings = findings(&shelf);
                findings.retain(|fault| ground.covers(shelf.sources.name(fault.primary.span.file)));
                Checked { shelf, findings }
            });
            judged.collect()
        };
        let mut out = around.out();
        for one in &checked {
            for fault in &one.findings {
                match self.format {
                    CheckFormat::Text => writeln!(out, "{}", render(fault, &one.shelf.sources, drawing(around)))?,
                    CheckFormat::Json => lines::write(&mut out, fault, &one.shelf.sources)?,
                }
            }
        }
        if self.format == CheckFormat::Text {
            writeln!(out, "{}", summary(&around.words, &checked))?;
        }
        out.flush()?;
        let mut all = checked.iter().flat_map(|one| &one.findings);
        let denied = all.any(|fault| fault.severity >= self.deny.severity());
        Ok(if denied { Outcome::Findings } else { Outcome::Fine })
    }
}

/// Everything that is wrong, in the order of files and places. The one place where families of rules come together.
fn findings(shelf: &Shelf) -> Vec<Diagnostic> {
    let mut all = shelf.faults.clone();
    let place = |fault: &Diagnostic| (fault.primary.span.file, fault.primary.span.start);
    all.sort_by_key(place);
    all
}

/// Colour for people at a terminal who did not decline it.
fn drawing(around: &Surroundings) -> Drawing {
    let declined = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    Drawing {
        colour: io::stdout().is_terminal() && !declined && !around.plain(),
        width: around.columns(),
    }
}

fn summary(words: &Words, checked: &[Checked]) -> String {
    let count = |severity| {
        let all = checked.iter().flat_map(|one| &one.findings);
        all.filter(|fault| fault.severity == severity).count()
    };
    let entries = || checked.iter().flat_map(|one| &one.shelf.library.entries);
    let facts = [
        ("scenarios", entries().count().into()),
        ("keys", entries().map(|entry| entry.keys.len()).sum::<usize>().into()),
        ("errors", count(Severity::Error).into()),
        ("warnings", count(Severity::Warning).into()),
        ("infos", count(Severity::Info).into()),
    ];
    if checked.iter().all(|one| one.findings.is_empty()) {
        words.say_with("check-clean", &facts)
    } else {
        words.say_with("check-found", &facts)
    }
}

impl Deny {
    fn severity(self) -> Severity {
        match self {
            Deny::Info => Severity::Info,
            Deny::Warning => Severity::Warning,
            Deny::Error => Severity::Error,
        }
    }
}
