//! The program from outside, as a person or a script would run it. One binary for all of it; a module says what belongs there.
#![allow(clippy::unwrap_used, reason = "a test")]

/// The author's bench: analysis, plays, pictures, preview, checks with settings, other formats, files of any size.
mod author;
/// Commands run to their end: whole output, whole errors, exit codes.
mod cli;
mod support;
