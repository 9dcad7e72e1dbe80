//! Whatever the bytes, the loader answers: no panic, no span outside the file, nothing drawn that is not sound.

use proptest::prelude::*;

use super::places::spans;
use super::{corpus, example};
use crate::content::{header, load_key, load_scenario, parse_condition, parse_effects};
use crate::diag::{Diagnostic, Drawing, Sources, Span, render};

/// Pieces that break YAML and expressions.
const PIECES: [&str; 40] = [
    ":",
    ": ",
    "#",
    " #",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "|",
    ">",
    "&a",
    "*a",
    "!t",
    "- ",
    "? ",
    "\t",
    "\n",
    "\r\n",
    "  ",
    ",",
    "%",
    "@",
    "`",
    "\\",
    "\u{feff}",
    "\u{202e}",
    "\u{1b}",
    "\u{e9}",
    "(",
    ")",
    "==",
    "=",
    " and ",
    "not ",
    "---\n",
    "x",
    "9",
    "{lau.name",
];

const EXPRESSIONS: &str =
    "([a-z_]{1,8}|trust|told|asked|role|[0-9]{1,12}|[-+=<>!&|(),/'\"{}# \u{e9}]|and|or|not|reveal|chosen\\(){0,30}";

#[derive(Clone, Debug)]
enum Edit {
    Insert(usize, usize),
    Delete(usize, usize),
    Copy(usize, usize, usize),
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let place = 0..10_000_usize;
    let edit = prop_oneof![
        (place.clone(), 0..PIECES.len()).prop_map(|(at, piece)| Edit::Insert(at, piece)),
        (place.clone(), 1..40_usize).prop_map(|(at, length)| Edit::Delete(at, length)),
        (place.clone(), place, 1..80_usize).prop_map(|(from, to, length)| Edit::Copy(from, to, length)),
    ];
    prop::collection::vec(edit, 1..5)
}

fn mutated(text: &str, edits: &[Edit]) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for edit in edits {
        let size = letters.len().max(1);
        match *edit {
            Edit::Insert(at, piece) => {
                let at = at % size;
                letters.splice(at..at, PIECES[piece].chars());
            }
            Edit::Delete(at, length) => {
                let at = at % size;
                letters.drain(at..(at + length).min(letters.len()));
            }
            Edit::Copy(from, to, length) => {
                let from = from % size;
                let part: Vec<char> = letters[from..(from + length).min(letters.len())].to_vec();
                let to = to % size;
                letters.splice(to..to, part);
            }
        }
    }
    letters.into_iter().collect()
}

fn sound(faults: &[Diagnostic], sources: &Sources) {
    for fault in faults {
        for span in std::iter::once(fault.primary.span).chain(fault.related.iter().map(|label| label.span)) {
            let text = &sources.get(span.file).unwrap().text;
            assert!(span.start <= span.end, "{fault:?}");
            assert!(
                text.get(span.range()).is_some() || span.end as usize > text.len(),
                "{fault:?} cuts a letter in two"
            );
        }
        let drawn = render(fault, sources, Drawing::default());
        assert!(!drawn.contains(['\u{1b}', '\u{202e}']), "{drawn:?}");
        assert!(!fault.message.is_empty() && !fault.message.ends_with('.'), "{fault:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_scenario_never_panics(edits in edits()) {
        let (sources, rubric, _) = example();
        let mut sources = sources.clone();
        let text = mutated(&corpus("please-speak.yaml"), &edits);
        let _ = header(&text);
        let file = sources.add("please-speak.yaml", text);
        let (scenario, faults) = load_scenario(file, &sources, Some(rubric));
        prop_assert!(scenario.is_some() || !faults.is_empty());
        if let Some(scenario) = scenario {
            for (what, span) in spans(&scenario) {
                prop_assert!(sources.get(file).unwrap().text.get(span.range()).is_some(), "{}: {:?}", what, span);
            }
        }
        sound(&faults, &sources);
    }

    #[test]
    fn a_mutated_key_never_panics(edits in edits()) {
        let (sources, rubric, scenario) = example();
        let mut sources = sources.clone();
        let file = sources.add("author.yaml", mutated(&corpus("please-speak.key.yaml"), &edits));
        let (key, faults) = load_key(file, &sources, scenario, rubric);
        prop_assert!(key.is_some() || !faults.is_empty());
        sound(&faults, &sources);
    }

    #[test]
    fn expressions_never_panic(text in EXPRESSIONS) {
        let (sources, _, scenario) = example();
        let mut sources = sources.clone();
        let file = sources.add("expression", text.as_str());
        let span = Span::new(file, 0, text.len());
        let (cond, faults) = parse_condition(span, &sources, scenario);
        prop_assert_eq!(cond.is_some(), faults.is_empty());
        sound(&faults, &sources);
        let (_, faults) = parse_effects(span, &sources, scenario);
        sound(&faults, &sources);
    }
}
