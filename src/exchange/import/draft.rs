//! What an importer gathers, and how it becomes a scenario file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::NotReadable;
use crate::diag::{is_treacherous, visible};
use crate::model::{RESERVED, SECTIONS};

/// What one list of a scenario may hold, and far more ways than people write.
const MOST_PARTS: usize = 5_000;
const MOST_WAYS: usize = 20_000;
/// Bytes of one scenario file.
const LARGEST: usize = 2 << 20;

/// A scenario file, with a note of everything that stayed behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub id: String,
    /// YAML that the loader takes.
    pub text: String,
    pub losses: Vec<Loss>,
}

/// One thing that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loss {
    /// Passage or content it was in, as named there.
    pub place: String,
    pub what: String,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) start: String,
    /// By the name in the other file, in its order.
    pub(super) parts: Vec<Part>,
    pub(super) losses: Vec<Loss>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) lines: Vec<String>,
    pub(super) ways: Vec<Way>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    pub(super) words: String,
    pub(super) to: String,
    pub(super) reply: Vec<String>,
}

impl Draft {
    pub(super) fn lose(&mut self, place: &str, what: impl Into<String>) {
        self.losses.push(Loss {
            place: shown(place),
            what: shown(&what.into()),
        });
    }

    /// Whether the story is more than a scenario can hold.
    fn too_much(&self) -> Option<NotReadable> {
        let ways: usize = self.parts.iter().map(|part| part.ways.len()).sum();
        let widest = self.parts.iter().map(|part| part.ways.len()).max().unwrap_or(0);
        let too_much = self.parts.len() > MOST_PARTS || ways > MOST_WAYS || widest > MOST_PARTS;
        too_much.then(|| NotReadable {
            why: format!(
                "the story has {} parts and {ways} ways on, and a scenario holds {MOST_PARTS} and {MOST_WAYS}; split it",
                self.parts.len()
            ),
            line: None,
        })
    }

    /// Takes out what a scenario may not hold, and gives words to what has none.
    fn clean(&mut self, id: &str) {
        self.title = or(plain(&self.title), id);
        let mut known = BTreeSet::new();
        let mut doubles = Vec::new();
        self.parts.retain(|part| {
            let fresh = known.insert(part.name.clone());
            if !fresh {
                doubles.push(part.name.clone());
            }
            fresh
        });
        for name in doubles {
            self.lose(&name, "a second part of this name");
        }
        for part in &mut self.parts {
            tidy(&mut part.lines);
            for way in &mut part.ways {
                let to = or(plain(&way.to), "Go on");
                way.words = or(plain(&way.words), &to);
                tidy(&mut way.reply);
            }
        }
    }

    /// Writes the skeleton. Parts that cannot be reached from the start are left out and listed; ways to nowhere lead to an
    /// ending of that name.
    pub(super) fn finish(mut self, id: &str) -> Result<Imported, NotReadable> {
        if let Some(too_much) = self.too_much() {
            return Err(too_much);
        }
        self.clean(id);
        let ids = ids(self.parts.iter().map(|part| part.name.as_str()));
        let taken: BTreeSet<&str> = ids.values().map(String::as_str).collect();
        let reached = self.reached();
        let unreached: Vec<String> = self
            .parts
            .iter()
            .filter(|part| !reached.contains(&part.name))
            .map(|part| part.name.clone())
            .collect();
        for name in unreached {
            self.lose(&name, "nothing leads here from the start; left out");
        }
        let is_ending = |part: &Part| part.ways.is_empty();
        let by_name: BTreeMap<&str, &Part> = self.parts.iter().map(|part| (part.name.as_str(), part)).collect();
        let start_ends = self.parts.iter().any(|part| part.name == self.start && is_ending(part));
        let mut nodes = String::new();
        let mut endings = String::new();
        for part in self.parts.iter().filter(|part| reached.contains(&part.name)) {
            if is_ending(part) && !(start_ends && part.name == self.start) {
                let _ = writeln!(
                    endings,
                    "  {}: {{title: {}, kind: partial}}",
                    ids[&part.name],
                    quote(&or(plain(&part.name), &ids[&part.name]))
                );
            }
        }
        let mut stray: BTreeSet<String> = BTreeSet::new();
        for part in self.parts.iter().filter(|part| reached.contains(&part.name)) {
            if is_ending(part) && part.name != self.start {
                continue;
            }
            let _ = writeln!(nodes, "  {}:", ids[&part.name]);
            script(&mut nodes, "say", &part.lines, "    ");
            if part.ways.is_empty() {
                let name = nowhere("the end", &taken);
                let _ = writeln!(nodes, "    end: {name}");
                stray.insert(name);
                continue;
            }
            nodes.push_str("    choices:\n");
            let words = ids_of(part.ways.iter().map(|way| way.words.as_str()));
            for (way, choice) in part.ways.iter().zip(words) {
                let _ = write!(nodes, "      {choice}:\n        text: {}\n", quote(&way.words));
                let target = by_name.get(way.to.as_str());
                let mut reply = way.reply.clone();
                let go = match target {
                    Some(target) if is_ending(target) => {
                        reply.extend(target.lines.iter().cloned());
                        format!("end: {}", ids[&target.name])
                    }
                    Some(target) => format!("goto: {}", ids[&target.name]),
                    None => {
                        let name = nowhere(&way.to, &taken);
                        stray.insert(name.clone());
                        format!("end: {name}")
                    }
                };
                script(&mut nodes, "reply", &reply, "        ");
                let _ = writeln!(nodes, "        {go}");
            }
        }
        if endings.is_empty() && stray.is_empty() {
            let end = nowhere("the end", &taken);
            stray.insert(end);
            self.lose("the story", "it has no end; one was added that nothing leads to yet");
        }
        for name in stray {
            let _ = writeln!(endings, "  {name}: {{title: {}, kind: partial}}", quote(&name));
        }
        let start = ids.get(&self.start).cloned().unwrap_or_default();
        let text = format!(
            "# Imported as a skeleton. Lines stand as narration: give them to people, add hints, felt, why and better words,\n\
             # then write a key. `bedside check` says what is missing.\n\
             format: 1\nscenario: {id}\ntitle: {}\nversion: 1\nlang: en\ntrack: adult\nlevel: 2\nminutes: 10\nroles: [physician]\n\
             setting: \"To be written\"\nsummary: {}\nchart: |\n  To be written.\ntask: \"To be written\"\n\
             objectives:\n  - {{text: \"To be written\", skills: [C1]}}\n\
             authors: [\"imported\"]\nreview: [{{stage: drafted, date: 2026-01-01}}]\n\
             cast:\n  patient: {{name: Patient, who: your patient, moods: [quiet]}}\nstart: {start}\nnodes:\n{nodes}endings:\n{endings}",
            quote(&self.title),
            quote(&format!("Imported: {}", self.title)),
        );
        if text.len() > LARGEST {
            return Err(NotReadable {
                why: "the story is longer than the 2 MB a scenario may have; split it".to_owned(),
                line: None,
            });
        }
        let mut said = BTreeSet::new();
        self.losses.retain(|loss| said.insert(loss.clone()));
        Ok(Imported {
            id: id.to_owned(),
            text,
            losses: self.losses,
        })
    }

    fn reached(&self) -> BTreeSet<String> {
        let by_name: BTreeMap<&str, &Part> = self.parts.iter().map(|part| (part.name.as_str(), part)).collect();
        let mut reached = BTreeSet::new();
        let mut next = vec![self.start.clone()];
        while let Some(name) = next.pop() {
            let Some(part) = by_name.get(name.as_str()) else {
                continue;
            };
            if reached.insert(name) {
                next.extend(part.ways.iter().map(|way| way.to.clone()));
            }
        }
        reached
    }
}

/// An ending for a way that leads nowhere, with an id that no part has.
fn nowhere(name: &str, taken: &BTreeSet<&str>) -> String {
    let mut id = slug(name);
    while taken.contains(id.as_str()) {
        id.push_str("-end");
    }
    id
}

/// Words on one line, without what steers a terminal and without braces, which would stand for a name.
fn plain(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '{' => '(',
        '}' => ')',
        letter if letter.is_whitespace() || is_treacherous(letter) => ' ',
        letter => letter,
    });
    let text: String = letters.collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words out of the other file as a message may say them: on one line, and nothing that steers a terminal.
pub(super) fn shown(text: &str) -> String {
    visible(&text.replace('\n', " ")).into_owned()
}

fn or(words: String, otherwise: &str) -> String {
    if words.is_empty() { otherwise.to_owned() } else { words }
}

fn tidy(lines: &mut Vec<String>) {
    lines.iter_mut().for_each(|line| *line = plain(line));
    lines.retain(|line| !line.is_empty());
}

fn script(out: &mut String, field: &str, lines: &[String], indent: &str) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "{indent}{field}: |");
    for line in lines {
        let _ = writeln!(out, "{indent}  > {line}");
    }
}

/// A double-quoted YAML scalar.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            '\n' | '\t' | '\r' => out.push(' '),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out.push('"');
    out
}

/// A name as an id: lower case letters, digits and hyphens, neither a YAML word nor a section.
pub(super) fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => out.push(letter),
            '\'' | '’' => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    let mut out: String = out.trim_matches('-').chars().take(40).collect();
    out = out.trim_matches('-').to_owned();
    let reserved = RESERVED.contains(&out.as_str()) || SECTIONS.contains(&out.as_str());
    if reserved || !out.starts_with(|letter: char| letter.is_ascii_lowercase()) {
        out = format!("p-{out}");
    }
    out.trim_matches('-').to_owned()
}

/// Unique ids for names, by name.
fn ids<'a>(names: impl Iterator<Item = &'a str>) -> BTreeMap<String, String> {
    let names: Vec<&str> = names.collect();
    let ids = ids_of(names.iter().copied());
    names.into_iter().map(str::to_owned).zip(ids).collect()
}

fn ids_of<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut used = BTreeSet::new();
    // How far each base has been counted: five hundred links of the same words would else count from 2 each time.
    let mut counted: BTreeMap<String, usize> = BTreeMap::new();
    names
        .map(|name| {
            let head: Vec<&str> = name.split_whitespace().take(5).collect();
            let base = slug(&head.join(" "));
            let count = counted.entry(base.clone()).or_insert(0);
            loop {
                *count += 1;
                let id = if *count == 1 {
                    base.clone()
                } else {
                    format!("{base}-{count}")
                };
                if used.insert(id.clone()) {
                    break id;
                }
            }
        })
        .collect()
}
