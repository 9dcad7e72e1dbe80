//! What can be recomputed from the events, kept beside them so that home and progress read hundreds of rows instead of
//! a hundred thousand. Written in the event's own transaction; a test makes it anew and compares.
//!
//! Tables and not generated columns over the JSON: "first ever" and "current line" depend on other events, which a column cannot see.
//! Scores are not kept: a key may change, and the transcript can be scored with any.

use rusqlite::{CachedStatement, Connection, Rows, params};

use super::{AttemptId, Fault, Utc};
use crate::model::{Closing, DrillEvent, Event, ExamStep, Met, Name, PracticeEvent, Step, exam_answers};

/// `now` is how the current line stands; `answer`, `first_answer` and `ended_line` repeat the learner so that one index serves a
/// screen. `draws` is a JSON object.
const TABLES: &str = "
    DROP TABLE IF EXISTS standing;
    DROP TABLE IF EXISTS ended_line;
    DROP TABLE IF EXISTS first_answer;
    DROP TABLE IF EXISTS answer;
    DROP TABLE IF EXISTS practised;
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
    CREATE TABLE answer (
        learner INTEGER NOT NULL,
        at_utc TEXT NOT NULL,
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        node TEXT NOT NULL,
        chosen TEXT NOT NULL,
        met TEXT NOT NULL,
        confidence INTEGER,
        hinted INTEGER NOT NULL,
        draws TEXT,
        PRIMARY KEY (learner, at_utc, attempt, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answer_attempt ON answer (attempt);
    CREATE TABLE first_answer (
        learner INTEGER NOT NULL,
        scenario TEXT NOT NULL,
        node TEXT NOT NULL,
        at_utc TEXT NOT NULL,
        attempt BLOB NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        PRIMARY KEY (learner, scenario, node)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE practised (
        attempt BLOB PRIMARY KEY REFERENCES attempt (id) ON DELETE CASCADE,
        learner INTEGER NOT NULL,
        kind TEXT NOT NULL,
        events INTEGER NOT NULL,
        answers INTEGER NOT NULL,
        closed TEXT,
        last_utc TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX practised_learner ON practised (learner, attempt);";

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
            let draws = "SELECT json_extract(json, '$.began.draws') FROM event WHERE attempt = ?1 AND seq = 0";
            let draws: Option<String> = conn.prepare_cached(draws)?.query_row([id], |row| row.get(0))?;
            let answer = Counted::stepped(step, draws);
            answer.note(conn, attempt, seq, &at)?
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

/// One answer on its way into the tables; without a scenario it is the attempt's.
struct Counted<'a> {
    scenario: Option<&'a str>,
    node: &'a str,
    chosen: &'a str,
    met: Met,
    confidence: Option<u8>,
    hinted: bool,
    draws: Option<String>,
}

impl<'a> Counted<'a> {
    fn stepped(step: &'a Step, draws: Option<String>) -> Self {
        Counted {
            scenario: None,
            node: &step.node,
            chosen: &step.chosen,
            met: Met::Conversation,
            confidence: step.confidence,
            hinted: step.hinted,
            draws,
        }
    }

    /// First by time, not by arrival: an answer kept back by a full disk, or written by another process, may arrive late.
    fn note(&self, conn: &Connection, attempt: AttemptId, seq: u32, at: &str) -> rusqlite::Result<usize> {
        let sql = "INSERT INTO answer SELECT learner, ?2, id, ?3, coalesce(?4, scenario), ?5, ?6, ?7, ?8, ?9, ?10
            FROM attempt WHERE id = ?1";
        conn.prepare_cached(sql)?.execute(params![
            attempt.bytes(),
            at,
            seq,
            self.scenario,
            self.node,
            self.chosen,
            self.met.id(),
            self.confidence,
            self.hinted,
            self.draws
        ])?;
        let sql =
            "INSERT INTO first_answer SELECT learner, coalesce(?4, scenario), ?5, ?2, id, ?3 FROM attempt WHERE id = ?1
            ON CONFLICT DO UPDATE SET at_utc = excluded.at_utc, attempt = excluded.attempt, seq = excluded.seq
            WHERE (excluded.at_utc, excluded.attempt, excluded.seq)
                < (first_answer.at_utc, first_answer.attempt, first_answer.seq)";
        conn.prepare_cached(sql)?
            .execute(params![attempt.bytes(), at, seq, self.scenario, self.node])
    }
}

/// Takes one event of a drill or an exam, just inserted, into the derived tables.
pub(super) fn note_practice(
    conn: &Connection,
    attempt: AttemptId,
    seq: u32,
    at: Utc,
    event: &PracticeEvent,
) -> Result<(), Fault> {
    let (id, when) = (attempt.bytes(), at.to_string());
    let sql = "INSERT INTO practised SELECT id, learner, kind, 0, 0, NULL, ?2 FROM attempt WHERE id = ?1
        ON CONFLICT DO NOTHING";
    conn.prepare_cached(sql)?.execute(params![id, when])?;
    let sql = "UPDATE practised SET events = events + 1, last_utc = ?2 WHERE attempt = ?1";
    conn.prepare_cached(sql)?.execute(params![id, when])?;
    let answers = match event {
        PracticeEvent::Drill(DrillEvent::Began { .. }) => 0,
        PracticeEvent::Drill(DrillEvent::Answered {
            scenario,
            node,
            choice,
            confidence,
            hinted,
            draws,
        }) => {
            let answer = Counted {
                scenario: Some(scenario),
                node,
                chosen: choice,
                met: Met::Drill,
                confidence: *confidence,
                hinted: *hinted,
                draws: as_object(draws),
            };
            answer.note(conn, attempt, seq, &when)?;
            1
        }
        PracticeEvent::Exam(event) => match event.what {
            ExamStep::Closed(how) => {
                let sql = "UPDATE practised SET closed = ?2 WHERE attempt = ?1";
                conn.prepare_cached(sql)?.execute(params![id, closing_id(how)])?;
                exam_closed(conn, attempt, seq)?
            }
            _ => 0,
        },
    };
    let sql = "UPDATE practised SET answers = answers + ?2 WHERE attempt = ?1";
    conn.prepare_cached(sql)?.execute(params![id, answers])?;
    Ok(())
}

/// Only a closed exam counts: until then an answer can be changed. Each counts at the time it was given.
fn exam_closed(conn: &Connection, attempt: AttemptId, until: u32) -> Result<u32, Fault> {
    let sql = "SELECT seq, at_utc, json FROM event WHERE attempt = ?1 AND seq <= ?2 ORDER BY seq";
    let mut query = conn.prepare_cached(sql)?;
    let mut rows = query.query(params![attempt.bytes(), until])?;
    let (mut events, mut times) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        if let PracticeEvent::Exam(event) = super::read::practice(attempt, row.get(0)?, &row.get::<_, String>(2)?)? {
            events.push(event);
            times.push((row.get::<_, u32>(0)?, row.get::<_, String>(1)?));
        }
    }
    let answers = exam_answers(&events);
    for (from, answer) in &answers {
        let Some((seq, at)) = times.get(*from) else { continue };
        let counted = Counted {
            scenario: Some(&answer.scenario),
            node: &answer.node,
            chosen: &answer.choice,
            met: Met::Exam,
            confidence: answer.confidence,
            hinted: false,
            draws: as_object(&answer.draws),
        };
        counted.note(conn, attempt, *seq, at)?;
    }
    Ok(u32::try_from(answers.len()).unwrap_or(u32::MAX))
}

fn as_object(draws: &[(Name, Name)]) -> Option<String> {
    (!draws.is_empty()).then(|| crate::record::practice::draws_to_json(draws))
}

pub(super) fn closing_id(how: Closing) -> &'static str {
    match how {
        Closing::HandedIn => "handed_in",
        Closing::TimeUp => "time_up",
        Closing::Left => "left",
    }
}

/// Makes the derived tables anew from the events, inside the caller's transaction.
pub(super) fn rebuild(conn: &Connection) -> Result<(), Fault> {
    conn.execute_batch(TABLES)?;
    let mut events = conn.prepare(
        "SELECT e.attempt, e.seq, e.at_utc, e.json, a.kind = 'conversation' FROM event e JOIN attempt a ON a.id = e.attempt
            ORDER BY e.attempt, e.seq",
    )?;
    note_all(conn, events.query([])?)
}

/// Looks again for the first answer to each decision, after one was forgotten.
pub(super) fn first_again(conn: &Connection, learner: i64) -> Result<(), Fault> {
    conn.execute("DELETE FROM first_answer WHERE learner = ?1", [learner])?;
    let sql = "INSERT INTO first_answer SELECT learner, scenario, node, at_utc, attempt, seq FROM answer
        WHERE learner = ?1 ORDER BY at_utc, attempt, seq ON CONFLICT DO NOTHING";
    conn.execute(sql, [learner])?;
    Ok(())
}

fn note_all(conn: &Connection, mut rows: Rows<'_>) -> Result<(), Fault> {
    while let Some(row) = rows.next()? {
        let attempt = AttemptId::from_bytes(row.get(0)?);
        let seq: u32 = row.get(1)?;
        let at = super::read::utc(&row.get::<_, String>(2)?)?;
        let json = row.get::<_, String>(3)?;
        if row.get::<_, bool>(4)? {
            note(conn, attempt, seq, at, &super::read::event(attempt, seq, &json)?)?;
        } else {
            note_practice(conn, attempt, seq, at, &super::read::practice(attempt, seq, &json)?)?;
        }
    }
    Ok(())
}
