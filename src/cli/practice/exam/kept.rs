//! Exams in the journal: begun, gone on with, and kept event by event; own words apart.

use anyhow::{Context, bail};

use crate::cli::attempt::short;
use crate::cli::beside;
use crate::cli::book::Book;
use crate::cli::clock;
use crate::cli::practice::past::exam_events;
use crate::journal::{self, AttemptId, Journal, Practised};
use crate::model::{ExamEvent, Form, Library, Met, PracticeEvent};
use crate::practice::exam::{ExamResult, OwnWords, Sitting, result};

/// A candidate with a form in front of them.
pub(in crate::cli) struct Seated {
    pub sitting: Sitting,
    pub attempt: AttemptId,
    /// Everything kept so far.
    pub events: Vec<ExamEvent>,
    pub resumed: bool,
}

/// Begins with a form; its first event is kept.
pub(in crate::cli) fn begin(book: &mut Book, library: &Library, form: Form, timed: bool) -> anyhow::Result<Seated> {
    let (sitting, began) = Sitting::begin(form, timed, library, None);
    let at = clock::now();
    let attempt = AttemptId::new(at);
    let learner = book.learner.clone();
    let event = PracticeEvent::Exam(began.clone());
    book.journal.begin_practice(attempt, &learner, at, &event)?;
    Ok(Seated {
        sitting,
        attempt,
        events: vec![began],
        resumed: false,
    })
}

/// An exam as it stood, open or closed; `about` is its blueprint.
pub(in crate::cli) fn reopen(book: &Book, library: &Library, exam: &Practised) -> anyhow::Result<Seated> {
    let (attempt, about) = (exam.attempt, &exam.about);
    let events = exam_events(book, attempt)?;
    let sitting = Sitting::restore(&events, library, None)
        .with_context(|| format!("this exam ({about}) has no beginning; start it again: `bedside exam {about}`"))?;
    Ok(Seated {
        sitting,
        attempt,
        events,
        resumed: true,
    })
}

/// Every exam of the learner, newest first.
pub(in crate::cli) fn exams(book: &Book) -> anyhow::Result<Vec<Practised>> {
    let all = book.journal.practised(&book.learner)?.into_iter();
    Ok(all.filter(|one| one.kind == Met::Exam).collect())
}

/// The exam to go on with: the newest open one, or the one whose id begins like this.
pub(in crate::cli) fn find_open(book: &Book, named: Option<&str>) -> anyhow::Result<Practised> {
    let mut open = exams(book)?;
    open.retain(|one| one.closed.is_none());
    let fits = |one: &&Practised| named.is_none_or(|named| one.attempt.to_string().starts_with(named));
    let mut found = open.iter().filter(fits);
    match (found.next(), found.next(), named) {
        (Some(exam), None, _) | (Some(exam), Some(_), None) => Ok(exam.clone()),
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
    }
}

/// Keeps events behind the `before` that stand there already. The same again changes nothing.
pub(in crate::cli) fn keep(
    book: &mut Book,
    attempt: AttemptId,
    before: usize,
    events: &[ExamEvent],
) -> anyhow::Result<()> {
    let kept: Vec<PracticeEvent> = events.iter().cloned().map(PracticeEvent::Exam).collect();
    book.journal
        .append_practice(attempt, number(before), clock::now(), &kept)?;
    Ok(())
}

pub(in crate::cli) fn keep_words(book: &mut Book, attempt: AttemptId, own: &OwnWords) -> anyhow::Result<()> {
    let words = journal::OwnWords {
        line: number(own.item),
        step: number(own.step),
        node: own.node.clone(),
        text: own.text.clone(),
    };
    book.journal.keep_words(attempt, clock::now(), &words)?;
    Ok(())
}

pub(in crate::cli) fn own_words(book: &Book, attempt: AttemptId) -> anyhow::Result<Vec<OwnWords>> {
    let kept = book.journal.own_words(attempt)?.into_iter();
    let own = kept.map(|words| OwnWords {
        item: words.line as usize,
        step: words.step as usize,
        node: words.node,
        text: words.text,
    });
    Ok(own.collect())
}

/// The result with exact references for the conversations of the form; `None` while it is open, and for one given up.
pub(in crate::cli) fn scored(sitting: &Sitting) -> Option<ExamResult> {
    let talks = (0..sitting.items().len()).filter_map(|item| sitting.talk(item));
    let known: Vec<_> = talks
        .filter_map(|session| Some((session.scenario().id.clone(), beside::references(session)?)))
        .collect();
    result(sitting, &|id| {
        let found = known.iter().find(|(scenario, _)| *scenario == id);
        found.map(|(_, references)| references.clone())
    })
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
