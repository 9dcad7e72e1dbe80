//! The blueprints there are.

use serde::Serialize;

use crate::cli::exit::Outcome;
use crate::cli::format::{FORMAT, Format, json};
use crate::cli::surroundings::Surroundings;
use crate::model::{Blueprint, Cell, Library};

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    blueprints: Vec<Brief<'a>>,
}

#[derive(Serialize)]
struct Brief<'a> {
    id: &'a str,
    title: &'a str,
    about: &'a str,
    status: &'a str,
    minutes: Option<u16>,
    conversations: u32,
    singles: u32,
    pass_mark: bool,
    cells: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    count: u32,
    domain: Option<&'a str>,
    track: Option<&'static str>,
    topic: Option<&'a str>,
}

pub(super) fn list(around: &Surroundings, format: Format) -> anyhow::Result<Outcome> {
    let shelf = around.shelf()?;
    let library = &shelf.library;
    if format == Format::Json {
        let blueprints = library.blueprints.iter().map(|one| Brief::of(library, one)).collect();
        json(
            around.out(),
            &Answer {
                format: FORMAT,
                blueprints,
            },
        )?;
        return Ok(Outcome::Fine);
    }
    let words = &around.words;
    let mut paper = around.paper();
    if library.blueprints.is_empty() {
        paper.text(&words.say("exam-list-none"))?;
    }
    for blueprint in &library.blueprints {
        let (talks, singles) = counts(blueprint);
        paper.gap()?;
        paper.text(&blueprint.id)?;
        paper.item("  ", &blueprint.title)?;
        paper.item("  ", &blueprint.about)?;
        let facts = [
            ("talks", i64::from(talks).into()),
            ("singles", i64::from(singles).into()),
        ];
        let items = words.say_with("exam-list-items", &facts);
        let minutes = blueprint.minutes.map_or(String::new(), |minutes| {
            format!(
                "; {}",
                words.say_with("exam-list-minutes", &[("minutes", usize::from(minutes).into())])
            )
        });
        paper.item(
            "  ",
            &format!("{items}{minutes}; {}.", blueprint.status.trim_end_matches('.')),
        )?;
    }
    paper.flush()?;
    Ok(Outcome::Fine)
}

fn counts(blueprint: &Blueprint) -> (u32, u32) {
    let sum = |cells: &[Cell]| cells.iter().map(|cell| cell.count).sum();
    (sum(&blueprint.scenarios), sum(&blueprint.singles))
}

impl<'a> Brief<'a> {
    fn of(library: &'a Library, blueprint: &'a Blueprint) -> Self {
        let (conversations, singles) = counts(blueprint);
        let row = |kind: &'static str, cell: &'a Cell| Row {
            kind,
            count: cell.count,
            domain: cell
                .domain
                .and_then(|domain| library.rubric.domains.get(domain.at()))
                .map(|domain| domain.id.as_str()),
            track: cell.track.map(|track| track.id()),
            topic: cell.topic.as_deref(),
        };
        let talks = blueprint.scenarios.iter().map(|cell| row("conversation", cell));
        let cells = talks.chain(blueprint.singles.iter().map(|cell| row("single", cell)));
        Brief {
            id: &blueprint.id,
            title: &blueprint.title,
            about: &blueprint.about,
            status: &blueprint.status,
            minutes: blueprint.minutes,
            conversations,
            singles,
            pass_mark: blueprint.pass_mark.is_some(),
            cells: cells.collect(),
        }
    }
}
