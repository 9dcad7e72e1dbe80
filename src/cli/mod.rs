//! The command line: the only room that knows files, the clock, the journal, the environment and signals.

mod args;
mod exit;
mod shelf;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use args::Args;

/// Runs the program. Exit codes: 0 fine, 1 findings, 2 could not run; a closed pipe is fine.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Args::try_parse_from(args) {
        Ok(args) => exit::code(args.run()),
        Err(help) => exit::usage(&help),
    }
}
