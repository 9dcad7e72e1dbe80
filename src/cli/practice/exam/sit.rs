//! Sitting an exam line by line: a new form or an open one, the seat, and what comes of it.

use std::io::{self, IsTerminal};

use anyhow::bail;

use super::kept::{self, Seated};
use super::prepared::prepare;
use super::table::Table;
use super::{Exam, form, saved};
use crate::cli::attempt::short;
use crate::cli::book::Book;
use crate::cli::exit::Outcome;
use crate::cli::shelf::Shelf;
use crate::cli::surroundings::Surroundings;
use crate::cli::{seed, settings};
use crate::model::{Blueprint, Closing, Form, Library};
use crate::plain::{ExamFinish, ExamSetting, hold_exam, look_back, write_exam};
use crate::practice::exam::ExamResult;

pub(super) fn sit(exam: &Exam, around: &Surroundings) -> anyhow::Result<Outcome> {
    if let Some(file) = &exam.save {
        saved::writable(file)?;
    }
    let chosen = settings::load()?;
    let shelf = around.shelf()?;
    let (mut seat, book) = match &exam.resume {
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
    let mut table = Table::new(book, seat.attempt, seat.events, prepared)?;
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
    let found = kept::scored(&seat.sitting);
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

/// Fails where time is to be kept and the blueprint names none.
pub(super) fn may_be_timed(blueprint: &Blueprint, timed: bool) -> anyhow::Result<()> {
    if timed && blueprint.minutes.is_none() {
        bail!(
            "the blueprint {} names no time, so it cannot be timed; leave out --timed, or add `minutes:` to it",
            blueprint.id
        );
    }
    Ok(())
}

fn begin(
    exam: &Exam,
    around: &Surroundings,
    shelf: &Shelf,
    chosen: &crate::tui::Settings,
) -> anyhow::Result<(Seated, Book)> {
    let library = &shelf.library;
    let blueprint = form::blueprint(library, exam.blueprint.as_deref())?;
    may_be_timed(blueprint, exam.timed)?;
    let seed = around.globals.seed.unwrap_or_else(seed::fresh);
    let drawn = form::draw(library, blueprint, seed)?;
    let mut book = Book::open(around)?;
    let all = kept::exams(&book)?;
    let mut open = all.iter().filter(|one| one.closed.is_none());
    if let Some(open) = open.find(|one| one.about == blueprint.id && one.seed == seed) {
        let id = short(open.attempt);
        around.note(&around.words.say_with("exam-open-one", &[("attempt", (&id).into())]));
    }
    let tags = form::hidden(library, &drawn, chosen);
    if !tags.is_empty() {
        let tags = tags.join(", ");
        around.note(&around.words.say_with("exam-hidden", &[("tags", (&tags).into())]));
    }
    let seated = kept::begin(&mut book, library, drawn, exam.timed)?;
    Ok((seated, book))
}

fn resume(around: &Surroundings, shelf: &Shelf, named: Option<&str>) -> anyhow::Result<(Seated, Book)> {
    let Some(book) = Book::look(around)? else {
        bail!("no exam has been begun yet; `bedside exam --list` shows what there is");
    };
    let seated = kept::reopen(&book, &shelf.library, &kept::find_open(&book, named)?)?;
    let gone = &seated.sitting.gone;
    if !gone.is_empty() {
        let items: Vec<String> = gone.iter().map(|item| (item + 1).to_string()).collect();
        let items = items.join(", ");
        let facts = [("items", (&items).into()), ("count", gone.len().into())];
        around.note(&around.words.say_with("exam-gone-items", &facts));
    }
    Ok((seated, book))
}

/// Whether a closing leaves a result.
pub(super) fn counts(closed: Option<Closing>) -> bool {
    closed.is_some_and(|how| how != Closing::Left)
}
