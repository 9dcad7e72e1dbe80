//! The settings file as text: where a fault stands, and one line changed without touching the others.

use std::ops::Range;

use toml::de::{DeTable, DeValue};

use super::keys::{KEYS, Key, Value};
use crate::diag::did_you_mean;

/// One setting as it stands in the file.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) key: &'static Key,
    pub(super) value: Value,
    name: Range<usize>,
    span: Range<usize>,
}

/// What is wrong, and the byte where.
#[derive(Debug, PartialEq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) what: String,
}

/// Everything that is set, in the file's order, or the first fault.
pub(super) fn read(text: &str) -> Result<Vec<Entry>, Fault> {
    let table = DeTable::parse(text).map_err(|error| Fault {
        at: error.span().map_or(0, |span| span.start),
        what: format!("this is no TOML ({})", error.message().replace('\n', " ")),
    })?;
    let mut entries = Vec::new();
    for (name, value) in table.get_ref() {
        let Some(key) = KEYS.iter().find(|key| key.id == name.get_ref().as_ref()) else {
            return Err(unknown(name.get_ref(), name.span().start));
        };
        entries.push(Entry {
            key,
            value: valued(key, value.get_ref()).map_err(|what| Fault {
                at: value.span().start,
                what,
            })?,
            name: name.span(),
            span: value.span(),
        });
    }
    entries.sort_by_key(|entry| entry.name.start);
    Ok(entries)
}

fn unknown(name: &str, at: usize) -> Fault {
    let known = KEYS.iter().map(|key| key.id);
    let meant = did_you_mean(name, known).map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
    Fault {
        at,
        what: format!("there is no setting \"{name}\"{meant}"),
    }
}

fn valued(key: &Key, value: &DeValue<'_>) -> Result<Value, String> {
    match value {
        DeValue::Boolean(on) if key.is_flag() => Ok(Value::Flag(*on)),
        DeValue::String(word) if !key.is_flag() && !key.is_list() => word_of(key, word),
        DeValue::Array(list) if key.is_list() => {
            let texts = list.iter().map(|one| match one.get_ref() {
                DeValue::String(text) => Ok(text.to_string()),
                _ => Err(wanted(key)),
            });
            Ok(Value::List(texts.collect::<Result<_, _>>()?))
        }
        _ => Err(wanted(key)),
    }
}

/// A word that is one of the key's.
pub(in crate::cli) fn word_of(key: &Key, word: &str) -> Result<Value, String> {
    let choices = key.choices();
    if choices.contains(&word) {
        return Ok(Value::Word(word.to_owned()));
    }
    let meant = did_you_mean(word, choices.iter().copied());
    let meant = meant.map_or(String::new(), |meant| format!(" (did you mean {meant}?)"));
    Err(format!(
        "{} cannot be \"{word}\"{meant}; it is one of {}",
        key.id,
        choices.join(", ")
    ))
}

fn wanted(key: &Key) -> String {
    if key.is_list() {
        format!("{} is a list of texts, such as [\"one\", \"two\"]", key.id)
    } else if key.is_flag() {
        format!("{} is true or false", key.id)
    } else {
        format!("{} is one of \"{}\"", key.id, key.choices().join("\", \""))
    }
}

/// Line and column of a byte, from 1; a column is a letter.
pub(super) fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

/// The text with one setting changed, added, or taken out with its line. The text is sound.
pub(super) fn with(text: &str, key: &'static Key, value: Option<&Value>) -> String {
    let entries = read(text).unwrap_or_default();
    let found = entries.iter().find(|entry| entry.key.id == key.id);
    let mut new = text.to_owned();
    match (found, value) {
        (Some(entry), Some(value)) => new.replace_range(entry.span.clone(), &written(value)),
        (Some(entry), None) => {
            let start = text[..entry.name.start].rfind('\n').map_or(0, |at| at + 1);
            let end = text[entry.span.end..].find('\n');
            new.replace_range(start..end.map_or(text.len(), |at| entry.span.end + at + 1), "");
        }
        (None, Some(value)) => {
            if !new.is_empty() && !new.ends_with('\n') {
                new.push('\n');
            }
            new.push_str(&format!("{} = {}\n", key.id, written(value)));
        }
        (None, None) => {}
    }
    new
}

/// As TOML writes it.
pub(super) fn written(value: &Value) -> String {
    let value = match value {
        Value::Flag(on) => toml::Value::Boolean(*on),
        Value::Word(word) => toml::Value::String(word.clone()),
        Value::List(list) => toml::Value::Array(list.iter().cloned().map(toml::Value::String).collect()),
    };
    value.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> ((usize, usize), String) {
        let fault = read(text).unwrap_err();
        (place(text, fault.at), fault.what)
    }

    #[test]
    fn faults_have_a_place_and_a_word_that_was_meant() {
        let (place, what) = fault("mode = \"flow\"\nthem = \"dark\"\n");
        assert_eq!(place, (2, 1));
        assert!(what.contains("\"them\" (did you mean theme?)"), "{what}");
        let (place, what) = fault("theme = \"drak\"");
        assert_eq!(place, (1, 9));
        assert!(what.contains("did you mean dark?"), "{what}");
        assert_eq!(fault("one_key = 1").1, "one_key is true or false");
        assert_eq!(fault("# é\nsupport = [1]").0, (2, 11));
        assert_eq!(fault("mode = \"flow\"\ntheme =").0.0, 2);
    }

    #[test]
    fn one_line_changes_and_comments_stay() {
        let text = "# mine\nmode = \"flow\" # for now\nsupport = [\n  \"a\",\n]\nconfidence = true";
        let key = |id| Key::find(id).unwrap();
        let word = Value::Word("coached".into());
        let changed = with(text, key("mode"), Some(&word));
        assert_eq!(changed, text.replace("\"flow\"", "\"coached\""));
        let list = Value::List(vec!["b \"c\"".into()]);
        let changed = with(&changed, key("support"), Some(&list));
        assert!(
            changed.contains("# for now\nsupport = ['b \"c\"']\nconfidence = true"),
            "{changed}"
        );
        let gone = with(&changed, key("support"), None);
        assert!(gone.ends_with("# for now\nconfidence = true"), "{gone}");
        let added = with(&gone, key("ascii"), Some(&Value::Flag(true)));
        assert!(added.ends_with("confidence = true\nascii = true\n"), "{added}");
        assert_eq!(read(&added).unwrap().len(), 3);
    }

    /// A setting appended after a table would belong to the table; tables are no settings, so there is none.
    #[test]
    fn a_table_is_refused() {
        assert!(read("[display]\ntheme = \"dark\"").is_err());
    }
}
