//! A text to a tree, with the help an author needs when it is no YAML.

use std::borrow::Cow;

use super::place::Place;
use super::reading::Reading;
use super::trap;
use super::tree::{Data, Tree};
use super::yaml;
use crate::diag::{Diagnostic, FileId, is_treacherous};

/// Files larger than this are refused.
const MAX_BYTES: usize = 2 << 20;
/// A list or mapping with more items than this is refused.
const MAX_ITEMS: usize = 5000;
/// So many values are taken out of a file that is no YAML before it is given up.
const MAX_TRAPS: usize = 40;

/// `None` when nothing can be read; the faults are in the reading either way.
///
/// A value that is no YAML is reported, taken out, and the rest is read again, so that one slip does not hide all others.
pub(super) fn open(file: FileId, text: &str) -> (Option<Tree>, Reading<'_>) {
    let mut reading = Reading::new(file, text);
    if text.len() > MAX_BYTES {
        reading.say(
            Diagnostic::error(
                "E009",
                format!("this file has {} MB", text.len().div_ceil(1 << 20)),
                reading.top(),
            )
            .label(format!("a file may have {} MB", MAX_BYTES >> 20))
            .help("split it into several scenarios"),
        );
        return (None, reading);
    }
    let mut current = Cow::Borrowed(text);
    let mut poison = Vec::new();
    loop {
        let stopped = match yaml::read(file, &current, &poison) {
            Ok(mut tree) => {
                crowds(&mut tree, &mut reading);
                letters(&tree, &mut reading);
                tags(&tree, &mut reading);
                return (Some(tree), reading);
            }
            Err(stopped) => stopped,
        };
        let trap = trap::explain(file, &current, &stopped);
        // After the first, only what is surely a fault of its own: the others may be the first one's consequence.
        if poison.is_empty() || (trap.known && trap.value.is_some()) {
            reading.say(trap.fault);
        }
        let Some(value) = trap
            .value
            .filter(|value| !value.is_empty() && !poison.contains(&value.start))
        else {
            return (None, reading);
        };
        if poison.len() == MAX_TRAPS {
            return (None, reading);
        }
        poison.push(value.start);
        let mut blanked = current.into_owned();
        blanked.replace_range(value.clone(), &format!("0{}", " ".repeat(value.len() - 1)));
        current = Cow::Owned(blanked);
    }
}

/// Lists and mappings that no person wrote are taken out, so that nothing behind this point meets one.
fn crowds(tree: &mut Tree, reading: &mut Reading<'_>) {
    let (count, marked) = match &tree.data {
        Data::Seq(items) => (items.len(), items.get(MAX_ITEMS).map(|item| item.span)),
        Data::Map(entries) => (entries.len(), entries.get(MAX_ITEMS).map(|entry| entry.key_span)),
        Data::Empty | Data::Scalar(_) | Data::Poison => return,
    };
    if let Some(span) = marked {
        let message = format!("there are {count} items here, and {MAX_ITEMS} may stand in one list or mapping");
        reading.say(Diagnostic::error("E009", message, span).help("split the file into several"));
        tree.data = Data::Poison;
        return;
    }
    match &mut tree.data {
        Data::Seq(items) => items.iter_mut().for_each(|item| crowds(item, reading)),
        Data::Map(entries) => entries.iter_mut().for_each(|entry| crowds(&mut entry.value, reading)),
        Data::Empty | Data::Scalar(_) | Data::Poison => {}
    }
}

/// Control characters and the like may come out of escapes: `"\e[31m"`.
fn letters(tree: &Tree, reading: &mut Reading<'_>) {
    let mut faults = Vec::new();
    tree.each(&mut |part| {
        if let Data::Scalar(scalar) = &part.data
            && let Some((at, letter)) = scalar
                .text
                .char_indices()
                .find(|(_, letter)| is_treacherous(*letter) && *letter != '\t')
        {
            let span = Place::of(scalar, part.span, reading.text).span(at..at + letter.len_utf8());
            faults.push((letter, span));
        }
        for entry in part.entries() {
            if let Some(letter) = entry.key.chars().find(|letter| is_treacherous(*letter)) {
                faults.push((letter, entry.key_span));
            }
        }
    });
    for (letter, span) in faults {
        let (what, why) = if letter.is_control() {
            (
                "the control character",
                "it cannot be seen, and could take over a terminal",
            )
        } else {
            ("the invisible character", "it changes the order in which text is read")
        };
        reading.say(
            Diagnostic::error(
                "E018",
                format!("{what} U+{:04X} stands in this text", u32::from(letter)),
                span,
            )
            .help(format!("delete it; {why}")),
        );
    }
}

/// Tags the library knows, such as `!!str`, which it takes without a word.
fn tags(tree: &Tree, reading: &mut Reading<'_>) {
    if !reading.text.contains('!') {
        return;
    }
    let mut faults = Vec::new();
    tree.each(&mut |part| faults.extend(trap::stray_tag(reading.file, reading.text, part.span.start as usize)));
    faults.dedup_by_key(|fault| fault.primary.span);
    faults.into_iter().for_each(|fault| reading.say(fault));
}
