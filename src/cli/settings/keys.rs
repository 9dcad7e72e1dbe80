//! Every setting: its name in the file, what it may be, and where it goes.

use crate::i18n::Words;
use crate::model::{Mode, Name};
use crate::tui::{Settings, ThemeChoice};

/// One setting.
#[derive(Debug)]
pub(in crate::cli) struct Key {
    pub id: &'static str,
    pub kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cli) enum Kind {
    Mode,
    Theme,
    OneKey,
    Confidence,
    SayFirst,
    ReducedMotion,
    Ascii,
    HiddenTags,
    Support,
    Language,
}

#[derive(Clone, Debug, PartialEq)]
pub(in crate::cli) enum Value {
    Flag(bool),
    Word(String),
    List(Vec<String>),
}

const fn key(id: &'static str, kind: Kind) -> Key {
    Key { id, kind }
}

/// In the order shown.
pub(in crate::cli) static KEYS: [Key; 10] = [
    key("mode", Kind::Mode),
    key("theme", Kind::Theme),
    key("one_key", Kind::OneKey),
    key("confidence", Kind::Confidence),
    key("say_first", Kind::SayFirst),
    key("reduced_motion", Kind::ReducedMotion),
    key("ascii", Kind::Ascii),
    key("hidden_tags", Kind::HiddenTags),
    key("support", Kind::Support),
    key("language", Kind::Language),
];

impl Key {
    pub(in crate::cli) fn find(id: &str) -> Option<&'static Key> {
        // Spelt with a hyphen as options are, it is meant all the same.
        KEYS.iter().find(|key| key.id == id.replace('-', "_"))
    }

    /// What it does, in a sentence or two.
    pub(in crate::cli) fn explained(&self, words: &Words) -> String {
        match self.kind {
            Kind::Mode => words.say("config-mode"),
            Kind::Theme => words.say("config-theme"),
            Kind::OneKey => words.say("config-one-key"),
            Kind::Confidence => words.say("config-confidence"),
            Kind::SayFirst => words.say("config-say-first"),
            Kind::ReducedMotion => words.say("config-reduced-motion"),
            Kind::Ascii => words.say("config-ascii"),
            Kind::HiddenTags => words.say("config-hidden-tags"),
            Kind::Support => words.say("config-support"),
            Kind::Language => words.say("config-language"),
        }
    }

    /// The words it may be; empty where any will do.
    pub(in crate::cli) fn choices(&self) -> Vec<&'static str> {
        match self.kind {
            Kind::Mode => Mode::ALL.map(Mode::id).to_vec(),
            Kind::Theme => ThemeChoice::ALL.map(ThemeChoice::id).to_vec(),
            Kind::HiddenTags | Kind::Support => Vec::new(),
            Kind::Language => Words::languages(),
            _ => vec!["true", "false"],
        }
    }

    pub(in crate::cli) fn is_list(&self) -> bool {
        matches!(self.kind, Kind::HiddenTags | Kind::Support)
    }

    pub(in crate::cli) fn is_flag(&self) -> bool {
        !self.is_list() && !matches!(self.kind, Kind::Mode | Kind::Theme | Kind::Language)
    }

    /// As it is now; `None` where it follows something else (the language: the environment).
    pub(in crate::cli) fn get(&self, chosen: &Settings) -> Option<Value> {
        Some(match self.kind {
            Kind::Mode => Value::Word(chosen.mode.id().to_owned()),
            Kind::Theme => Value::Word(chosen.theme.id().to_owned()),
            Kind::OneKey => Value::Flag(chosen.one_key),
            Kind::Confidence => Value::Flag(chosen.confidence),
            Kind::SayFirst => Value::Flag(chosen.say_first),
            Kind::ReducedMotion => Value::Flag(chosen.reduced_motion),
            Kind::Ascii => Value::Flag(chosen.ascii),
            Kind::HiddenTags => Value::List(chosen.hidden_tags.iter().map(Name::to_string).collect()),
            Kind::Support => Value::List(chosen.support.clone()),
            Kind::Language => Value::Word(chosen.language.clone()?),
        })
    }

    /// Takes a value that fits; one that does not changes nothing.
    pub(in crate::cli) fn put(&self, chosen: &mut Settings, value: Value) {
        match (self.kind, value) {
            (Kind::Mode, Value::Word(word)) => chosen.mode = Mode::parse(&word).unwrap_or_default(),
            (Kind::Theme, Value::Word(word)) => chosen.theme = ThemeChoice::parse(&word).unwrap_or_default(),
            (Kind::OneKey, Value::Flag(on)) => chosen.one_key = on,
            (Kind::Confidence, Value::Flag(on)) => chosen.confidence = on,
            (Kind::SayFirst, Value::Flag(on)) => chosen.say_first = on,
            (Kind::ReducedMotion, Value::Flag(on)) => chosen.reduced_motion = on,
            (Kind::Ascii, Value::Flag(on)) => chosen.ascii = on,
            (Kind::HiddenTags, Value::List(list)) => chosen.hidden_tags = list.into_iter().map(Name::from).collect(),
            (Kind::Support, Value::List(list)) => chosen.support = list,
            (Kind::Language, Value::Word(word)) => chosen.language = Some(word),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_is_what_one_gets() {
        for key in &KEYS {
            let value = match key.choices().last() {
                Some(_) if key.is_flag() => Value::Flag(true),
                Some(word) => Value::Word((*word).to_owned()),
                None => Value::List(vec!["x".to_owned()]),
            };
            let mut chosen = Settings::default();
            key.put(&mut chosen, value.clone());
            assert_eq!(key.get(&chosen), Some(value), "{}", key.id);
        }
    }

    #[test]
    fn names_may_be_spelt_like_options() {
        assert_eq!(Key::find("say-first").map(|key| key.kind), Some(Kind::SayFirst));
        assert!(Key::find("sayfirst").is_none());
    }
}
