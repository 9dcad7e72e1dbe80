//! A learner's past out of the journal, as practice wants it: answers by day, and what was played.

use std::sync::Arc;

use crate::cli::book::Book;
use crate::cli::clock;
use crate::journal::{AttemptId, Given, Journal, Practised, Utc};
use crate::model::{Answer, Day, ExamEvent, ItemKind, Library, Met, Name, PracticeEvent};
use crate::practice::exam::Sitting;
use crate::practice::progress::Play;
use crate::practice::{History, Pool};
use crate::session::Session;

#[derive(Default)]
pub(in crate::cli) struct Past {
    /// In the order given.
    pub answers: Vec<Answer>,
    /// An answer carries a later day than today: the clock was set back since.
    pub from_the_future: bool,
}

/// One line on its way to a [`Play`].
struct Line {
    scenario: Name,
    at: Utc,
    ending: Option<Name>,
    /// Known to the journal as a replay, or not the first line of its attempt.
    replay: bool,
    steps: u32,
    score: Score,
}

/// Where a score comes from; only a record's is worked out.
enum Score {
    Known(Option<f64>),
    Of(AttemptId, u32),
}

impl Past {
    pub(in crate::cli) fn of(book: Option<&Book>, today: Day) -> anyhow::Result<Past> {
        let Some(book) = book else {
            return Ok(Past::default());
        };
        let given = book.journal.answers(&book.learner)?;
        let day = clock::days();
        let answers: Vec<Answer> = given.into_iter().map(|given| answer(given, &day)).collect();
        Ok(Past {
            from_the_future: answers.last().is_some_and(|last| last.day > today),
            answers,
        })
    }

    pub(in crate::cli) fn history(&self, pool: &Pool) -> History {
        let mut history = History::of(pool, &self.answers);
        history.clock_went_back |= self.from_the_future;
        history
    }
}

fn answer(given: Given, day: &impl Fn(Utc) -> Day) -> Answer {
    Answer {
        scenario: given.scenario,
        node: given.node,
        choice: given.chosen,
        day: day(given.at),
        met: given.met,
        confidence: given.confidence,
        hinted: given.hinted,
        draws: given.draws,
    }
}

/// Scenarios with at least one ending reached.
pub(in crate::cli) fn ended(book: Option<&Book>) -> anyhow::Result<Vec<Name>> {
    let Some(book) = book else {
        return Ok(Vec::new());
    };
    let played = book.journal.played(&book.learner)?.into_iter();
    Ok(played
        .filter(|played| played.has_record)
        .map(|played| played.scenario)
        .collect())
}

/// Every line ever walked, oldest first, with a score where it is the record of its scenario. Conversations of a closed exam count.
pub(super) fn plays(book: &Book, library: &Library) -> anyhow::Result<Vec<Play>> {
    let records = book.journal.records(&book.learner)?;
    let endings = book.journal.ended_lines(&book.learner)?;
    let mut lines: Vec<Line> = Vec::new();
    for past in book.journal.history(&book.learner)? {
        if past.ending.is_none() {
            lines.push(Line {
                scenario: past.scenario,
                at: past.started,
                ending: None,
                replay: false,
                steps: past.steps,
                score: Score::Known(None),
            });
        }
    }
    for line in endings {
        let record = records
            .iter()
            .find(|record| record.attempt == line.attempt && record.line == line.line);
        lines.push(Line {
            scenario: line.scenario,
            at: line.at,
            ending: Some(line.ending),
            replay: record.is_none_or(|record| record.replay),
            steps: 1,
            score: Score::Of(line.attempt, line.line),
        });
    }
    for exam in book.journal.practised(&book.learner)? {
        if exam.kind == Met::Exam && exam.closed.is_some() {
            lines.extend(of_exam(book, library, &exam)?);
        }
    }
    lines.sort_by_key(|line| line.at);
    told(book, library, lines)
}

/// In order of time: only the first ending of a scenario needs its score, and only now is it known what came before it.
fn told(book: &Book, library: &Library, lines: Vec<Line>) -> anyhow::Result<Vec<Play>> {
    let (mut begun, mut over): (Vec<Name>, Vec<Name>) = (Vec::new(), Vec::new());
    let mut plays = Vec::with_capacity(lines.len());
    let day = clock::days();
    for line in lines {
        let first = line.ending.is_some() && !over.contains(&line.scenario);
        let score = match line.score {
            Score::Known(score) => score,
            Score::Of(attempt, number) if first => score(book, library, &line.scenario, attempt, number)?,
            Score::Of(..) => None,
        };
        let replay = line.replay || begun.contains(&line.scenario);
        if line.steps > 0 && !begun.contains(&line.scenario) {
            begun.push(line.scenario.clone());
        }
        if first {
            over.push(line.scenario.clone());
        }
        plays.push(Play {
            scenario: line.scenario,
            day: day(line.at),
            ending: line.ending,
            replay,
            score,
        });
    }
    Ok(plays)
}

/// By the key of today; `None` where the scenario is gone, changed so that the line no longer fits, or was rated by nobody.
fn score(
    book: &Book,
    library: &Library,
    scenario: &Name,
    attempt: AttemptId,
    line: u32,
) -> anyhow::Result<Option<f64>> {
    let entry = library.find(scenario);
    let Some((entry, scenario)) = entry.and_then(|entry| Some((entry, entry.scenario.as_ref()?))) else {
        return Ok(None);
    };
    let events = book.journal.events(attempt)?;
    let rubric = Arc::clone(&library.rubric);
    let restored = Session::restore(Arc::clone(scenario), rubric, entry.keys.first().cloned(), &events);
    let Some(Ok(restored)) = restored else {
        return Ok(None);
    };
    let result = restored.session.result(line as usize);
    Ok(result.and_then(|result| result.process).map(|process| process.score))
}

fn of_exam(book: &Book, library: &Library, exam: &Practised) -> anyhow::Result<Vec<Line>> {
    let events = exam_events(book, exam.attempt)?;
    let Some(sitting) = Sitting::restore(&events, library, None) else {
        return Ok(Vec::new());
    };
    let talks = sitting.form().items.iter().enumerate();
    let talks = talks.filter(|(_, item)| item.kind == ItemKind::Scenario);
    let lines = talks.filter_map(|(at, item)| {
        let session = sitting.talk(at).filter(|session| !session.run().turns.is_empty())?;
        let ending = session.run().ended();
        let result = session.result(0).and_then(|result| result.process);
        Some(Line {
            scenario: item.scenario.clone(),
            at: exam.last,
            ending: ending.map(|ending| session.scenario().ending(ending).id.clone()),
            replay: false,
            steps: 1,
            score: Score::Known(result.map(|process| process.score)),
        })
    });
    Ok(lines.collect())
}

/// What happened in an exam, in order.
pub(super) fn exam_events(book: &Book, attempt: AttemptId) -> anyhow::Result<Vec<ExamEvent>> {
    let events = book.journal.practice_events(attempt)?.into_iter();
    Ok(events
        .filter_map(|event| match event {
            PracticeEvent::Exam(event) => Some(event),
            PracticeEvent::Drill(_) => None,
        })
        .collect())
}
