//! Where an author's files go, and writing them without ever overwriting somebody's work.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::cli::surroundings::Surroundings;

/// The folder of `--library`, else the one we stand in.
pub(super) fn root(around: &Surroundings) -> PathBuf {
    around.globals.library.clone().unwrap_or_default()
}

/// Writes a new file with its folders; a file that is there already stays as it is.
pub(super) fn create(path: &Path, text: &str) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("could not make the folder {}", folder.display()))?;
    }
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = match opened {
        Err(fault) if fault.kind() == std::io::ErrorKind::AlreadyExists => {
            bail!(
                "{} is there already, and was left as it is; choose another name",
                path.display()
            )
        }
        opened => opened.with_context(|| format!("could not write {}", path.display()))?,
    };
    file.write_all(text.as_bytes())
        .with_context(|| format!("could not write {}", path.display()))
}

/// Replaces a file in one step: the old text stays until the new one is complete.
pub(super) fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    let beside = path.with_extension("yaml.new");
    fs::write(&beside, text).with_context(|| format!("could not write {}", beside.display()))?;
    fs::rename(&beside, path).with_context(|| format!("could not replace {}", path.display()))
}

/// Ids are lower case letters, digits and hyphens, so that they can be file names everywhere.
pub(super) fn fit(id: &str) -> anyhow::Result<()> {
    let begins = id.starts_with(|letter: char| letter.is_ascii_lowercase());
    let fine = id
        .chars()
        .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-');
    if !begins || !fine {
        bail!("\"{id}\" cannot be an id; use lower case letters, digits and hyphens, such as the-third-line");
    }
    Ok(())
}
