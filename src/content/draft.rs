//! A scenario in the making: the file, the names it defines, the texts so far.

use super::expr;
use super::fields::Fields;
use super::place::Place;
use super::reading::Reading;
use super::scope::Scope;
use super::tree::{Data, Tree};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{Effect, Guard, Name, PersonIx, Rubric, TextId, Texts};

pub(super) struct Draft<'a> {
    pub(super) reading: Reading<'a>,
    pub(super) scope: Scope,
    pub(super) rubric: Option<&'a Rubric>,
    pub(super) texts: Texts,
}

impl Draft<'_> {
    /// A text for people, added to the table.
    pub(super) fn text(&mut self, name: &str, tree: &Tree, address: impl Into<String>) -> Option<TextId> {
        let scalar = self.reading.prose(name, tree)?;
        let raw = scalar.text.trim_end();
        if raw.trim().is_empty() {
            self.reading.empty(name, tree);
            return None;
        }
        let place = raw
            .contains(['{', '}'])
            .then(|| Place::of(scalar, tree.span, self.reading.text));
        let place = place.unwrap_or_else(|| Place::verbatim(tree.span));
        Some(self.add_text(address.into(), raw, &place, tree.span))
    }

    pub(super) fn texts_of(&mut self, name: &str, tree: &Tree, address: &str) -> Vec<TextId> {
        let items = match &tree.data {
            // One text is a list of one.
            Data::Scalar(_) => std::slice::from_ref(tree),
            _ => self.reading.list(name, tree),
        };
        let mut texts = Vec::new();
        for (at, item) in items.iter().enumerate() {
            texts.extend(self.text(name, item, format!("{address}/{}", at + 1)));
        }
        texts
    }

    pub(super) fn guard(&mut self, tree: &Tree) -> Option<Guard> {
        let scalar = match &tree.data {
            Data::Scalar(scalar) => scalar,
            Data::Empty => {
                self.reading.empty("when", tree);
                return None;
            }
            _ => {
                self.reading.wrong_type(
                    "when",
                    "a condition",
                    tree,
                    "write it on one line, such as `trust >= 3 and asked`",
                );
                return None;
            }
        };
        let place = Place::of(scalar, tree.span, self.reading.text);
        self.condition(&scalar.text, &place)
    }

    pub(super) fn condition(&mut self, text: &str, place: &Place) -> Option<Guard> {
        let mut faults = Vec::new();
        let cond = expr::condition(text, &self.scope, &mut faults);
        self.blame(faults, place);
        Some(Guard {
            cond: cond?,
            span: place.span(0..text.trim_end().len()),
        })
    }

    fn blame(&mut self, faults: Vec<expr::Fault>, place: &Place) {
        for fault in faults {
            self.reading.say(fault.placed(place));
        }
    }

    /// A comma list, or a list of `{when, do}`.
    pub(super) fn effects(&mut self, name: &str, tree: &Tree) -> Vec<Effect> {
        match &tree.data {
            Data::Scalar(scalar) => self.changes(&scalar.text, &Place::of(scalar, tree.span, self.reading.text), None),
            Data::Seq(items) => items.iter().flat_map(|item| self.effect_item(name, item)).collect(),
            Data::Empty => {
                self.reading.empty(name, tree);
                Vec::new()
            }
            Data::Map(_) => {
                let help = format!("write `{name}: trust + 1, asked = true`, or `{name}: [{{when: …, do: …}}]`");
                self.reading.wrong_type(name, "a line of effects", tree, &help);
                Vec::new()
            }
            Data::Poison => Vec::new(),
        }
    }

    fn effect_item(&mut self, name: &str, item: &Tree) -> Vec<Effect> {
        if let Data::Scalar(scalar) = &item.data {
            return self.changes(&scalar.text, &Place::of(scalar, item.span, self.reading.text), None);
        }
        let Some(mut fields) = Fields::open(item, format!("an item of `{name}`"), item.span, &mut self.reading) else {
            return Vec::new();
        };
        let when = fields.take("when").map(|tree| self.guard(tree));
        let act = fields.need("do", &mut self.reading);
        fields.close(&mut self.reading);
        let Some(act) = act else { return Vec::new() };
        match &act.data {
            Data::Scalar(scalar) => {
                let place = Place::of(scalar, act.span, self.reading.text);
                self.changes(&scalar.text, &place, when.flatten())
            }
            _ => {
                self.reading.wrong_type("do", "a line of effects", act, "");
                Vec::new()
            }
        }
    }

    fn changes(&mut self, text: &str, place: &Place, when: Option<Guard>) -> Vec<Effect> {
        let mut faults = Vec::new();
        let changes = expr::effects(text, &self.scope, &mut faults);
        self.blame(faults, place);
        let effects = changes.into_iter().map(|(change, at)| Effect {
            when: when.clone(),
            change,
            span: place.span(at),
        });
        effects.collect()
    }

    /// A person by id.
    pub(super) fn person(&mut self, name: &str, tree: &Tree) -> Option<PersonIx> {
        let id = self.reading.word(name, tree)?;
        if let Some(person) = self.scope.person(id) {
            return Some(person);
        }
        if self.scope.blind.cast {
            return None;
        }
        if let Some((person, known)) = self.scope.speaker(id) {
            let own = known.id.clone();
            self.reading.say(
                Diagnostic::error("E011", format!("unknown person `{id}`"), tree.span)
                    .label("this is the name; an id is needed here")
                    .help(format!("write `{name}: {own}`"))
                    .fix(format!("write `{own}`"), tree.span, own.as_str()),
            );
            return Some(person);
        }
        let known: Vec<&str> = self.scope.people().collect();
        self.reading.unknown("person", id, tree.span, known);
        None
    }

    /// Names with their places, unchecked.
    pub(super) fn names(&mut self, name: &str, tree: &Tree) -> Vec<Spanned<Name>> {
        let mut names = Vec::new();
        for item in self.reading.list(name, tree) {
            if let Some(word) = self.reading.word(name, item) {
                names.push(Spanned::new(Name::from(word), item.span));
            }
        }
        names
    }

    /// Skill ids, checked when a rubric is at hand.
    pub(super) fn skill(&mut self, id: &str, span: Span) {
        let Some(rubric) = self.rubric else { return };
        if rubric.skill(id).is_none() {
            let known: Vec<&str> = rubric.skills.iter().map(|skill| skill.id.as_str()).collect();
            self.reading.unknown("skill", id, span, known);
        }
    }
}
