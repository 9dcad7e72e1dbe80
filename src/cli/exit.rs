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

/// `--help` and `--version` are fine; a slip in the arguments is told in one line, and is 2.
pub(super) fn usage(help: &clap::Error) -> ExitCode {
    if !help.use_stderr() {
        // A closed pipe is fine here too.
        let _ = help.print();
        return ExitCode::SUCCESS;
    }
    let _ = writeln!(io::stderr(), "bedside: {}", one_line(&help.to_string()));
    ExitCode::from(2)
}

/// What clap says over several lines, without the usage.
fn one_line(text: &str) -> String {
    let said = text.split("\n\nUsage:").next().unwrap_or(text);
    let said = said.split("\n\nFor more information").next().unwrap_or(said);
    let mut line = String::new();
    for part in said.lines().map(str::trim).filter(|part| !part.is_empty()) {
        let part = part
            .strip_prefix("error: ")
            .or(part.strip_prefix("tip: "))
            .unwrap_or(part);
        if line.ends_with(':') {
            line.push(' ');
        } else if !line.is_empty() {
            line.push_str("; ");
        }
        line.push_str(part);
    }
    format!("{line}; `bedside --help` shows how it is used")
}

fn closed_pipe(fault: &anyhow::Error) -> bool {
    fault.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
