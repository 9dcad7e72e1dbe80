//! One language's words, with English behind them.

use std::fmt;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::locales::LOCALES;

/// Looks words up by their Fluent id. A test walks the sources: every id asked for exists, and every id is asked for.
pub struct Words {
    bundles: Vec<FluentBundle<FluentResource>>,
    language: String,
}

/// Something to fill into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    Text(&'a str),
    Number(i64),
}

/// The language asked for is not built in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLanguage {
    pub asked: String,
    pub known: Vec<&'static str>,
}

impl Words {
    /// English.
    #[must_use]
    pub fn english() -> Self {
        Words {
            bundles: LOCALES.iter().take(1).map(bundle).collect(),
            language: "en".to_owned(),
        }
    }

    /// The nearest language built in for a tag such as `de` or `de-CH`.
    pub fn new(tag: &str) -> Result<Self, UnknownLanguage> {
        let asked = tag.split(['-', '_', '.']).next().unwrap_or(tag).to_lowercase();
        let found = LOCALES
            .iter()
            .position(|(known, _)| *known == asked)
            .ok_or_else(|| UnknownLanguage {
                asked: tag.to_owned(),
                known: LOCALES.iter().map(|(known, _)| *known).collect(),
            })?;
        let order = if found == 0 { vec![0] } else { vec![found, 0] };
        Ok(Words {
            bundles: order.into_iter().map(|at| bundle(&LOCALES[at])).collect(),
            language: asked,
        })
    }

    /// Tags of the languages built in.
    #[must_use]
    pub fn languages() -> Vec<&'static str> {
        LOCALES.iter().map(|(known, _)| *known).collect()
    }

    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The message with this id.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// The message with this id and its `{$name}` filled in. An unknown id stands there itself, so that the slip is seen.
    #[must_use]
    pub fn say_with(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => filled.set(*name, FluentValue::from(*text)),
                Arg::Number(number) => filled.set(*name, FluentValue::from(*number)),
            }
        }
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
                let mut faults = Vec::new();
                return bundle.format_pattern(pattern, Some(&filled), &mut faults).into_owned();
            }
        }
        id.to_owned()
    }

    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(id))
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Words({})", self.language)
    }
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

fn bundle((tag, files): &(&str, &[&str])) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks (U+2068, U+2069) would land in the terminal.
    bundle.set_use_isolating(false);
    for text in *files {
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_files_have_no_syntax_faults() {
        for (tag, files) in LOCALES {
            for text in *files {
                let parsed = FluentResource::try_new((*text).to_owned());
                assert!(parsed.is_ok(), "{tag}: {:?}", parsed.err().map(|(_, faults)| faults));
            }
        }
    }

    #[test]
    fn numbers_choose_the_plural() {
        let words = Words::english();
        assert_eq!(
            words.say_with("endings-seen", &[("seen", 1_usize.into()), ("all", 4_usize.into())]),
            "1 of 4 endings seen"
        );
    }

    #[test]
    fn an_unknown_language_names_the_known_ones() {
        let fault = Words::new("tlh").unwrap_err();
        assert_eq!(fault.known, ["en"]);
        assert_eq!(Words::new("en_US.UTF-8").unwrap().language(), "en");
    }
}
