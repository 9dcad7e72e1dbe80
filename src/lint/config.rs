//! How loud each rule is. Reading the settings from a file is the command line's affair.

use super::rule::{Family, Rule};
use super::rules;
use crate::diag::Severity;

/// Settings in order: a later one wins over an earlier one, whatever it names.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// A code (`W050`), a rule's name (`longest-is-best`) or a family (`W05x`), and its level.
    pub levels: Vec<(String, Level)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Not reported.
    Allow,
    Info,
    Warning,
    Error,
}

impl Level {
    /// `None` unless it is `allow`, `info`, `warning` or `error`.
    #[must_use]
    pub fn parse(word: &str) -> Option<Level> {
        match word {
            "allow" => Some(Level::Allow),
            "info" => Some(Level::Info),
            "warning" => Some(Level::Warning),
            "error" => Some(Level::Error),
            _ => None,
        }
    }
}

impl Config {
    /// The severity to report a finding of the rule at, which by itself has `usual`; `None` where it is not to be reported.
    /// What makes a file unreadable (E00x, E01x) cannot be changed.
    #[must_use]
    pub fn severity(&self, rule: &Rule, usual: Severity) -> Option<Severity> {
        if matches!(rule.family(), Family::Shape | Family::Names) {
            return Some(usual);
        }
        let named = |word: &str| {
            word.eq_ignore_ascii_case(rule.code) || word == rule.name || Family::parse(word) == Some(rule.family())
        };
        let last = self.levels.iter().rev().find(|(word, _)| named(word));
        match last.map(|(_, level)| *level) {
            None => Some(usual),
            Some(Level::Allow) => None,
            Some(Level::Info) => Some(Severity::Info),
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Error) => Some(Severity::Error),
        }
    }

    /// Settings that name no rule and no family.
    pub fn strangers(&self) -> impl Iterator<Item = &str> {
        let words = self.levels.iter().map(|(word, _)| word.as_str());
        words.filter(|word| Family::parse(word).is_none() && rules::explain(word).is_none())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn severity(levels: &[(&str, Level)], code: &str) -> Option<Severity> {
        let levels = levels
            .iter()
            .map(|(word, level)| ((*word).to_owned(), *level))
            .collect();
        let rule = rules::explain(code).unwrap();
        Config { levels }.severity(rule, rule.severity)
    }

    #[test]
    fn a_later_setting_wins_and_a_family_covers_its_rules() {
        assert_eq!(severity(&[], "W050"), Some(Severity::Warning));
        assert_eq!(severity(&[("W05x", Level::Error)], "W050"), Some(Severity::Error));
        assert_eq!(
            severity(&[("w05", Level::Allow), ("longest-is-best", Level::Info)], "W050"),
            Some(Severity::Info)
        );
        assert_eq!(severity(&[("W05x", Level::Allow)], "W051"), None);
    }

    #[test]
    fn an_unreadable_file_cannot_be_allowed() {
        assert_eq!(severity(&[("E00x", Level::Allow)], "E001"), Some(Severity::Error));
    }

    #[test]
    fn strangers_are_named() {
        let config = Config {
            levels: vec![("W05x".into(), Level::Info), ("W999".into(), Level::Info)],
        };
        assert_eq!(config.strangers().collect::<Vec<_>>(), ["W999"]);
    }
}
