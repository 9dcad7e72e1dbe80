//! Forgetting for good: rows deleted, space overwritten, the file made small again.

use rusqlite::{OptionalExtension, params};

use super::{AttemptId, Fault, Sqlite, derived};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forget {
    /// Everything typed freely: what they would have said and how it was. Of one learner, or of all.
    OwnWords(Option<String>),
    Attempt(AttemptId),
    Learner(String),
    /// The file stays, empty.
    Everything,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Texts the learner had typed.
    pub words: usize,
    pub attempts: usize,
    /// False when another window was reading just then: all is deleted, but the log beside the file may keep traces until the
    /// last window closes; forgetting again then clears them.
    pub cleared: bool,
}

impl Sqlite {
    pub(super) fn delete(&mut self, what: &Forget) -> Result<Forgotten, Fault> {
        // A transaction of its own, first: should the rest fail, what is most private is gone.
        let words = self.transaction(|journal| journal.delete_words(what))?;
        let attempts = match what {
            Forget::OwnWords(_) => 0,
            _ => self.transaction(|journal| journal.delete_attempts(what))?,
        };
        Ok(Forgotten {
            words,
            attempts,
            cleared: self.clear(),
        })
    }

    fn delete_words(&self, what: &Forget) -> Result<usize, Fault> {
        let mut words = 0;
        for table in ["own_words", "reflection"] {
            let (all, of_attempt, of_learner) = (
                format!("DELETE FROM {table}"),
                format!("DELETE FROM {table} WHERE attempt = ?1"),
                format!(
                    "DELETE FROM {table} WHERE attempt IN
                        (SELECT a.id FROM attempt a JOIN learner l ON l.id = a.learner WHERE l.name = ?1)"
                ),
            );
            words += match what {
                Forget::OwnWords(None) | Forget::Everything => self.conn.execute(&all, [])?,
                Forget::Attempt(attempt) => self.conn.execute(&of_attempt, params![attempt.bytes()])?,
                Forget::OwnWords(Some(learner)) | Forget::Learner(learner) => {
                    self.conn.execute(&of_learner, [learner])?
                }
            };
        }
        Ok(words)
    }

    /// All that hangs on an attempt, events and derived rows, goes with it.
    fn delete_attempts(&self, what: &Forget) -> Result<usize, Fault> {
        let conn = &self.conn;
        match what {
            Forget::OwnWords(_) => Ok(0),
            Forget::Attempt(attempt) => {
                let sql = "DELETE FROM attempt WHERE id = ?1 RETURNING learner";
                let whose: Option<i64> = conn.query_row(sql, [attempt.bytes()], |row| row.get(0)).optional()?;
                let Some(learner) = whose else {
                    return Ok(0);
                };
                // What was the second answer may now be the first.
                derived::first_again(conn, learner)?;
                Ok(1)
            }
            Forget::Learner(learner) => {
                let sql = "DELETE FROM attempt WHERE learner = (SELECT id FROM learner WHERE name = ?1)";
                let attempts = conn.execute(sql, [learner])?;
                conn.execute("DELETE FROM learner WHERE name = ?1", [learner])?;
                Ok(attempts)
            }
            Forget::Everything => {
                let attempts = conn.execute("DELETE FROM attempt", [])?;
                conn.execute("DELETE FROM learner", [])?;
                Ok(attempts)
            }
        }
    }

    /// Whether no trace is left in the file or its log.
    fn clear(&self) -> bool {
        let small = self.conn.execute_batch("VACUUM").is_ok();
        let log = "PRAGMA wal_checkpoint(TRUNCATE)";
        let emptied = self
            .conn
            .query_row(log, [], |row| row.get::<_, i64>(0))
            .is_ok_and(|busy| busy == 0);
        small && emptied
    }
}
