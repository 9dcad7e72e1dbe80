//! `bedside new`: a first scenario to change.

use std::io::Write;

use anyhow::bail;
use clap::ValueEnum;

use super::place::{create, fit, root};
use crate::cli::exit::Outcome;
use crate::cli::shelf;
use crate::cli::surroundings::Surroundings;
use crate::exchange::begin;
use crate::model;

/// Begin a scenario: a short commented conversation that plays at once, for you to change.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  bedside new the-last-appointment --track adult\n  bedside --library . play the-last-appointment"
)]
pub(in crate::cli) struct New {
    /// The name of its file and its id for ever, such as the-last-appointment
    id: String,
    #[arg(long, value_enum, default_value_t)]
    track: Track,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Track {
    #[default]
    Adult,
    Pediatric,
    Cultural,
    Planning,
}

impl New {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        fit(&self.id)?;
        let track = match self.track {
            Track::Adult => model::Track::Adult,
            Track::Pediatric => model::Track::Pediatric,
            Track::Cultural => model::Track::Cultural,
            Track::Planning => model::Track::Planning,
        };
        let root = root(around);
        let place = |track: model::Track| {
            root.join("scenarios")
                .join(track.id())
                .join(format!("{}.yaml", self.id))
        };
        // A name stands for one scenario, whatever its track.
        if let Some(known) = model::Track::ALL.into_iter().map(place).find(|path| path.is_file()) {
            bail!(
                "{} is there already, and was left as it is; choose another name",
                known.display()
            );
        }
        let path = place(track);
        let today = jiff::Zoned::now().date().to_string();
        create(&path, &begin::scenario(&self.id, track, &today))?;
        let library = if root.as_os_str().is_empty() {
            ".".to_owned()
        } else {
            root.display().to_string()
        };
        let mut out = around.out();
        let shown = path.display();
        writeln!(
            out,
            "Wrote {shown}.\nPlay it:   bedside --library {library} play {}\nCheck it:  bedside check {shown}\nWatch it:  bedside preview {shown}",
            self.id,
        )?;
        if shelf::headers(None)?.iter().any(|(_, header)| *header.id == self.id) {
            writeln!(
                out,
                "A built-in conversation has this name too; with --library yours takes its place."
            )?;
        }
        Ok(Outcome::Fine)
    }
}
