//! What can go wrong with a journal, in words for the person who sits before it.

use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Nothing was lost, and no file was changed by it. The message is one line: what happened and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub kind: Kind,
    /// The journal's file, where it has one.
    pub path: Option<PathBuf>,
    /// What the system said; empty where the kind says it all.
    pub detail: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Another program kept the file for itself longer than we wait.
    Locked,
    ReadOnly,
    /// No room on the disk.
    Full,
    /// Written by a newer bedside.
    Newer {
        found: usize,
        known: usize,
    },
    /// No database, or another program's.
    Foreign,
    /// No file can be opened or made there.
    Unreachable,
    /// The file, or an event in it, cannot be read.
    Damaged,
    /// The attempt went on in another window.
    Elsewhere,
    /// Earlier events of the attempt are missing: the file was exchanged for an older one.
    Gap,
    /// The attempt is not in the journal: never begun, or forgotten meanwhile.
    Gone,
    /// The writer has stopped.
    Stopped,
    Other,
}

impl Fault {
    pub(super) fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Fault {
            kind,
            path: None,
            detail: detail.into(),
        }
    }

    pub(super) fn at(mut self, path: Option<&Path>) -> Self {
        self.path = self.path.or_else(|| path.map(Path::to_owned));
        self
    }

    /// Only this attempt is concerned; others can be written all the same.
    #[must_use]
    pub fn is_of_one_attempt(&self) -> bool {
        matches!(self.kind, Kind::Elsewhere | Kind::Gap | Kind::Gone)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("the journal")?;
        if let Some(path) = &self.path {
            write!(out, " {}", path.display())?;
        }
        match self.kind {
            Kind::Locked => out.write_str(
                " is held by another program; close other bedside windows or a backup that reads it, then try again",
            ),
            Kind::ReadOnly => out.write_str(
                " cannot be written to; allow writing to the file and its folder, or use another file: --journal FILE",
            ),
            Kind::Full => out.write_str(" has no room left on its disk; free some space, then go on"),
            Kind::Newer { found, known } => write!(
                out,
                " was written by a newer bedside (version {found}; this one reads up to {known}); \
                 update bedside, or use another file: --journal FILE"
            ),
            Kind::Foreign => out.write_str(
                " is not a bedside journal, so it was left as it is; give the right file, or a new one: --journal FILE",
            ),
            Kind::Unreachable => write!(
                out,
                " cannot be opened ({}); check the path and its permissions, or use another file: --journal FILE",
                self.detail
            ),
            Kind::Damaged => write!(
                out,
                " is damaged ({}); it was left as it is: put back a copy, or use another file: --journal FILE",
                self.detail
            ),
            Kind::Elsewhere => out.write_str(
                ": this conversation went on in another window, and what was said there is kept; go on there, or start it again",
            ),
            Kind::Gap => out.write_str(" lacks earlier answers of this conversation; put back the file as it was, or start again"),
            Kind::Gone => out.write_str(" no longer has this conversation; start it again"),
            Kind::Stopped => out.write_str(" is closed; start bedside again, and it continues after the last saved answer"),
            Kind::Other => write!(out, " could not be used ({}); try again, or use another file: --journal FILE", self.detail),
        }
    }
}

impl std::error::Error for Fault {}

impl From<rusqlite::Error> for Fault {
    fn from(error: rusqlite::Error) -> Self {
        let detail = error.to_string().replace('\n', " ");
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed) => {
                Kind::Locked
            }
            Some(ErrorCode::ReadOnly) => Kind::ReadOnly,
            Some(ErrorCode::DiskFull) => Kind::Full,
            Some(ErrorCode::NotADatabase) => Kind::Foreign,
            Some(ErrorCode::DatabaseCorrupt) => Kind::Damaged,
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Kind::Unreachable,
            Some(ErrorCode::ConstraintViolation) if detail.contains("FOREIGN KEY") => Kind::Gone,
            _ => Kind::Other,
        };
        Fault::new(kind, detail)
    }
}
