//! Sitting an exam on the screens: they begin with this blueprint, or with the exam to go on with.

use std::path::Path;

use anyhow::bail;

use super::sit::may_be_timed;
use super::{Exam, form, kept, saved};
use crate::cli::attempt::short;
use crate::cli::book::Book;
use crate::cli::exit::Outcome;
use crate::cli::home::{self, Opening};
use crate::cli::surroundings::Surroundings;
use crate::journal::AttemptId;
use crate::tui::{Effect, ExamAsk, Token};

pub(super) fn sit(exam: &Exam, around: &Surroundings) -> anyhow::Result<Outcome> {
    let book = Book::look(around)?;
    let ask = match &exam.resume {
        Some(named) => {
            let Some(book) = &book else {
                bail!("no exam has been begun yet; `bedside exam --list` shows what there is");
            };
            let found = kept::find_open(book, named.as_deref())?;
            ExamAsk::Open {
                token: Token(found.attempt.to_string()),
            }
        }
        None => {
            let shelf = around.shelf_of(&[])?;
            let blueprint = form::blueprint(&shelf.library, exam.blueprint.as_deref())?;
            may_be_timed(blueprint, exam.timed)?;
            ExamAsk::Draw {
                blueprint: blueprint.id.clone(),
                seed: around.globals.seed,
                timed: exam.timed,
            }
        }
    };
    if let Some(file) = &exam.save {
        saved::writable(file)?;
    }
    let mut known: Vec<AttemptId> = match &book {
        Some(book) => kept::exams(book)?.iter().map(|one| one.attempt).collect(),
        None => Vec::new(),
    };
    if let ExamAsk::Open { token } = &ask {
        known.retain(|attempt| attempt.to_string() != token.0);
    }
    drop(book);
    let opening = Opening {
        start: vec![Effect::Exam(ExamAsk::List), Effect::Exam(ask)],
        mode: None,
    };
    home::run(around, opening)?;
    if let Some(file) = &exam.save {
        save(around, file, &known)?;
    }
    Ok(Outcome::Fine)
}

/// Form, answers and result of the newest exam that was not known before.
fn save(around: &Surroundings, file: &Path, known: &[AttemptId]) -> anyhow::Result<()> {
    let book = Book::open(around)?;
    let exams = kept::exams(&book)?;
    let Some(exam) = exams.iter().find(|one| !known.contains(&one.attempt)) else {
        return saved::unused(file);
    };
    let mut paper = around.paper();
    if exam.closed.is_none() {
        saved::unused(file)?;
        let id = short(exam.attempt);
        paper.verbatim(&around.words.say_with("exam-paused", &[("attempt", (&id).into())]))?;
        paper.flush()?;
        return Ok(());
    }
    let shelf = around.shelf()?;
    let seated = kept::reopen(&book, &shelf.library, exam)?;
    let found = kept::scored(&seated.sitting);
    saved::write(file, &shelf.library, &seated.events, &seated.sitting, found.as_ref())?;
    let shown = file.display().to_string();
    paper.verbatim(&around.words.say_with("exam-saved", &[("path", (&shown).into())]))?;
    paper.flush()?;
    Ok(())
}
