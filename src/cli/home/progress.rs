//! The learner's progress for its screen, gathered beside the keys: ten years of practice are not read between two of them.

use std::path::PathBuf;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, OnceLock};

use super::world::{Known, whole};
use crate::cli::book::Again;
use crate::cli::clock;
use crate::cli::practice;
use crate::tui::{Msg, ProgressData};

/// Answers among the messages. The library is the one home read, or is about to.
pub(super) fn gather(
    known: Arc<OnceLock<Known>>,
    turn: Arc<Mutex<()>>,
    folder: Option<PathBuf>,
    again: Again,
    messages: Sender<Msg>,
) {
    let answer = messages.clone();
    let work = move || {
        let found = data(&known, &turn, folder, again).map_err(|fault| format!("{fault:#}"));
        let _ = messages.send(Msg::Progress(found.map(Box::new)));
    };
    if let Err(fault) = std::thread::Builder::new().name("progress".to_owned()).spawn(work) {
        let _ = answer.send(Msg::Progress(Err(fault.to_string())));
    }
}

fn data(
    known: &OnceLock<Known>,
    turn: &Mutex<()>,
    folder: Option<PathBuf>,
    again: Again,
) -> anyhow::Result<ProgressData> {
    let library = whole(known, turn, folder.as_deref())?.library.clone();
    let today = clock::this_day();
    let book = again.open()?;
    Ok(ProgressData {
        progress: practice::progress(Some(&book), &library, today)?,
        library,
        today,
    })
}
