//! `bedside preview`: a scenario played beside the editor, with every save taken in.

mod lines;
mod screen;
mod stage;
mod watch;

use std::path::PathBuf;

use super::exit::Outcome;
use super::seed;
use super::surroundings::Surroundings;

use stage::Stage;

/// Play a scenario while you write it: every save shows at once, and you stay where you are.
///
/// Faults are shown as they are made, and the last sound version stays on the screen. Nothing goes into the journal. Line by
/// line, each save is checked and its faults are told; it ends with q, or when its input ends.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside preview scenarios/adult/the-last-appointment.yaml")]
pub(super) struct Preview {
    /// The scenario's file
    file: PathBuf,
}

impl Preview {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let seed = around.globals.seed.unwrap_or_else(seed::fresh);
        let stage = Stage::new(&self.file, around.globals.library.as_deref(), seed);
        // A file that is not there, or a pack that cannot be read, is no fault of the scenario's.
        stage.look()?;
        if around.plain() {
            lines::run(around, &stage)
        } else {
            screen::run(around, stage)
        }
    }
}
