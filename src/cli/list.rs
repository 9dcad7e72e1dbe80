//! `bedside list`: everything that can be played.

use std::io::Write;

use serde::Serialize;

use super::book::Book;
use super::exit::Outcome;
use super::format::{FORMAT, Format, json};
use super::practice::{today, visible};
use super::settings;
use super::surroundings::Surroundings;
use crate::i18n::Words;
use crate::model::{Entry, Scenario};
use crate::plain::Paper;

/// Show the library.
///
/// A scenario with faults is listed as broken and cannot be played; `bedside check` says what to mend.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  bedside list\n  bedside list --format json | jq -r '.scenarios[].id'")]
pub(super) struct List {
    /// With what your settings hide
    #[arg(long)]
    all: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    scenarios: Vec<Brief<'a>>,
}

/// One scenario in short; a broken one has only its id, pack, path, track and faults.
#[derive(Serialize)]
pub(super) struct Brief<'a> {
    pub id: &'a str,
    pub pack: &'a str,
    pub path: &'a str,
    pub broken: bool,
    pub faults: usize,
    pub track: Option<&'static str>,
    pub title: Option<&'a str>,
    pub version: Option<u32>,
    pub lang: Option<&'a str>,
    pub level: Option<u8>,
    pub minutes: Option<u16>,
    pub roles: Vec<&'a str>,
    pub setting: Option<&'a str>,
    pub summary: Option<&'a str>,
    pub tags: Vec<&'a str>,
    pub note: Option<&'a str>,
    /// The last rung reached.
    pub review: Option<&'a str>,
    pub decisions: usize,
    pub endings: usize,
    /// Panels whose keys are sound; the first scores.
    pub keys: Vec<&'a str>,
}

impl List {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shelf = around.shelf()?;
        let entries = &shelf.library.entries;
        match self.format {
            Format::Json => {
                let scenarios = entries.iter().map(Brief::of).collect();
                json(
                    around.out(),
                    &Answer {
                        format: FORMAT,
                        scenarios,
                    },
                )?;
            }
            Format::Text => {
                let settings = settings::load()?;
                let mut paper = around.paper();
                let shown = if self.all {
                    shelf.library.clone()
                } else {
                    visible(&shelf.library, &settings)
                };
                for entry in &shown.entries {
                    tell(&mut paper, &around.words, entry)?;
                }
                if entries.is_empty() {
                    paper.text(&around.words.say("list-empty"))?;
                }
                let hidden = entries.len() - shown.entries.len();
                if hidden > 0 {
                    paper.gap()?;
                    paper.text(&around.words.say_with("list-hidden", &[("count", hidden.into())]))?;
                }
                let book = Book::look(around)?;
                if let Some(today) = today(&around.words, &shelf.library, &settings, book.as_ref())? {
                    paper.gap()?;
                    paper.text(&today.told(&around.words))?;
                }
                paper.flush()?;
            }
        }
        Ok(Outcome::Fine)
    }
}

fn tell<W: Write>(paper: &mut Paper<W>, words: &Words, entry: &Entry) -> anyhow::Result<()> {
    paper.gap()?;
    let Some(scenario) = &entry.scenario else {
        let facts = [("id", entry.id.as_str().into()), ("path", (&entry.path).into())];
        paper.text(&words.say_with("list-broken", &facts))?;
        return Ok(());
    };
    paper.text(&entry.id)?;
    paper.item("  ", scenario.raw(scenario.title))?;
    paper.item("  ", scenario.raw(scenario.summary))?;
    paper.item("  ", &facts(words, entry, scenario))?;
    Ok(())
}

/// Track, level, minutes, whom one plays, review, all in one line.
pub(super) fn facts(words: &Words, entry: &Entry, scenario: &Scenario) -> String {
    let roles: Vec<&str> = scenario.roles.iter().map(|role| role.as_str()).collect();
    let roles = roles.join(", ");
    let facts = [
        ("track", scenario.track.id().into()),
        ("level", usize::from(scenario.level).into()),
        ("minutes", usize::from(scenario.minutes).into()),
        ("roles", (&roles).into()),
        ("pack", entry.pack.as_str().into()),
    ];
    let line = words.say_with("list-facts", &facts);
    format!("{line} {}.", review(words, scenario))
}

/// The last rung of the review ladder, in words where they exist.
pub(super) fn review(words: &Words, scenario: &Scenario) -> String {
    match scenario.review.last().map(|rung| rung.stage.as_str()) {
        None | Some("drafted") => words.say("drafted"),
        Some(stage) => stage.replace('_', " "),
    }
}

impl<'a> Brief<'a> {
    pub(super) fn of(entry: &'a Entry) -> Self {
        let scenario = entry.scenario.as_deref();
        let raw = |text: fn(&Scenario) -> crate::model::TextId| scenario.map(|scenario| scenario.raw(text(scenario)));
        Brief {
            id: &entry.id,
            pack: &entry.pack,
            path: &entry.path,
            broken: scenario.is_none(),
            faults: entry.faults,
            track: entry.track.map(|track| track.id()),
            title: raw(|scenario| scenario.title),
            version: scenario.map(|scenario| scenario.version),
            lang: scenario.map(|scenario| scenario.lang.as_str()),
            level: scenario.map(|scenario| scenario.level),
            minutes: scenario.map(|scenario| scenario.minutes),
            roles: scenario.map_or_else(Vec::new, |scenario| {
                scenario.roles.iter().map(|role| role.as_str()).collect()
            }),
            setting: raw(|scenario| scenario.setting),
            summary: raw(|scenario| scenario.summary),
            tags: scenario.map_or_else(Vec::new, |scenario| {
                scenario.content.tags.iter().map(|tag| tag.as_str()).collect()
            }),
            note: scenario.and_then(|scenario| Some(scenario.raw(scenario.content.note?))),
            review: scenario.and_then(|scenario| Some(scenario.review.last()?.stage.as_str())),
            decisions: scenario.map_or(0, |scenario| scenario.decisions().count()),
            endings: scenario.map_or(0, |scenario| scenario.endings.len()),
            keys: entry.keys.iter().map(|key| key.panel.as_str()).collect(),
        }
    }
}
