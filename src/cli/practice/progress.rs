//! `bedside progress`: skills over time, conversations, first attempts, how sure against how good, what might be worth another look.

use std::io::Write;

use super::past::{Past, plays};
use crate::cli::book::Book;
use crate::cli::clock;
use crate::cli::exit::Outcome;
use crate::cli::format::Format;
use crate::cli::home::{self, Opening};
use crate::cli::surroundings::Surroundings;
use crate::model::{Day, Library};
use crate::plain::write_progress;
use crate::practice::{Pool, progress};
use crate::report::progress_json;
use crate::tui::Effect;

/// Show how your practice went so far.
///
/// Only first answers count; what you met again is practice. Where there is too little to say anything, it says so.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  bedside progress\n  bedside progress --format json\n  bedside report --output progress.html"
)]
pub(in crate::cli) struct Progress {
    /// How to write it; without this, on a terminal, it is a screen
    #[arg(long, value_enum)]
    format: Option<Format>,
}

impl Progress {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let book = Book::look(around)?;
        if let Some(book) = &book {
            book.know_learner()?;
        }
        if !around.plain() && self.format.is_none() {
            drop(book);
            let opening = Opening {
                start: vec![Effect::LoadProgress],
                mode: None,
            };
            home::run(around, opening)?;
            return Ok(Outcome::Fine);
        }
        let shelf = around.shelf()?;
        let found = of(book.as_ref(), &shelf.library, clock::this_day())?;
        match self.format.unwrap_or_default() {
            Format::Json => {
                let mut out = around.out();
                writeln!(out, "{}", progress_json(&found, &shelf.library)?)?;
                out.flush()?;
            }
            Format::Text => {
                let mut paper = around.paper();
                write_progress(&mut paper, &around.words, &shelf.library, &found, !around.read_aloud())?;
                paper.flush()?;
            }
        }
        Ok(Outcome::Fine)
    }
}

/// Everything, from the journal as it stands; empty where there is none.
pub(in crate::cli) fn of(book: Option<&Book>, library: &Library, today: Day) -> anyhow::Result<progress::Progress> {
    let pool = Pool::of(library, None);
    let history = Past::of(book, today)?.history(&pool);
    let plays = match book {
        Some(book) => plays(book, library)?,
        None => Vec::new(),
    };
    Ok(progress::progress(library, &pool, &history, &plays, today))
}
