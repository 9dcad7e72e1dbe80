//! Lines of a play: `> narration`, `Name (mood, via X, to Y, in Language): words`, `You: words`, `[pause]`, `[when …]` before any.

use std::ops::Range;

use super::draft::Draft;
use super::fields::Fields;
use super::names::{Shape, id};
use super::place::Place;
use super::tree::{Data, Tree};
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::model::{Guard, Line, PersonIx, Script, Speaker, Wording};

/// What may stand in the parentheses after a name.
#[derive(Default)]
struct Manner {
    mood: Option<usize>,
    via: Option<PersonIx>,
    to: Option<PersonIx>,
    language: Option<String>,
}

impl Draft<'_> {
    /// A block of lines, or a list whose items are lines or `{who, words, …}`. Texts are addressed `address/1`, `address/2`, ….
    pub(super) fn script(&mut self, name: &str, tree: &Tree, address: &str) -> Script {
        match &tree.data {
            Data::Seq(items) => {
                let mut script = Script::new();
                for item in items {
                    match &item.data {
                        Data::Map(_) => script.extend(self.long_line(item, address, script.len() + 1)),
                        _ => self.block(name, item, address, &mut script),
                    }
                }
                script
            }
            Data::Map(_) => {
                self.reading.wrong_type(
                    name,
                    "lines of a script",
                    tree,
                    "begin a block with `|` and write `Name: words` on lines of their own below it",
                );
                Script::new()
            }
            _ => {
                let mut script = Script::new();
                self.block(name, tree, address, &mut script);
                script
            }
        }
    }

    fn block(&mut self, name: &str, tree: &Tree, address: &str, script: &mut Script) {
        let Some(scalar) = self.reading.prose(name, tree) else {
            return;
        };
        let place = Place::of(scalar, tree.span, self.reading.text);
        let lines = joined(&scalar.text);
        if lines.is_empty() {
            self.reading.empty(name, tree);
        }
        for parts in lines {
            if self.reading.is_full() {
                break;
            }
            let texts: Vec<&str> = parts.iter().map(|part| &scalar.text[part.clone()]).collect();
            let text = texts.join(" ");
            let place = place.pick(&parts);
            let number = script.len() + 1;
            script.extend(self.line(&text, &place, &format!("{address}/{number}")));
        }
    }

    fn line(&mut self, text: &str, place: &Place, address: &str) -> Option<Line> {
        let span = place.whole();
        let mut from = 0;
        let mut when: Option<Guard> = None;
        if text.starts_with('[') {
            let Some(close) = text.find(']') else {
                self.reading.say(
                    Diagnostic::error("E016", "this `[` is never closed", place.span(0..1))
                        .help("write `[when trust >= 3] Name: words`, or `[pause]`"),
                );
                return None;
            };
            let inside = &text[1..close];
            let word = inside.split_whitespace().next().unwrap_or("");
            if inside.trim() == "pause" {
                return self.pause(text, close + 1, None, span, place);
            }
            if word != "when" {
                let mut fault = Diagnostic::error(
                    "E016",
                    format!("`[{inside}]` is no stage direction"),
                    place.span(0..close + 1),
                );
                fault = match did_you_mean(word, ["pause", "when"]) {
                    Some("pause") => fault.help("did you mean `[pause]`?").fix("write `[pause]`", place.span(0..close + 1), "[pause]"),
                    Some(_) => fault.help("did you mean `[when …]`?"),
                    None => fault.help("there are `[pause]` and `[when CONDITION]`; what is seen or done is narration: `> He looks away.`"),
                };
                self.reading.say(fault);
                return None;
            }
            let start = 1 + inside.find("when").unwrap_or(0) + 4;
            let lead = text[start..close].len() - text[start..close].trim_start().len();
            let at = start + lead..close;
            when = self.condition(&text[at.clone()], &place.pick(std::slice::from_ref(&at)));
            from = close + 1 + (text[close + 1..].len() - text[close + 1..].trim_start().len());
        }
        let rest = &text[from..];
        if rest == "[pause]" {
            return self.pause(text, text.len(), when, span, place);
        }
        if rest.starts_with('[') {
            self.reading.say(
                Diagnostic::error("E016", "a line has one `[…]` at most", place.span(from..from + 1))
                    .help("join two conditions: `[when A and B] Name: words`"),
            );
            return None;
        }
        if let Some(words) = rest.strip_prefix('>') {
            let start = from + 1 + (words.len() - words.trim_start().len());
            return self.narration(text, start, when, place, address);
        }
        self.spoken(text, from, when, place, address)
    }

    fn pause(&mut self, text: &str, end: usize, when: Option<Guard>, span: Span, place: &Place) -> Option<Line> {
        if !text[end..].trim().is_empty() {
            self.reading.say(
                Diagnostic::error(
                    "E016",
                    "`[pause]` stands on a line of its own",
                    place.span(end..text.len()),
                )
                .help("put these words on the next line"),
            );
            return None;
        }
        Some(Line {
            when,
            who: Speaker::Pause,
            mood: None,
            via: None,
            to: None,
            language: None,
            words: Wording::None,
            id: None,
            span,
        })
    }

    fn narration(
        &mut self,
        text: &str,
        start: usize,
        when: Option<Guard>,
        place: &Place,
        address: &str,
    ) -> Option<Line> {
        let words = &text[start.min(text.len())..];
        if words.is_empty() {
            self.reading.say(
                Diagnostic::error("E016", "this narration says nothing", place.whole())
                    .help("write what is seen or heard after `>`, or take the line out"),
            );
            return None;
        }
        let at = start..text.len();
        let own = place.pick(std::slice::from_ref(&at));
        let id = self.add_text(address.to_owned(), words, &own, own.whole());
        Some(Line {
            when,
            who: Speaker::Narrator,
            mood: None,
            via: None,
            to: None,
            language: None,
            words: Wording::One(id),
            id: None,
            span: place.whole(),
        })
    }

    fn spoken(&mut self, text: &str, from: usize, when: Option<Guard>, place: &Place, address: &str) -> Option<Line> {
        let rest = &text[from..];
        let Some(colon) = rest.find(':') else {
            self.reading.say(
                Diagnostic::error("E016", "nobody speaks this line", place.span(from..text.len()))
                    .label("there is no `Name:` at its beginning")
                    .help("write `Name: words`; what is seen or done is narration and begins with `> `")
                    .help("a line that continues the one above is indented further than it"),
            );
            return None;
        };
        let head = &rest[..colon];
        let words_at = from + colon + 1 + (rest[colon + 1..].len() - rest[colon + 1..].trim_start().len());
        let words = &text[words_at..];
        let (name, inside) = match head.split_once('(') {
            Some((name, inside)) => (name.trim_end(), Some((inside, from + name.len() + 1))),
            None => (head.trim_end(), None),
        };
        let name_at = from..from + name.len();
        let who = self.speaker(name, &place.span(name_at), words)?;
        let manner = match inside {
            Some((inside, at)) => {
                let Some(inside) = inside.trim_end().strip_suffix(')') else {
                    self.reading.say(
                        Diagnostic::error(
                            "E016",
                            "the parenthesis after the name is never closed",
                            place.span(at - 1..at),
                        )
                        .help("write `Name (mood): words`"),
                    );
                    return None;
                };
                self.manner(inside, at, who, place)?
            }
            None => Manner::default(),
        };
        if words.is_empty() && manner.mood.is_none() {
            self.reading.say(
                Diagnostic::error("E016", format!("`{name}` says nothing"), place.whole())
                    .help("write words after the colon, or a mood before it: `Name (quiet):`"),
            );
            return None;
        }
        let wording = if words.is_empty() {
            Wording::None
        } else {
            let at = words_at..text.len();
            let own = place.pick(std::slice::from_ref(&at));
            Wording::One(self.add_text(address.to_owned(), words, &own, own.whole()))
        };
        Some(Line {
            when,
            who,
            mood: manner.mood,
            via: manner.via,
            to: manner.to,
            language: manner.language,
            words: wording,
            id: None,
            span: place.whole(),
        })
    }

    /// By the name in the cast.
    fn speaker(&mut self, name: &str, span: &Span, words: &str) -> Option<Speaker> {
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
                    fault = fault.help(format!("speakers are {}", super::reading::list(&names)));
                }
            }
        }
        self.reading.say(fault);
        None
    }

    /// `inside` begins at byte `at` of the line.
    fn manner(&mut self, inside: &str, at: usize, who: Speaker, place: &Place) -> Option<Manner> {
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

    fn someone(&mut self, name: &str, span: &Span) -> Option<PersonIx> {
        if name == "You" {
            return None;
        }
        match self.speaker(name, span, "…")? {
            Speaker::Person(person) => Some(person),
            _ => None,
        }
    }

    /// The outer option is `None` after a fault.
    fn mood(&mut self, word: &str, who: Speaker, span: Span) -> Option<Option<usize>> {
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
                super::reading::list(&known)
            )),
        };
        self.reading.say(fault);
        None
    }

    /// `{who, words | one_of, when, mood, to, via, language, id}`
    fn long_line(&mut self, item: &Tree, address: &str, number: usize) -> Option<Line> {
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
    fn named(&mut self, tree: &Tree, name: &str) -> Option<PersonIx> {
        let word = self.reading.word(name, tree)?;
        match self.scope.person(word) {
            Some(person) => Some(person),
            None => self.someone(word, &tree.span),
        }
    }
}

/// The lines of a block, each with its further-indented continuations; blank lines separate nothing.
fn joined(text: &str) -> Vec<Vec<Range<usize>>> {
    let mut lines: Vec<Vec<Range<usize>>> = Vec::new();
    let mut base: Option<usize> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let indent = line.len() - line.trim_start().len();
        let at = start + indent..start + indent + words.len();
        start += line.len();
        if words.is_empty() {
            continue;
        }
        let base = *base.get_or_insert(indent);
        match lines.last_mut() {
            Some(above) if indent > base => above.push(at),
            _ => lines.push(vec![at]),
        }
    }
    lines
}
