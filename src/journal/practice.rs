//! Drills and exams: attempts like conversations, with events of their own kind.

use rusqlite::params;

use super::fault::{Fault, Kind};
use super::read::{id, name, practice, time};
use super::{AttemptId, Practised, Sqlite, Utc, derived};
use crate::model::{Closing, DrillEvent, ExamStep, Met, PracticeEvent};
use crate::record;

impl Sqlite {
    pub(super) fn insert_practice(
        &mut self,
        attempt: AttemptId,
        learner: &str,
        at: Utc,
        began: &PracticeEvent,
    ) -> Result<(), Fault> {
        let (kind, about, seed) = match began {
            PracticeEvent::Drill(DrillEvent::Began { skill, seed, .. }) => {
                (Met::Drill, skill.clone().unwrap_or_default(), *seed)
            }
            PracticeEvent::Exam(event) => match &event.what {
                ExamStep::Began { form, .. } => (Met::Exam, form.blueprint.clone(), form.seed),
                _ => return Err(no_beginning(attempt)),
            },
            PracticeEvent::Drill(_) => return Err(no_beginning(attempt)),
        };
        let conn = &self.conn;
        conn.prepare_cached("INSERT INTO learner (name) VALUES (?1) ON CONFLICT DO NOTHING")?
            .execute([learner])?;
        let sql = "INSERT INTO attempt SELECT ?1, id, ?3, '', 0, '', ?4, '', '', ?5, ?6 FROM learner WHERE name = ?2
            ON CONFLICT DO NOTHING";
        conn.prepare_cached(sql)?.execute(params![
            attempt.bytes(),
            learner,
            about.as_str(),
            seed.cast_signed(),
            at.to_string(),
            kind.id(),
        ])?;
        self.insert_practice_events(attempt, 0, at, std::slice::from_ref(began))
    }

    pub(super) fn insert_practice_events(
        &mut self,
        attempt: AttemptId,
        seq: u32,
        at: Utc,
        events: &[PracticeEvent],
    ) -> Result<(), Fault> {
        let mut next = self.next("SELECT events FROM practised WHERE attempt = ?1", attempt)?;
        for (seq, event) in (seq..).zip(events) {
            if self.insert_event(attempt, seq, &mut next, at, &record::practice::to_json(event))? {
                derived::note_practice(&self.conn, attempt, seq, at, event)?;
            }
        }
        Ok(())
    }

    pub(super) fn read_practice_events(&self, attempt: AttemptId) -> Result<Vec<PracticeEvent>, Fault> {
        let sql = "SELECT e.seq, e.json FROM event e JOIN practised p ON p.attempt = e.attempt
            WHERE e.attempt = ?1 ORDER BY e.seq";
        let mut query = self.conn.prepare_cached(sql)?;
        let mut rows = query.query([attempt.bytes()])?;
        let mut events = Vec::new();
        while let Some(row) = rows.next()? {
            events.push(practice(attempt, row.get(0)?, &row.get::<_, String>(1)?)?);
        }
        Ok(events)
    }

    pub(super) fn read_practised(&self, learner: &str) -> Result<Vec<Practised>, Fault> {
        let sql = "SELECT p.attempt, p.kind, a.scenario, a.seed, a.started_utc, p.last_utc, p.answers, p.closed
            FROM practised p JOIN attempt a ON a.id = p.attempt
            WHERE p.learner = (SELECT id FROM learner WHERE name = ?1) ORDER BY p.attempt DESC";
        self.rows(sql, learner, |row| {
            let kind: String = row.get(1)?;
            let closed: Option<String> = row.get(7)?;
            Ok(Practised {
                attempt: id(row, 0)?,
                kind: Met::parse(&kind).ok_or_else(|| Fault::new(Kind::Damaged, "practice of no kind"))?,
                about: name(row, 2)?,
                seed: row.get::<_, i64>(3)?.cast_unsigned(),
                started: time(row, 4)?,
                last: time(row, 5)?,
                answers: row.get(6)?,
                closed: closed.as_deref().and_then(closing),
            })
        })
    }
}

fn closing(id: &str) -> Option<Closing> {
    [Closing::HandedIn, Closing::TimeUp, Closing::Left]
        .into_iter()
        .find(|how| derived::closing_id(*how) == id)
}

fn no_beginning(attempt: AttemptId) -> Fault {
    Fault::new(Kind::Damaged, format!("attempt {attempt} does not say how it began"))
}
