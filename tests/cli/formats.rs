//! `docs/formats.md` and what the commands write: the same fields.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::program::Machine;

/// The first JSON example under a heading of the section on command output.
fn documented(heading: &str) -> Value {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats.md")).unwrap();
    let section = page
        .split(&format!("### `bedside {heading}`\n"))
        .nth(1)
        .unwrap_or_else(|| panic!("no section {heading}"));
    let example = section.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    serde_json::from_str(example).unwrap()
}

/// `/attempts/[]/ending`, for every field there is.
fn fields(value: &Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, inner) in object {
                let at = format!("{at}/{name}");
                found.insert(at.clone());
                fields(inner, &at, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| fields(inner, &format!("{at}/[]"), found)),
        _ => {}
    }
}

fn all(value: &Value) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    fields(value, "", &mut found);
    found
}

#[test]
fn every_field_is_written_down_and_every_one_written_down_is_there() {
    let machine = Machine::new();
    machine.bedside("play day-nine --answers random --seed 7").run().is(0);
    machine.bedside("drill C1 --answers random --seed 7").run().is(0);
    let written = |args: &str| -> Value { serde_json::from_str(&machine.bedside(args).run().is(0).out).unwrap() };
    for (heading, args) in [
        ("list --format json", "list --format json"),
        ("history --format json", "history --format json"),
        ("explain --format json", "explain --format json"),
        ("exam --list --format json", "exam --list --format json"),
        ("config --format json", "config --format json"),
    ] {
        assert_eq!(all(&documented(heading)), all(&written(args)), "{heading}");
    }
    let brief = all(&documented("list --format json"));
    let brief = brief.iter().map(|field| field.replace("/scenarios/[]", "/scenario"));
    let mut full: BTreeSet<String> = brief.filter(|field| field != "/scenarios").collect();
    full.extend(all(&documented("show ID --format json")));
    assert_eq!(full, all(&written("show please-speak-to-my-son --format json")));
}

/// What is `null` or empty in one run has no fields to compare, so these hold one way only: nothing is written that is not written down.
#[test]
fn progress_and_exams_have_no_field_that_is_not_written_down() {
    let machine = Machine::new();
    machine.bedside("play day-nine").typing("1 70\n".repeat(40)).run().is(0);
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats.md")).unwrap();
    let exam = page
        .split("## Exam\n")
        .nth(1)
        .unwrap()
        .split("```json\n")
        .nth(1)
        .unwrap();
    let exam: Value = serde_json::from_str(exam.split("```").next().unwrap()).unwrap();
    machine
        .bedside("exam --answers random --seed 7 --save form.json")
        .run()
        .is(0);
    let mut saved: Value = serde_json::from_str(&machine.read("form.json")).unwrap();
    // Draws are named by the scenario, and events of a conversation are written down with the journal's.
    let open = |value: &mut Value| {
        for item in value["exam"]["events"][0]["what"]["began"]["form"]["items"]
            .as_array_mut()
            .unwrap()
        {
            item["draws"] = Value::Null;
        }
        let events = value["exam"]["events"].as_array_mut().unwrap();
        events.retain(|event| event["what"]["played"].is_null());
    };
    open(&mut saved);
    let mut exam = exam;
    open(&mut exam);
    let progress: Value = serde_json::from_str(&machine.bedside("progress --format json").run().is(0).out).unwrap();
    for (written, known) in [(saved, exam), (progress, documented("progress --format json"))] {
        let (written, known) = (all(&written), all(&known));
        let unknown: Vec<&String> = written.difference(&known).collect();
        assert!(unknown.is_empty(), "written and not written down: {unknown:?}");
        assert!(written.len() > 20);
    }
}

#[test]
fn a_finding_has_the_fields_written_down() {
    let machine = Machine::new();
    machine.pack("small");
    let path = "small/scenarios/adult/two-doors.yaml";
    machine.write(path, machine.read(path).replace("goto: plan", "goto: pln"));
    let done = machine.bedside("check small --format json").run().is(1);
    let first: Value = serde_json::from_str(done.out.lines().next().unwrap()).unwrap();
    assert_eq!(all(&documented("check --format json")), all(&first));
}
