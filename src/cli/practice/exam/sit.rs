//! Sitting an exam: a new form or an open one, the seat, and what comes of it.

use std::io::{self, IsTerminal};

use anyhow::{Context, bail};

use super::prepared::prepare;
use super::table::Table;
use super::{Exam, saved};
use crate::cli::attempt::short;
use crate::cli::beside;
use crate::cli::book::Book;
use crate::cli::exit::Outcome;
use crate::cli::practice::past::exam_events;
use crate::cli::practice::ways::Ways;
use crate::cli::shelf::Shelf;
use crate::cli::surroundings::Surroundings;
use crate::cli::{clock, seed, settings};
use crate::diag::did_you_mean;
use crate::journal::{AttemptId, Journal, Practised};
use crate::model::{Blueprint, Cell, Closing, ExamEvent, Form, Library, Met, PracticeEvent};
use crate::plain::{ExamFinish, ExamSetting, hold_exam, look_back, write_exam};
use crate::practice::Pool;
use crate::practice::exam::{CannotFill, ExamResult, Sitting, Which, fill, result};

/// What `bedside exam` means without a name.
const USUAL: &str = "first-look";

pub(super) fn sit(exam: &Exam, around: &Surroundings) -> anyhow::Result<Outcome> {
    if let Some(file) = &exam.save {
        saved::writable(file)?;
    }
    let chosen = settings::load()?;
    let shelf = around.shelf()?;
    let mut seat = match &exam.resume {
        Some(named) => resume(around, &shelf, named.as_deref())?,
        None => begin(exam, around, &shelf, &chosen)?,
    };
    let prepared = exam.answers.as_ref();
    let prepared = prepared.map(|answers| prepare(&seat.sitting, answers)).transpose()?;
    let scripted = prepared.is_some();
    let setting = ExamSetting {
        words: &around.words,
        columns: around.columns(),
        script: scripted || !io::stdin().is_terminal(),
        resumed: seat.resumed,
        say_first: chosen.say_first && !scripted,
        ask_sure: chosen.confidence && !scripted,
    };
    let mut table = Table::new(seat.book, seat.attempt, seat.events, prepared)?;
    let finish = hold_exam(&mut seat.sitting, &setting, &mut table, around.out())?;
    let mut paper = around.paper();
    if finish == ExamFinish::Paused {
        let id = short(table.attempt);
        if setting.script {
            paper.text(&around.words.say("exam-input-ended"))?;
        }
        paper.verbatim(&around.words.say_with("exam-paused", &[("attempt", (&id).into())]))?;
        paper.flush()?;
        return Ok(Outcome::Fine);
    }
    let found = of(&seat.sitting);
    if let Some(file) = &exam.save {
        saved::write(file, &shelf.library, &table.events, &seat.sitting, found.as_ref())?;
    }
    if let Some(found) = &found {
        show(&mut paper, around, &shelf.library, seat.sitting.form(), found)?;
    }
    if let Some(file) = &exam.save {
        let shown = file.display().to_string();
        paper.verbatim(&around.words.say_with("exam-saved", &[("path", (&shown).into())]))?;
    }
    paper.flush()?;
    drop(paper);
    if found.is_some() && !setting.script {
        look_back(&seat.sitting, &setting, &mut table, around.out())?;
    }
    Ok(Outcome::Fine)
}

pub(super) fn show<W: io::Write>(
    paper: &mut crate::plain::Paper<W>,
    around: &Surroundings,
    library: &Library,
    form: &Form,
    found: &ExamResult,
) -> anyhow::Result<()> {
    let title = |id: &str| {
        let scenario = library.find(id).and_then(|entry| entry.scenario.as_ref());
        scenario.map_or_else(|| id.to_owned(), |scenario| scenario.raw(scenario.title).to_owned())
    };
    write_exam(paper, &around.words, &library.rubric, form, found, &title)?;
    Ok(())
}

/// With exact references for the conversations of the form.
pub(super) fn of(sitting: &Sitting) -> Option<ExamResult> {
    let talks = (0..sitting.items().len()).filter_map(|item| sitting.talk(item));
    let known: Vec<_> = talks
        .filter_map(|session| Some((session.scenario().id.clone(), beside::references(session)?)))
        .collect();
    result(sitting, &|id| {
        let found = known.iter().find(|(scenario, _)| *scenario == id);
        found.map(|(_, references)| references.clone())
    })
}

struct Seated {
    sitting: Sitting,
    book: Book,
    attempt: AttemptId,
    /// Everything kept so far.
    events: Vec<ExamEvent>,
    resumed: bool,
}

fn begin(exam: &Exam, around: &Surroundings, shelf: &Shelf, chosen: &crate::tui::Settings) -> anyhow::Result<Seated> {
    let library = &shelf.library;
    let blueprint = blueprint(library, exam.blueprint.as_deref())?;
    if exam.timed && blueprint.minutes.is_none() {
        bail!(
            "the blueprint {} names no time, so it cannot be timed; leave out --timed, or add `minutes:` to it",
            blueprint.id
        );
    }
    let pool = Pool::of(library, None);
    let seed = around.globals.seed.unwrap_or_else(seed::fresh);
    let mut ways = Ways::new(library);
    let filled = fill(blueprint, &pool, seed, &mut |scenario, node| ways.to(scenario, node));
    let form = filled.map_err(|fault| anyhow::anyhow!("{}", cannot(library, blueprint, &fault)))?;
    let mut book = Book::open(around)?;
    let open = open_exams(&book)?;
    if let Some(open) = open.iter().find(|one| one.about == blueprint.id && one.seed == seed) {
        let id = short(open.attempt);
        around.note(&around.words.say_with("exam-open-one", &[("attempt", (&id).into())]));
    }
    hidden(around, library, &form, chosen);
    let (sitting, began) = Sitting::begin(form, exam.timed, library, None);
    let at = clock::now();
    let attempt = AttemptId::new(at);
    let learner = book.learner.clone();
    let event = PracticeEvent::Exam(began.clone());
    book.journal.begin_practice(attempt, &learner, at, &event)?;
    Ok(Seated {
        sitting,
        book,
        attempt,
        events: vec![began],
        resumed: false,
    })
}

/// A form is the same for everyone, so what someone does not want to meet is said and not left out.
fn hidden(around: &Surroundings, library: &Library, form: &Form, chosen: &crate::tui::Settings) {
    let scenarios = form
        .items
        .iter()
        .filter_map(|item| library.find(&item.scenario)?.scenario.as_ref());
    let mut tags: Vec<&str> = scenarios
        .flat_map(|scenario| &scenario.content.tags)
        .filter(|tag| chosen.hidden_tags.contains(tag))
        .map(|tag| tag.as_str())
        .collect();
    tags.sort_unstable();
    tags.dedup();
    if !tags.is_empty() {
        let tags = tags.join(", ");
        around.note(&around.words.say_with("exam-hidden", &[("tags", (&tags).into())]));
    }
}

fn open_exams(book: &Book) -> anyhow::Result<Vec<Practised>> {
    let all = book.journal.practised(&book.learner)?.into_iter();
    Ok(all
        .filter(|one| one.kind == Met::Exam && one.closed.is_none())
        .collect())
}

fn resume(around: &Surroundings, shelf: &Shelf, named: Option<&str>) -> anyhow::Result<Seated> {
    let Some(book) = Book::look(around)? else {
        bail!("no exam has been begun yet; `bedside exam --list` shows what there is");
    };
    let open = open_exams(&book)?;
    let fits = |one: &&Practised| named.is_none_or(|named| one.attempt.to_string().starts_with(named));
    let mut found = open.iter().filter(fits);
    let exam = match (found.next(), found.next(), named) {
        (Some(exam), None, _) | (Some(exam), Some(_), None) => exam,
        (Some(_), Some(_), Some(named)) => bail!("several open exams begin with \"{named}\"; give more of the id"),
        (None, _, None) => bail!("no exam is open; `bedside exam --list` shows what there is"),
        (None, _, Some(named)) => {
            let ids: Vec<String> = open
                .iter()
                .map(|one| format!("{} ({})", short(one.attempt), one.about))
                .collect();
            let ids = if ids.is_empty() {
                "none is open".to_owned()
            } else {
                format!("open are: {}", ids.join(", "))
            };
            bail!("no open exam begins with \"{named}\"; {ids}")
        }
    };
    let (attempt, seed) = (exam.attempt, exam.about.clone());
    let events = exam_events(&book, attempt)?;
    let sitting = Sitting::restore(&events, &shelf.library, None)
        .with_context(|| format!("this exam ({seed}) has no beginning; start it again: `bedside exam {seed}`"))?;
    if !sitting.gone.is_empty() {
        let items: Vec<String> = sitting.gone.iter().map(|item| (item + 1).to_string()).collect();
        let items = items.join(", ");
        let facts = [("items", (&items).into()), ("count", sitting.gone.len().into())];
        around.note(&around.words.say_with("exam-gone-items", &facts));
    }
    Ok(Seated {
        sitting,
        book,
        attempt,
        events,
        resumed: true,
    })
}

fn blueprint<'a>(library: &'a Library, asked: Option<&str>) -> anyhow::Result<&'a Blueprint> {
    let all = &library.blueprints;
    let find = |id: &str| all.iter().find(|blueprint| blueprint.id == id);
    match asked {
        Some(asked) => find(asked).map(|found| &**found).with_context(|| {
            let meant = did_you_mean(asked, all.iter().map(|blueprint| blueprint.id.as_str()));
            let meant = meant.map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
            format!("there is no sound blueprint \"{asked}\"{meant}; `bedside exam --list` shows them, `bedside check` what is wrong with others")
        }),
        None => find(USUAL)
            .or_else(|| all.iter().min_by_key(|blueprint| blueprint.items()))
            .map(|found| &**found)
            .context("there is no blueprint here; blueprints lie in scoring/blueprints/ of a library"),
    }
}

/// Which cell, what it asks for, and what there is.
fn cannot(library: &Library, blueprint: &Blueprint, fault: &CannotFill) -> String {
    let (list, what) = match fault.which {
        Which::Scenarios => ("scenarios", "conversations"),
        Which::Singles => ("singles", "single decisions"),
    };
    let missing = fault.missing;
    let (count, fitting) = (fault.cell.count, fault.fitting);
    format!(
        "the blueprint {} cannot be filled: line {} of its `{list}:` asks for {count} {what} {}, and the library has {fitting} that fit \
         and are not needed elsewhere in the form ({missing} missing); add conversations, or ask for fewer",
        blueprint.id,
        fault.at + 1,
        described(library, &fault.cell),
    )
}

fn described(library: &Library, cell: &Cell) -> String {
    let domain = cell.domain.and_then(|domain| library.rubric.domains.get(domain.at()));
    let parts = [
        domain.map(|domain| format!("domain {}", domain.id)),
        cell.track.map(|track| format!("track {}", track.id())),
        cell.topic.as_ref().map(|topic| format!("topic {topic}")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        "of any kind".to_owned()
    } else {
        format!("({})", parts.join(", "))
    }
}

/// Whether a closing leaves a result.
pub(super) fn counts(closed: Option<Closing>) -> bool {
    closed.is_some_and(|how| how != Closing::Left)
}
