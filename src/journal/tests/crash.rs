//! Killed at any moment: what was committed is there, what was not is not, and nothing is half there.

use std::path::Path;

use super::{answered, derived, ended, on_disk, play, stepped};
use crate::journal::derived::rebuild;
use crate::journal::{Journal, Sqlite};
use crate::model::Event;

/// What a killed process leaves: the file and its log, without a word of goodbye. The shared index is rebuilt from the log.
fn leave_behind(journal: &Path, into: &Path, log_bytes: Option<usize>) {
    std::fs::copy(journal, into).unwrap();
    let mut log = std::fs::read(journal.with_file_name("journal.db-wal")).unwrap();
    log.truncate(log_bytes.unwrap_or(log.len()));
    std::fs::write(into.with_file_name("journal.db-wal"), log).unwrap();
}

fn sitting() -> Vec<Event> {
    let steps = (0..6).map(|step| stepped(0, &format!("node-{step}"), "ask"));
    steps.chain([answered("It was hard."), ended(0, "heard")]).collect()
}

#[test]
fn after_every_commit_everything_before_it_is_there() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    let id = play(&mut journal, 0, "small-talk", &[]);
    for (seq, event) in (1..).zip(sitting()) {
        journal.append(id, seq, super::at(1), &[event]).unwrap();
        let (_other, copy) = on_disk();
        leave_behind(&path, &copy, None);
        let restored = Sqlite::open(&copy).unwrap();
        assert_eq!(restored.events(id).unwrap(), journal.events(id).unwrap());
        assert_eq!(derived(&restored), derived(&journal));
    }
}

/// The log cut off in the middle of a write, at many places: always a beginning of what happened, and its derived tables.
#[test]
fn a_torn_log_gives_a_beginning_and_nothing_half() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    // Everything so far goes into the file, so that the log holds the sitting alone.
    journal
        .conn
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    let id = play(&mut journal, 0, "small-talk", &sitting());
    let all = journal.events(id).unwrap();
    let log = std::fs::metadata(path.with_file_name("journal.db-wal")).unwrap().len();
    let mut lengths = std::collections::BTreeSet::new();
    for bytes in (0..=usize::try_from(log).unwrap()).step_by(2_903) {
        let (_other, copy) = on_disk();
        leave_behind(&path, &copy, Some(bytes));
        let mut restored = Sqlite::open(&copy).unwrap();
        let events = restored.events(id).unwrap();
        assert!(all.starts_with(&events), "cut at {bytes}");
        lengths.insert(events.len());
        let kept = derived(&restored);
        restored.transaction(|journal| rebuild(&journal.conn)).unwrap();
        assert_eq!(derived(&restored), kept);
        // And it goes on from there.
        if !events.is_empty() {
            let next = u32::try_from(events.len()).unwrap();
            restored.append(id, next, super::at(9), &all[events.len()..]).unwrap();
            assert_eq!(restored.events(id).unwrap(), all);
        }
    }
    assert!(
        lengths.len() >= all.len(),
        "the cuts met too few of the commits: {lengths:?}"
    );
}

#[test]
fn an_unfinished_transaction_is_as_if_it_never_was() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    let id = play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    journal.conn.execute_batch("BEGIN IMMEDIATE").unwrap();
    journal
        .append(id, 2, super::at(2), &[stepped(0, "bed", "tell")])
        .unwrap();
    let (_other, copy) = on_disk();
    leave_behind(&path, &copy, None);
    assert_eq!(Sqlite::open(&copy).unwrap().events(id).unwrap().len(), 2);
}
