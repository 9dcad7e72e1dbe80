//! The library, shadowed, broken and hostile.

use serde_json::Value;

use crate::support::program::Machine;

fn json(machine: &Machine, args: &str) -> Value {
    serde_json::from_str(&machine.bedside(args).run().is(0).out).unwrap()
}

fn entry(list: &Value, id: &str) -> Value {
    let found = list["scenarios"]
        .as_array()
        .unwrap()
        .iter()
        .find(|scenario| scenario["id"] == id);
    found.unwrap_or_else(|| panic!("{id} is not listed: {list}")).clone()
}

#[test]
fn runs_from_anywhere_with_its_library_inside() {
    let list = json(&Machine::new(), "list --format json");
    assert_eq!(list["format"], 1);
    let day_nine = entry(&list, "day-nine");
    assert_eq!(day_nine["pack"], "built-in");
    assert_eq!(day_nine["broken"], false);
    assert_eq!(day_nine["keys"][0], "author");
}

#[test]
fn a_scenario_is_shown_without_what_happens_in_it() {
    let machine = Machine::new();
    machine.pack("small");
    insta::assert_snapshot!(machine.bedside("--library small show two-doors").run().is(0));
    insta::assert_snapshot!(
        machine
            .bedside("--library small show two-doors --format json")
            .run()
            .is(0)
    );
}

#[test]
fn an_unknown_id_asks_what_was_meant() {
    let machine = Machine::new();
    for command in ["play", "show"] {
        assert_eq!(
            machine.bedside(&format!("{command} day-nin")).run().refuses(),
            "no scenario is called \"day-nin\"; did you mean day-nine? `bedside list` shows them all"
        );
    }
    assert_eq!(
        machine.bedside("play x").run().refuses(),
        "no scenario is called \"x\"; `bedside list` shows them all"
    );
}

#[test]
fn a_scenario_of_ones_own_takes_the_place_of_a_built_in_one_with_its_key() {
    let machine = Machine::new();
    machine.pack("small");
    let text = machine.read("small/scenarios/adult/two-doors.yaml");
    machine.write(
        "mine/scenarios/adult/day-nine.yaml",
        text.replace("scenario: two-doors", "scenario: day-nine"),
    );
    let list = json(&machine, "--library mine list --format json");
    let mine = entry(&list, "day-nine");
    assert_eq!(mine["title"], "Two doors");
    assert_eq!(mine["pack"], "mine");
    assert_eq!(
        mine["keys"],
        Value::Array(Vec::new()),
        "a built-in key scores a foreign scenario"
    );
    let done = machine
        .bedside("--library mine play day-nine --answers ask,note")
        .run()
        .is(0);
    assert!(
        done.out
            .contains("No panel has rated this scenario, so there is no score."),
        "{done}"
    );
}

#[test]
fn a_broken_scenario_is_listed_and_not_played_and_the_others_are() {
    let machine = Machine::new();
    machine.pack("small");
    machine.write(
        "small/scenarios/adult/broken.yaml",
        "format: 1\nscenario: broken\ntitle: [\n",
    );
    let broken = entry(&json(&machine, "--library small list --format json"), "broken");
    assert_eq!((&broken["broken"], &broken["track"]), (&true.into(), &"adult".into()));
    let done = machine.bedside("--library small list").run().is(0);
    assert!(done.out.contains("broken is broken and cannot be played."), "{done}");
    for command in ["play", "show"] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(machine.bedside(&format!("--library small {command} broken")).run().refuses(), @"broken has 1 fault and cannot be played; run `bedside check small/scenarios/adult/broken.yaml` to see what to mend");
        }
    }
    machine
        .bedside("--library small play two-doors --answers ask,note")
        .run()
        .is(0);
}

#[cfg(unix)]
#[test]
fn nothing_outside_the_pack_is_read() {
    let machine = Machine::new();
    machine.pack("small");
    machine.write("secret.yaml", "password: hunter2\n");
    let link = machine.home().join("small/scenarios/adult/stolen.yaml");
    std::os::unix::fs::symlink("../../../secret.yaml", link).unwrap();
    assert_eq!(
        entry(&json(&machine, "--library small list --format json"), "stolen")["broken"],
        true
    );
    let done = machine.bedside("check small").run().is(1);
    assert!(done.out.contains("the file is a link that leaves the pack"), "{done}");
    assert!(!done.out.contains("hunter2"), "{done}");
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let machine = Machine::new();
    assert_eq!(
        machine.bedside("--library nowhere list").run().refuses(),
        "there is no folder nowhere; give a folder of scenarios: No such file or directory (os error 2)"
    );
    machine.write("file.yaml", "");
    assert_eq!(
        machine.bedside("--library file.yaml list").run().refuses(),
        "file.yaml is not a folder; give a folder of scenarios"
    );
}

#[test]
fn words_that_steer_a_terminal_never_reach_it() {
    let machine = Machine::new();
    machine.pack("small");
    let path = "small/scenarios/adult/two-doors.yaml";
    let text = machine
        .read(path)
        .replace("He has his shoes on.", "\"\\e[31mred\\u202e\"");
    machine.write(path, text);
    for args in [
        "--library small list",
        "check small",
        "--library small play two-doors --answers random",
    ] {
        let done = machine.bedside(args).run();
        assert!(
            !done.out.contains(['\u{1b}', '\u{202e}']) && !done.err.contains(['\u{1b}', '\u{202e}']),
            "{done}"
        );
    }
}
