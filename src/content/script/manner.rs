//! Who speaks, and how: `Name (mood, via X, to Y, in Language)`.

use crate::content::draft::Draft;
use crate::content::place::Place;
use crate::content::reading::list;
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::model::{PersonIx, Speaker};

/// What may stand in the parentheses after a name.
#[derive(Default)]
pub(super) struct Manner {
    pub(super) mood: Option<usize>,
    pub(super) via: Option<PersonIx>,
    pub(super) to: Option<PersonIx>,
    pub(super) language: Option<String>,
}

impl Draft<'_> {
    /// By the name in the cast.
    pub(super) fn speaker(&mut self, name: &str, span: &Span, words: &str) -> Option<Speaker> {
        if name == "You" {
            return Some(Speaker::You);
        }
        if let Some((person, _)) = self.scope.speaker(name) {
            return Some(Speaker::Person(person));
        }
        if self.scope.blind.cast {
            return None;
        }
        if name.is_empty() {
            self.reading.say(
                Diagnostic::error("E016", "there is no name before this colon", *span)
                    .help("write `Name: words`, or `> narration`"),
            );
            return None;
        }
        let mut fault = Diagnostic::error("E011", format!("unknown speaker `{name}`"), *span);
        let by_id = self
            .scope
            .person(name)
            .and_then(|at| self.scope.cast.get(at.at()))
            .and_then(|person| person.name.clone());
        let known = self.scope.speakers().chain(["You"]);
        if let Some(full) = by_id {
            fault = fault
                .help(format!("`{name}` is the id; in a script stands the name: `{full}`"))
                .fix(format!("write `{full}`"), *span, full);
        } else if let Some(near) = did_you_mean(name, known.clone()) {
            fault = fault
                .help(format!("did you mean `{near}`?"))
                .fix(format!("write `{near}`"), *span, near);
        } else {
            let part = known
                .clone()
                .find(|full| name.len() > 2 && full.split(' ').any(|word| word.eq_ignore_ascii_case(name)));
            match part {
                Some(full) => fault = fault.help(format!("did you mean `{full}`? The name stands as in `cast`")),
                None if name.split_whitespace().count() > 4 || words.is_empty() => {
                    fault = Diagnostic::error("E016", "it is not clear who speaks this line", *span)
                        .label("everything before the first colon is taken for a name")
                        .help("what is seen or done is narration and begins with `> `")
                        .help("a line that continues the one above is indented further than it");
                }
                None => {
                    let names: Vec<&str> = known.collect();
                    fault = fault.help(format!("speakers are {}", list(&names)));
                }
            }
        }
        self.reading.say(fault);
        None
    }

    /// `inside` begins at byte `at` of the line.
    pub(super) fn manner(&mut self, inside: &str, at: usize, who: Speaker, place: &Place) -> Option<Manner> {
        let mut manner = Manner::default();
        let mut sound = true;
        let mut start = at;
        for part in inside.split(',') {
            let word = part.trim();
            let from = start + (part.len() - part.trim_start().len());
            let span = place.span(from..from + word.len());
            start += part.len() + 1;
            if word.is_empty() {
                self.reading.say(
                    Diagnostic::error("E016", "there is nothing between these commas", span)
                        .help("write `Name (mood): words`"),
                );
                sound = false;
            } else if let Some(name) = word.strip_prefix("via ") {
                manner.via = self.someone(name.trim(), &place.span(from + 4..from + word.len()));
                sound &= manner.via.is_some();
            } else if let Some(name) = word.strip_prefix("to ") {
                manner.to = self.someone(name.trim(), &place.span(from + 3..from + word.len()));
                // `to You` needs no field of its own: it is what a line without `to` means.
                sound &= manner.to.is_some() || name.trim() == "You";
            } else if let Some(language) = word.strip_prefix("in ") {
                manner.language = Some(language.trim().to_owned());
            } else {
                match self.mood(word, who, span) {
                    Some(mood) => manner.mood = mood,
                    None => sound = false,
                }
            }
        }
        sound.then_some(manner)
    }

    pub(super) fn someone(&mut self, name: &str, span: &Span) -> Option<PersonIx> {
        if name == "You" {
            return None;
        }
        match self.speaker(name, span, "…")? {
            Speaker::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The outer option is `None` after a fault.
    pub(super) fn mood(&mut self, word: &str, who: Speaker, span: Span) -> Option<Option<usize>> {
        let Speaker::Person(person) = who else {
            self.reading.say(
                Diagnostic::error("E011", format!("`{word}`: the learner has no moods"), span)
                    .help("take it out; only people of the cast have moods"),
            );
            return None;
        };
        let person = self.scope.cast.get(person.at())?;
        let Some(moods) = &person.moods else { return Some(None) };
        if let Some(mood) = moods.iter().position(|mood| mood == word) {
            return Some(Some(mood));
        }
        let name = person.name.clone().unwrap_or_default();
        let known: Vec<String> = moods.iter().map(ToString::to_string).collect();
        let id = person.id.clone();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        let mut fault = Diagnostic::error("E011", format!("`{name}` has no mood `{word}`"), span);
        fault = match did_you_mean(word, known.iter().copied()) {
            Some(near) => fault
                .help(format!("did you mean `{near}`?"))
                .fix(format!("write `{near}`"), span, near),
            None if known.is_empty() => fault.help(format!("add it to `moods` of `{id}`")),
            None => fault.help(format!(
                "moods of `{id}` are {}; add it there if it is meant",
                list(&known)
            )),
        };
        self.reading.say(fault);
        None
    }
}
