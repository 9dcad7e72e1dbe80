//! The play as it is set: scenes, what is seen, who speaks and how they seem, and what the learner did.

use super::glyphs::Glyphs;
use super::text::{Page, Para, Piece, ink};
use super::theme::Role;
use crate::engine::{Place, Said, Told};
use crate::i18n::Words;
use crate::model::{Act, Part, PersonIx, Scenario, Speaker, TextId};

/// Sets a script line by line and remembers who spoke last, so that a name is not said twice running.
pub(crate) struct Stage<'a> {
    pub(crate) scenario: &'a Scenario,
    pub(crate) words: &'a Words,
    pub(crate) glyphs: Glyphs,
    /// Columns lines hang in by.
    pub(crate) hang: usize,
    /// No empty row between speeches.
    pub(crate) tight: bool,
    speaking: Option<Speaker>,
}

impl<'a> Stage<'a> {
    pub(crate) fn new(scenario: &'a Scenario, words: &'a Words, glyphs: Glyphs, hang: usize, tight: bool) -> Self {
        Stage {
            scenario,
            words,
            glyphs,
            hang,
            tight,
            speaking: None,
        }
    }

    /// Everything told, but what is kept for the debrief.
    pub(crate) fn all<'t>(&mut self, page: &mut Page, told: impl IntoIterator<Item = &'t Told>) {
        for one in told {
            self.told(page, one);
        }
    }

    fn told(&mut self, page: &mut Page, told: &Told) {
        match told {
            Told::Node(node) => self.scene(page, *node),
            Told::Ended(_) => {}
            Told::Said(said) if matches!(said.place, Place::Epilogue(_) | Place::Debrief(_)) => {}
            Told::Said(said) => self.said(page, said),
        }
    }

    /// Forgets who spoke, so that the next name is printed.
    pub(crate) fn fresh(&mut self) {
        self.speaking = None;
    }

    fn gap(&self, page: &mut Page) {
        if !self.tight {
            page.blank();
        }
    }

    fn scene(&mut self, page: &mut Page, node: crate::model::NodeIx) {
        let Some(scene) = self.scenario.node(node).scene else {
            return;
        };
        self.fresh();
        let texts = [scene.when, scene.place];
        let parts: Vec<&str> = texts.iter().flatten().map(|text| self.scenario.raw(*text)).collect();
        page.blank();
        let rule = self.glyphs.rule().repeat(2);
        let heading = parts.join(&format!(" {} ", self.glyphs.dot()));
        page.para(Para::new(vec![ink(Role::Faint, format!("{rule} ")), ink(Role::Muted, heading)]).hang(3));
        page.blank();
    }

    /// One line as it was said.
    pub(crate) fn said(&mut self, page: &mut Page, said: &Said) {
        match said.who {
            Speaker::Narrator => {
                self.fresh();
                self.gap(page);
                page.say(Role::Narration, &said.words);
            }
            Speaker::Pause => {
                self.fresh();
                self.gap(page);
                page.say(Role::Mood, self.words.say("pause"));
            }
            Speaker::You => {
                let name = self.words.say("you").to_uppercase();
                self.speech(page, said, ink(Role::You, name));
            }
            Speaker::Person(person) => {
                let name = self.name(person).to_uppercase();
                self.speech(page, said, ink(Role::Speaker, name));
            }
        }
    }

    fn speech(&mut self, page: &mut Page, said: &Said, name: Piece) {
        let how = self.manner(said);
        let goes_on = self.speaking == Some(said.who) && how.is_empty() && !said.words.is_empty();
        self.speaking = Some(said.who);
        if goes_on {
            // A new paragraph of the same speech, set in as in a printed play.
            let pieces = vec![ink(Role::Text, "  "), ink(Role::Text, &said.words)];
            page.para(Para::new(pieces).indent(self.hang));
            return;
        }
        self.gap(page);
        let mut pieces = vec![name];
        if !how.is_empty() {
            pieces.push(ink(Role::Mood, format!(" ({})", how.join(", "))));
        }
        if !said.words.is_empty() {
            pieces.push(ink(Role::Text, format!("  {}", said.words)));
        }
        page.para(Para::new(pieces).hang(self.hang));
    }

    /// Mood, interpreter, addressee and language, in words.
    fn manner(&self, said: &Said) -> Vec<String> {
        let mut how = Vec::new();
        if let (Speaker::Person(person), Some(mood)) = (said.who, said.mood) {
            let moods = &self.scenario.cast[person.at()].moods;
            how.extend(moods.get(mood).map(|mood| in_words(&mood.value)));
        }
        let named = |person: PersonIx| self.name(person).to_owned();
        if let Some(via) = said.via {
            how.push(self.words.say_with("via", &[("name", (&named(via)).into())]));
        }
        if let Some(to) = said.to {
            how.push(self.words.say_with("to", &[("name", (&named(to)).into())]));
        }
        if let Some(language) = &said.language {
            how.push(self.words.say_with("in-language", &[("language", language.into())]));
        }
        how
    }

    /// What the learner chose, said, did or wrote.
    pub(crate) fn chosen(&mut self, page: &mut Page, act: Act, to: Option<PersonIx>, words: &str) {
        self.fresh();
        page.blank();
        page.para(Para::new(self.chosen_pieces(act, to, words)).hang(self.hang));
    }

    fn chosen_pieces(&self, act: Act, to: Option<PersonIx>, words: &str) -> Vec<Piece> {
        let mut pieces = vec![ink(Role::You, self.words.say("you").to_uppercase())];
        let aside = match (act, to) {
            (Act::Write, _) => Some(self.words.say("you-write")),
            (Act::Say, Some(person)) => {
                let name = self.name(person).to_owned();
                Some(self.words.say_with("to", &[("name", (&name).into())]))
            }
            _ => None,
        };
        if let Some(aside) = aside {
            pieces.push(ink(Role::Mood, format!(" ({aside})")));
        }
        pieces.push(ink(Role::Text, "  "));
        pieces.push(act_words(act, words, Role::Text));
        pieces
    }

    /// What somebody felt and did not say; named only where several speak.
    pub(crate) fn felt(&self, told: &[Told]) -> Vec<Vec<Piece>> {
        let said = told.iter().filter_map(|told| match told {
            Told::Said(said) if !said.words.is_empty() => Some(said),
            _ => None,
        });
        said.map(|said| match said.who {
            Speaker::Person(person) => vec![
                ink(Role::Speaker, format!("{}  ", self.name(person).to_uppercase())),
                ink(Role::Felt, &said.words),
            ],
            _ => vec![ink(Role::Felt, &said.words)],
        })
        .collect()
    }

    pub(crate) fn name(&self, person: PersonIx) -> &'a str {
        self.scenario.raw(self.scenario.cast[person.at()].name)
    }
}

/// A gesture stands in brackets and leans, a note in quotation marks, words as they are.
pub(crate) fn act_words(act: Act, words: &str, spoken: Role) -> Piece {
    match act {
        Act::Say | Act::Write => ink(spoken, words),
        Act::Do => ink(Role::Narration, format!("[{}]", words.trim_end_matches(['.', '。']))),
    }
}

/// A name of the format in words: `long_pause` is "long pause".
pub(crate) fn in_words(name: &str) -> String {
    name.replace(['_', '-'], " ")
}

/// With its first letter large.
pub(crate) fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// A text of a scenario before anything has happened: names filled in, numbers as they start.
pub(crate) fn at_start(scenario: &Scenario, text: TextId) -> String {
    let parts = scenario.texts.get(text).parts.iter();
    let fill = |part: &Part| match part {
        Part::Plain(plain) => plain.clone(),
        Part::CastName(person) => scenario.raw(scenario.cast[person.at()].name).to_owned(),
        Part::Var(var) => {
            let about = &scenario.vars[var.at()];
            about
                .value_name(about.start)
                .map_or(about.start.to_string(), |name| in_words(name))
        }
    };
    parts.map(fill).collect()
}
