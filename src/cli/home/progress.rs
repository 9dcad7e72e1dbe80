//! The learner's progress for its screen, gathered beside the keys: ten years of practice are not read between two of them.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, OnceLock};

use super::world::Known;
use crate::cli::book::Again;
use crate::cli::clock;
use crate::cli::practice;
use crate::cli::shelf;
use crate::tui::{Msg, ProgressData};

/// Answers among the messages. The whole library is taken where it was read already, and read where not.
pub(super) fn gather(known: Arc<OnceLock<Known>>, folder: Option<PathBuf>, again: Again, messages: Sender<Msg>) {
    let answer = messages.clone();
    let work = move || {
        let found = data(&known, folder, again).map_err(|fault| format!("{fault:#}"));
        let _ = messages.send(Msg::Progress(found.map(Box::new)));
    };
    if let Err(fault) = std::thread::Builder::new().name("progress".to_owned()).spawn(work) {
        let _ = answer.send(Msg::Progress(Err(fault.to_string())));
    }
}

fn data(known: &OnceLock<Known>, folder: Option<PathBuf>, again: Again) -> anyhow::Result<ProgressData> {
    let library = match known.get() {
        Some(known) => known.library.clone(),
        None => shelf::fill(folder.as_deref(), &|_| true)?.library,
    };
    let today = clock::this_day();
    let book = again.open()?;
    Ok(ProgressData {
        progress: practice::progress(Some(&book), &library, today)?,
        library,
        today,
    })
}
