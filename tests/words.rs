//! The program's own words and the code that says them, held against each other: nothing said is missing, nothing written is idle.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The modules that may speak (design.md §2).
const SPEAKING: &[&str] = &["cli", "plain", "report", "tui"];

/// Literals of the shape of an id that name something else.
const NO_WORDS: &[&str] = &["built-in", "first-look", "sans-serif"];

type Vars = BTreeSet<String>;

#[test]
fn every_id_that_is_said_is_written() {
    let written = written();
    let mut faults = Vec::new();
    for (path, code) in speaking() {
        for call in calls(&code) {
            for id in call.ids.iter().filter(|id| !written.contains_key(*id)) {
                faults.push(format!("{}: `{id}`", path.display()));
            }
        }
        // An id also travels through a match, a table or a constant before it is said.
        for literal in literals(&code) {
            let stranger = is_composed(&literal.text) && !written.contains_key(&literal.text);
            if stranger && !literal.names_a_value && !NO_WORDS.contains(&literal.text.as_str()) {
                faults.push(format!("{}: `{}`", path.display(), literal.text));
            }
        }
    }
    assert!(faults.is_empty(), "not in src/i18n/locales/en:\n{}", faults.join("\n"));
}

#[test]
fn every_id_that_is_written_is_said() {
    let said: BTreeSet<String> = speaking()
        .iter()
        .flat_map(|(_, code)| literals(code))
        .map(|literal| literal.text)
        .collect();
    let idle: Vec<String> = written().into_keys().filter(|id| !said.contains(id)).collect();
    assert!(
        idle.is_empty(),
        "in src/i18n/locales/en, but nothing says them: {idle:?}"
    );
}

#[test]
fn every_message_is_given_the_values_it_names() {
    let written = written();
    let mut faults = Vec::new();
    let mut held = 0;
    for (path, code) in speaking() {
        for call in calls(&code) {
            let Some(given) = &call.given else { continue };
            for id in &call.ids {
                let Some(wanted) = written.get(id) else { continue };
                held += 1;
                let missing: Vec<&String> = wanted.difference(given).collect();
                if !missing.is_empty() {
                    faults.push(format!("{}: `{id}` is not given {missing:?}", path.display()));
                }
            }
            // Given for one of several messages is enough; given for none is a slip of the pen.
            let wanted: Vars = call
                .ids
                .iter()
                .filter_map(|id| written.get(id))
                .flatten()
                .cloned()
                .collect();
            let idle: Vec<&String> = given.difference(&wanted).collect();
            if !call.ids.is_empty() && !call.shared && !idle.is_empty() {
                faults.push(format!(
                    "{}: {:?} is given {idle:?} for nothing",
                    path.display(),
                    call.ids
                ));
            }
        }
    }
    assert!(held > 500, "only {held} calls were found");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_id_is_written_twice() {
    let mut seen = BTreeSet::new();
    let doubles: Vec<String> = messages()
        .into_iter()
        .map(|(id, _)| id)
        .filter(|id| !seen.insert(id.clone()))
        .collect();
    assert!(doubles.is_empty(), "the later one silently wins: {doubles:?}");
}

#[test]
fn the_reader_sees_what_is_said() {
    let code = r#"words.say_with("a-b", &[("n", 1.into())]); // words.say("no")
        w.say(if x { "c" } else { "d" }); let facts = [("who", (&who).into())];
        words.say_with("e", &facts); words.say_with("f", given);"#;
    let found: Vec<(Vec<String>, Option<Vec<String>>)> = calls(&bare(code))
        .into_iter()
        .map(|call| (call.ids, call.given.map(|given| given.into_iter().collect())))
        .collect();
    let text = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        found,
        [
            (text(&["a-b"]), Some(text(&["n"]))),
            (text(&["c", "d"]), Some(text(&[]))),
            (text(&["e"]), Some(text(&["who"]))),
            (text(&["f"]), None),
        ]
    );
}

/// English ids with the values they name.
fn written() -> BTreeMap<String, Vars> {
    messages().into_iter().collect()
}

fn messages() -> Vec<(String, Vars)> {
    let mut found: Vec<(String, Vars)> = Vec::new();
    for (_, text) in files(Path::new("src/i18n/locales/en"), "ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let head = line
                .split_once('=')
                .map(|(id, _)| id.trim())
                .filter(|_| line.starts_with(char::is_alphabetic));
            if let Some(id) = head {
                found.push((id.to_owned(), Vars::new()));
            }
            let Some((_, vars)) = found.last_mut() else { continue };
            vars.extend(line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter))
                    .collect()
            }));
        }
    }
    found
}

/// The code of the modules that speak, without comments and without tests.
fn speaking() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for module in SPEAKING {
        let folder = Path::new("src").join(module);
        for (path, text) in files(&folder, "rs") {
            let for_tests = path.ends_with("tests.rs")
                || path.ends_with("fixture.rs")
                || path.components().any(|part| part.as_os_str() == "tests");
            if !for_tests {
                let code = text.split("#[cfg(test)]\nmod ").next().unwrap().to_owned();
                found.push((path, bare(&code)));
            }
        }
    }
    for (path, text) in files(Path::new("src/report/templates"), "html") {
        // Only what askama runs is code; the attributes of HTML are quoted too.
        let code: String = text
            .split("{{")
            .skip(1)
            .filter_map(|piece| piece.split_once("}}"))
            .chain(text.split("{%").skip(1).filter_map(|piece| piece.split_once("%}")))
            .map(|(code, _)| format!("{code};\n"))
            .collect();
        found.push((path, code));
    }
    found
}

fn files(folder: &Path, ending: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == ending) {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "nothing in {}", folder.display());
    found
}

/// Code without comments; texts stay.
fn bare(code: &str) -> String {
    let mut out = String::with_capacity(code.len());
    let mut rest = code;
    while let Some(letter) = rest.chars().next() {
        let len = if rest.starts_with("//") {
            let len = rest.find('\n').unwrap_or(rest.len());
            rest = &rest[len..];
            continue;
        } else if letter == '"' {
            text_len(rest)
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\''") {
            rest.find('"').map_or(4, |_| 3)
        } else {
            letter.len_utf8()
        };
        out.push_str(&rest[..len]);
        rest = &rest[len..];
    }
    out
}

/// Bytes of the quoted text that begins here, with both quotes.
fn text_len(code: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in code.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    code.len()
}

struct Literal {
    text: String,
    /// `("name", …)`: the name of a value, not of a message.
    names_a_value: bool,
}

fn literals(code: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(quote) = code[at..].find('"').map(|found| found + at) {
        if code[..quote].ends_with('\'') && code[quote + 1..].starts_with('\'') {
            at = quote + 2;
            continue;
        }
        let end = quote + text_len(&code[quote..]);
        let before = code[..quote].trim_end();
        let called = before
            .strip_suffix('(')
            .is_some_and(|head| head.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_'));
        found.push(Literal {
            text: code[quote + 1..end.max(quote + 2) - 1].to_owned(),
            names_a_value: before.ends_with('(') && !called && code[end..].trim_start().starts_with(','),
        });
        at = end;
    }
    found
}

/// `two-words`: what only an id looks like.
fn is_composed(text: &str) -> bool {
    let word = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    };
    text.contains('-') && text.split('-').all(word) && text.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// One `say` or `say_with`.
struct Call {
    /// Several where an `if` or a `match` picks one; none where it comes from elsewhere.
    ids: Vec<String>,
    /// The values' names; none where they come from elsewhere.
    given: Option<Vars>,
    /// Named values that other calls may use too.
    shared: bool,
}

fn calls(code: &str) -> Vec<Call> {
    let mut found = Vec::new();
    for (name, filled) in [(".say(", false), (".say_with(", true)] {
        for (at, _) in code.match_indices(name) {
            let parts = arguments(&code[at + name.len()..]);
            let Some(first) = parts.first() else { continue };
            // `page.say(role, text)` paints.
            if !filled && parts.len() > 1 {
                continue;
            }
            let ids: Vec<String> = ids_in(first);
            let (given, shared) = match parts.get(1) {
                None => (Some(Vars::new()), false),
                Some(values) if values.split_whitespace().collect::<String>().contains("[(") => {
                    (Some(names_in(values)), false)
                }
                Some(values) if values.contains('[') => (None, false),
                Some(values) => (named(&code[..at], values.trim().trim_start_matches('&')), true),
            };
            found.push((at, Call { ids, given, shared }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, call)| call).collect()
}

/// What stands between the commas of a call, up to its closing bracket.
fn arguments(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut depth, mut from, mut at) = (0, 0, 0);
    while let Some(letter) = code[at..].chars().next() {
        match letter {
            '"' => {
                at += text_len(&code[at..]);
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&code[from..at]);
                from = at + 1;
            }
            _ => {}
        }
        at += letter.len_utf8();
    }
    found.push(&code[from..at]);
    found.retain(|part| !part.trim().is_empty());
    found
}

/// The ids an argument may come to: itself, or what the arms of an `if` or `match` give.
fn ids_in(argument: &str) -> Vec<String> {
    let argument = argument.trim();
    let picked = argument.starts_with('"') || argument.starts_with("if ") || argument.starts_with("match ");
    if !picked {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(quote) = argument[at..].find('"').map(|found| found + at) {
        let end = quote + text_len(&argument[quote..]);
        let given = argument[..quote].trim_end().ends_with(['{', '>']) || quote == 0;
        let pattern = argument[end..].trim_start().starts_with("=>");
        if given && !pattern {
            found.push(argument[quote + 1..end - 1].to_owned());
        }
        at = end;
    }
    found
}

fn names_in(values: &str) -> Vars {
    literals(values)
        .into_iter()
        .filter(|literal| literal.names_a_value)
        .map(|literal| literal.text)
        .collect()
}

/// The names in the nearest `let NAME = [...]` above, and what was added to it since.
fn named(before: &str, name: &str) -> Option<Vars> {
    let starts = ["", "mut "]
        .iter()
        .flat_map(|way| ["[", "vec!["].map(|list| format!("let {way}{name} = {list}")));
    let at = starts.filter_map(|start| before.rfind(&start)).max()?;
    Some(names_in(&before[at..]))
}
