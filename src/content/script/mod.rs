//! Lines of a play: `> narration`, `Name (mood, via X, to Y, in Language): words`, `You: words`, `[pause]`, `[when …]` before any.

mod long;
mod manner;

use std::ops::Range;

use crate::content::draft::Draft;
use crate::content::place::Place;
use crate::content::tree::{Data, Tree};
use crate::diag::{Diagnostic, Span, did_you_mean};
use crate::model::{Guard, Line, Script, Speaker, Wording};
use manner::Manner;

impl Draft<'_> {
    /// A block of lines, or a list whose items are lines or `{who, words, …}`. Texts are addressed `address/1`, `address/2`, ….
    pub(in crate::content) fn script(&mut self, name: &str, tree: &Tree, address: &str) -> Script {
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
