//! `bedside new`: a first scenario to change.

use clap::ValueEnum;

use super::place::{create, fit, root};
use crate::cli::exit::Outcome;
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
        let path = root
            .join("scenarios")
            .join(track.id())
            .join(format!("{}.yaml", self.id));
        let today = jiff::Zoned::now().date().to_string();
        create(&path, &begin::scenario(&self.id, track, &today))?;
        let library = if root.as_os_str().is_empty() {
            ".".to_owned()
        } else {
            root.display().to_string()
        };
        let mut out = around.out();
        std::io::Write::write_fmt(
            &mut out,
            format_args!(
                "Wrote {}.\nPlay it:   bedside --library {library} play {id}\nCheck it:  bedside check {}\nWatch it:  bedside preview {}\n",
                path.display(),
                path.display(),
                path.display(),
                id = self.id,
            ),
        )?;
        Ok(Outcome::Fine)
    }
}
