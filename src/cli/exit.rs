//! How a run ends: one line that says what happened and what to do, and the code the shell sees.

use std::io::{self, Write};
use std::process::ExitCode;

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Fine,
    /// It ran, and there is something to see to (findings at or above the level asked for).
    Findings,
}

/// A closed pipe (`bedside list | head -1`) is success; anything else that went wrong is told and is 2.
pub(super) fn code(result: anyhow::Result<Outcome>) -> ExitCode {
    match result {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(fault) if closed_pipe(&fault) => ExitCode::SUCCESS,
        Err(fault) => {
            // If even stderr is closed there is nobody left to tell.
            let _ = writeln!(io::stderr(), "bedside: {fault:#}");
            ExitCode::from(2)
        }
    }
}

/// `--help` and `--version` are fine; a slip in the arguments is 2.
pub(super) fn usage(help: &clap::Error) -> ExitCode {
    let _ = help.print();
    ExitCode::from(if help.use_stderr() { 2 } else { 0 })
}

fn closed_pipe(fault: &anyhow::Error) -> bool {
    fault.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
