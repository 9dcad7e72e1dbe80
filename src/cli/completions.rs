//! `bedside completions`: what a shell needs to complete commands and options.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::Args;
use super::exit::Outcome;

/// Print completions for a shell.
///
/// For example: `bedside completions bash > ~/.local/share/bash-completion/completions/bedside`
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// Which shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self) -> anyhow::Result<Outcome> {
        // By way of memory: the generator panics when what it writes to is closed.
        let mut text = Vec::new();
        clap_complete::generate(self.shell, &mut Args::command(), "bedside", &mut text);
        io::stdout().lock().write_all(&text)?;
        Ok(Outcome::Fine)
    }
}
