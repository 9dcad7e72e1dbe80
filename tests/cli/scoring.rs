//! `score` and transcripts.

use serde_json::Value;

use crate::support::program::Machine;

fn machine() -> Machine {
    let machine = Machine::new();
    machine.pack("small");
    machine
}

const PLAY: &str = "--library small play two-doors --seed 1 --transcript t.json";

fn score_in(text: &str) -> &str {
    text.lines().find(|line| line.starts_with("Process score")).unwrap()
}

#[test]
fn a_transcript_is_scored_the_same_again() {
    let machine = machine();
    let played = machine.bedside(&format!("{PLAY} --answers sit,note")).run().is(0);
    let scored = machine.bedside("--library small score t.json").run().is(0);
    assert_eq!(score_in(&played.out), score_in(&scored.out));
    insta::assert_snapshot!(scored);
    let json: Value = serde_json::from_str(
        &machine
            .bedside("--library small score t.json --format json")
            .run()
            .is(0)
            .out,
    )
    .unwrap();
    assert_eq!(json["scenario"], "two-doors");
    assert!(
        (json["lines"][0]["process"]["score"].as_f64().unwrap() - 75.0).abs() < 1e-9,
        "{json}"
    );
    assert!(json["lines"][0]["references"]["best"].is_number(), "{json}");
}

#[test]
fn every_line_of_a_sitting_is_scored() {
    let machine = machine();
    machine.bedside(PLAY).typing("tell\nu\nask\nhome\n\nq\n").run().is(0);
    let scored = machine.bedside("--library small score t.json").run().is(0);
    assert!(scored.out.contains("Line 1, which reached no ending"), "{scored}");
    assert!(scored.out.contains("Line 2, which ended: "), "{scored}");
}

#[test]
fn standard_input_is_a_transcript_too() {
    let machine = machine();
    machine.bedside(&format!("{PLAY} --answers ask,note")).run().is(0);
    machine
        .bedside("--library small score -")
        .typing(machine.read("t.json"))
        .run()
        .is(0);
}

#[test]
fn what_cannot_be_scored_is_said_in_one_line() {
    let machine = machine();
    machine.bedside(&format!("{PLAY} --answers ask,note")).run().is(0);
    let text = machine.read("t.json");
    machine.write("cut.json", &text[..text.len() / 2]);
    machine.write("other.json", "{\"format\": 1}");
    machine.write("newer.json", text.replacen("\"format\": 1", "\"format\": 99", 1));
    machine.write("wrong.json", text.replace("\"ask\"", "\"beg\""));
    machine.write("binary.json", b"\xff\xfe");
    let refused = |args: &str| {
        machine
            .bedside(&format!("--library small score {args}"))
            .run()
            .refuses()
    };
    insta::assert_snapshot!(
        [
            refused("nowhere.json"),
            refused("cut.json"),
            refused("other.json"),
            refused("newer.json"),
            refused("wrong.json"),
            refused("binary.json"),
            refused("t.json --key panel-b"),
            machine.bedside("score t.json").run().refuses(),
        ]
        .join("\n"),
        @r#"
        could not open nowhere.json; give a transcript: No such file or directory (os error 2)
        cut.json: line 23, column 24: this is not complete JSON (EOF while parsing a string); write the file again, for example with `bedside play ID --transcript FILE`
        other.json: not a bedside transcript: it should begin with {"format": 1, "transcript": …}; give a file written with `bedside play ID --transcript FILE`
        newer.json: written by a newer bedside (format 99; this one reads up to 1); update bedside, then try again
        the transcript of `two-doors` cannot be scored: step 1, `bed/beg` is not offered; offered are `bed/ask`, `bed/tell`, `bed/sit`. The file was changed after it was written; play again, or use the original
        binary.json is not text; give the file that --transcript wrote
        two-doors has no key by the panel "panel-b"; there is author
        no scenario is called "two-doors"; `bedside list` shows them all
        "#
    );
}

#[test]
fn a_transcript_that_cannot_be_written_is_said_before_the_first_word() {
    let machine = machine();
    let refused = machine
        .bedside("--library small play two-doors --answers ask,note --transcript no/t.json")
        .run()
        .refuses();
    assert_eq!(
        refused,
        "could not write the transcript to no/t.json; give another file: No such file or directory (os error 2)"
    );
    assert!(!machine.journal().exists());
}
