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
use crate::journal::{self, Journal, Past, Practised};
use crate::model::{Closing, Met};
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
    practice: Vec<Practice<'a>>,
}

/// A drill or an exam.
#[derive(Serialize)]
struct Practice<'a> {
    attempt: String,
    kind: &'static str,
    /// The skill drilled, or the blueprint.
    about: &'a str,
    seed: String,
    started: String,
    last: String,
    answers: u32,
    closed: Option<&'static str>,
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
        let (past, practised) = match &book {
            Some(book) => {
                book.know_learner()?;
                (
                    book.journal.history(&book.learner)?,
                    book.journal.practised(&book.learner)?,
                )
            }
            None => (Vec::new(), Vec::new()),
        };
        match self.format {
            Format::Json => {
                let answer = Answer {
                    format: FORMAT,
                    learner: &learner(around),
                    attempts: past.iter().map(Attempt::of).collect(),
                    practice: practised.iter().map(Practice::of).collect(),
                };
                json(around.out(), &answer)?;
            }
            Format::Text => {
                let shelf = around.shelf_of(&past.iter().map(|one| one.scenario.as_str()).collect::<Vec<_>>())?;
                let mut paper = around.paper();
                if past.is_empty() && practised.is_empty() {
                    paper.text(&around.words.say("history-empty"))?;
                }
                for one in &past {
                    tell(&mut paper, &around.words, &shelf, one)?;
                }
                if !practised.is_empty() {
                    paper.heading(&around.words.say("history-practice"))?;
                }
                for one in &practised {
                    tell_practice(&mut paper, &around.words, one)?;
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

fn tell_practice<W: Write>(paper: &mut Paper<W>, words: &Words, one: &Practised) -> anyhow::Result<()> {
    let id = super::attempt::short(one.attempt);
    let when = clock::local(one.last);
    let facts = [
        ("when", (&when).into()),
        ("about", one.about.as_str().into()),
        ("answers", i64::from(one.answers).into()),
        ("attempt", (&id).into()),
    ];
    let line = match (one.kind, one.closed) {
        (Met::Exam, None) => words.say_with("history-exam-open", &facts),
        (Met::Exam, Some(Closing::Left)) => words.say_with("history-exam-left", &facts),
        (Met::Exam, Some(_)) => words.say_with("history-exam", &facts),
        _ if one.about.is_empty() => words.say_with("history-drill-due", &facts),
        _ => words.say_with("history-drill", &facts),
    };
    Ok(paper.item("", &line)?)
}

impl<'a> Practice<'a> {
    fn of(one: &'a Practised) -> Self {
        Practice {
            attempt: one.attempt.to_string(),
            kind: one.kind.id(),
            about: &one.about,
            seed: one.seed.to_string(),
            started: one.started.to_string(),
            last: one.last.to_string(),
            answers: one.answers,
            closed: one.closed.map(|how| match how {
                Closing::HandedIn => "handed_in",
                Closing::TimeUp => "time_up",
                Closing::Left => "left",
            }),
        }
    }
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
