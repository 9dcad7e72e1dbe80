//! What the learner set, in `config.toml` of the platform's configuration folder: read whole or not at all, changed line by line.

mod file;
mod keys;

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use etcetera::BaseStrategy;

use crate::tui::Settings;

pub(super) use file::word_of;
pub(super) use keys::{KEYS, Key, Kind, Value};

/// `None` where the platform names no folder.
pub(super) fn path() -> Option<PathBuf> {
    let folders = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(folders.config_dir().join("bedside").join("config.toml"))
}

/// As kept, or as it comes where nothing was set. A file with a fault is not half obeyed: it might hide what someone must not meet.
pub(super) fn load() -> anyhow::Result<Settings> {
    let Some(path) = path() else {
        return Ok(Settings::default());
    };
    let mut chosen = Settings::default();
    for (key, value) in set(&path)? {
        key.put(&mut chosen, value);
    }
    Ok(chosen)
}

/// What stands in the file.
pub(super) fn set(path: &Path) -> anyhow::Result<Vec<(&'static Key, Value)>> {
    let text = text(path)?;
    let found = file::read(&text).map_err(|fault| {
        let (line, column) = file::place(&text, fault.at);
        anyhow::anyhow!(
            "{}, line {line}, column {column}: {}; mend that line or delete it",
            path.display(),
            fault.what
        )
    })?;
    Ok(found.into_iter().map(|entry| (entry.key, entry.value)).collect())
}

/// Empty where there is no file.
fn text(path: &Path) -> anyhow::Result<String> {
    match fs::read(path) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(text) => Ok(text),
            Err(_) => bail!("{} is not text; look at it, or delete it", path.display()),
        },
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(fault) => Err(fault).with_context(|| format!("could not read {}; look at its permissions", path.display())),
    }
}

/// Keeps what the screens changed.
pub(super) fn save(path: Option<&Path>, settings: &Settings) -> anyhow::Result<()> {
    let path = path.context("there is no folder to keep settings in; set HOME")?;
    let mut before = Settings::default();
    for (key, value) in set(path)? {
        key.put(&mut before, value);
    }
    let changed = KEYS.iter().filter(|key| key.get(&before) != key.get(settings));
    let changed: Vec<_> = changed.map(|key| (key, key.get(settings))).collect();
    change(path, &changed)
}

/// Sets some and leaves every other line as it is; `None` takes a setting back. A file with a fault is not touched.
pub(super) fn change(path: &Path, changed: &[(&'static Key, Option<Value>)]) -> anyhow::Result<()> {
    set(path)?;
    let mut new = text(path)?;
    for (key, value) in changed {
        new = file::with(&new, key, value.as_ref());
    }
    let folder = path.parent().unwrap_or(path);
    // Beside it first: a full disk must not leave half a file.
    let beside = path.with_extension("toml.new");
    let written = fs::create_dir_all(folder)
        .and_then(|()| fs::write(&beside, new))
        .and_then(|()| fs::rename(&beside, path));
    written.with_context(|| format!("could not write {}; look at its permissions", path.display()))
}
