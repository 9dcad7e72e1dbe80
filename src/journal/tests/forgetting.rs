//! Forgotten is gone: from every answer, and from the bytes on the disk.

use std::path::Path;

use super::{answered, at, attempt, began, derived, dump, ended, on_disk, play, stepped};
use crate::journal::derived::rebuild;
use crate::journal::{Forget, Forgotten, Journal, OwnWords, Sqlite};

const SECRET: &str = "Mrs-Abernathy-of-Elm-Street";

fn with_words(journal: &mut Sqlite) {
    for minute in [0, 10] {
        let id = play(
            journal,
            minute,
            "small-talk",
            &[stepped(0, "hall", "ask"), answered(SECRET), ended(0, "heard")],
        );
        let words = OwnWords {
            line: 0,
            step: 0,
            node: "hall".into(),
            text: SECRET.to_owned(),
        };
        journal.keep_words(id, at(minute), &words).unwrap();
    }
    journal.begin(attempt(20), "Ben", at(20), &began("small-talk")).unwrap();
    journal.append(attempt(20), 1, at(21), &[answered("fine")]).unwrap();
}

fn on_disk_anywhere(folder: &Path, text: &str) -> bool {
    let holds = |path: &Path| {
        std::fs::read(path)
            .unwrap()
            .windows(text.len())
            .any(|bytes| bytes == text.as_bytes())
    };
    std::fs::read_dir(folder)
        .unwrap()
        .any(|entry| holds(&entry.unwrap().path()))
}

#[test]
fn own_words_go_and_everything_else_stays() {
    let (folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    with_words(&mut journal);
    assert!(on_disk_anywhere(folder.path(), SECRET));
    let kept = (dump(&journal, "event"), derived(&journal));
    let done = journal.forget(&Forget::OwnWords(Some("Ana".to_owned()))).unwrap();
    assert_eq!(
        done,
        Forgotten {
            words: 4,
            attempts: 0,
            cleared: true
        }
    );
    assert!(!on_disk_anywhere(folder.path(), SECRET));
    assert_eq!((dump(&journal, "event"), derived(&journal)), kept);
    assert_eq!(journal.own_words(attempt(0)).unwrap(), []);
    assert_eq!(journal.events(attempt(0)).unwrap()[2], answered(""));
    assert_eq!(journal.events(attempt(20)).unwrap()[1], answered("fine"));
    assert_eq!(journal.forget(&Forget::OwnWords(None)).unwrap().words, 1);
}

#[test]
fn one_attempt_goes_and_the_next_answer_becomes_the_first() {
    let (folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    with_words(&mut journal);
    play(&mut journal, 30, "gone-talk", &[stepped(0, "only-here", "ask")]);
    assert_eq!(journal.forget(&Forget::Attempt(attempt(30))).unwrap().attempts, 1);
    assert!(!on_disk_anywhere(folder.path(), "only-here"));
    let done = journal.forget(&Forget::Attempt(attempt(0))).unwrap();
    assert_eq!((done.words, done.attempts), (2, 1));
    assert_eq!(journal.events(attempt(0)).unwrap(), []);
    assert_eq!(journal.first_answers("Ana").unwrap()[0].attempt, attempt(10));
    assert_eq!(journal.records("Ana").unwrap()[0].attempt, attempt(10));
    let kept = derived(&journal);
    journal.transaction(|journal| rebuild(&journal.conn)).unwrap();
    assert_eq!(derived(&journal), kept);
    assert_eq!(journal.forget(&Forget::Attempt(attempt(0))).unwrap().attempts, 0);
}

#[test]
fn one_learner_goes_and_the_others_stay() {
    let (folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    with_words(&mut journal);
    let done = journal.forget(&Forget::Learner("Ana".to_owned())).unwrap();
    assert_eq!(
        done,
        Forgotten {
            words: 4,
            attempts: 2,
            cleared: true
        }
    );
    assert_eq!(journal.learners().unwrap(), ["Ben"]);
    assert_eq!(journal.history("Ben").unwrap().len(), 1);
    assert!(!on_disk_anywhere(folder.path(), "Ana") && !on_disk_anywhere(folder.path(), SECRET));
}

#[test]
fn everything_goes_and_the_journal_can_be_used_again() {
    let (folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    with_words(&mut journal);
    let long: Vec<_> = (0..200).map(|_| stepped(0, "hall", "ask")).collect();
    let id = play(&mut journal, 1_000, "small-talk", &[]);
    journal.append(id, 1, at(1_000), &long).unwrap();
    assert_eq!(journal.forget(&Forget::Everything).unwrap().attempts, 4);
    for table in [
        "learner",
        "attempt",
        "event",
        "own_words",
        "reflection",
        "standing",
        "ended_line",
        "first_answer",
        "answer",
        "practised",
    ] {
        assert_eq!(dump(&journal, table), Vec::<String>::new(), "{table}");
    }
    assert!(!on_disk_anywhere(folder.path(), "small-talk"));
    let unused: i64 = journal
        .conn
        .pragma_query_value(None, "freelist_count", |row| row.get(0))
        .unwrap();
    assert_eq!(unused, 0);
    play(&mut journal, 50, "small-talk", &[]);
    drop(journal);
    assert_eq!(Sqlite::open(&path).unwrap().learners().unwrap(), ["Ana"]);
}

#[test]
fn own_words_are_gone_even_when_the_rest_cannot_be_deleted() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    with_words(&mut journal);
    let stop = "CREATE TEMP TRIGGER no BEFORE DELETE ON attempt BEGIN SELECT RAISE (ABORT, 'no'); END";
    journal.conn.execute_batch(stop).unwrap();
    journal.forget(&Forget::Everything).unwrap_err();
    assert_eq!(
        dump(&journal, "own_words").len() + dump(&journal, "reflection").len(),
        0
    );
    assert_eq!(journal.history("Ana").unwrap().len(), 2);
}

#[test]
fn what_another_window_is_reading_is_cleared_next_time() {
    let (folder, path) = on_disk();
    let mut journal = Sqlite::open_within(&path, std::time::Duration::ZERO).unwrap();
    with_words(&mut journal);
    let reader = Sqlite::open(&path).unwrap();
    reader.conn.execute_batch("BEGIN; SELECT * FROM own_words").unwrap();
    assert!(!journal.forget(&Forget::OwnWords(None)).unwrap().cleared);
    reader.conn.execute_batch("COMMIT").unwrap();
    assert!(journal.forget(&Forget::OwnWords(None)).unwrap().cleared);
    assert!(!on_disk_anywhere(folder.path(), SECRET));
}
