//! Opening a journal: look first, change only what is ours, never touch a file that is not.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OpenFlags};

use super::fault::{Fault, Kind};
use super::{Sqlite, derived, schema};

/// How long to wait for another writer before saying so.
const PATIENCE: Duration = Duration::from_millis(5000);

impl Sqlite {
    /// Opens the file, or makes it together with its folder, and brings it up to this version.
    /// A newer journal, another program's file and one that cannot be written to are refused and left as they are.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        Self::open_within(path, PATIENCE)
    }

    /// A journal that ends with the process.
    pub fn in_memory() -> Result<Self, Fault> {
        let conn = Connection::open_in_memory()?;
        prepare(Sqlite { conn, path: None })
    }

    pub(super) fn open_within(path: &Path, patience: Duration) -> Result<Self, Fault> {
        let named = |fault: Fault| fault.at(Some(path));
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            let made = std::fs::create_dir_all(folder);
            made.map_err(|error| named(Fault::new(Kind::Unreachable, error.to_string())))?;
        }
        // No URI: a path is a path, whatever letters it has.
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let opened = Connection::open_with_flags(path, flags).and_then(|conn| {
            conn.busy_timeout(patience)?;
            Ok(conn)
        });
        let conn = opened.map_err(|error| named(unreachable_if_silent(error, path)))?;
        let path = Some(path.to_owned());
        prepare(Sqlite { conn, path })
    }
}

/// SQLite says only "unable to open"; the system says why.
fn unreachable_if_silent(error: rusqlite::Error, path: &Path) -> Fault {
    let mut fault = Fault::from(error);
    if fault.kind == Kind::Unreachable {
        let reason = std::fs::OpenOptions::new().read(true).write(true).open(path).err();
        if let Some(reason) = reason.filter(|reason| reason.kind() != std::io::ErrorKind::NotFound) {
            fault.detail = reason.to_string();
        }
    }
    fault
}

fn prepare(mut journal: Sqlite) -> Result<Sqlite, Fault> {
    let ready = patiently(&journal.conn, |conn| look(conn).and_then(|()| set_up(conn)));
    journal.named(ready)?;
    let version = schema::version(&journal.conn).map_err(Fault::from);
    if journal.named(version)? < schema::latest() {
        journal.transaction(|journal| {
            // Another process may have done it while this one waited, even a newer one.
            look(&journal.conn)?;
            if schema::version(&journal.conn)? == schema::latest() {
                return Ok(());
            }
            schema::migrate(&journal.conn, schema::latest())?;
            derived::rebuild(&journal.conn)
        })?;
    }
    Ok(journal)
}

/// How often others may come between while a new file is set up.
const TRIES: usize = 100;

/// Changing the mode of a new file is refused at once, without waiting, where two would wait for each other. Whoever comes second
/// waits for a turn at writing and looks again: by then the first one has done it.
fn patiently(conn: &Connection, work: impl Fn(&Connection) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut done = work(conn);
    for _ in 0..TRIES {
        if !matches!(&done, Err(fault) if fault.kind == Kind::Locked) {
            break;
        }
        // Waits as long as any other write does; nothing is written.
        conn.execute_batch("BEGIN IMMEDIATE; COMMIT;")?;
        done = work(conn);
    }
    done
}

/// Whose file it is, without changing it.
fn look(conn: &Connection) -> Result<(), Fault> {
    // One statement, so that another process setting the file up just now is seen either not at all or done.
    let sql = "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
        FROM pragma_application_id, pragma_user_version";
    let (application, version, tables): (i32, i64, i64) =
        conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let found = usize::try_from(version).unwrap_or(usize::MAX);
    let empty = application == 0 && found == 0 && tables == 0;
    if application != schema::APPLICATION && !empty {
        return Err(Fault::new(Kind::Foreign, ""));
    }
    let known = schema::latest();
    if found > known {
        return Err(Fault::new(Kind::Newer { found, known }, ""));
    }
    if conn.is_readonly("main")? {
        return Err(Fault::new(Kind::ReadOnly, ""));
    }
    Ok(())
}

fn set_up(conn: &Connection) -> Result<(), Fault> {
    // Asked for only where it is not so yet: changing the mode needs the file for oneself. A file system that cannot do it keeps
    // the older mode, which is as safe.
    let mode: String = conn.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if mode != "wal" {
        conn.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
    }
    // FULL: with NORMAL a power cut may take the last answers. `secure_delete`: what is forgotten is overwritten.
    conn.execute_batch(
        "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;",
    )?;
    Ok(())
}
