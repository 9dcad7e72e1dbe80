//! The people.

use std::collections::HashMap;

use crate::content::draft::Draft;
use crate::content::fields::{Fields, doubles};
use crate::content::names::{Shape, id};
use crate::content::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Span, Spanned};
use crate::model::{Inner, Name, Person, Presence, TextId};

impl Draft<'_> {
    pub(super) fn cast(&mut self, tree: &Tree) -> Vec<Person> {
        let Data::Map(entries) = &tree.data else {
            self.reading.wrong_type(
                "cast",
                "people by their ids",
                tree,
                "write `lau: {name: Mrs. Lau, who: your patient}` below it",
            );
            return Vec::new();
        };
        doubles(entries, "person", &mut self.reading);
        self.namesakes(entries);
        entries.iter().filter_map(|entry| self.cast_member(entry)).collect()
    }

    fn cast_member(&mut self, entry: &Entry) -> Option<Person> {
        let own_id = id(&mut self.reading, "person", &entry.key, entry.key_span, Shape::Dashed);
        let what = format!("person `{}`", entry.key);
        let mut fields = Fields::open(&entry.value, what, entry.key_span, &mut self.reading)?;
        let address = format!("cast/{}", entry.key);
        let name = fields
            .need("name", &mut self.reading)
            .and_then(|tree| self.name(tree, format!("{address}/name")));
        let who = self.need_text(&mut fields, "who", format!("{address}/who"));
        let speaks = fields
            .take("speaks")
            .and_then(|tree| self.reading.prose("speaks", tree))
            .map(|scalar| scalar.text.clone());
        let moods = fields.take("moods").map(|tree| self.moods(tree)).unwrap_or_default();
        let present = fields.take("present").and_then(|tree| {
            let known = [
                ("here", Presence::Here),
                ("away", Presence::Away),
                ("phone", Presence::Phone),
                ("video", Presence::Video),
            ];
            self.reading.one_of("present", tree, &known)
        });
        let inner = fields.take("inner").and_then(|tree| self.inner(tree, &address));
        fields.close(&mut self.reading);
        Some(Person {
            id: own_id,
            span: entry.key_span,
            name: name.unwrap_or_default(),
            who,
            speaks,
            moods,
            present: present.unwrap_or_default(),
            inner,
        })
    }

    fn name(&mut self, tree: &Tree, address: String) -> Option<TextId> {
        let scalar = self.reading.prose("name", tree)?;
        let name = scalar.text.trim();
        if !is_speakable(name) {
            self.reading.say(
                Diagnostic::error("E007", format!("`{name}` cannot be a person's name"), tree.span)
                    .label("scripts could not be read with it")
                    .help("a name has no `:`, `,`, parentheses or brackets, does not begin with `>`, and is not `You`"),
            );
            return None;
        }
        self.text("name", tree, address)
    }

    fn moods(&mut self, tree: &Tree) -> Vec<Spanned<Name>> {
        let moods = self.names("moods", tree);
        for mood in &moods {
            let word = mood.value.as_str();
            if word.is_empty()
                || word.contains([',', ')', '('])
                || ["via ", "to ", "in "].iter().any(|lead| word.starts_with(lead))
            {
                self.reading.say(
                    Diagnostic::error("E007", format!("`{word}` cannot be a mood"), mood.span)
                        .help("a mood is a word or two, without commas and parentheses"),
                );
            }
        }
        self.repeated("mood", &moods);
        moods
    }

    pub(super) fn repeated(&mut self, noun: &str, names: &[Spanned<Name>]) {
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for name in names {
            match seen.get(name.value.as_str()) {
                Some(first) => self.reading.say(
                    Diagnostic::error("E005", format!("the {noun} `{}` stands twice", name.value), name.span)
                        .label("again here")
                        .related(*first, "first here")
                        .help("take one of them out"),
                ),
                None => {
                    seen.insert(&name.value, name.span);
                }
            }
        }
    }

    fn inner(&mut self, tree: &Tree, address: &str) -> Option<Inner> {
        let mut fields = Fields::open(tree, "`inner`", tree.span, &mut self.reading)?;
        let wants = self.maybe_text(&mut fields, "wants", format!("{address}/wants"));
        let fears = self.maybe_text(&mut fields, "fears", format!("{address}/fears"));
        fields.close(&mut self.reading);
        Some(Inner { wants, fears })
    }

    /// Two people with one name could not be told apart in a script.
    fn namesakes(&mut self, entries: &[Entry]) {
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for entry in entries {
            let Some(tree) = entry.value.get("name") else { continue };
            let Some(scalar) = tree.scalar() else { continue };
            if let Some(first) = seen.get(scalar.text.trim()) {
                self.reading.say(
                    Diagnostic::error(
                        "E005",
                        format!("two people are called `{}`", scalar.text.trim()),
                        tree.span,
                    )
                    .label("again here")
                    .related(*first, "first here")
                    .help("scripts tell people apart by name; write one of them in full"),
                );
            } else {
                seen.insert(scalar.text.trim(), tree.span);
            }
        }
    }
}

/// Whether scripts can be read with this name before the colon.
pub(super) fn is_speakable(name: &str) -> bool {
    name != "You"
        && !name.is_empty()
        && !name.starts_with('>')
        && !name.contains([':', '(', ')', '[', ']', ',', '{', '}', '\n'])
}
