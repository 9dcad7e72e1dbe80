//! `bedside check`: every fault of a scenario, a folder, or the whole library, with what to do.

mod config;
pub(super) mod ground;

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::clock;
use super::exit::Outcome;
use super::shelf::Shelf;
use super::surroundings::Surroundings;
use crate::diag::{Diagnostic, Drawing, Severity, Sources, render};
use crate::exchange::findings::json_lines;
use crate::exchange::sarif::{RuleNote, sarif};
use crate::i18n::Words;
use crate::lint::{self, Config, Rule};
use crate::model::Library;

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
    /// How to write it; json is one object a line, sarif is what code hosts read
    #[arg(long, value_enum, default_value_t)]
    format: CheckFormat,
}

const EXAMPLES: &str = "\
Examples:
  bedside check                              the library in use
  bedside check my-pack                      a folder of scenarios
  bedside check scenarios/adult/mine.yaml    one scenario and its keys
  bedside check my-pack --deny warning       for a build that must be spotless
  bedside check my-pack --format sarif       for code hosts and editors

A file bedside.toml beside the pack says how loud each check is there, by code, name or family:
  [check]
  longest-is-best = \"error\"
  W09x = \"allow\"
One place is allowed with a comment above it: # allow(W050): reason

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
    Sarif,
}

/// What was checked, and what is to be told of it.
#[derive(Default)]
struct Checked {
    sources: Sources,
    findings: Vec<Diagnostic>,
    scenarios: usize,
    keys: usize,
}

impl Check {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let checked = self.check(around)?;
        let mut out = around.out();
        match self.format {
            CheckFormat::Text => {
                for fault in &checked.findings {
                    writeln!(out, "{}", render(fault, &checked.sources, drawing(around)))?;
                }
                writeln!(out, "{}", summary(&around.words, &checked))?;
            }
            CheckFormat::Json => out.write_all(json_lines(&checked.findings, &checked.sources).as_bytes())?,
            CheckFormat::Sarif => {
                let rules: Vec<RuleNote> = lint::all().iter().map(|rule| note(rule)).collect();
                let version = env!("CARGO_PKG_VERSION");
                out.write_all(sarif(&checked.findings, &rules, &checked.sources, version).as_bytes())?;
            }
        }
        out.flush()?;
        let denied = checked
            .findings
            .iter()
            .any(|fault| fault.severity >= self.deny.severity());
        Ok(if denied { Outcome::Findings } else { Outcome::Fine })
    }

    fn check(&self, around: &Surroundings) -> anyhow::Result<Checked> {
        let mut checked = Checked::default();
        if self.paths.is_empty() {
            let Shelf {
                library,
                sources,
                faults,
                ..
            } = around.shelf()?;
            checked.sources = sources;
            let config = around.globals.library.as_deref().map(config::beside).transpose()?;
            checked.take(&library, faults, &config.unwrap_or_default(), |_| true);
            return Ok(checked);
        }
        for ground in ground::grounds(&self.paths)? {
            let (library, faults) = ground.load(&mut checked.sources);
            let config = config::beside(ground.root())?;
            checked.take(&library, faults, &config, |file| ground.covers(file));
        }
        Ok(checked)
    }
}

impl Checked {
    /// Every rule over a library, and what is told of the files to be kept. The one place where families of rules come
    /// together.
    fn take(&mut self, library: &Library, loaded: Vec<Diagnostic>, config: &Config, keep: impl Fn(&str) -> bool) {
        let found = lint::check(library, loaded, clock::today(), config);
        let kept = found
            .into_iter()
            .filter(|fault| keep(self.sources.name(fault.primary.span.file)));
        self.findings.extend(kept);
        for entry in &library.entries {
            let keys = entry.keys.iter().filter(|key| keep(self.sources.name(key.span.file)));
            let keys = keys.count();
            self.keys += keys;
            self.scenarios += usize::from(keys > 0 || keep(&entry.path));
        }
    }
}

fn note(rule: &Rule) -> RuleNote {
    RuleNote {
        code: rule.code.to_owned(),
        name: rule.name.to_owned(),
        summary: rule.summary.to_owned(),
        documentation: rule.documentation(),
        severity: rule.severity,
    }
}

/// Colour for people at a terminal who did not decline it.
fn drawing(around: &Surroundings) -> Drawing {
    Drawing {
        colour: io::stdout().is_terminal() && !around.no_color() && !around.plain(),
        width: around.columns(),
    }
}

fn summary(words: &Words, checked: &Checked) -> String {
    let count = |severity| {
        checked
            .findings
            .iter()
            .filter(|fault| fault.severity == severity)
            .count()
    };
    let facts = [
        ("scenarios", checked.scenarios.into()),
        ("keys", checked.keys.into()),
        ("errors", count(Severity::Error).into()),
        ("warnings", count(Severity::Warning).into()),
        ("infos", count(Severity::Info).into()),
    ];
    if checked.findings.is_empty() {
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
