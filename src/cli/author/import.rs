//! `bedside import`: a skeleton out of another tool's file.

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, bail};

use super::place::{create, fit, root};
use crate::cli::exit::Outcome;
use crate::cli::surroundings::Surroundings;
use crate::exchange::import::{self, NotReadable};

/// Turn a Twee 3 file or the content.json of an H5P Branching Scenario into a scenario to finish.
///
/// Everything that could not come along is listed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside import old-story.twee\n  bedside import content.json --as the-ward")]
pub(in crate::cli) struct Import {
    file: PathBuf,
    /// Id of the new scenario [default: from the file's name]
    #[arg(long = "as", value_name = "ID")]
    id: Option<String>,
}

/// Stories people write by hand are far below this.
const LARGEST: u64 = 16 * 1024 * 1024;

impl Import {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shown = self.file.display();
        let about = std::fs::metadata(&self.file).with_context(|| format!("there is no file {shown}"))?;
        if about.len() > LARGEST {
            bail!("{shown} is larger than 16 MB; that is no story written by hand");
        }
        let text = std::fs::read_to_string(&self.file).with_context(|| format!("could not read {shown} as text"))?;
        let stem = self
            .file
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or("imported");
        let id = self
            .id
            .clone()
            .unwrap_or_else(|| stem.to_lowercase().replace([' ', '_', '.'], "-"));
        fit(&id)?;
        let ending = self.file.extension().and_then(|ending| ending.to_str()).unwrap_or("");
        let imported = match ending {
            "twee" | "tw" => import::twee(&text, &id),
            "json" => import::h5p(&text, &id),
            "h5p" => bail!("{shown} is a package; unpack it (it is a zip) and give content/content.json"),
            _ => bail!("{shown} is neither Twee (.twee) nor an H5P content.json; these two can be read"),
        };
        let imported = imported.map_err(|fault| refused(&self.file, &fault))?;
        let path = root(around).join("scenarios").join("adult").join(format!("{id}.yaml"));
        create(&path, &imported.text)?;
        let mut out = around.out();
        writeln!(
            out,
            "Wrote {}. It plays; `bedside check {}` says what is missing.",
            path.display(),
            path.display()
        )?;
        if !imported.losses.is_empty() {
            writeln!(out, "Could not come along:")?;
        }
        for loss in &imported.losses {
            writeln!(out, "  {}: {}", loss.place, loss.what)?;
        }
        Ok(Outcome::Fine)
    }
}

fn refused(file: &std::path::Path, fault: &NotReadable) -> anyhow::Error {
    let line = fault.line.map_or(String::new(), |line| format!(":{line}"));
    anyhow::anyhow!("{}{line}: {}", file.display(), fault.why)
}
