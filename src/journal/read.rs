//! What screens and commands ask. Each query reads the derived tables; only the events of one attempt are read whole.

use std::collections::{HashMap, HashSet};

use rusqlite::Row;

use super::fault::{Fault, Kind};
use super::{
    AttemptId, EndedLine, EndingSeen, Given, OpenAttempt, Outcome, OwnWords, Past, Played, Record, Sqlite, Utc,
};
use crate::model::{Event, Met, Mode, Name, PracticeEvent};
use crate::record;

impl Sqlite {
    pub(super) fn read_learners(&self) -> Result<Vec<String>, Fault> {
        let mut query = self.conn.prepare_cached("SELECT name FROM learner ORDER BY name")?;
        let names = query.query_map([], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    pub(super) fn read_open(&self, learner: &str) -> Result<Vec<OpenAttempt>, Fault> {
        let sql = "SELECT s.attempt, s.scenario, a.started_utc, s.last_utc, s.at_step, s.steps, s.ending IS NOT NULL
            FROM standing s JOIN attempt a ON a.id = s.attempt
            WHERE s.learner = (SELECT id FROM learner WHERE name = ?1) AND s.now = 'open'
            ORDER BY s.attempt DESC";
        self.rows(sql, learner, |row| {
            Ok(OpenAttempt {
                attempt: id(row, 0)?,
                scenario: name(row, 1)?,
                started: time(row, 2)?,
                last: time(row, 3)?,
                at_step: row.get(4)?,
                steps: row.get(5)?,
                practice: row.get(6)?,
            })
        })
    }

    pub(super) fn read_events(&self, attempt: AttemptId) -> Result<Vec<Event>, Fault> {
        let sql = "SELECT e.seq, e.json, r.text FROM event e
            LEFT JOIN reflection r ON r.attempt = e.attempt AND r.seq = e.seq
            WHERE e.attempt = ?1 ORDER BY e.seq";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([attempt.bytes()])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            let event = event(attempt, row.get(0)?, &row.get::<_, String>(1)?)?;
            events.push(match event {
                Event::Answered { .. } => Event::Answered {
                    text: row.get::<_, Option<String>>(2)?.unwrap_or_default(),
                },
                other => other,
            });
        }
        Ok(events)
    }

    pub(super) fn read_history(&self, learner: &str) -> Result<Vec<Past>, Fault> {
        let sql =
            "SELECT a.id, a.scenario, a.version, a.mode, a.role, a.seed, a.started_utc, s.last_utc, s.now, s.ending,
                s.steps, s.lines
            FROM attempt a JOIN standing s ON s.attempt = a.id
            WHERE a.learner = (SELECT id FROM learner WHERE name = ?1)
            ORDER BY a.id DESC";
        let mut known = Known::default();
        self.rows(sql, learner, |row| {
            let now = row.get_ref(8)?.as_str().map_err(rusqlite::Error::from)?;
            let ending: Option<String> = row.get(9)?;
            Ok(Past {
                attempt: id(row, 0)?,
                scenario: known.name(row, 1)?,
                version: row.get(2)?,
                mode: mode(row, 3)?,
                role: known.name(row, 4)?,
                seed: row.get::<_, i64>(5)?.cast_unsigned(),
                started: time(row, 6)?,
                last: time(row, 7)?,
                outcome: match (now, &ending) {
                    ("open", _) => Outcome::Open,
                    (_, Some(_)) => Outcome::Ended,
                    _ => Outcome::Left,
                },
                ending: ending.map(Name::from),
                steps: row.get(10)?,
                lines: row.get(11)?,
            })
        })
    }

    pub(super) fn read_played(&self, learner: &str) -> Result<Vec<Played>, Fault> {
        let sql = "SELECT scenario, count(*), max(last_utc) FROM standing
            WHERE learner = (SELECT id FROM learner WHERE name = ?1) GROUP BY scenario ORDER BY scenario";
        let mut played = self.rows(sql, learner, |row| {
            Ok(Played {
                scenario: name(row, 0)?,
                times: row.get(1)?,
                last: time(row, 2)?,
                endings: Vec::new(),
                has_record: false,
            })
        })?;
        let sql = "SELECT scenario, ending, min(at_utc) AS first FROM ended_line
            WHERE learner = (SELECT id FROM learner WHERE name = ?1) GROUP BY scenario, ending ORDER BY scenario, first, ending";
        let endings = self.rows(sql, learner, |row| Ok((name(row, 0)?, name(row, 1)?, time(row, 2)?)))?;
        for (scenario, ending, first) in endings {
            if let Ok(at) = played.binary_search_by(|known| known.scenario.cmp(&scenario)) {
                played[at].has_record = true;
                played[at].endings.push(EndingSeen { ending, first });
            }
        }
        Ok(played)
    }

    pub(super) fn read_words(&self, attempt: AttemptId) -> Result<Vec<OwnWords>, Fault> {
        let sql = "SELECT line, step, node, text FROM own_words WHERE attempt = ?1 ORDER BY line, step";
        let mut query = self.conn.prepare_cached(sql)?;
        let words = query.query_map([attempt.bytes()], |row| {
            Ok(OwnWords {
                line: row.get(0)?,
                step: row.get(1)?,
                node: Name::from(row.get::<_, String>(2)?),
                text: row.get(3)?,
            })
        })?;
        Ok(words.collect::<Result<_, _>>()?)
    }

    pub(super) fn read_first_answers(&self, learner: &str) -> Result<Vec<Given>, Fault> {
        let sql = "SELECT a.scenario, a.node, a.chosen, a.at_utc, a.met, a.confidence, a.hinted, a.attempt, a.draws
            FROM first_answer f JOIN answer a USING (learner, at_utc, attempt, seq)
            WHERE learner = (SELECT id FROM learner WHERE name = ?1) ORDER BY a.at_utc, a.attempt, a.seq";
        self.rows(sql, learner, |row| {
            let draws: Option<String> = row.get(8)?;
            given(row, &mut Known::default(), draws.as_deref())
        })
    }

    pub(super) fn read_answers(&self, learner: &str) -> Result<Vec<Given>, Fault> {
        // Draws only with the first answer to a decision, in a question of their own: with all of them, or looked up one by one,
        // ten years would take twice the time.
        let sql = "SELECT a.attempt, a.seq, a.draws FROM first_answer f JOIN answer a
                ON a.learner = f.learner AND a.at_utc = f.at_utc AND a.attempt = f.attempt AND a.seq = f.seq
            WHERE f.learner = (SELECT id FROM learner WHERE name = ?1) AND a.draws IS NOT NULL";
        let first = self.rows(sql, learner, |row| {
            let draws: String = row.get(2)?;
            Ok(((id(row, 0)?, row.get::<_, u32>(1)?), draws))
        })?;
        let first: HashMap<(AttemptId, u32), String> = first.into_iter().collect();
        let sql = "SELECT scenario, node, chosen, at_utc, met, confidence, hinted, attempt, seq FROM answer
            WHERE learner = (SELECT id FROM learner WHERE name = ?1) ORDER BY at_utc, attempt, seq";
        let mut known = Known::default();
        self.rows(sql, learner, |row| {
            let place = (id(row, 7)?, row.get::<_, u32>(8)?);
            given(row, &mut known, first.get(&place).map(String::as_str))
        })
    }

    pub(super) fn read_ended_lines(&self, learner: &str) -> Result<Vec<EndedLine>, Fault> {
        let sql = "SELECT scenario, attempt, line, ending, at_utc FROM ended_line
            WHERE learner = (SELECT id FROM learner WHERE name = ?1) ORDER BY at_utc, attempt, line";
        let mut known = Known::default();
        self.rows(sql, learner, |row| {
            Ok(EndedLine {
                scenario: known.name(row, 0)?,
                attempt: id(row, 1)?,
                line: row.get(2)?,
                ending: known.name(row, 3)?,
                at: time(row, 4)?,
            })
        })
    }

    pub(super) fn read_records(&self, learner: &str) -> Result<Vec<Record>, Fault> {
        let sql = "WITH line AS (
                SELECT learner, scenario, attempt, line, ending, at_utc,
                    row_number() OVER (PARTITION BY scenario ORDER BY at_utc, attempt, line) AS place
                FROM ended_line WHERE learner = (SELECT id FROM learner WHERE name = ?1))
            SELECT scenario, attempt, line, ending, at_utc, line > 0 OR EXISTS (
                SELECT 1 FROM standing s WHERE s.learner = line.learner AND s.scenario = line.scenario
                    AND s.attempt < line.attempt AND s.steps > 0)
            FROM line WHERE place = 1 ORDER BY scenario";
        self.rows(sql, learner, |row| {
            Ok(Record {
                scenario: name(row, 0)?,
                attempt: id(row, 1)?,
                line: row.get(2)?,
                ending: name(row, 3)?,
                at: time(row, 4)?,
                replay: row.get(5)?,
            })
        })
    }

    pub(super) fn rows<T>(
        &self,
        sql: &str,
        learner: &str,
        mut each: impl FnMut(&Row<'_>) -> Result<T, Fault>,
    ) -> Result<Vec<T>, Fault> {
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([learner])?;
        let mut list = Vec::new();
        while let Some(row) = rows.next()? {
            list.push(each(row)?);
        }
        Ok(list)
    }
}

/// A moment as the journal writes it.
pub(super) fn utc(text: &str) -> Result<Utc, Fault> {
    Utc::parse(text).ok_or_else(|| Fault::new(Kind::Damaged, "a time that is none"))
}

/// An event as the journal keeps it, without its free text.
pub(super) fn event(attempt: AttemptId, seq: u32, json: &str) -> Result<Event, Fault> {
    let what = |bad| Fault::new(Kind::Damaged, format!("event {seq} of attempt {attempt}: {bad}"));
    record::event::from_json(json).map_err(what)
}

/// The same of a drill or an exam.
pub(super) fn practice(attempt: AttemptId, seq: u32, json: &str) -> Result<PracticeEvent, Fault> {
    let what = |bad| Fault::new(Kind::Damaged, format!("event {seq} of attempt {attempt}: {bad}"));
    record::practice::from_json(json).map_err(what)
}

/// Names met before, so that a hundred thousand rows share a few hundred.
#[derive(Default)]
struct Known(HashSet<Name>);

impl Known {
    fn name(&mut self, row: &Row<'_>, at: usize) -> Result<Name, Fault> {
        let text = row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?;
        if let Some(known) = self.0.get(text) {
            return Ok(known.clone());
        }
        let name = Name::from(text);
        self.0.insert(name.clone());
        Ok(name)
    }
}

fn given(row: &Row<'_>, known: &mut Known, draws: Option<&str>) -> Result<Given, Fault> {
    let met = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
    let draws = draws.map(record::practice::draws_from_json).transpose();
    Ok(Given {
        scenario: known.name(row, 0)?,
        node: known.name(row, 1)?,
        chosen: known.name(row, 2)?,
        at: time(row, 3)?,
        met: Met::parse(met).ok_or_else(|| Fault::new(Kind::Damaged, "an answer given nowhere"))?,
        confidence: row.get(5)?,
        hinted: row.get(6)?,
        attempt: id(row, 7)?,
        draws: draws
            .map_err(|bad| Fault::new(Kind::Damaged, bad.to_string()))?
            .unwrap_or_default(),
    })
}

pub(super) fn id(row: &Row<'_>, at: usize) -> Result<AttemptId, Fault> {
    Ok(AttemptId::from_bytes(row.get(at)?))
}

pub(super) fn name(row: &Row<'_>, at: usize) -> Result<Name, Fault> {
    Ok(Name::from(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?))
}

pub(super) fn time(row: &Row<'_>, at: usize) -> Result<Utc, Fault> {
    utc(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?)
}

fn mode(row: &Row<'_>, at: usize) -> Result<Mode, Fault> {
    let id = row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?;
    Mode::parse(id).ok_or_else(|| Fault::new(Kind::Damaged, "a mode that is none"))
}
