//! What the home screen shows: the library by what this learner may know of it.

use crate::cli::book::Book;
use crate::cli::clock;
use crate::cli::shelf::{BUILT_IN, Shelf};
use crate::content::Header;
use crate::i18n::Words;
use crate::journal::{self, Journal, Played, Utc};
use crate::model::{Entry, Name};
use crate::tui::{Broken, HomeData, HomeEntry, OpenAttempt, Suggestion, Token};

/// What the journal knows of the learner.
pub(super) struct Past {
    played: Vec<Played>,
    open: Vec<journal::OpenAttempt>,
}

impl Past {
    pub(super) fn of(book: &Book) -> anyhow::Result<Past> {
        Ok(Past {
            played: book.journal.played(&book.learner)?,
            open: book.journal.open_attempts(&book.learner)?,
        })
    }
}

/// A conversation that waits to be gone on with is not suggested beside it.
pub(super) fn home(
    words: &Words,
    entries: Vec<HomeEntry>,
    past: &Past,
    suggestion: Option<Suggestion>,
    now: Utc,
) -> HomeData {
    let entries = entries.into_iter().map(|entry| walked(words, entry, &past.played, now));
    let entries: Vec<HomeEntry> = entries.collect();
    let open: Vec<OpenAttempt> = past
        .open
        .iter()
        .filter(|attempt| !attempt.practice)
        .map(|attempt| OpenAttempt {
            token: Token(attempt.attempt.to_string()),
            title: title(&entries, &attempt.scenario),
            scenario: attempt.scenario.clone(),
            step: attempt.at_step as usize,
            when: clock::moment_said(words, attempt.last, now),
        })
        .collect();
    let waits = |it: &Suggestion| {
        open.iter()
            .any(|attempt| it.scenario.as_ref() == Some(&attempt.scenario))
    };
    HomeData {
        suggestion: suggestion.filter(|it| !waits(it)),
        open,
        entries,
    }
}

/// The whole library, sound and broken.
pub(super) fn full(shelf: &Shelf) -> Vec<HomeEntry> {
    shelf.library.entries.iter().map(|one| entry(shelf, one)).collect()
}

/// What the first lines of each file say, until the whole is read.
pub(super) fn quick(headers: Vec<(Name, Header)>) -> Vec<HomeEntry> {
    let entry = |(pack, header): (Name, Header)| HomeEntry {
        id: header.id,
        title: header.title,
        track: header.track,
        level: header.level,
        minutes: header.minutes,
        roles: header.roles,
        setting: header.setting,
        summary: header.summary,
        skills: header.skills.into_iter().map(|skill| (skill, String::new())).collect(),
        tags: header.tags,
        note: header.note,
        review: header.review.unwrap_or_default(),
        pack: foreign(&pack),
        ..HomeEntry::default()
    };
    headers.into_iter().map(entry).collect()
}

fn entry(shelf: &Shelf, entry: &Entry) -> HomeEntry {
    let rubric = &shelf.library.rubric;
    let skill = |id: &str| rubric.skill(id).map(|at| rubric.skills[at.at()].name.clone());
    let home = match &entry.scenario {
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
    HomeEntry {
        pack: foreign(&entry.pack),
        ..home
    }
}

fn foreign(pack: &Name) -> Option<String> {
    (*pack != BUILT_IN).then(|| pack.to_string())
}

fn walked(words: &Words, mut entry: HomeEntry, played: &[Played], now: Utc) -> HomeEntry {
    if let Some(played) = played.iter().find(|played| played.scenario == entry.id) {
        entry.played = Some(clock::day_said(words, played.last, now));
        entry.endings_seen = played.endings.len();
    }
    entry
}

fn title(entries: &[HomeEntry], id: &Name) -> String {
    let entry = entries.iter().find(|entry| entry.id == *id);
    entry.map_or_else(|| id.to_string(), |entry| entry.title.clone())
}
