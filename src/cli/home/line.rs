//! Home line by line: what can be gone on with, the library by number, and one conversation.

use std::io;

use crate::cli::book::Book;
use crate::cli::exit::Outcome;
use crate::cli::hearing;
use crate::cli::play::Play;
use crate::cli::practice::{today, visible};
use crate::cli::settings;
use crate::cli::surroundings::Surroundings;
use crate::journal::Journal;
use crate::plain::Heard;

/// What was chosen.
enum Chosen {
    Resume(String),
    Begin(String),
}

pub(in crate::cli) fn run(around: &Surroundings) -> anyhow::Result<Outcome> {
    let shelf = around.shelf()?;
    let words = &around.words;
    let mut paper = around.paper();
    paper.text(&words.say("home-line-title"))?;
    paper.text(&words.say("education-only"))?;
    let mut offers = Vec::new();
    let settings = settings::load()?;
    let library = visible(&shelf.library, &settings);
    let book = Book::look(around)?;
    if let Some(today) = today(words, &shelf.library, &settings, book.as_ref())? {
        paper.text(&today.told(words))?;
    }
    if let Some(book) = book {
        for open in book.journal.open_attempts(&book.learner)? {
            let facts = [
                ("scenario", open.scenario.as_str().into()),
                ("steps", i64::from(open.at_step).into()),
            ];
            offers.push((
                words.say_with("home-line-continue", &facts),
                Chosen::Resume(open.attempt.to_string()),
            ));
        }
    }
    for entry in &library.entries {
        if let Some(scenario) = &entry.scenario {
            let facts = [
                ("title", scenario.raw(scenario.title).into()),
                ("minutes", usize::from(scenario.minutes).into()),
                ("summary", scenario.raw(scenario.summary).into()),
            ];
            let text = words.say_with("home-line-scenario", &facts);
            offers.push((text, Chosen::Begin(entry.id.to_string())));
        }
    }
    paper.gap()?;
    for (number, (text, _)) in offers.iter().enumerate() {
        paper.item(&format!("{}. ", number + 1), text)?;
    }
    let count = offers.len();
    let mut input = io::stdin().lock();
    let chosen = loop {
        paper.text(&words.say_with("home-line-ask", &[("count", count.into())]))?;
        paper.flush()?;
        let Heard::Typed { line, .. } = hearing::hear(&mut input)? else {
            return Ok(Outcome::Fine);
        };
        let line = line.trim();
        if matches!(line, "q" | "b" | "quit" | "exit") {
            return Ok(Outcome::Fine);
        }
        let number: Option<usize> = line.parse().ok();
        let at = number.and_then(|number| number.checked_sub(1)).filter(|at| *at < count);
        let named = || {
            offers
                .iter()
                .position(|(_, offer)| matches!(offer, Chosen::Begin(id) if id == line))
        };
        if let Some(at) = at.or_else(named) {
            break offers.swap_remove(at).1;
        }
    };
    // The conversation reads on from the same input.
    drop(input);
    drop(paper);
    match chosen {
        Chosen::Resume(attempt) => Play::resuming(attempt).run(around),
        Chosen::Begin(id) => Play::of(id).run(around),
    }
}
