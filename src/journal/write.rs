//! The three things a conversation writes. Each can be repeated without harm.

use rusqlite::{OptionalExtension, params};

use super::fault::{Fault, Kind};
use super::{AttemptId, OwnWords, Sqlite, Utc, derived};
use crate::model::{Event, Transcript};
use crate::record;

impl Sqlite {
    pub(super) fn insert_attempt(
        &mut self,
        attempt: AttemptId,
        learner: &str,
        at: Utc,
        began: &Transcript,
    ) -> Result<(), Fault> {
        let conn = &self.conn;
        conn.prepare_cached("INSERT INTO learner (name) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([learner])?;
        let sql = "INSERT INTO attempt SELECT ?1, id, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'conversation' FROM learner WHERE name = ?2
            ON CONFLICT DO NOTHING";
        conn.prepare_cached(sql)?.execute(params![
            attempt.bytes(),
            learner,
            began.scenario.as_str(),
            began.pack.as_str(),
            began.scenario_version,
            began.flow_hash,
            began.seed.cast_signed(),
            began.mode.id(),
            began.role.as_str(),
            at.to_string(),
        ])?;
        self.insert_events(attempt, 0, at, &[Event::Began(Box::new(began.clone()))])
    }

    pub(super) fn insert_events(
        &mut self,
        attempt: AttemptId,
        seq: u32,
        at: Utc,
        events: &[Event],
    ) -> Result<(), Fault> {
        let conn = &self.conn;
        let mut next = self.next("SELECT events FROM standing WHERE attempt = ?1", attempt)?;
        for (seq, event) in (seq..).zip(events) {
            let (kept, reflection) = apart(event);
            if !self.insert_event(attempt, seq, &mut next, at, &record::event::to_json(&kept))? {
                continue;
            }
            derived::note(conn, attempt, seq, at, &kept)?;
            if let Some(text) = reflection {
                let sql = "INSERT INTO reflection (attempt, seq, text) VALUES (?1, ?2, ?3)";
                conn.prepare_cached(sql)?.execute(params![attempt.bytes(), seq, text])?;
            }
        }
        Ok(())
    }

    /// The number the next event of an attempt gets.
    pub(super) fn next(&self, sql: &str, attempt: AttemptId) -> Result<u32, Fault> {
        let mut query = self.conn.prepare_cached(sql)?;
        let next = query.query_row([attempt.bytes()], |row| row.get(0)).optional()?;
        Ok(next.unwrap_or(0))
    }

    /// Whether the event was new. One that stands already must be the same, and none may be missing before it.
    pub(super) fn insert_event(
        &self,
        attempt: AttemptId,
        seq: u32,
        next: &mut u32,
        at: Utc,
        json: &str,
    ) -> Result<bool, Fault> {
        if seq < *next {
            self.must_be_the_same(attempt, seq, json)?;
            return Ok(false);
        }
        if seq > *next {
            let what = format!("event {seq} of attempt {attempt} came before event {next}");
            return Err(Fault::new(if *next == 0 { Kind::Gone } else { Kind::Gap }, what));
        }
        let sql = "INSERT INTO event (attempt, seq, at_utc, json) VALUES (?1, ?2, ?3, ?4)";
        let mut insert = self.conn.prepare_cached(sql)?;
        insert.execute(params![attempt.bytes(), seq, at.to_string(), json])?;
        *next += 1;
        Ok(true)
    }

    fn must_be_the_same(&self, attempt: AttemptId, seq: u32, json: &str) -> Result<(), Fault> {
        let sql = "SELECT json FROM event WHERE attempt = ?1 AND seq = ?2";
        let stands: Option<String> = self
            .conn
            .prepare_cached(sql)?
            .query_row(params![attempt.bytes(), seq], |row| row.get(0))
            .optional()?;
        if stands.as_deref() == Some(json) {
            return Ok(());
        }
        let what = format!("event {seq} of attempt {attempt} already stands, and differs");
        Err(Fault::new(Kind::Elsewhere, what))
    }

    pub(super) fn put_words(&mut self, attempt: AttemptId, at: Utc, words: &OwnWords) -> Result<(), Fault> {
        let OwnWords { line, step, node, text } = words;
        if text.trim().is_empty() {
            let sql = "DELETE FROM own_words WHERE attempt = ?1 AND line = ?2 AND step = ?3";
            self.conn
                .prepare_cached(sql)?
                .execute(params![attempt.bytes(), line, step])?;
            return Ok(());
        }
        let sql = "INSERT INTO own_words (attempt, line, step, node, text, at_utc) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT DO UPDATE SET node = excluded.node, text = excluded.text, at_utc = excluded.at_utc";
        let at = at.to_string();
        self.conn
            .prepare_cached(sql)?
            .execute(params![attempt.bytes(), line, step, node.as_str(), text, at])?;
        Ok(())
    }
}

/// The event as it is kept, and the free text that is kept elsewhere.
fn apart(event: &Event) -> (Event, Option<&str>) {
    match event {
        Event::Answered { text } => (Event::Answered { text: String::new() }, Some(text)),
        other => (other.clone(), None),
    }
}
