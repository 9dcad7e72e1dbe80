//! `bedside show`: one scenario, without giving away what happens in it.

use std::io::Write;

use serde::Serialize;

use super::exit::Outcome;
use super::format::{FORMAT, Format, json};
use super::list::{Brief, facts};
use super::shelf::{Shelf, sound};
use super::surroundings::Surroundings;
use crate::i18n::Words;
use crate::model::{Basis, Entry, Key, Scenario};
use crate::plain::Paper;

/// Show one scenario: what it is about, what it asks of you, who is in it, where it comes from.
///
/// Nothing of what happens in it is told.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  bedside show please-speak-to-my-son")]
pub(super) struct Show {
    /// The scenario, as `bedside list` names it
    id: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    scenario: Full<'a>,
}

#[derive(Serialize)]
struct Full<'a> {
    #[serde(flatten)]
    brief: Brief<'a>,
    chart: Option<&'a str>,
    task: Option<&'a str>,
    objectives: Vec<Objective<'a>>,
    people: Vec<Person<'a>>,
    frameworks: Vec<&'a str>,
    curriculum: Vec<&'a str>,
    sources: Vec<Source<'a>>,
    authors: Vec<&'a str>,
    /// The whole ladder.
    reviews: Vec<Rung<'a>>,
}

#[derive(Serialize)]
struct Objective<'a> {
    text: &'a str,
    skills: Vec<&'a str>,
}

#[derive(Serialize)]
struct Person<'a> {
    name: &'a str,
    who: &'a str,
    speaks: Option<&'a str>,
}

#[derive(Serialize)]
struct Source<'a> {
    id: &'a str,
    cite: Option<&'a str>,
    at: Option<&'a str>,
}

#[derive(Serialize)]
struct Rung<'a> {
    stage: &'a str,
    date: &'a str,
    by: Option<&'a str>,
}

impl Show {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let shelf = around.shelf_of(&[&self.id])?;
        let entry = shelf.entry(&self.id)?;
        match self.format {
            Format::Json => {
                let scenario = Full::of(&shelf, entry);
                json(
                    around.out(),
                    &Answer {
                        format: FORMAT,
                        scenario,
                    },
                )?;
            }
            Format::Text => {
                let scenario = sound(entry)?;
                let mut paper = around.paper();
                tell(&mut paper, &around.words, &shelf, entry, scenario)?;
                paper.flush()?;
            }
        }
        Ok(Outcome::Fine)
    }
}

fn tell<W: Write>(
    paper: &mut Paper<W>,
    words: &Words,
    shelf: &Shelf,
    entry: &Entry,
    scenario: &Scenario,
) -> anyhow::Result<()> {
    let raw = |text| scenario.raw(text);
    paper.text(raw(scenario.title))?;
    paper.text(raw(scenario.setting))?;
    paper.text(&facts(words, entry, scenario))?;
    paper.gap()?;
    paper.text(raw(scenario.summary))?;
    if let Some(note) = scenario.content.note.map(raw) {
        paper.text(&words.say_with("plain-note", &[("note", note.into())]))?;
    }
    paper.text(&words.say_with("plain-task", &[("task", raw(scenario.task).into())]))?;
    paper.heading(&words.say("plain-people"))?;
    for person in &scenario.cast {
        paper.item(&format!("{}: ", raw(person.name)), raw(person.who))?;
    }
    if !scenario.objectives.is_empty() {
        paper.heading(&words.say("show-objectives"))?;
    }
    for objective in &scenario.objectives {
        let skills = objective.skills.iter().map(|skill| {
            let found = shelf.library.rubric.skill(&skill.value);
            found.map_or(skill.value.to_string(), |at| {
                format!("{} {}", skill.value, shelf.library.rubric.skills[at.at()].name)
            })
        });
        let skills: Vec<String> = skills.collect();
        paper.item("- ", &format!("{} ({})", raw(objective.text), skills.join("; ")))?;
    }
    paper.heading(&words.say("show-key"))?;
    if entry.keys.is_empty() {
        paper.text(&words.say("show-no-key"))?;
    }
    for key in &entry.keys {
        paper.item("- ", &format!("{}: {}", key.panel, basis(words, key)))?;
    }
    if !scenario.sources.is_empty() {
        paper.heading(&words.say("show-sources"))?;
    }
    for source in &scenario.sources {
        let cite = shelf
            .library
            .sources
            .find(&source.value)
            .map_or(source.value.as_str(), |found| &found.cite);
        paper.item("- ", cite)?;
    }
    Ok(())
}

fn basis(words: &Words, key: &Key) -> String {
    match &key.basis {
        Basis::Author { status } => words.say_with("show-author", &[("status", status.into())]),
        Basis::Panel { raters, .. } => words.say_with("show-panel", &[("raters", raters.len().into())]),
    }
}

impl<'a> Full<'a> {
    fn of(shelf: &'a Shelf, entry: &'a Entry) -> Self {
        let scenario = entry.scenario.as_deref();
        let names = |list: &'a [crate::diag::Spanned<crate::model::Name>]| -> Vec<&'a str> {
            list.iter().map(|name| name.value.as_str()).collect()
        };
        Full {
            brief: Brief::of(entry),
            chart: scenario.map(|scenario| scenario.raw(scenario.chart)),
            task: scenario.map(|scenario| scenario.raw(scenario.task)),
            objectives: each(scenario, |scenario| {
                let objective = |objective: &'a crate::model::Objective| Objective {
                    text: scenario.raw(objective.text),
                    skills: names(&objective.skills),
                };
                scenario.objectives.iter().map(objective).collect()
            }),
            people: each(scenario, |scenario| {
                let person = |person: &'a crate::model::Person| Person {
                    name: scenario.raw(person.name),
                    who: scenario.raw(person.who),
                    speaks: person.speaks.as_deref(),
                };
                scenario.cast.iter().map(person).collect()
            }),
            frameworks: each(scenario, |scenario| names(&scenario.frameworks)),
            curriculum: each(scenario, |scenario| names(&scenario.curriculum)),
            sources: each(scenario, |scenario| {
                let source = |id: &'a str| {
                    let found = shelf.library.sources.find(id);
                    Source {
                        id,
                        cite: found.map(|found| found.cite.as_str()),
                        at: found.and_then(|found| found.at.as_deref()),
                    }
                };
                names(&scenario.sources).into_iter().map(source).collect()
            }),
            authors: each(scenario, |scenario| {
                scenario.authors.iter().map(String::as_str).collect()
            }),
            reviews: each(scenario, |scenario| {
                let rung = |rung: &'a crate::model::Review| Rung {
                    stage: &rung.stage,
                    date: &rung.date,
                    by: rung.by.as_deref(),
                };
                scenario.review.iter().map(rung).collect()
            }),
        }
    }
}

/// A list of a scenario that reads well; empty for a broken one.
fn each<'a, T>(scenario: Option<&'a Scenario>, list: impl FnOnce(&'a Scenario) -> Vec<T>) -> Vec<T> {
    scenario.map_or_else(Vec::new, list)
}
