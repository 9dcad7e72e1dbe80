//! What is written is read back the same; what is wrong is refused with its place.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::model::{Event, Look, Mode, Name, Offered, RunLine, Step, Transcript};
use crate::record::{BadRecord, event, transcript};

fn name() -> impl Strategy<Value = Name> {
    prop_oneof!["[a-z][a-z0-9-]{0,8}", "\\PC{0,6}", ".{0,4}"].prop_map(Name::from)
}

fn wordings() -> impl Strategy<Value = Vec<(Name, u32)>> {
    vec((name(), any::<u32>()), 0..3)
}

fn step(lines: u32) -> impl Strategy<Value = Step> {
    let offered = vec(
        (name(), any::<bool>()).prop_map(|(choice, locked)| Offered { choice, locked }),
        0..4,
    );
    let place = (0..lines, name(), offered, name(), wordings());
    let beside = (
        option::of(any::<u8>()),
        option::of(any::<u32>()),
        any::<bool>(),
        option::of(".{0,9}"),
        wordings(),
    );
    (place, beside).prop_map(|(place, beside)| {
        let (line, node, offered, chosen, wording) = place;
        let (confidence, took_ms, hinted, by, votes) = beside;
        Step {
            line,
            node,
            offered,
            chosen,
            wording,
            confidence,
            took_ms,
            hinted,
            by,
            votes,
        }
    })
}

fn lines() -> impl Strategy<Value = Vec<RunLine>> {
    vec((any::<u32>(), any::<u32>(), option::of(name()), any::<bool>()), 1..5).prop_map(|lines| {
        let line = |(at, (parent, shared, ended, left)): (usize, (u32, u32, Option<Name>, bool))| RunLine {
            parent: (at > 0).then(|| (parent % u32::try_from(at).unwrap(), shared)),
            ended,
            left,
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

fn head() -> impl Strategy<Value = Transcript> {
    let about = (name(), name(), any::<u32>(), "[0-9a-f]{0,64}", any::<u64>());
    let setup = (0..3_usize, name(), vec((name(), name()), 0..3), wordings());
    (about, setup).prop_map(|(about, setup)| {
        let (scenario, pack, scenario_version, flow_hash, seed) = about;
        let (mode, role, draws, opening) = setup;
        let mode = Mode::ALL[mode];
        let lines = vec![RunLine::default()];
        let steps = Vec::new();
        Transcript {
            scenario,
            pack,
            scenario_version,
            flow_hash,
            seed,
            mode,
            role,
            draws,
            opening,
            steps,
            lines,
        }
    })
}

fn any_transcript() -> impl Strategy<Value = Transcript> {
    (head(), lines()).prop_flat_map(|(head, lines)| {
        let count = u32::try_from(lines.len()).unwrap();
        vec(step(count), 0..6).prop_map(move |steps| Transcript {
            steps,
            lines: lines.clone(),
            ..head.clone()
        })
    })
}

fn any_event() -> impl Strategy<Value = Event> {
    prop_oneof![
        head().prop_map(|began| Event::Began(Box::new(began))),
        step(9).prop_map(|step| Event::Stepped(Box::new(step))),
        (any::<u32>(), any::<u32>()).prop_map(|(parent, shared)| Event::Rewound { parent, shared }),
        (any::<u32>(), name(), any::<bool>()).prop_map(|(line, node, hint)| Event::Looked {
            line,
            node,
            at: if hint { Look::Hint } else { Look::Why },
        }),
        (any::<u32>(), name()).prop_map(|(line, ending)| Event::Ended { line, ending }),
        any::<u32>().prop_map(|line| Event::Left { line }),
        ".{0,40}".prop_map(|text| Event::Answered { text }),
    ]
}

proptest! {
    #[test]
    fn a_transcript_comes_back_as_it_was(given in any_transcript()) {
        let text = transcript::to_json(&given);
        prop_assert_eq!(transcript::from_json(&text), Ok(given));
    }

    #[test]
    fn an_event_comes_back_as_it_was_on_one_line(given in any_event()) {
        let text = event::to_json(&given);
        prop_assert!(!text.contains('\n'));
        prop_assert_eq!(event::from_json(&text), Ok(given));
    }

    /// Cut anywhere, it is refused with a place inside it, and never half read.
    #[test]
    fn a_file_cut_short_is_refused(given in any_transcript(), keep in 0.0..1.0_f64) {
        let text = transcript::to_json(&given);
        let whole = text.trim_end();
        let cut: String = whole.chars().take((whole.chars().count() as f64 * keep) as usize).collect();
        let fault = transcript::from_json(&cut);
        let placed = matches!(&fault, Err(BadRecord::Syntax { line, .. }) if *line <= cut.lines().count() + 1);
        prop_assert!(placed, "{fault:?}");
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,200}") {
        let _ = (transcript::from_json(&text), event::from_json(&text));
    }
}

const SMALLEST: &str = r#"{"format": 1, "transcript": {"scenario": "small-talk", "version": 1, "seed": 7}}"#;

#[test]
fn what_may_be_left_out_may_be_left_out() {
    let read = transcript::from_json(SMALLEST).unwrap();
    assert_eq!((read.mode, read.lines.len(), read.steps.len()), (Mode::Flow, 1, 0));
}

#[test]
fn unknown_fields_are_passed_over() {
    let text = SMALLEST
        .replace("\"seed\": 7", "\"seed\": 7, \"mood\": {\"of\": [1, 2]}")
        .replace("{\"format\"", "{\"by\": 3, \"format\"");
    assert_eq!(transcript::from_json(&text), transcript::from_json(SMALLEST));
}

#[test]
fn a_newer_file_is_called_newer_whatever_is_in_it() {
    let fault = transcript::from_json(r#"{"format": 2, "transcript": [1, 2, 3]}"#).unwrap_err();
    assert_eq!(fault, BadRecord::Newer { found: 2, known: 1 });
    assert_eq!(
        fault.to_string(),
        "written by a newer bedside (format 2; this one reads up to 1); update bedside, then try again"
    );
}

#[test]
fn other_files_are_called_so() {
    for text in [
        "[]",
        "{}",
        "7",
        "\"x\"",
        r#"{"format": "one"}"#,
        r#"{"format": 1}"#,
        r#"{"format": 0, "transcript": {}}"#,
    ] {
        let fault = transcript::from_json(text).unwrap_err();
        assert_eq!(fault, BadRecord::Foreign { wanted: "transcript" }, "{text}");
    }
}

#[test]
fn a_missing_field_is_named_with_its_place() {
    let text =
        "{\n  \"format\": 1,\n  \"transcript\": {\n    \"scenario\": \"small-talk\",\n    \"version\": 1\n  }\n}";
    let message = transcript::from_json(text).unwrap_err().to_string();
    assert!(
        message.starts_with("line 6, column 3: missing field `seed`; "),
        "{message}"
    );
}

#[test]
fn an_unknown_mode_names_the_known_ones() {
    let message = transcript::from_json(&SMALLEST.replace("\"seed\"", "\"mode\": \"fast\", \"seed\""))
        .unwrap_err()
        .to_string();
    assert!(
        message.contains("`fast` is not a mode (coached, flow, exam)"),
        "{message}"
    );
}

#[test]
fn large_seeds_are_texts_and_both_are_read() {
    let mut given = transcript::from_json(SMALLEST).unwrap();
    given.seed = u64::MAX;
    assert!(transcript::to_json(&given).contains("\"seed\": \"18446744073709551615\""));
    assert_eq!(
        transcript::from_json(&SMALLEST.replace("7}}", "\"7\"}}")).unwrap().seed,
        7
    );
    let message = transcript::from_json(&SMALLEST.replace("7}}", "\"-7\"}}"))
        .unwrap_err()
        .to_string();
    assert!(message.contains("expected a seed"), "{message}");
}

#[test]
fn parts_that_do_not_fit_are_refused() {
    for (lines, steps) in [
        ("[{}]", r#"[{"line": 1, "node": "hall", "chosen": "ask"}]"#),
        (r#"[{}, {"parent": {"line": 1, "shared": 0}}]"#, "[]"),
        ("[{}, {}]", "[]"),
        ("[]", "[]"),
    ] {
        let text = SMALLEST.replace("7}}", &format!("7, \"lines\": {lines}, \"steps\": {steps}}}}}"));
        let fault = transcript::from_json(&text).unwrap_err();
        assert!(matches!(fault, BadRecord::Inconsistent { .. }), "{fault:?}");
    }
}

#[test]
fn what_a_file_says_reaches_a_message_without_escape_sequences() {
    let text = SMALLEST.replace("\"seed\"", "\"mode\": \"\\u001b[2J\\u202e\", \"seed\"");
    let message = transcript::from_json(&text).unwrap_err().to_string();
    assert!(!message.contains(['\u{1b}', '\u{202e}']), "{message:?}");
}

/// The example of `docs/formats.md` is what it says it is.
#[test]
fn the_documented_examples_hold() {
    let page = include_str!("../../../docs/formats.md");
    let blocks: Vec<&str> = page
        .split("```json\n")
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect();
    let example = blocks.iter().find(|block| block.contains("\"transcript\"")).unwrap();
    let read = transcript::from_json(example).unwrap();
    assert_eq!(transcript::to_json(&read), *example);
    let events = blocks.iter().find(|block| block.contains("\"began\"")).unwrap();
    let events: Vec<Event> = events.lines().map(|line| event::from_json(line).unwrap()).collect();
    assert_eq!(Transcript::fold(&events).unwrap(), read);
}
