//! One choice rated: ratings, levels shown, errors.

use super::Judge;
use crate::content::fields::{Fields, doubles};
use crate::content::tree::{Data, Entry, Tree};
use crate::model::{ChoiceIx, Cue, KeyChoice, KeyError, Name, Rating, SkillIx};

impl Judge<'_> {
    pub(super) fn choice(&mut self, entry: &Entry, node: &str, choice: ChoiceIx) -> Option<KeyChoice> {
        let what = format!("the rating of `{node}/{}`", entry.key);
        let mut fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let because = fields.take("because");
        let rating = fields.exactly_one(&["rating", "ratings"], &mut self.reading);
        let ratings = match rating {
            Some(("rating", tree)) => self.single_rating(tree, because),
            Some((_, tree)) => self.ratings(tree, because),
            None => Vec::new(),
        };
        let shows = fields.take("shows").map(|tree| self.shows(tree)).unwrap_or_default();
        let errors = fields.take("errors").map(|tree| self.errors(tree)).unwrap_or_default();
        let mut repairs = Vec::new();
        if let Some(tree) = fields.take("repairs") {
            for item in self.reading.list("repairs", tree) {
                let Some(id) = self.reading.word("repairs", item) else {
                    continue;
                };
                repairs.extend(self.error(id, item.span));
            }
        }
        let mut settles = Vec::new();
        if let Some(tree) = fields.take("settles") {
            for item in self.reading.list("settles", tree) {
                settles.extend(self.settled(item));
            }
        }
        let cue = fields.take("cue").and_then(|tree| {
            let known = [
                ("EP", Cue::ExplicitProvides),
                ("ER", Cue::ExplicitReduces),
                ("NP", Cue::NonexplicitProvides),
                ("NR", Cue::NonexplicitReduces),
            ];
            self.reading.one_of("cue", tree, &known)
        });
        let of = fields.take("of").and_then(|tree| self.fingerprint(tree));
        fields.close(&mut self.reading);
        if ratings.is_empty() {
            return None;
        }
        Some(KeyChoice {
            choice,
            span: entry.key_span,
            ratings,
            shows,
            errors,
            repairs,
            settles,
            cue,
            of,
        })
    }

    /// Kept as written, in scale or not: a check says so.
    pub(super) fn value(&mut self, tree: &Tree) -> Option<i32> {
        let value = self
            .reading
            .whole_number("rating", tree, i64::from(i32::MIN), i64::from(i32::MAX))?;
        i32::try_from(value).ok()
    }

    pub(super) fn single_rating(&mut self, tree: &Tree, because: Option<&Tree>) -> Vec<Rating> {
        let because = because.and_then(|tree| self.words("because", tree));
        let value = self.value(tree);
        let rating = value.map(|value| Rating {
            rater: None,
            value,
            because,
            span: tree.span,
        });
        rating.into_iter().collect()
    }

    pub(super) fn ratings(&mut self, tree: &Tree, because: Option<&Tree>) -> Vec<Rating> {
        if !matches!(tree.data, Data::Map(_)) {
            self.reading
                .wrong_type("ratings", "ratings by rater", tree, "write `ratings: {r01: 2, r02: 1}`");
        }
        doubles(tree.entries(), "rater", &mut self.reading);
        let mut ratings = Vec::new();
        for entry in tree.entries() {
            let reason = because
                .and_then(|reasons| reasons.get(&entry.key))
                .and_then(|tree| self.words("because", tree));
            if let Some(value) = self.value(&entry.value) {
                ratings.push(Rating {
                    rater: Some(Name::from(&entry.key)),
                    value,
                    because: reason,
                    span: entry.value.span,
                });
            }
        }
        if ratings.is_empty() && tree.entries().is_empty() {
            self.reading.empty("ratings", tree);
        }
        if let Some(reasons) = because {
            for reason in reasons.entries() {
                if !tree.entries().iter().any(|entry| entry.key == reason.key) {
                    let known: Vec<&str> = tree.entries().iter().map(|entry| entry.key.as_str()).collect();
                    self.reading.unknown("rater", &reason.key, reason.key_span, known);
                }
            }
        }
        ratings
    }

    pub(super) fn shows(&mut self, tree: &Tree) -> Vec<(SkillIx, u8)> {
        if !matches!(tree.data, Data::Map(_)) {
            self.reading
                .wrong_type("shows", "levels by skill", tree, "write `shows: {A3: 4, C1: 2}`");
        }
        doubles(tree.entries(), "skill", &mut self.reading);
        let mut shows = Vec::new();
        for entry in tree.entries() {
            let skill = self.skill(&entry.key, entry.key_span);
            let level = self.reading.whole_number(&entry.key, &entry.value, 0, 4);
            if let (Some(skill), Some(level)) = (skill, level.and_then(|level| u8::try_from(level).ok())) {
                shows.push((skill, level));
            }
        }
        shows
    }

    pub(super) fn errors(&mut self, tree: &Tree) -> Vec<KeyError> {
        let items = self.reading.list("errors", tree);
        items.iter().filter_map(|item| self.key_error(item)).collect()
    }

    pub(super) fn key_error(&mut self, item: &Tree) -> Option<KeyError> {
        if let Data::Scalar(scalar) = &item.data {
            return Some(KeyError {
                error: self.error(&scalar.text, item.span)?,
                severity: None,
                because: None,
                span: item.span,
            });
        }
        let mut fields = Fields::open(item, "this error", item.span, &mut self.reading)?;
        let id = fields.need("id", &mut self.reading).and_then(|tree| {
            let id = self.reading.word("id", tree)?;
            self.error(id, tree.span)
        });
        let severity = fields
            .take("severity")
            .and_then(|tree| crate::content::rubric::level("severity", tree, &mut self.reading));
        let because = fields.take("because").and_then(|tree| self.words("because", tree));
        fields.close(&mut self.reading);
        Some(KeyError {
            error: id?,
            severity,
            because,
            span: item.span,
        })
    }
}
