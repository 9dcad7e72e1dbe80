//! The report of one line, written from the debrief's screen into the data folder.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, bail};

use crate::cli::attempt::short;
use crate::cli::book::Book;
use crate::cli::shelf::{Shelf, key, sound};
use crate::cli::{beside, clock};
use crate::i18n::Words;
use crate::journal::{AttemptId, Journal};
use crate::practice::debrief::debrief;
use crate::report::{About, debrief_html};
use crate::session::Session;

/// Writes one HTML page beside the journal and says where. What was typed freely is not in it.
pub(super) fn write(book: &Book, shelf: &Shelf, words: &Words, id: AttemptId, line: usize) -> anyhow::Result<PathBuf> {
    let Some(entry) = shelf.library.entries.first() else {
        bail!("this conversation is no longer in the library, so there is no report of it");
    };
    let rubric = &shelf.library.rubric;
    let events = book.journal.events(id)?;
    let restored = Session::restore(
        Arc::clone(sound(entry)?),
        Arc::clone(rubric),
        key(entry, None)?.cloned(),
        &events,
    );
    let Some(Ok(restored)) = restored else {
        bail!(
            "this attempt cannot be walked again; run `bedside check` on {}",
            entry.id
        );
    };
    let references = beside::references(&restored.session);
    let found = debrief(&restored.session, line, references.as_ref(), false);
    let found = found.context("there is nothing to report of this conversation yet")?;
    let about = About {
        words,
        learner: "",
        today: clock::this_day(),
    };
    let page = debrief_html(&found, rubric, &about)?;
    let folder = book.path.with_file_name("reports");
    let file = folder.join(format!("{}-{}-line-{}.html", entry.id, short(id), line + 1));
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&file, page));
    written.with_context(|| format!("could not write {}; look at its permissions", file.display()))?;
    Ok(file)
}
