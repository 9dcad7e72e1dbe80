//! The fields of a mapping: each asked for by name, so that what was never asked for is unknown and what was not found is missing.

use std::collections::HashMap;

use super::reading::{Reading, either, list};
use super::tree::{Data, Entry, Tree};
use crate::diag::{Diagnostic, Span, did_you_mean};

/// Words kept for later formats.
const RESERVED: [&str; 4] = ["include", "call", "return", "pick"];

pub(super) struct Fields<'t> {
    entries: &'t [Entry],
    asked: Vec<&'static str>,
    /// Fields that stand elsewhere by mistake, which is reported there.
    astray: Vec<&'t str>,
    /// "choice `hall/ask`", for messages.
    what: String,
    span: Span,
    /// Where to point when something is missing: the key that leads here.
    head: Span,
}

impl<'t> Fields<'t> {
    /// `None` after a fault, or when the value was already reported.
    pub(super) fn open(tree: &'t Tree, what: impl Into<String>, head: Span, reading: &mut Reading<'_>) -> Option<Self> {
        let what = what.into();
        match &tree.data {
            Data::Map(entries) => {
                doubles(entries, "field", reading);
                Some(Fields {
                    entries,
                    asked: Vec::new(),
                    astray: Vec::new(),
                    what,
                    span: tree.span,
                    head,
                })
            }
            Data::Poison => None,
            Data::Empty if head == reading.top() => {
                reading.say(Diagnostic::error("E003", "this file is empty", head).help("it begins with `format: 1`"));
                None
            }
            Data::Empty => {
                reading.say(
                    Diagnostic::error("E003", format!("{what} is empty"), head)
                        .label("nothing stands below this line at a deeper indent")
                        .help("indent its fields below it, two spaces further in"),
                );
                None
            }
            Data::Scalar(_) | Data::Seq(_) => {
                reading.say(
                    Diagnostic::error(
                        "E004",
                        format!("{what} should have fields, and is {}", tree.noun()),
                        tree.span,
                    )
                    .label("expected `field: value` lines"),
                );
                None
            }
        }
    }

    fn entry(&mut self, key: &'static str) -> Option<&'t Entry> {
        self.asked.push(key);
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// These fields are not missing: they were found where they do not belong.
    pub(super) fn found_elsewhere(mut self, keys: &[&'t str]) -> Self {
        self.astray = keys.to_vec();
        self
    }

    /// Whether the field was written at all, readable or not.
    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|entry| entry.key == key)
    }

    pub(super) fn key_span(&self, key: &str) -> Option<Span> {
        self.entries
            .iter()
            .find(|entry| entry.key == key)
            .map(|entry| entry.key_span)
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<&'t Tree> {
        self.entry(key)
            .map(|entry| &entry.value)
            .filter(|value| !value.is_poison())
    }

    /// A field that must be there.
    pub(super) fn need(&mut self, key: &'static str, reading: &mut Reading<'_>) -> Option<&'t Tree> {
        if !self.has(key) && !self.astray.contains(&key) {
            self.missing(key, reading);
        }
        self.take(key)
    }

    fn missing(&self, key: &str, reading: &mut Reading<'_>) {
        // A misspelt field is reported as unknown; one fault is enough.
        let unknown = self.entries.iter().map(|entry| entry.key.as_str());
        let misspelt = unknown
            .filter(|name| !self.asked.contains(name))
            .any(|name| did_you_mean(name, [key]).is_some());
        if misspelt {
            return;
        }
        let fault = Diagnostic::error("E003", format!("{} has no `{key}`", self.what), self.head)
            .label(format!("`{key}:` is missing here"));
        let fault = match self.nearby(key, reading.text) {
            Some(span) => fault
                .related(
                    span,
                    "this one stands at another indent, so it belongs to something else",
                )
                .help(format!("align `{key}:` with the other fields of {}", self.what)),
            None => fault.help(format!("add `{key}: …`")),
        };
        reading.say(fault);
    }

    /// A `key:` nearby at another indent than this mapping's fields.
    fn nearby(&self, key: &str, text: &str) -> Option<Span> {
        let own = self.entries.first()?.key_span;
        let indent = column(text, own.start as usize);
        let from = line_start(text, self.span.start as usize);
        let until = self.span.end as usize;
        let mut at = from;
        let mut after = 0;
        while at < text.len() && after < 3 {
            let line = text.get(at..)?.split('\n').next()?;
            let trimmed = line.trim_start();
            let here = line.len() - trimmed.len();
            let named = trimmed.strip_prefix(key).is_some_and(|rest| rest.starts_with(':'));
            let inside = self
                .entries
                .iter()
                .any(|entry| matches!(entry.value.data, Data::Map(_)) && entry.value.get(key).is_some());
            if named && here != indent && here.abs_diff(indent) < 4 && !inside {
                return Some(Span::new(self.head.file, at + here, at + here + key.len()));
            }
            at += line.len() + 1;
            after += usize::from(at > until);
        }
        None
    }

    /// Exactly one of these fields; `None` after a fault.
    pub(super) fn exactly_one(
        &mut self,
        keys: &[&'static str],
        reading: &mut Reading<'_>,
    ) -> Option<(&'static str, &'t Tree)> {
        let found: Vec<&'static str> = keys.iter().copied().filter(|key| self.has(key)).collect();
        let mut value = None;
        for key in keys {
            let taken = self.take(key);
            value = value.or(taken.map(|tree| (*key, tree)));
        }
        match found.as_slice() {
            [_] => value,
            [] if keys.iter().any(|key| self.astray.contains(key)) => None,
            [] => {
                let unknown: Vec<&str> = self.unknown().map(|entry| entry.key.as_str()).collect();
                if unknown
                    .iter()
                    .any(|name| did_you_mean(name, keys.iter().copied()).is_some())
                {
                    return None;
                }
                let mut fault =
                    Diagnostic::error("E019", format!("{} has none of {}", self.what, list(keys)), self.head)
                        .label("one of them is needed here")
                        .help(format!("add {}", either(keys)));
                if let Some(span) = keys.iter().find_map(|key| self.nearby(key, reading.text)) {
                    fault = fault.related(
                        span,
                        "this one stands at another indent, so it belongs to something else",
                    );
                }
                reading.say(fault);
                None
            }
            [first, second, ..] => {
                let at = self.key_span(second).unwrap_or(self.head);
                let mut fault =
                    Diagnostic::error("E019", format!("{} has both `{first}` and `{second}`", self.what), at)
                        .label("only one of the two can stand here")
                        .help(format!("keep exactly one of {}", list(keys)));
                if let Some(span) = self.key_span(first) {
                    fault = fault.related(span, format!("`{first}` is here"));
                }
                reading.say(fault);
                None
            }
        }
    }

    fn unknown(&self) -> impl Iterator<Item = &'t Entry> {
        self.entries
            .iter()
            .filter(|entry| !self.asked.contains(&entry.key.as_str()))
    }

    /// Reports every field nobody asked for.
    pub(super) fn close(self, reading: &mut Reading<'_>) {
        let mut seen: Vec<&str> = Vec::new();
        for entry in self.unknown() {
            if seen.contains(&entry.key.as_str()) {
                continue;
            }
            seen.push(&entry.key);
            let fault = self.stranger(entry, reading);
            reading.say(fault);
        }
    }

    fn stranger(&self, entry: &Entry, reading: &Reading<'_>) -> Diagnostic {
        let key = entry.key.as_str();
        if RESERVED.contains(&key) {
            return Diagnostic::error("E00A", format!("`{key}` is kept for a later format"), entry.key_span)
                .label("format 1 has no such field")
                .help("take it out; to go to another node use `goto`");
        }
        if let Some(fault) = torn(entry, reading.text) {
            return fault;
        }
        let fault = Diagnostic::error("E002", format!("{} has no field `{key}`", self.what), entry.key_span)
            .label("unknown field");
        let free = self.asked.iter().copied().filter(|known| !self.has(known));
        match did_you_mean(key, free).or_else(|| did_you_mean(key, self.asked.iter().copied())) {
            Some(near) => {
                fault
                    .help(format!("did you mean `{near}`?"))
                    .fix(format!("write `{near}`"), entry.key_span, near)
            }
            None => fault.help(format!("its fields are {}", list(&self.asked))),
        }
    }
}

/// A key that is no key: the rest of a text that YAML broke at a comma or a colon.
fn torn(entry: &Entry, text: &str) -> Option<Diagnostic> {
    let key = entry.key.as_str();
    if key.is_empty() {
        return Some(
            Diagnostic::error("E001", "there is no key before this colon", entry.value.span).help("write `key: value`"),
        );
    }
    if key.starts_with(['[', '{']) {
        return Some(
            Diagnostic::error("E001", "a key cannot be a list or a mapping", entry.key_span)
                .label("this stands before a colon, so YAML takes it for a key")
                .help("if it is a line of a text, put the text in quotes, or begin a block with `|` above it"),
        );
    }
    let before = text.get(..entry.key_span.start as usize).unwrap_or("").trim_end();
    if key.contains(' ') && matches!(entry.value.data, Data::Empty) && before.ends_with(',') {
        return Some(
            Diagnostic::error("E008", "this text is cut off at a comma", entry.key_span)
                .label("inside `{…}` YAML takes what follows a comma for the next field")
                .help("put the whole text in quotes"),
        );
    }
    None
}

/// Sets apart fields that were indented as if they were items of the mapping around their own: `goto` among the choices.
/// Each item comes with the fields it lost in this way.
pub(super) fn gather<'t>(
    entries: &'t [Entry],
    noun: &str,
    known: &[&str],
    reading: &mut Reading<'_>,
) -> Vec<(&'t Entry, Vec<&'t str>)> {
    let mut items: Vec<(&Entry, Vec<&str>)> = Vec::new();
    for entry in entries {
        let key = entry.key.as_str();
        let own = entry.value.entries();
        let is_field = known.contains(&key) && !own.iter().any(|inner| known.contains(&inner.key.as_str()));
        match items.last_mut() {
            Some((owner, lost)) if is_field => {
                reading.say(
                    Diagnostic::error(
                        "E002",
                        format!("`{key}` stands here as if it were a {noun}"),
                        entry.key_span,
                    )
                    .label(format!("indented like the {noun}s"))
                    .related(owner.key_span, "it seems to belong to this one")
                    .help(format!("indent it like the other fields of `{}`", owner.key)),
                );
                lost.push(key);
            }
            _ => items.push((entry, Vec::new())),
        }
    }
    items
}

/// Reports every key that stands twice in one mapping. `noun` as in "two nodes are called".
pub(super) fn doubles(entries: &[Entry], noun: &str, reading: &mut Reading<'_>) {
    let mut seen: HashMap<&str, Span> = HashMap::new();
    for entry in entries {
        let Some(first) = seen.get(entry.key.as_str()).copied() else {
            seen.insert(&entry.key, entry.key_span);
            continue;
        };
        let message = format!("the {noun} `{}` stands twice", entry.key);
        let help = if noun == "field" {
            "keep one of the two lines".to_owned()
        } else {
            format!("give one of them another id; {noun} ids never repeat")
        };
        reading.say(
            Diagnostic::error("E005", message, entry.key_span)
                .label("again here")
                .related(first, "first here")
                .help(help),
        );
    }
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |newline| newline + 1)
}

fn column(text: &str, at: usize) -> usize {
    at - line_start(text, at)
}
