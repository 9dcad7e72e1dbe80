//! What the home screen shows: the library by what this learner may know of it.

use crate::cli::book::Book;
use crate::cli::clock;
use crate::cli::shelf::{BUILT_IN, Shelf};
use crate::i18n::Words;
use crate::journal::{Journal, Played};
use crate::model::{Entry, Name};
use crate::tui::{Broken, HomeData, HomeEntry, OpenAttempt, Suggestion, Token};

pub(super) fn home(words: &Words, shelf: &Shelf, book: &Book) -> anyhow::Result<HomeData> {
    let played = book.journal.played(&book.learner)?;
    let entries: Vec<HomeEntry> = shelf
        .library
        .entries
        .iter()
        .map(|one| entry(shelf, one, &played))
        .collect();
    let open = book.journal.open_attempts(&book.learner)?;
    let open = open
        .into_iter()
        .filter(|attempt| !attempt.practice)
        .map(|attempt| OpenAttempt {
            token: Token(attempt.attempt.to_string()),
            title: title(shelf, &attempt.scenario),
            scenario: attempt.scenario,
            step: attempt.at_step as usize,
            when: clock::local(attempt.last),
        });
    Ok(HomeData {
        suggestion: suggestion(words, &entries),
        entries,
        open: open.collect(),
    })
}

fn entry(shelf: &Shelf, entry: &Entry, played: &[Played]) -> HomeEntry {
    let rubric = &shelf.library.rubric;
    let skill = |id: &str| rubric.skill(id).map(|at| rubric.skills[at.at()].name.clone());
    let mut home = match &entry.scenario {
        Some(scenario) => HomeEntry::of(scenario, skill),
        None => HomeEntry {
            id: entry.id.clone(),
            title: entry.id.to_string(),
            track: entry.track,
            broken: Some(Broken {
                faults: entry.faults,
                path: entry.path.clone(),
            }),
            ..HomeEntry::default()
        },
    };
    home.pack = (entry.pack != BUILT_IN).then(|| entry.pack.to_string());
    if let Some(played) = played.iter().find(|played| played.scenario == entry.id) {
        home.played = Some(clock::local_day(played.last));
        home.endings_seen = played.endings.len();
    }
    home
}

/// The first conversation not walked yet, the easiest first.
fn suggestion(words: &Words, entries: &[HomeEntry]) -> Option<Suggestion> {
    let fresh = entries
        .iter()
        .filter(|entry| entry.broken.is_none() && entry.played.is_none());
    let entry = fresh.min_by_key(|entry| entry.level)?;
    let facts = [
        ("title", (&entry.title).into()),
        ("minutes", usize::from(entry.minutes).into()),
    ];
    Some(Suggestion {
        words: words.say_with("home-suggest-fresh", &facts),
        scenario: Some(entry.id.clone()),
    })
}

fn title(shelf: &Shelf, id: &Name) -> String {
    let scenario = shelf.library.find(id).and_then(|entry| entry.scenario.as_ref());
    scenario.map_or_else(|| id.to_string(), |scenario| scenario.raw(scenario.title).to_owned())
}
