//! What the learner set, in `config.toml` of the platform's configuration folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use crate::model::{Mode, Name};
use crate::tui::{Settings, ThemeChoice};

/// The file as written; whatever is left out is as it comes.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
struct Kept {
    mode: Option<String>,
    theme: Option<String>,
    one_key: bool,
    confidence: bool,
    say_first: bool,
    reduced_motion: bool,
    ascii: bool,
    hidden_tags: Vec<String>,
    support: Vec<String>,
}

/// `None` where the platform names no folder.
pub(super) fn path() -> Option<PathBuf> {
    let folders = etcetera::base_strategy::choose_native_strategy().ok()?;
    Some(folders.config_dir().join("bedside").join("config.toml"))
}

/// As kept, or as it comes where nothing was set.
pub(super) fn load() -> anyhow::Result<Settings> {
    let Some(path) = path().filter(|path| path.exists()) else {
        return Ok(Settings::default());
    };
    let shown = path.display();
    let text = fs::read_to_string(&path).with_context(|| format!("could not read {shown}; look at its permissions"))?;
    let kept: Kept = toml::from_str(&text).map_err(|fault| {
        let what = fault.message().replace('\n', " ");
        anyhow::anyhow!("{shown} is not understood ({what}); mend it or delete it")
    })?;
    kept.settings().with_context(|| format!("{shown} is not understood"))
}

pub(super) fn save(path: Option<&Path>, settings: &Settings) -> anyhow::Result<()> {
    let path = path.context("there is no folder to keep settings in; set HOME")?;
    let text = toml::to_string_pretty(&Kept::of(settings)).context("the settings could not be written down")?;
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.with_context(|| format!("could not write {}; look at its permissions", path.display()))
}

impl Kept {
    fn of(settings: &Settings) -> Kept {
        Kept {
            mode: Some(settings.mode.id().to_owned()),
            theme: Some(settings.theme.id().to_owned()),
            one_key: settings.one_key,
            confidence: settings.confidence,
            say_first: settings.say_first,
            reduced_motion: settings.reduced_motion,
            ascii: settings.ascii,
            hidden_tags: settings.hidden_tags.iter().map(Name::to_string).collect(),
            support: settings.support.clone(),
        }
    }

    fn settings(self) -> anyhow::Result<Settings> {
        Ok(Settings {
            mode: one_of("mode", self.mode, Mode::parse)?,
            theme: one_of("theme", self.theme, |word| {
                ThemeChoice::ALL.into_iter().find(|theme| theme.id() == word)
            })?,
            one_key: self.one_key,
            confidence: self.confidence,
            say_first: self.say_first,
            reduced_motion: self.reduced_motion,
            ascii: self.ascii,
            hidden_tags: self.hidden_tags.into_iter().map(Name::from).collect(),
            support: self.support,
        })
    }
}

fn one_of<T: Default>(what: &str, word: Option<String>, parse: impl Fn(&str) -> Option<T>) -> anyhow::Result<T> {
    match word {
        None => Ok(T::default()),
        Some(word) => match parse(&word) {
            Some(value) => Ok(value),
            None => bail!("there is no {what} \"{word}\"; delete that line to have the usual one"),
        },
    }
}
