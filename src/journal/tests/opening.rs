//! Which files are opened, which are refused, and that a refused one is not touched.

use std::time::Duration;

use rusqlite::Connection;

use super::{at, began, derived, ended, on_disk, play, stepped};
use crate::journal::{Journal, Kind, Sqlite, schema};
use crate::record;

#[test]
fn a_new_journal_is_set_up_as_promised() {
    let (_folder, path) = on_disk();
    let path = path.with_file_name("a folder").join("ж.db?mode=ro");
    let journal = Sqlite::open(&path).unwrap();
    let pragma = |name: &str| -> String {
        journal
            .conn
            .pragma_query_value(None, name, |row| Ok(format!("{:?}", row.get_ref(0)?)))
            .unwrap()
    };
    assert!(pragma("journal_mode").contains("Text") && pragma("synchronous") == "Integer(2)");
    assert_eq!(
        (pragma("foreign_keys"), pragma("busy_timeout")),
        ("Integer(1)".into(), "Integer(5000)".into())
    );
    assert_eq!(pragma("user_version"), format!("Integer({})", schema::latest()));
    assert!(path.exists() && path.with_file_name("ж.db?mode=ro-wal").exists());
    let loose: i64 = journal
        .conn
        .query_row(
            "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND NOT strict",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(loose, 0);
}

#[test]
fn what_was_written_is_there_after_closing() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    let id = play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    let (events, kept) = (journal.events(id).unwrap(), derived(&journal));
    drop(journal);
    let journal = Sqlite::open(&path).unwrap();
    assert_eq!((journal.events(id).unwrap(), derived(&journal)), (events, kept));
}

/// A file as version 1 left it: no free text apart, nothing derived.
#[test]
fn a_journal_of_version_1_is_brought_up_with_everything_in_it() {
    let (_folder, path) = on_disk();
    let old = Connection::open(&path).unwrap();
    schema::migrate(&old, 1).unwrap();
    old.execute("INSERT INTO learner VALUES (7, 'Ana')", []).unwrap();
    let id = super::attempt(0);
    let sql = "INSERT INTO attempt VALUES (?1, 7, 'small-talk', 'built-in', 3, '00ff', -2, 'flow', 'physician', ?2)";
    old.execute(sql, rusqlite::params![id.bytes(), at(0).to_string()])
        .unwrap();
    let events = [
        crate::model::Event::Began(Box::new(began("small-talk"))),
        stepped(0, "hall", "ask"),
        ended(0, "heard"),
    ];
    for (seq, event) in events.iter().enumerate() {
        let row = rusqlite::params![
            id.bytes(),
            i64::try_from(seq).unwrap(),
            at(1).to_string(),
            record::event::to_json(event)
        ];
        old.execute("INSERT INTO event VALUES (?1, ?2, ?3, ?4)", row).unwrap();
    }
    drop(old);
    let mut journal = Sqlite::open(&path).unwrap();
    assert_eq!(schema::version(&journal.conn).unwrap(), schema::latest());
    assert_eq!(journal.events(id).unwrap(), events);
    assert_eq!(journal.played("Ana").unwrap()[0].endings.len(), 1);
    assert_eq!(journal.first_answers("Ana").unwrap().len(), 1);
    journal.append(id, 3, at(2), &[super::answered("Long ago.")]).unwrap();
    assert_eq!(journal.events(id).unwrap()[3], super::answered("Long ago."));
}

#[test]
fn a_newer_journal_is_refused_and_stays_as_it_is() {
    let (_folder, path) = on_disk();
    drop(Sqlite::open(&path).unwrap());
    let newer = Connection::open(&path).unwrap();
    newer.pragma_update(None, "user_version", 99).unwrap();
    drop(newer);
    let before = std::fs::read(&path).unwrap();
    let fault = Sqlite::open(&path).unwrap_err();
    assert_eq!(
        fault.kind,
        Kind::Newer {
            found: 99,
            known: schema::latest()
        }
    );
    let said = format!(
        "the journal {} was written by a newer bedside (version 99; this one reads up to {}); update bedside, or use another \
         file: --journal FILE",
        path.display(),
        schema::latest()
    );
    assert_eq!(fault.to_string(), said);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn files_of_others_are_refused_and_stay_as_they_are() {
    let (folder, path) = on_disk();
    let text = folder.path().join("letter.txt");
    std::fs::write(&text, "Dear Denise, ".repeat(400)).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE recipe (name TEXT)").unwrap();
    drop(other);
    let marked = folder.path().join("marked.db");
    let other = Connection::open(&marked).unwrap();
    other.pragma_update(None, "application_id", 1).unwrap();
    drop(other);
    for file in [text, path, marked] {
        let before = std::fs::read(&file).unwrap();
        let fault = Sqlite::open(&file).unwrap_err();
        assert_eq!(fault.kind, Kind::Foreign, "{fault}");
        assert_eq!(fault.path.as_deref(), Some(&*file));
        assert_eq!(std::fs::read(&file).unwrap(), before);
    }
}

#[test]
fn what_cannot_be_opened_says_why() {
    let (folder, path) = on_disk();
    let fault = Sqlite::open(folder.path()).unwrap_err();
    assert_eq!(fault.kind, Kind::Unreachable);
    std::fs::write(&path, "").unwrap();
    let fault = Sqlite::open(&path.join("below-a-file").join("journal.db")).unwrap_err();
    assert_eq!(fault.kind, Kind::Unreachable);
    assert!(
        !fault.to_string().contains('\n') && fault.to_string().contains("--journal FILE"),
        "{fault}"
    );
}

/// Who may write everywhere (root) cannot see this one.
#[test]
fn a_read_only_journal_is_refused() {
    let (_folder, path) = on_disk();
    drop(Sqlite::open(&path).unwrap());
    let mut rights = std::fs::metadata(&path).unwrap().permissions();
    rights.set_readonly(true);
    std::fs::set_permissions(&path, rights).unwrap();
    if std::fs::OpenOptions::new().write(true).open(&path).is_err() {
        assert_eq!(Sqlite::open(&path).unwrap_err().kind, Kind::ReadOnly);
    }
}

#[test]
fn a_journal_that_became_read_only_full_or_locked_says_so_and_loses_nothing() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open_within(&path, Duration::ZERO).unwrap();
    let id = play(&mut journal, 0, "small-talk", &[]);
    let mut step = |set: &str, unset: &str, kind: Kind| {
        journal.conn.execute_batch(set).unwrap();
        let long = stepped(0, "hall", &"x".repeat(100_000));
        let fault = journal.append(id, 1, at(1), &[long]).unwrap_err();
        assert_eq!(fault.kind, kind, "{fault}");
        journal.conn.execute_batch(unset).unwrap();
        assert_eq!(journal.events(id).unwrap().len(), 1);
    };
    step("PRAGMA query_only = ON", "PRAGMA query_only = OFF", Kind::ReadOnly);
    step(
        "PRAGMA max_page_count = 1",
        "PRAGMA max_page_count = 1000000",
        Kind::Full,
    );
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let fault = journal.append(id, 1, at(1), &[stepped(0, "hall", "ask")]).unwrap_err();
    assert_eq!(fault.kind, Kind::Locked);
    assert!(fault.to_string().contains("close other bedside windows"), "{fault}");
    other.execute_batch("COMMIT").unwrap();
    journal.append(id, 1, at(1), &[stepped(0, "hall", "ask")]).unwrap();
    assert_eq!(journal.events(id).unwrap().len(), 2);
}

#[test]
fn a_damaged_event_is_named_and_left_alone() {
    let (_folder, path) = on_disk();
    let mut journal = Sqlite::open(&path).unwrap();
    let id = play(&mut journal, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    journal
        .conn
        .execute_batch("DROP TRIGGER event_stands; UPDATE event SET json = '{' WHERE seq = 1")
        .unwrap();
    let fault = journal.events(id).unwrap_err();
    assert_eq!(fault.kind, Kind::Damaged);
    assert!(fault.detail.contains("event 1 of attempt"), "{fault}");
}

#[test]
fn many_open_a_new_journal_at_once_and_write() {
    // Who comes in between whom differs each time; once would hardly ever show it.
    for _ in 0..12 {
        let (_folder, path) = on_disk();
        let count = 8;
        std::thread::scope(|scope| {
            for which in 0..count {
                let path = &path;
                scope.spawn(move || {
                    let mut journal = Sqlite::open(path).unwrap();
                    play(
                        &mut journal,
                        which * 100,
                        "small-talk",
                        &[stepped(0, "hall", "ask"), ended(0, "heard")],
                    );
                });
            }
        });
        let journal = Sqlite::open(&path).unwrap();
        assert_eq!(journal.history("Ana").unwrap().len(), usize::try_from(count).unwrap());
        assert_eq!(journal.learners().unwrap(), ["Ana"]);
    }
}

#[test]
fn two_connections_see_each_other_and_cannot_mix_one_attempt() {
    let (_folder, path) = on_disk();
    let (mut one, mut other) = (Sqlite::open(&path).unwrap(), Sqlite::open(&path).unwrap());
    let id = play(&mut one, 0, "small-talk", &[stepped(0, "hall", "ask")]);
    assert_eq!(other.events(id).unwrap().len(), 2);
    other.append(id, 2, at(2), &[stepped(0, "bed", "tell")]).unwrap();
    let fault = one.append(id, 2, at(2), &[stepped(0, "bed", "hush")]).unwrap_err();
    assert_eq!(fault.kind, Kind::Elsewhere);
    assert_eq!(one.events(id).unwrap()[2], stepped(0, "bed", "tell"));
}
