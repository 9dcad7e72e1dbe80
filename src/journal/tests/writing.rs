//! The writer: in order, one at a time, nothing lost when the disk says no.

use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};

use super::{at, attempt, began, ended, on_disk, stepped};
use crate::journal::{
    AttemptId, EndedLine, Fault, Forget, Forgotten, Given, Journal, Kind, OpenAttempt, OwnWords, Past, Played,
    Practised, Record, Sqlite, Utc, Write, Writer,
};
use crate::model::{DrillEvent, Event, PracticeEvent, Transcript};

/// A journal that refuses as told.
struct Moody {
    inner: Sqlite,
    mood: Arc<Mutex<Option<Kind>>>,
}

impl Moody {
    fn ask(&self) -> Result<(), Fault> {
        self.mood
            .lock()
            .unwrap()
            .map_or(Ok(()), |kind| Err(Fault::new(kind, "")))
    }
}

impl Journal for Moody {
    fn begin(&mut self, attempt: AttemptId, learner: &str, at: Utc, began: &Transcript) -> Result<(), Fault> {
        self.ask()?;
        self.inner.begin(attempt, learner, at, began)
    }
    fn append(&mut self, attempt: AttemptId, seq: u32, at: Utc, events: &[Event]) -> Result<(), Fault> {
        self.ask()?;
        self.inner.append(attempt, seq, at, events)
    }
    fn begin_practice(
        &mut self,
        attempt: AttemptId,
        learner: &str,
        at: Utc,
        began: &PracticeEvent,
    ) -> Result<(), Fault> {
        self.ask()?;
        self.inner.begin_practice(attempt, learner, at, began)
    }
    fn append_practice(
        &mut self,
        attempt: AttemptId,
        seq: u32,
        at: Utc,
        events: &[PracticeEvent],
    ) -> Result<(), Fault> {
        self.ask()?;
        self.inner.append_practice(attempt, seq, at, events)
    }
    fn keep_words(&mut self, attempt: AttemptId, at: Utc, words: &OwnWords) -> Result<(), Fault> {
        self.ask()?;
        self.inner.keep_words(attempt, at, words)
    }
    fn forget(&mut self, what: &Forget) -> Result<Forgotten, Fault> {
        self.inner.forget(what)
    }
    fn learners(&self) -> Result<Vec<String>, Fault> {
        self.inner.learners()
    }
    fn open_attempts(&self, learner: &str) -> Result<Vec<OpenAttempt>, Fault> {
        self.inner.open_attempts(learner)
    }
    fn events(&self, attempt: AttemptId) -> Result<Vec<Event>, Fault> {
        self.inner.events(attempt)
    }
    fn history(&self, learner: &str) -> Result<Vec<Past>, Fault> {
        self.inner.history(learner)
    }
    fn played(&self, learner: &str) -> Result<Vec<Played>, Fault> {
        self.inner.played(learner)
    }
    fn own_words(&self, attempt: AttemptId) -> Result<Vec<OwnWords>, Fault> {
        self.inner.own_words(attempt)
    }
    fn first_answers(&self, learner: &str) -> Result<Vec<Given>, Fault> {
        self.inner.first_answers(learner)
    }
    fn answers(&self, learner: &str) -> Result<Vec<Given>, Fault> {
        self.inner.answers(learner)
    }
    fn practice_events(&self, attempt: AttemptId) -> Result<Vec<PracticeEvent>, Fault> {
        self.inner.practice_events(attempt)
    }
    fn practised(&self, learner: &str) -> Result<Vec<Practised>, Fault> {
        self.inner.practised(learner)
    }
    fn ended_lines(&self, learner: &str) -> Result<Vec<EndedLine>, Fault> {
        self.inner.ended_lines(learner)
    }
    fn records(&self, learner: &str) -> Result<Vec<Record>, Fault> {
        self.inner.records(learner)
    }
}

fn begin(minute: i64) -> Write {
    Write::Begin {
        attempt: attempt(minute),
        learner: "Ana".to_owned(),
        at: at(minute),
        began: Box::new(began("small-talk")),
    }
}

fn append(minute: i64, seq: u32, event: Event) -> Write {
    Write::Append {
        attempt: attempt(minute),
        seq,
        at: at(minute),
        events: vec![event],
    }
}

fn moody() -> (Writer<Moody>, Arc<Mutex<Option<Kind>>>) {
    let mood = Arc::new(Mutex::new(None));
    let journal = Moody {
        inner: Sqlite::in_memory().unwrap(),
        mood: Arc::clone(&mood),
    };
    (Writer::start(journal).unwrap(), mood)
}

#[test]
fn a_report_comes_after_the_commit() {
    let (_folder, path) = on_disk();
    let writer = Writer::start(Sqlite::open(&path).unwrap()).unwrap();
    assert_eq!(writer.write_and_wait(begin(0)).saved, Ok(()));
    // Seen from another connection at the moment of the report.
    let (tell, told) = channel();
    let beside = path.clone();
    writer.write(append(0, 1, stepped(0, "hall", "ask")), move |report| {
        let seen = Sqlite::open(&beside).unwrap().events(attempt(0)).unwrap().len();
        tell.send((report, seen)).unwrap();
    });
    let (report, seen) = told.recv().unwrap();
    assert_eq!((report.saved, report.waiting, seen), (Ok(()), 0, 2));
    assert!(writer.finish().unsaved.is_empty());
}

#[test]
fn what_could_not_be_written_is_written_with_the_next() {
    let (writer, mood) = moody();
    *mood.lock().unwrap() = Some(Kind::Full);
    for (write, waiting) in [(begin(0), 1), (append(0, 1, stepped(0, "hall", "ask")), 2)] {
        let report = writer.write_and_wait(write);
        assert_eq!(report.saved.unwrap_err().kind, Kind::Full);
        assert_eq!(report.waiting, waiting);
    }
    *mood.lock().unwrap() = None;
    let report = writer.write_and_wait(append(0, 2, ended(0, "heard")));
    assert_eq!((report.saved, report.waiting), (Ok(()), 0));
    assert_eq!(writer.finish().journal.unwrap().events(attempt(0)).unwrap().len(), 3);
}

#[test]
fn the_last_try_is_at_the_end_and_what_stays_is_handed_back() {
    let (writer, mood) = moody();
    *mood.lock().unwrap() = Some(Kind::Locked);
    let _ = writer.write_and_wait(begin(0));
    *mood.lock().unwrap() = None;
    let finished = writer.finish();
    assert!(finished.unsaved.is_empty() && finished.fault.is_none());
    let (writer, mood) = moody();
    *mood.lock().unwrap() = Some(Kind::ReadOnly);
    let _ = writer.write_and_wait(begin(0));
    let finished = writer.finish();
    assert_eq!(
        (finished.unsaved, finished.fault.unwrap().kind),
        (vec![begin(0)], Kind::ReadOnly)
    );
}

#[test]
fn one_attempt_that_went_on_elsewhere_does_not_hold_up_the_others() {
    let writer = Writer::start(Sqlite::in_memory().unwrap()).unwrap();
    for write in [begin(0), append(0, 1, stepped(0, "hall", "ask")), begin(1)] {
        assert_eq!(writer.write_and_wait(write).saved, Ok(()));
    }
    let report = writer.write_and_wait(append(0, 1, stepped(0, "hall", "promise")));
    assert_eq!((report.saved.unwrap_err().kind, report.waiting), (Kind::Elsewhere, 1));
    let report = writer.write_and_wait(append(1, 1, stepped(0, "hall", "wait")));
    assert_eq!((report.saved, report.waiting), (Ok(()), 1));
    let finished = writer.finish();
    assert_eq!(finished.unsaved, [append(0, 1, stepped(0, "hall", "promise"))]);
    assert_eq!(
        finished.journal.unwrap().events(attempt(0)).unwrap()[1],
        stepped(0, "hall", "ask")
    );
}

#[test]
fn what_was_forgotten_meanwhile_is_not_brought_back() {
    let (_folder, path) = on_disk();
    let writer = Writer::start(Sqlite::open(&path).unwrap()).unwrap();
    let _ = writer.write_and_wait(begin(0));
    Sqlite::open(&path).unwrap().forget(&Forget::Everything).unwrap();
    let report = writer.write_and_wait(append(0, 1, stepped(0, "hall", "ask")));
    assert_eq!((report.saved.unwrap_err().kind, report.waiting), (Kind::Gone, 0));
}

#[test]
fn many_writes_at_once_are_reported_in_order() {
    let writer = Writer::start(Sqlite::in_memory().unwrap()).unwrap();
    let (tell, told) = channel();
    writer.write(begin(0), |_| {});
    for seq in 1..50 {
        let tell = tell.clone();
        writer.write(append(0, seq, stepped(0, "hall", "ask")), move |report| {
            tell.send((seq, report.saved)).unwrap()
        });
    }
    drop(tell);
    let order: Vec<_> = told.into_iter().collect();
    assert_eq!(order, (1..50).map(|seq| (seq, Ok(()))).collect::<Vec<_>>());
    drop(writer);
}

#[test]
fn practice_is_written_in_order_and_a_second_time_changes_nothing() {
    let began = PracticeEvent::Drill(DrillEvent::Began {
        skill: None,
        minutes: 5,
        seed: 3,
    });
    let answered = PracticeEvent::Drill(DrillEvent::Answered {
        scenario: "small-talk".into(),
        node: "hall".into(),
        choice: "ask".into(),
        confidence: None,
        hinted: false,
        draws: Vec::new(),
    });
    let begin = Write::BeginPractice {
        attempt: attempt(0),
        learner: "Ana".to_owned(),
        at: at(0),
        began: Box::new(began.clone()),
    };
    let append = Write::AppendPractice {
        attempt: attempt(0),
        seq: 1,
        at: at(1),
        events: vec![answered.clone()],
    };
    let (writer, mood) = moody();
    *mood.lock().unwrap() = Some(Kind::Full);
    for write in [begin.clone(), append.clone()] {
        assert!(writer.write_and_wait(write).saved.is_err());
    }
    *mood.lock().unwrap() = None;
    for write in [begin, append] {
        assert_eq!(writer.write_and_wait(write).saved, Ok(()));
    }
    let journal = writer.finish().journal.unwrap();
    assert_eq!(journal.practice_events(attempt(0)).unwrap(), [began, answered]);
}
