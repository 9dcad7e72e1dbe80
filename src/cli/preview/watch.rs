//! Tells of every save of a file and its keys, a moment after the last of the writes that make up one save.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use anyhow::Context;
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use crate::cli::check::ground;

/// Editors write a file in several steps; a save is over when nothing came for so long.
const QUIET: Duration = Duration::from_millis(15);

/// Watches as long as it lives.
pub(super) struct Watch {
    _watcher: RecommendedWatcher,
    touched: Receiver<()>,
}

impl Watch {
    /// Watches the folder and not the file, since most editors put a new file in the old one's place.
    pub(super) fn new(path: &Path) -> anyhow::Result<Watch> {
        let told = || format!("{} could not be watched", path.display());
        let real = path.canonicalize().with_context(told)?;
        let (sender, touched) = channel();
        let ours = Ours::of(path, &real);
        let mut watcher = notify::recommended_watcher(told_to(sender, ours.clone())).with_context(told)?;
        let folder = real.parent().unwrap_or(&real);
        watcher.watch(folder, RecursiveMode::NonRecursive).with_context(told)?;
        if let Some(scoring) = &ours.scoring {
            watcher.watch(scoring, RecursiveMode::Recursive).with_context(told)?;
        }
        Ok(Watch {
            _watcher: watcher,
            touched,
        })
    }

    /// Waits for the next save; `false` when nobody can tell of one any more.
    pub(super) fn wait(&self) -> bool {
        if self.touched.recv().is_err() {
            return false;
        }
        loop {
            match self.touched.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

/// What belongs to the scenario: its file, and everything in its pack's `scoring`.
#[derive(Clone)]
struct Ours {
    file: PathBuf,
    scoring: Option<PathBuf>,
}

impl Ours {
    fn of(path: &Path, real: &Path) -> Ours {
        let scoring = ground::root(path, real).join("scoring");
        Ours {
            file: real.to_owned(),
            scoring: scoring.canonicalize().ok().filter(|folder| folder.is_dir()),
        }
    }

    fn holds(&self, path: &Path) -> bool {
        path == self.file || self.scoring.as_ref().is_some_and(|scoring| path.starts_with(scoring))
    }
}

fn told_to(sender: Sender<()>, ours: Ours) -> impl FnMut(notify::Result<Event>) {
    move |event| {
        let Ok(event) = event else { return };
        let written = !matches!(event.kind, EventKind::Access(_));
        if written && event.paths.iter().any(|path| ours.holds(path)) {
            // Nobody listens any more only when the program is over.
            let _ = sender.send(());
        }
    }
}
