//! `bedside fmt`: tidies files in place.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::place::replace;
use crate::cli::exit::Outcome;
use crate::cli::surroundings::Surroundings;
use crate::content::tidy;

/// Tidy scenario and key files: quotes round words that YAML would eat, `and or not` in words, no stray spaces.
///
/// Order, comments and line breaks stay as they are. It also mends many files that YAML cannot read.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  bedside fmt scenarios/adult/mine.yaml\n  bedside fmt scenarios --check     says what would change, and changes nothing"
)]
pub(in crate::cli) struct Fmt {
    /// Files, or folders to look through
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Change nothing; end with 1 if something would change
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let mut files = Vec::new();
        for path in &self.paths {
            gather(path, 0, &mut files)?;
        }
        if files.is_empty() {
            bail!("there is no .yaml file in what you named");
        }
        let mut out = around.out();
        let mut differ = false;
        for path in files {
            let text =
                fs::read_to_string(&path).with_context(|| format!("could not read {} as text", path.display()))?;
            let tidied = tidy(&text);
            if tidied.text == text {
                continue;
            }
            differ = true;
            for (line, what) in &tidied.changes {
                writeln!(out, "{}:{line}: {what}", path.display())?;
            }
            if tidied.changes.is_empty() {
                writeln!(out, "{}: spaces and line ends", path.display())?;
            }
            if !self.check {
                replace(&path, &tidied.text)?;
            }
        }
        let word = if self.check {
            "Nothing would change."
        } else {
            "Nothing to tidy."
        };
        if !differ {
            writeln!(out, "{word}")?;
        }
        Ok(if differ && self.check {
            Outcome::Findings
        } else {
            Outcome::Fine
        })
    }
}

/// Deeper folders than any pack has are not looked into.
const DEEPEST: usize = 8;

fn gather(path: &Path, depth: usize, files: &mut Vec<PathBuf>) -> anyhow::Result<()> {
    let about = fs::metadata(path).with_context(|| format!("there is no file or folder {}", path.display()))?;
    if about.is_file() {
        files.push(path.to_owned());
        return Ok(());
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(path)
        .with_context(|| format!("could not look into {}", path.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir() || path.extension().is_some_and(|end| end == "yaml" || end == "yml"))
        .collect();
    inside.sort();
    for path in inside.into_iter().filter(|path| depth < DEEPEST || path.is_file()) {
        gather(&path, depth + 1, files)?;
    }
    Ok(())
}
