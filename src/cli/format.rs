//! Text for people or JSON for programs. JSON is one object with a `format` number and a named list.

use std::io::Write;

use clap::ValueEnum;
use serde::Serialize;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
}

/// The number every JSON answer of the command line carries; raised when a field changes its meaning or goes.
pub(super) const FORMAT: u32 = 1;

/// Writes one JSON value, indented, with a line break after it.
pub(super) fn json(mut out: impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    // serde_json wraps a closed pipe in its own error; by way of a text the pipe's error stays what it is.
    let text = serde_json::to_string_pretty(value)?;
    out.write_all(text.as_bytes())?;
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(())
}
