//! The long form of a script line: `{who, words | one_of, when, mood, to, via, language, id}`.

use crate::content::draft::Draft;
use crate::content::fields::Fields;
use crate::content::names::{Shape, id};
use crate::content::tree::Tree;
use crate::diag::Diagnostic;
use crate::model::{Line, PersonIx, Speaker, Wording};

impl Draft<'_> {
    /// `{who, words | one_of, when, mood, to, via, language, id}`
    pub(super) fn long_line(&mut self, item: &Tree, address: &str, number: usize) -> Option<Line> {
        let mut fields = Fields::open(item, "this line", item.span, &mut self.reading)?;
        let own_id = fields.take("id").and_then(|tree| {
            let word = self.reading.word("id", tree)?;
            Some(id(&mut self.reading, "line", word, tree.span, Shape::Dashed))
        });
        let address = match &own_id {
            Some(id) => format!("{address}/{id}"),
            None => format!("{address}/{number}"),
        };
        let when = fields.take("when").map(|tree| self.guard(tree));
        let who = fields.take("who").map(|tree| {
            let name = self.reading.word("who", tree)?;
            match name {
                ">" | "narrator" | "Narrator" => Some(Speaker::Narrator),
                _ => match self.scope.person(name) {
                    Some(person) => Some(Speaker::Person(person)),
                    None => self.speaker(name, &tree.span, "…"),
                },
            }
        });
        let who = who.unwrap_or(Some(Speaker::Narrator));
        let mood = fields.take("mood").map(|tree| {
            let word = self.reading.word("mood", tree)?;
            self.mood(word, who?, tree.span)
        });
        let to = fields.take("to").map(|tree| self.named(tree, "to"));
        let via = fields.take("via").map(|tree| self.named(tree, "via"));
        let language = fields
            .take("language")
            .and_then(|tree| self.reading.word("language", tree).map(str::to_owned));
        let words = fields
            .take("words")
            .map(|tree| self.text("words", tree, address.clone()));
        let one_of = fields
            .take("one_of")
            .map(|tree| self.texts_of("one_of", tree, &address));
        let both = fields.has("words") && fields.has("one_of");
        fields.close(&mut self.reading);
        let wording = match (words, one_of) {
            (Some(text), None) => Wording::One(text?),
            (None, Some(texts)) if !texts.is_empty() => Wording::OneOf(texts),
            (None, None) if mood.is_some() => Wording::None,
            (None, Some(_)) => return None,
            _ => {
                let message = if both {
                    "this line has both `words` and `one_of`"
                } else {
                    "this line has neither `words` nor `one_of`"
                };
                self.reading
                    .say(Diagnostic::error("E019", message, item.span).help("write exactly one of the two"));
                return None;
            }
        };
        Some(Line {
            when: when.flatten(),
            who: who?,
            mood: mood.flatten().flatten(),
            via: via.flatten(),
            to: to.flatten(),
            language,
            words: wording,
            id: own_id,
            span: item.span,
        })
    }

    /// A person by name or by id, as both read well in the long form.
    pub(super) fn named(&mut self, tree: &Tree, name: &str) -> Option<PersonIx> {
        let word = self.reading.word(name, tree)?;
        match self.scope.person(word) {
            Some(person) => Some(person),
            None => self.someone(word, &tree.span),
        }
    }
}
