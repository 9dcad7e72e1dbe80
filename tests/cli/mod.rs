//! Commands run to their end: whole output, whole errors, exit codes.

/// `--answers`: what is taken, what is refused.
mod answers;
/// `check` and `explain`.
mod checking;
/// `config` and its file.
mod config;
/// A real process killed while answers are typed, many times.
mod crash;
/// `docs/formats.md` and what the commands write.
mod formats;
/// `guide`: the page for whoever leads.
mod guide;
/// `history`, `forget`, learners.
mod history;
/// Journals that cannot be used.
mod journal_faults;
/// The library, shadowed, broken and hostile.
mod library;
/// Line by line: whole conversations, every command, bytes that must not appear.
mod plain;
/// `drill`, `exam`, `progress`, `report`.
mod practice;
/// `score` and transcripts.
mod scoring;
/// Help, completions, manual page, slips of the hand, closed pipes.
mod usage;
