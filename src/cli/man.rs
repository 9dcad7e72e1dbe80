//! `bedside man`: the manual page.

use std::io::{self, Write};

use clap::CommandFactory;

use super::args::Args;
use super::exit::Outcome;

/// Print the manual page.
///
/// Read it with `bedside man | man -l -`.
#[derive(Debug, clap::Args)]
pub(super) struct Man {
    /// One command's page instead of the program's
    command: Option<String>,
}

impl Man {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        let mut program = Args::command();
        program.build();
        let about = match &self.command {
            None => program,
            Some(name) => {
                let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
                let Some(found) = program.find_subcommand(name) else {
                    anyhow::bail!("there is no command \"{name}\"; there are {}", names.join(", "));
                };
                found.clone()
            }
        };
        let mut page = Vec::new();
        clap_mangen::Man::new(about).render(&mut page)?;
        io::stdout().lock().write_all(&page)?;
        Ok(Outcome::Fine)
    }
}
