//! The rows of the settings: what each is called, how it stands, what that means, and what an arrow makes of it.

use std::sync::Arc;

use crate::i18n::Words;
use crate::model::{Mode, Name};
use crate::tui::app::App;
use crate::tui::screens::{mode_means, mode_name};
use crate::tui::script::in_words;
use crate::tui::settings::Settings;
use crate::tui::theme::ThemeChoice;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    Mode,
    Theme,
    Flag(Flag),
    Language,
    /// A line for the screen on leaving, or a new one.
    Support(Option<usize>),
    /// A content tag, listed or not.
    Tag(Name),
}

/// What is on or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flag {
    OneKey,
    Confidence,
    SayFirst,
    ReducedMotion,
    Ascii,
}

/// How a row is shown.
pub(super) struct Shown {
    pub(super) name: String,
    pub(super) value: String,
    pub(super) means: String,
    /// An arrow makes something else of it.
    pub(super) turns: bool,
}

/// Every row, in order; the tags last.
pub(super) fn rows(app: &App) -> Vec<Row> {
    let mut rows = vec![Row::Mode, Row::Theme];
    rows.extend(Flag::ALL.map(Row::Flag));
    rows.push(Row::Language);
    rows.extend((0..app.settings.support.len()).map(|line| Row::Support(Some(line))));
    rows.push(Row::Support(None));
    let listed = app.home.entries.iter().flat_map(|entry| entry.tags.iter().cloned());
    let mut tags: Vec<Name> = listed.chain(app.settings.hidden_tags.iter().cloned()).collect();
    tags.sort();
    tags.dedup();
    rows.extend(tags.into_iter().map(Row::Tag));
    rows
}

impl Flag {
    const ALL: [Flag; 5] = [
        Flag::OneKey,
        Flag::Confidence,
        Flag::SayFirst,
        Flag::ReducedMotion,
        Flag::Ascii,
    ];

    fn is_on(self, settings: &Settings) -> bool {
        match self {
            Flag::OneKey => settings.one_key,
            Flag::Confidence => settings.confidence,
            Flag::SayFirst => settings.say_first,
            Flag::ReducedMotion => settings.reduced_motion,
            Flag::Ascii => settings.ascii,
        }
    }

    fn turn(self, settings: &mut Settings) {
        let on = match self {
            Flag::OneKey => &mut settings.one_key,
            Flag::Confidence => &mut settings.confidence,
            Flag::SayFirst => &mut settings.say_first,
            Flag::ReducedMotion => &mut settings.reduced_motion,
            Flag::Ascii => &mut settings.ascii,
        };
        *on = !*on;
    }

    /// Name, and what it means.
    fn told(self, words: &Words) -> (String, String) {
        match self {
            Flag::OneKey => (words.say("set-one-key"), words.say("set-one-key-means")),
            Flag::Confidence => (words.say("set-confidence"), words.say("set-confidence-means")),
            Flag::SayFirst => (words.say("set-say-first"), words.say("set-say-first-means")),
            Flag::ReducedMotion => (words.say("set-motion"), words.say("set-motion-means")),
            Flag::Ascii => (words.say("set-ascii"), words.say("set-ascii-means")),
        }
    }
}

impl Row {
    pub(super) fn shown(&self, app: &App) -> Shown {
        let (words, settings) = (&app.words, &app.settings);
        let (name, value, means) = match self {
            Row::Mode => (
                words.say("set-mode"),
                mode_name(app, settings.mode),
                mode_means(app, settings.mode),
            ),
            Row::Theme => (
                words.say("set-theme"),
                theme(words, settings.theme),
                words.say("set-theme-means"),
            ),
            Row::Flag(flag) => {
                let (name, means) = flag.told(words);
                let value = if flag.is_on(settings) {
                    words.say("on")
                } else {
                    words.say("off")
                };
                (name, value, means)
            }
            Row::Language => language(words, settings),
            Row::Support(line) => {
                let line = line.and_then(|line| settings.support.get(line)).cloned();
                let name = line.unwrap_or_else(|| words.say("set-support-add"));
                (name, String::new(), words.say("set-support-means"))
            }
            Row::Tag(tag) => {
                let value = if settings.hidden_tags.contains(tag) {
                    words.say("tag-hidden")
                } else {
                    words.say("tag-shown")
                };
                (in_words(tag), value, words.say("set-tag-means"))
            }
        };
        let turns = match self {
            Row::Language => Words::languages().len() > 1,
            Row::Support(_) => false,
            _ => true,
        };
        Shown {
            name,
            value,
            means,
            turns,
        }
    }

    /// What an arrow to the right, or to the left, makes of it.
    pub(super) fn turn(&self, app: &mut App, on: bool) {
        let settings = &mut app.settings;
        match self {
            Row::Mode => settings.mode = turned(&Mode::ALL, &settings.mode, on),
            Row::Theme => settings.theme = turned(&ThemeChoice::ALL, &settings.theme, on),
            Row::Flag(flag) => flag.turn(settings),
            Row::Language => {
                settings.language = turned(&choices(&Words::languages()), &settings.language, on);
                let chosen = settings.language.as_deref().map(Words::new);
                if let Some(Ok(words)) = chosen {
                    app.words = Arc::new(words);
                }
            }
            // Typed, not turned.
            Row::Support(_) => {}
            Row::Tag(tag) => match settings.hidden_tags.iter().position(|hidden| hidden == tag) {
                Some(at) => {
                    settings.hidden_tags.remove(at);
                }
                None => settings.hidden_tags.push(tag.clone()),
            },
        }
    }
}

fn theme(words: &Words, theme: ThemeChoice) -> String {
    match theme {
        ThemeChoice::Auto => words.say("theme-auto"),
        ThemeChoice::Dark => words.say("theme-dark"),
        ThemeChoice::Light => words.say("theme-light"),
        ThemeChoice::Sixteen => words.say("theme-sixteen"),
        ThemeChoice::Plain => words.say("theme-plain"),
    }
}

/// Name, value and meaning of the language: with one there is, nothing to choose, and the row says so.
fn language(words: &Words, settings: &Settings) -> (String, String, String) {
    let name = words.say("set-language");
    let spoken = |tag: &str| match tag {
        "en" => words.say("language-en"),
        other => other.to_owned(),
    };
    if let [only] = Words::languages().as_slice() {
        let only = spoken(only);
        let means = words.say_with("set-language-only", &[("language", (&only).into())]);
        return (name, only, means);
    }
    let value = match &settings.language {
        Some(tag) => spoken(tag),
        None => words.say("config-unset"),
    };
    (name, value, words.say("set-language-means"))
}

/// As the environment says, then every language there is; the one there is where there is no other.
fn choices(known: &[&str]) -> Vec<Option<String>> {
    let environment = (known.len() > 1).then_some(None);
    let named = known.iter().map(|tag| Some((*tag).to_owned()));
    environment.into_iter().chain(named).collect()
}

/// The next or previous of all values; past either end it begins again.
fn turned<T: Clone + PartialEq>(all: &[T], now: &T, on: bool) -> T {
    let at = all.iter().position(|value| value == now).unwrap_or(0);
    let to = if on { at + 1 } else { at + all.len().saturating_sub(1) };
    all.get(to % all.len().max(1)).unwrap_or(now).clone()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_come_round_with_the_environment_among_them() {
        let all = choices(&["en", "de"]);
        let mut now = None;
        let mut seen = Vec::new();
        for _ in 0..3 {
            now = turned(&all, &now, true);
            seen.push(now.clone());
        }
        let named = |tag: &str| Some(tag.to_owned());
        assert_eq!(seen, [named("en"), named("de"), None]);
        assert_eq!(turned(&all, &None, false), named("de"));
    }

    #[test]
    fn a_value_nobody_knows_is_left_for_one_that_is_known() {
        assert_eq!(turned(&[1, 2, 3], &9, true), 2);
        assert_eq!(turned(&[], &9, true), 9);
    }

    #[test]
    fn every_flag_turns_itself_and_nothing_else() {
        for flag in Flag::ALL {
            let mut settings = Settings::default();
            flag.turn(&mut settings);
            let on: Vec<Flag> = Flag::ALL.into_iter().filter(|flag| flag.is_on(&settings)).collect();
            assert_eq!(on, [flag]);
            flag.turn(&mut settings);
            assert_eq!(settings, Settings::default());
        }
    }
}
