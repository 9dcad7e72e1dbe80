//! What an importer gathers, and how it becomes a scenario file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A scenario file, with a note of everything that stayed behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    pub id: String,
    /// YAML that the loader takes.
    pub text: String,
    pub losses: Vec<Loss>,
}

/// One thing that could not be carried over.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let loss = Loss {
            place: place.to_owned(),
            what: what.into(),
        };
        if !self.losses.contains(&loss) {
            self.losses.push(loss);
        }
    }

    /// Writes the skeleton. Parts that cannot be reached from the start are left out and listed; ways to nowhere lead to an
    /// ending of that name.
    pub(super) fn finish(mut self, id: &str) -> Imported {
        let ids = ids(self.parts.iter().map(|part| part.name.as_str()));
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
        let start_ends = self.parts.iter().any(|part| part.name == self.start && is_ending(part));
        let mut nodes = String::new();
        let mut endings = String::new();
        for part in self.parts.iter().filter(|part| reached.contains(&part.name)) {
            if is_ending(part) && !(start_ends && part.name == self.start) {
                let _ = writeln!(
                    endings,
                    "  {}: {{title: {}, kind: partial}}",
                    ids[&part.name],
                    quote(&part.name)
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
                stray.insert("the-end".to_owned());
                nodes.push_str("    end: the-end\n");
                continue;
            }
            nodes.push_str("    choices:\n");
            let words = ids_of(part.ways.iter().map(|way| way.words.as_str()));
            for (way, choice) in part.ways.iter().zip(words) {
                let _ = write!(nodes, "      {choice}:\n        text: {}\n", quote(&way.words));
                let target = self.parts.iter().find(|known| known.name == way.to);
                let mut reply = way.reply.clone();
                let go = match target {
                    Some(target) if is_ending(target) => {
                        reply.extend(target.lines.iter().cloned());
                        format!("end: {}", ids[&target.name])
                    }
                    Some(target) => format!("goto: {}", ids[&target.name]),
                    None => {
                        let name = slug(&way.to);
                        stray.insert(name.clone());
                        format!("end: {name}")
                    }
                };
                script(&mut nodes, "reply", &reply, "        ");
                let _ = writeln!(nodes, "        {go}");
            }
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
        Imported {
            id: id.to_owned(),
            text,
            losses: self.losses,
        }
    }

    fn reached(&self) -> BTreeSet<String> {
        let mut reached = BTreeSet::new();
        let mut next = vec![self.start.clone()];
        while let Some(name) = next.pop() {
            let Some(part) = self.parts.iter().find(|part| part.name == name) else {
                continue;
            };
            if reached.insert(name) {
                next.extend(part.ways.iter().map(|way| way.to.clone()));
            }
        }
        reached
    }
}

fn script(out: &mut String, field: &str, lines: &[String], indent: &str) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(out, "{indent}{field}: |");
    for line in lines {
        let _ = writeln!(out, "{indent}  > {}", line.replace('{', "(").replace('}', ")"));
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

/// A name as an id: lower case letters, digits and hyphens, not a YAML word.
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
    let reserved = [
        "yes", "no", "on", "off", "true", "false", "null", "y", "n", "and", "or", "not",
    ];
    if reserved.contains(&out.as_str()) || !out.starts_with(|letter: char| letter.is_ascii_lowercase()) {
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
    names
        .map(|name| {
            let head: Vec<&str> = name.split_whitespace().take(5).collect();
            let base = slug(&head.join(" "));
            let tries = std::iter::once(base.clone()).chain((2..).map(|count| format!("{base}-{count}")));
            let id = tries.into_iter().find(|id| !used.contains(id)).unwrap_or(base);
            used.insert(id.clone());
            id
        })
        .collect()
}
