//! The numbered migrations. A list that only grows: what was released is never edited, each step says why it came.

use rusqlite::Connection;

/// `bedS` in ASCII: marks the file as ours (SQLite's `application_id`).
pub(super) const APPLICATION: i32 = 0x6265_6453;

/// Step n takes a file from version n − 1 to n (`PRAGMA user_version`). After any step the derived tables are made anew,
/// so a step only moves what cannot be recomputed; a change of the derived tables, or a new kind of event, is a step with empty SQL.
const MIGRATIONS: &[&str] = &[
    // 1: learners, attempts and what happened in them. Events are append-only: history is never rewritten, only forgotten whole.
    // `seed` holds the bits of a u64. What an attempt's row says stands in its first event too; it is here to be searched.
    "CREATE TABLE learner (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE attempt (
        id BLOB PRIMARY KEY CHECK (length(id) = 16),
        learner INTEGER NOT NULL REFERENCES learner (id) ON DELETE CASCADE,
        scenario TEXT NOT NULL,
        pack TEXT NOT NULL,
        version INTEGER NOT NULL,
        flow_hash TEXT NOT NULL,
        seed INTEGER NOT NULL,
        mode TEXT NOT NULL,
        role TEXT NOT NULL,
        started_utc TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attempt_learner ON attempt (learner);
    CREATE TABLE event (
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL CHECK (seq >= 0),
        at_utc TEXT NOT NULL,
        json TEXT NOT NULL,
        PRIMARY KEY (attempt, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER event_stands BEFORE UPDATE ON event
    BEGIN SELECT RAISE (ABORT, 'events are never changed'); END;",
    // 2: free text gets tables of its own, so that it can be forgotten without touching what happened.
    // `reflection` is the answer to \"how was that?\"; its event keeps only that it was given.
    "CREATE TABLE own_words (
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        line INTEGER NOT NULL,
        step INTEGER NOT NULL,
        node TEXT NOT NULL,
        text TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        PRIMARY KEY (attempt, line, step)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE reflection (
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (attempt, seq)
    ) STRICT, WITHOUT ROWID;",
    // 3: drills and exams are attempts too, so that they are numbered, claimed and forgotten alike. Their events are of another kind;
    // `scenario` then holds the skill or the blueprint, and version, flow, mode and role are empty.
    "ALTER TABLE attempt ADD COLUMN kind TEXT NOT NULL DEFAULT 'conversation'
        CHECK (kind IN ('conversation', 'drill', 'exam'));",
];

/// The version this program writes.
pub(super) fn latest() -> usize {
    MIGRATIONS.len()
}

/// `PRAGMA user_version`.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<usize> {
    conn.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
        .map(|version| usize::try_from(version).unwrap_or(usize::MAX))
}

/// Takes the file up to `target`, inside the caller's transaction. The derived tables are the caller's to make anew.
pub(super) fn migrate(conn: &Connection, target: usize) -> rusqlite::Result<()> {
    for step in version(conn)?..target {
        if let Some(sql) = MIGRATIONS.get(step) {
            conn.execute_batch(sql)?;
        }
    }
    conn.pragma_update(None, "application_id", APPLICATION)?;
    conn.pragma_update(None, "user_version", i64::try_from(target).unwrap_or(i64::MAX))
}
