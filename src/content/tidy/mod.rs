//! `bedside fmt`: one way of writing, and quotes round what YAML would eat. Order, comments and line breaks stay.
//!
//! It works on lines, not on parsed YAML, since it has to mend files that YAML cannot read. A file that loads still
//! says the same afterwards: only quoting, spaces at line ends and the spelling of `and`, `or`, `not` change.

mod scalar;
mod symbols;

use scalar::requote;
use symbols::in_words;

/// The tidied text and what was done, line by line (from 1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tidied {
    pub text: String,
    pub changes: Vec<(usize, &'static str)>,
}

/// Fields whose value is words for people.
const WORDS: &[&str] = &[
    "text",
    "do",
    "write",
    "why",
    "better",
    "hint",
    "turn",
    "title",
    "setting",
    "summary",
    "task",
    "note",
    "noticed",
    "says",
    "listen_for",
    "take_home",
    "adapt",
    "context",
    "locked_because",
    "if_never_asked",
    "wants",
    "fears",
    "who",
    "name",
    "because",
    "where",
    "one_side",
    "other_side",
];

/// Fields whose value is a condition or effects.
const LOGIC: &[&str] = &["when", "effects", "on_enter", "applies"];

/// Lists of words for people.
const WORD_LISTS: &[&str] = &["also", "ask", "discuss", "one_of"];

/// Tidies one scenario or key file.
#[must_use]
pub fn tidy(text: &str) -> Tidied {
    let mut out = String::with_capacity(text.len() + 64);
    let mut changes = Vec::new();
    let mut block: Option<usize> = None;
    let mut list: Option<usize> = None;
    let text = text.trim_start_matches('\u{feff}');
    for (at, line) in text.lines().enumerate() {
        let bare = line.trim_end();
        let indent = bare.len() - bare.trim_start_matches(' ').len();
        if block.is_some_and(|head| bare.is_empty() || indent > head) {
            push(&mut out, bare);
            continue;
        }
        block = None;
        if bare.is_empty() || bare.trim_start().starts_with('#') {
            push(&mut out, bare);
            continue;
        }
        if list.is_some_and(|head| indent < head || !bare.trim_start().starts_with("- ")) {
            list = None;
        }
        let (line, change) = tidy_line(bare, list.is_some());
        if let Some(change) = change {
            changes.push((at + 1, change));
        }
        if let Some((field, value)) = field(&line) {
            if value.starts_with(['|', '>']) && value.len() <= 3 {
                block = Some(indent + if line.trim_start().starts_with("- ") { 2 } else { 0 });
            }
            if value.is_empty() && WORD_LISTS.contains(&field) {
                list = Some(indent);
            }
        }
        push(&mut out, &line);
    }
    while out.ends_with("\n\n") {
        out.pop();
    }
    Tidied { text: out, changes }
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// Field name and value of `  - field: value` or `field: value`; quoted keys and flow maps are left alone.
fn field(line: &str) -> Option<(&str, &str)> {
    let body = line.trim_start().trim_start_matches("- ").trim_start();
    let colon = body.find(':')?;
    let name = &body[..colon];
    let fine = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter));
    let rest = &body[colon + 1..];
    (fine && (rest.is_empty() || rest.starts_with(' '))).then(|| (name, rest.trim_start()))
}

fn tidy_line(line: &str, in_list: bool) -> (String, Option<&'static str>) {
    if let (true, Some(value)) = (in_list, line.trim_start().strip_prefix("- ")) {
        return replaced(line, value);
    }
    let Some((name, value)) = field(line).filter(|(_, value)| !value.is_empty()) else {
        return (line.to_owned(), None);
    };
    match name {
        // `when` in a scene is words, elsewhere a condition; a clock time or a sentence has no operator in it.
        name if LOGIC.contains(&name) => match in_words(value) {
            Some(new) => (swap(line, value, &new), Some("wrote `and`, `or`, `not` in words")),
            None => (line.to_owned(), None),
        },
        name if WORDS.contains(&name) => replaced(line, value),
        _ => (line.to_owned(), None),
    }
}

fn replaced(line: &str, value: &str) -> (String, Option<&'static str>) {
    match requote(value) {
        Some(new) if value.contains(" #") => (
            swap(line, value, &new),
            Some("put the words in quotes, with what follows `#`; take that out if it was a note to yourself"),
        ),
        Some(new) => (swap(line, value, &new), Some("put the words in quotes")),
        None => (line.to_owned(), None),
    }
}

/// The value is always the tail of the line.
fn swap(line: &str, value: &str, new: &str) -> String {
    format!("{}{new}", &line[..line.len() - value.len()])
}

#[cfg(test)]
mod tests;
