//! What can be recomputed from the events, kept beside them so that home and progress read hundreds of rows instead of
//! a hundred thousand. Written in the event's own transaction; a test makes it anew and compares.
//!
//! Tables and not generated columns over the JSON: "first ever" and "current line" depend on other events, which a column cannot see.
//! Scores are not kept: a key may change, and the transcript can be scored with any.

use rusqlite::{CachedStatement, Connection, Rows, params};

use super::{AttemptId, Fault, Utc};
use crate::model::{Event, Step};

/// `now` is how the current line stands; `first_answer` and `ended_line` repeat the learner so that one index serves a screen.
const TABLES: &str = "
    DROP TABLE IF EXISTS standing;
    DROP TABLE IF EXISTS ended_line;
    DROP TABLE IF EXISTS first_answer;
    CREATE TABLE standing (
        attempt BLOB PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
        learner INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        events INTEGER NOT NULL,
        steps INTEGER NOT NULL,
        at_step INTEGER NOT NULL,
        lines INTEGER NOT NULL,
        now TEXT NOT NULL CHECK (now IN ('open', 'ended', 'left')),
        ending TEXT,
        last_utc TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX standing_open ON standing (learner, attempt) WHERE now = 'open';
    CREATE INDEX standing_scenario ON standing (learner, scenario, last_utc, attempt, steps);
    CREATE TABLE ended_line (
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        line INTEGER NOT NULL,
        learner INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        ending TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        PRIMARY KEY (attempt, line)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX ended_line_scenario ON ended_line (learner, scenario, at_utc, attempt, line, ending);
    CREATE TABLE first_answer (
        learner INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        node TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        chosen TEXT NOT NULL,
        confidence INTEGER,
        hinted INTEGER NOT NULL,
        PRIMARY KEY (learner, scenario, node)
    ) STRICT, WITHOUT ROWID;";

/// Takes one event, just inserted, into the derived tables.
pub(super) fn note(conn: &Connection, attempt: AttemptId, seq: u32, at: Utc, event: &Event) -> rusqlite::Result<()> {
    let id = attempt.bytes();
    let at = at.to_string();
    if let Event::Began(_) = event {
        let sql = "INSERT INTO standing SELECT id, learner, scenario, 1, 0, 0, 1, 'open', NULL, ?2 FROM attempt WHERE id = ?1";
        conn.prepare_cached(sql)?.execute(params![id, at])?;
        return Ok(());
    }
    let change = |set: &str| -> rusqlite::Result<CachedStatement<'_>> {
        conn.prepare_cached(&format!(
            "UPDATE standing SET events = events + 1, last_utc = ?2{set} WHERE attempt = ?1"
        ))
    };
    match event {
        Event::Began(_) | Event::Looked { .. } | Event::Answered { .. } => change("")?.execute(params![id, at])?,
        Event::Stepped(step) => {
            change(", steps = steps + 1, at_step = at_step + 1, now = 'open'")?.execute(params![id, at])?;
            first_answer(conn, attempt, seq, &at, step)?
        }
        Event::Rewound { shared, .. } => {
            change(", lines = lines + 1, at_step = ?3, now = 'open'")?.execute(params![id, at, shared])?
        }
        Event::Ended { line, ending } => {
            change(", now = 'ended', ending = coalesce(ending, ?3)")?.execute(params![id, at, ending.as_str()])?;
            let sql = "INSERT INTO ended_line SELECT id, ?2, learner, scenario, ?3, ?4 FROM attempt WHERE id = ?1
                ON CONFLICT DO NOTHING";
            conn.prepare_cached(sql)?
                .execute(params![id, line, ending.as_str(), at])?
        }
        Event::Left { .. } => change(", now = 'left'")?.execute(params![id, at])?,
    };
    Ok(())
}

/// First by time, not by arrival: an answer kept back by a full disk, or written by another process, may arrive late.
fn first_answer(conn: &Connection, attempt: AttemptId, seq: u32, at: &str, step: &Step) -> rusqlite::Result<usize> {
    let sql = "INSERT INTO first_answer (learner, scenario, node, at_utc, attempt, seq, chosen, confidence, hinted)
        SELECT learner, scenario, ?2, ?3, id, ?4, ?5, ?6, ?7 FROM attempt WHERE id = ?1
        ON CONFLICT DO UPDATE SET at_utc = excluded.at_utc, attempt = excluded.attempt, seq = excluded.seq,
            chosen = excluded.chosen, confidence = excluded.confidence, hinted = excluded.hinted
        WHERE (excluded.at_utc, excluded.attempt, excluded.seq)
            < (first_answer.at_utc, first_answer.attempt, first_answer.seq)";
    let (node, chosen) = (step.node.as_str(), step.chosen.as_str());
    conn.prepare_cached(sql)?.execute(params![
        attempt.bytes(),
        node,
        at,
        seq,
        chosen,
        step.confidence,
        step.hinted
    ])
}

/// Makes the derived tables anew from the events, inside the caller's transaction.
pub(super) fn rebuild(conn: &Connection) -> Result<(), Fault> {
    conn.execute_batch(TABLES)?;
    let mut events = conn.prepare("SELECT attempt, seq, at_utc, json FROM event ORDER BY attempt, seq")?;
    note_all(conn, events.query([])?)
}

/// The same for what one learner did in one scenario: no other row depends on it.
pub(super) fn renew(conn: &Connection, learner: i64, scenario: &str) -> Result<(), Fault> {
    for table in ["standing", "ended_line", "first_answer"] {
        let sql = format!("DELETE FROM {table} WHERE learner = ?1 AND scenario = ?2");
        conn.execute(&sql, params![learner, scenario])?;
    }
    let sql = "SELECT e.attempt, e.seq, e.at_utc, e.json FROM event e JOIN attempt a ON a.id = e.attempt
        WHERE a.learner = ?1 AND a.scenario = ?2 ORDER BY e.attempt, e.seq";
    let mut events = conn.prepare(sql)?;
    note_all(conn, events.query(params![learner, scenario])?)
}

fn note_all(conn: &Connection, mut rows: Rows<'_>) -> Result<(), Fault> {
    while let Some(row) = rows.next()? {
        let attempt = AttemptId::from_bytes(row.get(0)?);
        let seq: u32 = row.get(1)?;
        let at = super::read::utc(&row.get::<_, String>(2)?)?;
        let event = super::read::event(attempt, seq, &row.get::<_, String>(3)?)?;
        note(conn, attempt, seq, at, &event)?;
    }
    Ok(())
}
