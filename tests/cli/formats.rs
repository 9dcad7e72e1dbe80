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
    let written = |args: &str| -> Value { serde_json::from_str(&machine.bedside(args).run().is(0).out).unwrap() };
    for (heading, args) in [
        ("list --format json", "list --format json"),
        ("history --format json", "history --format json"),
        ("explain --format json", "explain --format json"),
    ] {
        assert_eq!(all(&documented(heading)), all(&written(args)), "{heading}");
    }
    let brief = all(&documented("list --format json"));
    let brief = brief.iter().map(|field| field.replace("/scenarios/[]", "/scenario"));
    let mut full: BTreeSet<String> = brief.filter(|field| field != "/scenarios").collect();
    full.extend(all(&documented("show ID --format json")));
    assert_eq!(full, all(&written("show please-speak-to-my-son --format json")));
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
