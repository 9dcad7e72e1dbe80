//! `bedside key new` and `bedside key sync`: a panel's ratings, begun and kept in step with the wording.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Subcommand;

use super::place::{create, fit, replace, root};
use crate::cli::exit::Outcome;
use crate::cli::shelf::{key, sound};
use crate::cli::surroundings::Surroundings;
use crate::exchange::keyfile::{self, Stale};

/// Begin a key for a scenario, or bring its fingerprints up to date.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct KeyCommand {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Write a key to fill in, with every choice's wording as a comment
    New {
        /// The scenario
        id: String,
        /// Whose ratings these are
        #[arg(long, default_value = "author")]
        panel: String,
    },
    /// Show which wording changed since it was rated, and take the new wording as rated once you have looked
    Sync {
        /// The scenario
        id: String,
        /// Whose key, if there are several
        #[arg(long)]
        panel: Option<String>,
        /// Accept every change without asking
        #[arg(long)]
        yes: bool,
    },
}

impl KeyCommand {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        match self.what {
            What::New { id, panel } => new(around, &id, &panel),
            What::Sync { id, panel, yes } => sync(around, &id, panel.as_deref(), yes),
        }
    }
}

fn new(around: &Surroundings, id: &str, panel: &str) -> anyhow::Result<Outcome> {
    fit(panel)?;
    let shelf = around.shelf()?;
    let scenario = sound(shelf.entry(id)?)?;
    let path = root(around)
        .join("scoring")
        .join("keys")
        .join(id)
        .join(format!("{panel}.yaml"));
    create(&path, &keyfile::skeleton(scenario, panel))?;
    let mut out = around.out();
    writeln!(
        out,
        "Wrote {}. Every choice stands at 0 until you rate it.",
        path.display()
    )?;
    writeln!(
        out,
        "What its words mean: `bedside explain ratings`, `bedside explain skills`, `bedside explain errors`."
    )?;
    Ok(Outcome::Fine)
}

fn sync(around: &Surroundings, id: &str, panel: Option<&str>, yes: bool) -> anyhow::Result<Outcome> {
    let shelf = around.shelf()?;
    let entry = shelf.entry(id)?;
    let scenario = sound(entry)?;
    // A key that rates nothing yet may have stale fingerprints too.
    let Some(rated) = key(entry, panel)?.or(entry.keys.first()) else {
        bail!("{id} has no key yet; begin one with `bedside key new {id}`");
    };
    let path = PathBuf::from(shelf.sources.name(rated.span.file));
    if entry.pack == "built-in" || !path.is_file() {
        bail!("{id} is built into the program; name the folder with your copy: `bedside --library DIR key sync {id}`");
    }
    let text = std::fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    let synced = keyfile::sync(scenario, rated, &text);
    let mut out = around.out();
    if synced.stale.is_empty() {
        writeln!(out, "Every fingerprint of {} fits the wording.", path.display())?;
        return Ok(Outcome::Fine);
    }
    for stale in &synced.stale {
        tell(&mut out, stale)?;
    }
    out.flush()?;
    if !yes && !agreed(&mut out, &path, synced.stale.len())? {
        writeln!(out, "Nothing was changed. `--yes` accepts without asking.")?;
        return Ok(Outcome::Findings);
    }
    replace(&path, &synced.text)?;
    writeln!(
        out,
        "Brought {} in {} up to date.",
        count(synced.stale.len()),
        path.display()
    )?;
    Ok(Outcome::Fine)
}

fn tell(out: &mut impl Write, stale: &Stale) -> io::Result<()> {
    let mut before = stale.old.map_or_else(|| "not yet".to_owned(), |old| old.to_string());
    if let Some(was) = &stale.was {
        before += "  ";
        before += was;
    }
    writeln!(
        out,
        "{}\n  - {before}\n  + {}  {}",
        stale.address, stale.new, stale.wording
    )
}

/// Asks at a terminal; in a script the answer is no.
fn agreed(out: &mut impl Write, path: &Path, changes: usize) -> anyhow::Result<bool> {
    if !io::stdin().is_terminal() {
        return Ok(false);
    }
    write!(
        out,
        "Do the ratings still hold for this wording? Write {} to {}? [y/N] ",
        count(changes),
        path.display()
    )?;
    out.flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    Ok(matches!(line.trim(), "y" | "Y" | "yes"))
}

fn count(changes: usize) -> String {
    if changes == 1 {
        "1 fingerprint".to_owned()
    } else {
        format!("{changes} fingerprints")
    }
}
