//! Which process has an attempt open. A lock of the operating system on a small file beside the journal, which ends with the
//! process however it ends; so no process number is ever guessed about, and a claim never outlives its holder.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::fault::{Fault, Kind};
use super::{AttemptId, Utc};

/// The attempt is ours until this is dropped.
#[derive(Debug)]
pub struct Claim {
    path: PathBuf,
    _locked: File,
}

#[derive(Debug)]
pub enum Held {
    Ours(Claim),
    /// Another process has it open; who and since when, as far as it can be read.
    Elsewhere {
        process: Option<u32>,
        since: Option<Utc>,
    },
}

/// How often a claim file may vanish between opening and locking, which takes another process letting go just then.
const TRIES: usize = 100;

/// Claims an attempt of the journal at `journal`. On file systems without locks everyone gets it; then the numbering of events
/// still keeps two windows from mixing.
pub fn claim(journal: &Path, attempt: AttemptId, at: Utc) -> Result<Held, Fault> {
    let folder = folder(journal);
    let path = folder.join(attempt.to_string());
    for _ in 0..TRIES {
        match take(&folder, &path, at) {
            Ok(Some(held)) => return Ok(held),
            Ok(None) => {}
            Err(error) => {
                let kind = match error.kind() {
                    ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Kind::ReadOnly,
                    ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Kind::Full,
                    _ => Kind::Unreachable,
                };
                return Err(Fault::new(kind, error.to_string()).at(Some(journal)));
            }
        }
    }
    Ok(Held::Elsewhere {
        process: None,
        since: None,
    })
}

/// `journal.db` has its claims in `journal.db-open/`.
fn folder(journal: &Path) -> PathBuf {
    let mut name = journal.file_name().unwrap_or_default().to_owned();
    name.push("-open");
    journal.with_file_name(name)
}

/// `None`: the file was taken away meanwhile, try again.
fn take(folder: &Path, path: &Path, at: Utc) -> std::io::Result<Option<Held>> {
    // Not `create_dir_all`: it looks again after finding the folder there, when its last holder may have taken it away.
    match std::fs::create_dir(folder) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    let opened = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path);
    match opened {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
        Ok(file) => lock(file, path, at),
    }
}

/// `None` as for `take`.
pub(super) fn lock(mut file: File, path: &Path, at: Utc) -> std::io::Result<Option<Held>> {
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => return Ok(Some(holder(path))),
        Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
        Err(TryLockError::Error(error)) => return Err(error),
    }
    if !still_there(&file, path) {
        return Ok(None);
    }
    // The lock is the claim; who holds it is a courtesy that a full disk may refuse.
    let _ = file
        .set_len(0)
        .and_then(|()| write!(file, "{} {at}", std::process::id()));
    Ok(Some(Held::Ours(Claim {
        path: path.to_owned(),
        _locked: file,
    })))
}

fn holder(path: &Path) -> Held {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let (process, since) = text.split_once(' ').unwrap_or_default();
    Held::Elsewhere {
        process: process.parse().ok(),
        since: Utc::parse(since),
    }
}

/// Whether the locked file is the one others find by its name: its holder may have taken it away before the lock was ours.
#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let which = |about: std::io::Result<std::fs::Metadata>| about.ok().map(|about| (about.dev(), about.ino()));
    let locked = which(file.metadata());
    locked.is_some() && locked == which(std::fs::metadata(path))
}

/// Here files are never taken away.
#[cfg(not(unix))]
fn still_there(_file: &File, _path: &Path) -> bool {
    true
}

impl Drop for Claim {
    /// Tidies up; should it fail, an empty lock file stays, which claims nothing.
    fn drop(&mut self) {
        if cfg!(unix) {
            let _ = std::fs::remove_file(&self.path);
            if let Some(folder) = self.path.parent() {
                let _ = std::fs::remove_dir(folder);
            }
        }
    }
}
