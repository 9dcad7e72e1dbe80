//! The command line: the only room that knows files, the clock, the journal, the environment and signals.
//! One command, one file; what they share lies in `surroundings` (environment), `shelf` (library) and `exit`.

mod answers;
mod args;
mod attempt;
mod author;
mod beside;
mod book;
mod check;
mod clock;
mod completions;
mod config;
mod exit;
mod explain;
mod forget;
mod format;
mod guide;
mod hearing;
mod history;
mod home;
mod list;
mod man;
mod page;
mod play;
mod practice;
mod preview;
mod score;
mod seed;
mod settings;
mod shelf;
mod show;
mod subject;
mod surroundings;

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
