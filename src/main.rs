//! The program: hands its arguments to `cli` and the exit code to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    bedside::cli::run(std::env::args_os())
}
