//! `bedside schema`: what editors need to complete and check while typing.

use std::io::Write;

use clap::ValueEnum;

use crate::cli::exit::Outcome;
use crate::cli::surroundings::Surroundings;
use crate::exchange::schema;

/// Print the JSON Schema of scenarios or keys, for completion in an editor.
///
/// With the YAML extension of most editors, save it beside your files and write this as a file's first line:
/// # yaml-language-server: $schema=scenario.schema.json
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside schema scenario > scenario.schema.json")]
pub(in crate::cli) struct Schema {
    #[arg(value_enum, default_value_t)]
    of: Of,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Of {
    #[default]
    Scenario,
    Key,
}

impl Schema {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let text = match self.of {
            Of::Scenario => schema::SCENARIO,
            Of::Key => schema::KEY,
        };
        let mut out = around.out();
        out.write_all(text.as_bytes())?;
        out.write_all(b"\n")?;
        Ok(Outcome::Fine)
    }
}
