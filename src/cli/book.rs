//! The journal as the commands use it: where it lies, whose attempts, and what is asked of it.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use etcetera::BaseStrategy;

use super::attempt::Attempt;
use super::clock;
use super::surroundings::Surroundings;
use crate::diag::did_you_mean;
use crate::journal::{AttemptId, Held, Journal, OpenAttempt, Sqlite, Writer, claim};
use crate::session::{Output, Session};

/// Whose attempts these are when nobody says.
const LEARNER: &str = "me";

/// A journal that is open, and a learner in it.
pub(super) struct Book {
    pub journal: Sqlite,
    pub path: PathBuf,
    pub learner: String,
}

impl Book {
    /// Opens the journal, or makes it.
    pub(super) fn open(around: &Surroundings) -> anyhow::Result<Book> {
        let path = path(around)?;
        Ok(Book {
            journal: Sqlite::open(&path)?,
            path,
            learner: learner(around),
        })
    }

    /// Opens the journal if there is one: looking makes no files.
    pub(super) fn look(around: &Surroundings) -> anyhow::Result<Option<Book>> {
        if path(around)?.exists() {
            Self::open(around).map(Some)
        } else {
            Ok(None)
        }
    }

    /// A second hold on the same file, to be taken to another thread and opened there.
    pub(super) fn again(&self) -> Again {
        Again {
            path: self.path.clone(),
            learner: self.learner.clone(),
        }
    }

    /// A second hold on the same file, on a thread that writes in order.
    pub(super) fn writer(&self) -> anyhow::Result<Writer<Sqlite>> {
        let journal = Sqlite::open(&self.path)?;
        Writer::start(journal).context("could not start the thread that keeps the journal; try again")
    }

    /// An attempt for a sitting that begins now, with what has to be written first.
    pub(super) fn begin(
        &self,
        session: &Session,
        began: &[Output],
    ) -> anyhow::Result<(Attempt, Vec<crate::journal::Write>)> {
        let at = clock::now();
        let id = AttemptId::new(at);
        let mut attempt = Attempt::new(id, self.claim(id)?);
        let writes = attempt.begin(&self.learner, at, session.transcript(), began);
        Ok((attempt, writes))
    }

    /// Takes hold of an attempt, unless another window has it.
    pub(super) fn claim(&self, id: AttemptId) -> anyhow::Result<crate::journal::Claim> {
        match claim(&self.path, id, clock::now())? {
            Held::Ours(claim) => Ok(claim),
            Held::Elsewhere { process, since } => {
                let process = process.map_or(String::new(), |process| format!(" (process {process})"));
                let since = since.map_or(String::new(), |since| format!(" since {}", clock::local(since)));
                bail!("this conversation is open in another window{process}{since}; go on there, or close it first")
            }
        }
    }

    /// The attempt meant: the newest open one, of this scenario if one is named, or the one whose id begins like this.
    pub(super) fn find_open(&self, scenario: Option<&str>, named: Option<&str>) -> anyhow::Result<(AttemptId, String)> {
        let open = self.journal.open_attempts(&self.learner)?;
        let fits = |one: &&OpenAttempt| scenario.is_none_or(|scenario| one.scenario == scenario);
        let Some(named) = named else {
            let found = open.iter().find(fits);
            let of = scenario.map_or(String::new(), |scenario| format!(" of {scenario}"));
            let found = found.with_context(|| {
                format!("there is no open conversation{of}; one that was left goes on by its id: see `bedside history`")
            })?;
            return Ok((found.attempt, found.scenario.to_string()));
        };
        let history = self.journal.history(&self.learner)?;
        let mut found = history
            .iter()
            .filter(|past| past.attempt.to_string().starts_with(named));
        match (found.next(), found.next()) {
            (Some(past), None) => Ok((past.attempt, past.scenario.to_string())),
            (Some(_), Some(_)) => bail!("several attempts begin with \"{named}\"; give more of the id"),
            (None, _) => bail!("no attempt begins with \"{named}\"; `bedside history` shows their ids"),
        }
    }

    /// Whether the learner walked a line of this scenario before.
    pub(super) fn played(&self, scenario: &str) -> anyhow::Result<bool> {
        let played = self.journal.played(&self.learner)?;
        Ok(played
            .iter()
            .any(|played| played.scenario == scenario && played.times > 0))
    }

    /// Fails with the learner meant, when there is nobody of this name.
    pub(super) fn know_learner(&self) -> anyhow::Result<()> {
        let learners = self.journal.learners()?;
        if learners.is_empty() || learners.contains(&self.learner) {
            return Ok(());
        }
        let meant = did_you_mean(&self.learner, learners.iter().map(String::as_str));
        let meant = meant.map_or(String::new(), |meant| format!("did you mean {meant}? "));
        bail!(
            "nobody called \"{}\" has played here; {meant}There are: {}",
            self.learner,
            learners.join(", ")
        )
    }
}

/// A journal to be opened once more.
pub(super) struct Again {
    path: PathBuf,
    learner: String,
}

impl Again {
    pub(super) fn open(self) -> anyhow::Result<Book> {
        Ok(Book {
            journal: Sqlite::open(&self.path)?,
            path: self.path,
            learner: self.learner,
        })
    }
}

pub(super) fn learner(around: &Surroundings) -> String {
    around.globals.learner.clone().unwrap_or_else(|| LEARNER.to_owned())
}

/// The file asked for, or `bedside/journal.db` in the platform's data folder.
pub(super) fn path(around: &Surroundings) -> anyhow::Result<PathBuf> {
    if let Some(path) = &around.globals.journal {
        return Ok(path.clone());
    }
    let folders = etcetera::base_strategy::choose_native_strategy()
        .context("there is no home folder to keep the journal in; say where: --journal FILE")?;
    Ok(data_folder(&folders.data_dir()))
}

fn data_folder(data: &Path) -> PathBuf {
    data.join("bedside").join("journal.db")
}
