//! What the exam screens ask for: blueprints, forms, seats, and each answer on the disk before the next is taken.

use std::sync::mpsc::Sender;

use anyhow::bail;

use crate::cli::book::Book;
use crate::cli::practice::exam::{form, kept};
use crate::cli::{clock, seed, settings};
use crate::journal::{AttemptId, Claim, Journal, Practised};
use crate::model::{Blueprint, Cell, Closing, ExamEvent, ExamStep, Form, Library, PracticeEvent};
use crate::practice::exam::Sitting;
use crate::tui::{
    ExamAsk, ExamBlueprint, ExamClosed, ExamDrawn, ExamKept, ExamList, ExamOpen, ExamSeated, ExamTold, Msg, Token,
};

/// The one exam somebody sits here; letting go of it lets others take it up.
pub(super) struct ExamRoom {
    messages: Sender<Msg>,
    held: Option<Held>,
}

struct Held {
    attempt: AttemptId,
    /// Events kept so far.
    kept: usize,
    /// The last write failed and is asked for again.
    failed: bool,
    _claim: Claim,
}

impl ExamRoom {
    pub(super) fn new(messages: Sender<Msg>) -> ExamRoom {
        ExamRoom { messages, held: None }
    }

    pub(super) fn perform(&mut self, ask: ExamAsk, book: &mut Book, library: &Library) -> Option<Msg> {
        let done = match ask {
            ExamAsk::List => list(book, library),
            ExamAsk::Draw { blueprint, seed, timed } => Ok(drawn(library, &blueprint, seed, timed)),
            ExamAsk::Begin { form, timed } => self.begin(book, library, *form, timed),
            ExamAsk::Open { token } => self.open(book, library, &token),
            ExamAsk::Keep { token, what } => return self.keep(book, &token, what).map(Msg::Exam),
            ExamAsk::Rise => {
                // What is not safe yet is still asked for again.
                self.held = self.held.take().filter(|held| held.failed);
                return None;
            }
            ExamAsk::Score { token, sitting } => {
                self.score(token, *sitting);
                return None;
            }
        };
        Some(done.map_or_else(|fault| Msg::Failed(format!("{fault:#}")), Msg::Exam))
    }

    fn begin(&mut self, book: &mut Book, library: &Library, form: Form, timed: bool) -> anyhow::Result<ExamTold> {
        let seated = kept::begin(book, library, form, timed)?;
        self.seat(book, seated)
    }

    fn open(&mut self, book: &Book, library: &Library, token: &Token) -> anyhow::Result<ExamTold> {
        // The same window may take up again what it holds.
        self.held = None;
        let exams = kept::exams(book)?;
        let Some(exam) = exams.iter().find(|one| one.attempt.to_string() == token.0) else {
            bail!("this exam is no longer in the journal; choose another");
        };
        let seated = kept::reopen(book, library, exam)?;
        self.seat(book, seated)
    }

    fn seat(&mut self, book: &Book, seated: kept::Seated) -> anyhow::Result<ExamTold> {
        if seated.sitting.closed().is_none() {
            self.held = Some(Held {
                attempt: seated.attempt,
                kept: seated.events.len(),
                failed: false,
                _claim: book.claim(seated.attempt)?,
            });
        }
        Ok(ExamTold::Seated(Box::new(ExamSeated {
            token: Token(seated.attempt.to_string()),
            own: kept::own_words(book, seated.attempt)?,
            sitting: seated.sitting,
        })))
    }

    /// Writes before it answers: a transaction of a few rows, and nothing else is asked meanwhile.
    fn keep(&mut self, book: &mut Book, token: &Token, what: Vec<ExamKept>) -> Option<ExamTold> {
        let held = self.held.as_mut().filter(|held| held.attempt.to_string() == token.0)?;
        match held.keep(book, what) {
            Ok(()) => {
                held.failed = false;
                Some(ExamTold::Kept)
            }
            Err(fault) => {
                held.failed = true;
                Some(ExamTold::NotKept(format!("{fault:#}")))
            }
        }
    }

    fn score(&self, token: Token, sitting: Sitting) {
        let messages = self.messages.clone();
        let work = move || {
            if let Some(found) = kept::scored(&sitting) {
                let _ = messages.send(Msg::Exam(ExamTold::Scored(token, Box::new(found))));
            }
        };
        // Without the thread the result stands without what chance and the best answers earn.
        let _ = std::thread::Builder::new().name("exam result".to_owned()).spawn(work);
    }
}

impl Held {
    fn keep(&mut self, book: &mut Book, what: Vec<ExamKept>) -> anyhow::Result<()> {
        let mut events = Vec::new();
        let mut words = Vec::new();
        for one in what {
            match one {
                ExamKept::Event(event) => events.push(event),
                ExamKept::Words(own) => words.push(own),
            }
        }
        for own in &words {
            kept::keep_words(book, self.attempt, own)?;
        }
        if !events.is_empty() {
            kept::keep(book, self.attempt, self.kept, &events)?;
            self.kept += events.len();
        }
        Ok(())
    }
}

fn list(book: &Book, library: &Library) -> anyhow::Result<ExamTold> {
    let mut list = ExamList {
        blueprints: library.blueprints.iter().map(|one| blueprint(library, one)).collect(),
        ..ExamList::default()
    };
    for exam in kept::exams(book)? {
        match exam.closed {
            None => list.open.extend(open(book, library, &exam)?),
            Some(Closing::Left) => {}
            Some(_) => list.closed.push(ExamClosed {
                token: Token(exam.attempt.to_string()),
                title: title(library, &exam.about),
                when: clock::local(exam.last),
            }),
        }
    }
    Ok(ExamTold::Listed(Box::new(list)))
}

fn title(library: &Library, id: &str) -> String {
    let found = library.blueprints.iter().find(|one| one.id == id);
    found.map_or_else(|| id.to_owned(), |one| one.title.clone())
}

/// How far an open exam has come; `None` for one without a beginning.
fn open(book: &Book, library: &Library, exam: &Practised) -> anyhow::Result<Option<ExamOpen>> {
    let events = book.journal.practice_events(exam.attempt)?;
    let exams = events.iter().filter_map(|event| match event {
        PracticeEvent::Exam(event) => Some(event),
        PracticeEvent::Drill(_) => None,
    });
    let mut items = None;
    let mut begun: Vec<u32> = Vec::new();
    for ExamEvent { what, .. } in exams {
        match what {
            ExamStep::Began { form, .. } => items = Some(form.items.len()),
            ExamStep::Answered { item, .. } | ExamStep::Played { item, .. } if !begun.contains(item) => {
                begun.push(*item);
            }
            _ => {}
        }
    }
    Ok(items.map(|items| ExamOpen {
        token: Token(exam.attempt.to_string()),
        title: title(library, &exam.about),
        when: clock::local(exam.last),
        begun: begun.len(),
        items,
    }))
}

fn blueprint(library: &Library, about: &Blueprint) -> ExamBlueprint {
    let sum = |cells: &[Cell]| cells.iter().map(|cell| cell.count as usize).sum::<usize>();
    let (talks, singles) = (sum(&about.scenarios), sum(&about.singles));
    // No conversation has more decisions on its way than it has places where something is decided.
    let longest = library.entries.iter().filter_map(|entry| entry.keys.first());
    let longest = longest.map(|key| key.decisions.len()).max().unwrap_or(0);
    ExamBlueprint {
        id: about.id.clone(),
        title: about.title.clone(),
        about: about.about.clone(),
        status: about.status.clone(),
        minutes: about.minutes,
        talks,
        singles,
        most: singles + talks * longest,
    }
}

fn drawn(library: &Library, id: &str, seed: Option<u64>, timed: bool) -> ExamTold {
    let form = form::blueprint(library, Some(id)).and_then(|blueprint| {
        let seed = seed.unwrap_or_else(seed::fresh);
        form::draw(library, blueprint, seed)
    });
    match form {
        Ok(form) => {
            // A file of settings with a fault hides nothing; the command that reads it says so.
            let chosen = settings::load().unwrap_or_default();
            ExamTold::Drawn(Box::new(ExamDrawn {
                hidden: form::hidden(library, &form, &chosen),
                form,
                timed,
            }))
        }
        Err(fault) => ExamTold::NotDrawn(format!("{fault:#}")),
    }
}
