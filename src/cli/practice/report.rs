//! `bedside report`: one page for a conversation or for all of the learner's practice.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};
use clap::ValueEnum;

use super::progress;
use crate::cli::attempt::short;
use crate::cli::beside;
use crate::cli::book::{Book, learner};
use crate::cli::clock;
use crate::cli::exit::Outcome;
use crate::cli::page;
use crate::cli::shelf::{Shelf, key, sound};
use crate::cli::surroundings::Surroundings;
use crate::i18n::Words;
use crate::journal::{AttemptId, Journal, Past};
use crate::model::Event;
use crate::practice::debrief::{Debrief, debrief};
use crate::report::{About, debrief_csv, debrief_html, debrief_json, progress_csv, progress_html, progress_json};
use crate::session::{Changed, Session};

/// Write a report: of one conversation, or of all your practice.
///
/// It is one file that needs nothing else and prints well. What you typed in your own words is left out unless you ask for it.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(in crate::cli) struct Report {
    /// A scenario (its newest finished attempt), or an attempt by the beginning of its id; without it your progress
    #[arg(value_name = "ID|ATTEMPT")]
    what: Option<String>,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Page,
    /// Where to; without it to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// With what you typed in your own words
    #[arg(long)]
    with_words: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Page {
    #[default]
    Html,
    Csv,
    Json,
}

const EXAMPLES: &str = "\
Examples:
  bedside report --output progress.html               all your practice
  bedside report day-nine --output day-nine.html      the newest finished attempt of one scenario
  bedside report 0196f3a1 --format csv                one attempt, by the beginning of its id
  bedside report day-nine --with-words                with your own words in it";

impl Report {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let today = clock::this_day();
        let named = around.globals.learner.as_ref().map(|_| learner(around));
        let about = About {
            words: &around.words,
            learner: named.as_deref().unwrap_or_default(),
            today,
        };
        let text = match &self.what {
            None => {
                let shelf = around.shelf()?;
                let library = &shelf.library;
                let book = Book::look(around)?;
                if let Some(book) = &book {
                    book.know_learner()?;
                }
                let found = progress::of(book.as_ref(), library, today)?;
                match self.format {
                    Page::Html => progress_html(&found, library, &about)?,
                    Page::Csv => progress_csv(&found, library)?,
                    Page::Json => progress_json(&found, library)?,
                }
            }
            Some(what) => {
                let (found, rubric) = self.debrief(around, what)?;
                match self.format {
                    Page::Html => debrief_html(&found, &rubric, &about)?,
                    Page::Csv => debrief_csv(&found)?,
                    Page::Json => debrief_json(&found)?,
                }
            }
        };
        page::write(around, self.output.as_deref(), &text)?;
        Ok(Outcome::Fine)
    }

    fn debrief(&self, around: &Surroundings, what: &str) -> anyhow::Result<(Debrief, Arc<crate::model::Rubric>)> {
        let Some(book) = Book::look(around)? else {
            bail!("nothing has been played yet; `bedside list` shows what there is");
        };
        book.know_learner()?;
        let past = find(&book, what)?;
        let shelf = around.shelf_of(&[&past.scenario])?;
        let attempt = Reported {
            attempt: past.attempt,
            line: None,
            with_words: self.with_words,
        };
        let (found, changed) = attempt.debrief(&shelf, &book, &past.scenario)?;
        for changed in &changed {
            around.note(&crate::cli::play::told(&around.words, changed));
        }
        Ok((found, Arc::clone(&shelf.library.rubric)))
    }
}

/// Which line of which attempt.
struct Reported {
    attempt: AttemptId,
    /// `None`: the record, else where it stands.
    line: Option<usize>,
    with_words: bool,
}

impl Reported {
    fn debrief(&self, shelf: &Shelf, book: &Book, scenario: &str) -> anyhow::Result<(Debrief, Vec<Changed>)> {
        let entry = shelf.entry(scenario)?;
        let events = book.journal.events(self.attempt)?;
        let rubric = Arc::clone(&shelf.library.rubric);
        let restored = Session::restore(Arc::clone(sound(entry)?), rubric, key(entry, None)?.cloned(), &events);
        let Some(Ok(restored)) = restored else {
            bail!(
                "the attempt {} cannot be walked again; run `bedside check` on {scenario}",
                short(self.attempt)
            );
        };
        let mut session = restored.session;
        if self.with_words {
            let words = book.journal.own_words(self.attempt)?;
            session.remember_words(words.into_iter().map(|own| (own.line, own.step, own.text)));
        }
        let line = self
            .line
            .or_else(|| session.record_line())
            .unwrap_or_else(|| session.current_line());
        let references = beside::references(&session);
        let found = debrief(&session, line, references.as_ref(), self.with_words);
        let mut found = found.context("there is nothing to report of this attempt yet")?;
        if self.with_words {
            found.reflection = reflection(&events);
        }
        Ok((found, restored.changed))
    }
}

/// The page of one line, written into the folder the program runs in, without own words. Gives back where.
pub(in crate::cli) fn write_page(
    words: &Words,
    shelf: &Shelf,
    book: &Book,
    attempt: AttemptId,
    scenario: &str,
    line: usize,
) -> anyhow::Result<String> {
    let reported = Reported {
        attempt,
        line: Some(line),
        with_words: false,
    };
    let (found, _) = reported.debrief(shelf, book, scenario)?;
    let about = About {
        words,
        learner: "",
        today: clock::this_day(),
    };
    let page = debrief_html(&found, &shelf.library.rubric, &about)?;
    let file = format!("{scenario}-{}.html", short(attempt));
    // Beside the journal, where `forget` finds them.
    let folder = book.path.with_file_name("reports");
    std::fs::create_dir_all(&folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    let path = folder.join(file);
    std::fs::write(&path, page).with_context(|| {
        format!(
            "could not write the report to {}; `bedside report {scenario} --output FILE` writes it elsewhere",
            path.display()
        )
    })?;
    Ok(path.display().to_string())
}

/// "How was that?"
fn reflection(events: &[Event]) -> Option<String> {
    let answer = events.iter().rev().find_map(|event| match event {
        Event::Answered { text } => Some(text.trim().to_owned()),
        _ => None,
    });
    answer.filter(|text| !text.is_empty())
}

/// The newest attempt of a scenario that reached an ending, else its newest; or the one attempt whose id begins like this.
fn find(book: &Book, what: &str) -> anyhow::Result<Past> {
    let history = book.journal.history(&book.learner)?;
    let of_scenario = || history.iter().filter(|past| past.scenario == what);
    let finished = of_scenario().find(|past| past.ending.is_some());
    if let Some(past) = finished.or_else(|| of_scenario().find(|past| past.steps > 0)) {
        return Ok(past.clone());
    }
    let id = |attempt: AttemptId| attempt.to_string();
    let mut found = history.iter().filter(|past| id(past.attempt).starts_with(what));
    match (found.next(), found.next()) {
        (Some(past), None) => Ok(past.clone()),
        (Some(_), Some(_)) => bail!("several attempts begin with \"{what}\"; give more of the id"),
        (None, _) => bail!(
            "nothing of \"{what}\" has been played, and no attempt begins like that; `bedside history` shows what has been"
        ),
    }
}
