//! `bedside config`: what can be set, how it is set, and where that is kept.

use std::path::Path;

use anyhow::{Context, bail};
use serde::Serialize;

use super::exit::Outcome;
use super::format::{FORMAT, Format, json};
use super::settings::{self, KEYS, Key, Kind, Value};
use super::shelf;
use super::surroundings::Surroundings;
use crate::diag::did_you_mean;
use crate::tui::Settings;

/// Show or change the settings.
///
/// They lie in one small file that can also be edited by hand; the screens change the same file. A list is given as several
/// values.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Config {
    /// One setting
    key: Option<String>,
    /// What it shall be
    #[arg(value_name = "VALUE")]
    values: Vec<String>,
    /// Take it back, to have it as it comes
    #[arg(long, requires = "key", conflicts_with = "values")]
    reset: bool,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

const EXAMPLES: &str = "\
Examples:
  bedside config                                     all settings, explained
  bedside config confidence true                     ask how sure you are before the reaction
  bedside config hidden_tags child-death suicide     do not list these conversations
  bedside config support \"Call Ana, 555 0101\"        shown when you leave a conversation midway
  bedside config theme --reset";

/// `docs/formats.md`, "Command output".
#[derive(Serialize)]
struct Answer<'a> {
    format: u32,
    file: Option<String>,
    settings: Vec<Setting<'a>>,
}

#[derive(Serialize)]
struct Setting<'a> {
    key: &'a str,
    value: serde_json::Value,
    /// It stands in the file.
    set: bool,
    choices: Vec<&'a str>,
    about: String,
}

impl Config {
    pub(super) fn run(self, around: &Surroundings) -> anyhow::Result<Outcome> {
        let path = settings::path();
        let key = self.key.as_deref().map(named).transpose()?;
        if let Some(key) = key.filter(|_| self.reset || !self.values.is_empty()) {
            let path = path.context("there is no folder to keep settings in; set HOME")?;
            return self.change(around, key, &path);
        }
        let standing = match &path {
            Some(path) => settings::set(path)?,
            None => Vec::new(),
        };
        let mut chosen = Settings::default();
        let set: Vec<&str> = standing.iter().map(|(key, _)| key.id).collect();
        for (key, value) in standing {
            key.put(&mut chosen, value);
        }
        let shown = KEYS.iter().filter(|one| key.is_none_or(|key| key.id == one.id));
        if self.format == Format::Json {
            let settings = shown.map(|key| Setting {
                key: key.id,
                value: key.get(&chosen).map_or(serde_json::Value::Null, as_json),
                set: set.contains(&key.id),
                choices: key.choices(),
                about: key.explained(&around.words),
            });
            let answer = Answer {
                format: FORMAT,
                file: path.map(|path| path.display().to_string()),
                settings: settings.collect(),
            };
            json(around.out(), &answer)?;
            return Ok(Outcome::Fine);
        }
        let words = &around.words;
        let mut paper = around.paper();
        let shown_path = path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        let facts = [("path", (&shown_path).into())];
        paper.verbatim(&if path.is_some_and(|path| path.exists()) {
            words.say_with("config-file", &facts)
        } else {
            words.say_with("config-no-file", &facts)
        })?;
        for key in shown {
            paper.gap()?;
            let value = key.get(&chosen);
            let value = value.map_or_else(|| words.say("config-unset"), |value| spelt(&value));
            let mark = if set.contains(&key.id) {
                String::new()
            } else {
                format!(" ({})", words.say("config-usual"))
            };
            paper.text(&format!("{} = {value}{mark}", key.id))?;
            paper.item("  ", &key.explained(words))?;
            let choices = key.choices();
            if !choices.is_empty() {
                let choices = choices.join(", ");
                paper.item(
                    "  ",
                    &words.say_with("config-one-of", &[("choices", (&choices).into())]),
                )?;
            }
        }
        paper.flush()?;
        Ok(Outcome::Fine)
    }

    fn change(&self, around: &Surroundings, key: &'static Key, path: &Path) -> anyhow::Result<Outcome> {
        let value = if self.reset {
            None
        } else {
            Some(meant(key, &self.values)?)
        };
        if let (Kind::HiddenTags, Some(Value::List(tags))) = (key.kind, &value) {
            look_up_tags(around, tags)?;
        }
        settings::change(path, &[(key, value.clone())])?;
        let words = &around.words;
        let shown = path.display().to_string();
        let spelt = value.as_ref().map(spelt).unwrap_or_default();
        let facts = [
            ("key", key.id.into()),
            ("value", (&spelt).into()),
            ("path", (&shown).into()),
        ];
        let mut paper = around.paper();
        paper.verbatim(&match value {
            Some(_) => words.say_with("config-changed", &facts),
            None => words.say_with("config-reset", &facts),
        })?;
        paper.flush()?;
        Ok(Outcome::Fine)
    }
}

fn named(id: &str) -> anyhow::Result<&'static Key> {
    if let Some(key) = Key::find(id) {
        return Ok(key);
    }
    let meant = did_you_mean(id, KEYS.iter().map(|key| key.id));
    let meant = meant.map_or(String::new(), |meant| format!("; did you mean {meant}?"));
    bail!("there is no setting \"{id}\"{meant} `bedside config` shows them all")
}

/// What was typed, as the key's kind of value.
fn meant(key: &'static Key, typed: &[String]) -> anyhow::Result<Value> {
    if key.is_list() {
        let list = typed
            .iter()
            .map(|one| one.trim().to_owned())
            .filter(|one| !one.is_empty());
        return Ok(Value::List(list.collect()));
    }
    let [word] = typed else {
        bail!(
            "{} takes one value; a text of several words goes in quotation marks",
            key.id
        );
    };
    if key.is_flag() {
        return match word.to_lowercase().as_str() {
            "true" | "on" | "yes" => Ok(Value::Flag(true)),
            "false" | "off" | "no" => Ok(Value::Flag(false)),
            _ => bail!("{} is true or false, not \"{word}\"", key.id),
        };
    }
    settings::word_of(key, word).map_err(anyhow::Error::msg)
}

/// A tag that no conversation carries hides nothing; whoever typed it should know.
fn look_up_tags(around: &Surroundings, tags: &[String]) -> anyhow::Result<()> {
    let headers = shelf::headers(around.globals.library.as_deref())?;
    let known: Vec<&str> = headers
        .iter()
        .flat_map(|(_, header)| header.tags.iter().map(|tag| tag.as_str()))
        .collect();
    for tag in tags.iter().filter(|tag| !known.contains(&tag.as_str())) {
        let meant = did_you_mean(tag, known.iter().copied());
        let meant = meant.map_or(String::new(), |meant| format!("; did you mean {meant}?"));
        around.note(&format!("no conversation here carries the tag \"{tag}\"{meant}"));
    }
    Ok(())
}

fn spelt(value: &Value) -> String {
    match value {
        Value::Flag(on) => on.to_string(),
        Value::Word(word) => word.clone(),
        Value::List(list) if list.is_empty() => "[]".to_owned(),
        Value::List(list) => list.join("; "),
    }
}

fn as_json(value: Value) -> serde_json::Value {
    match value {
        Value::Flag(on) => on.into(),
        Value::Word(word) => word.into(),
        Value::List(list) => list.into(),
    }
}
