//! `bedside history`: the learner's attempts, newest first.

use std::io::Write;

use serde::Serialize;

use super::book::{Book, learner};
use super::clock;
use super::exit::Outcome;
use super::format::{FORMAT, Format, json};
use super::shelf::Shelf;
use super::surroundings::Surroundings;
use crate::i18n::Words;
use crate::journal::{self, Journal, Past};
use crate::plain::Paper;

/// Show your attempts, newest first.
///
/// An open one can be taken up again with `bedside play --resume ATTEMPT`; the first letters of its id are enough.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  bedside history\n  bedside history --learner ana --format json")]
pub(super) struct History {
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    learner: &'a str,
    attempts: Vec<Attempt<'a>>,
}

#[derive(Serialize)]
struct Attempt<'a> {
    attempt: String,
    scenario: &'a str,
    version: u32,
    mode: &'static str,
    role: &'a str,
    seed: u64,
    /// UTC.
    started: String,
    last: String,
    outcome: &'static str,
    ending: Option<&'a str>,
    choices: u32,
    lines: u32,
}

impl History {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let book = Book::look(around)?;
        let past = match &book {
            Some(book) => {
                book.know_learner()?;
                book.journal.history(&book.learner)?
            }
            None => Vec::new(),
        };
        match self.format {
            Format::Json => {
                let answer = Answer {
                    format: FORMAT,
                    learner: &learner(around),
                    attempts: past.iter().map(Attempt::of).collect(),
                };
                json(around.out(), &answer)?;
            }
            Format::Text => {
                let shelf = around.shelf_of(&past.iter().map(|one| one.scenario.as_str()).collect::<Vec<_>>())?;
                let mut paper = around.paper();
                if past.is_empty() {
                    paper.text(&around.words.say("history-empty"))?;
                }
                for one in &past {
                    tell(&mut paper, &around.words, &shelf, one)?;
                }
                paper.flush()?;
            }
        }
        Ok(Outcome::Fine)
    }
}

fn tell<W: Write>(paper: &mut Paper<W>, words: &Words, shelf: &Shelf, past: &Past) -> anyhow::Result<()> {
    let scenario = shelf
        .library
        .find(&past.scenario)
        .and_then(|entry| entry.scenario.as_ref());
    let title = past.ending.as_ref().map(|ending| {
        let found = scenario.and_then(|scenario| {
            let known = scenario.endings.iter().find(|known| known.id == **ending)?;
            Some(scenario.raw(known.title).to_owned())
        });
        found.unwrap_or_else(|| ending.to_string())
    });
    let outcome = match (past.outcome, &title) {
        (journal::Outcome::Ended, Some(title)) => words.say_with("history-ended", &[("ending", title.into())]),
        (journal::Outcome::Left, _) => words.say("history-left"),
        _ => words.say("history-open"),
    };
    let id = super::attempt::short(past.attempt);
    let when = clock::local(past.last);
    let facts = [
        ("when", (&when).into()),
        ("scenario", past.scenario.as_str().into()),
        ("outcome", (&outcome).into()),
        ("choices", i64::from(past.steps).into()),
        ("mode", past.mode.id().into()),
    ];
    paper.item("", &words.say_with("history-line", &facts))?;
    paper.item("  ", &id)?;
    Ok(())
}

impl<'a> Attempt<'a> {
    fn of(past: &'a Past) -> Self {
        Attempt {
            attempt: past.attempt.to_string(),
            scenario: &past.scenario,
            version: past.version,
            mode: past.mode.id(),
            role: &past.role,
            seed: past.seed,
            started: past.started.to_string(),
            last: past.last.to_string(),
            outcome: match past.outcome {
                journal::Outcome::Open => "open",
                journal::Outcome::Ended => "ended",
                journal::Outcome::Left => "left",
            },
            ending: past.ending.as_deref(),
            choices: past.steps,
            lines: past.lines,
        }
    }
}
