//! `check` and `explain`.

use crate::support::program::Machine;

fn machine() -> Machine {
    let machine = Machine::new();
    machine.pack("small");
    machine
}

#[test]
fn the_shipped_library_has_no_errors() {
    let done = Machine::new().bedside("check").run().is(0);
    assert!(done.out.contains("nothing to mend"), "{done}");
}

#[test]
fn all_faults_at_once_with_their_places() {
    let machine = machine();
    let path = "small/scenarios/adult/two-doors.yaml";
    let text = machine.read(path);
    machine.write(
        path,
        text.replace("goto: plan", "goto: pln")
            .replace("trust + 2", "trsut + 2"),
    );
    let done = machine.bedside("check small").run().is(1);
    assert_eq!(done.out.matches("did you mean `plan`").count(), 3, "{done}");
    assert!(done.out.contains("did you mean `trust`"), "{done}");
    assert!(
        done.out.contains("--> small/scenarios/adult/two-doors.yaml:48:"),
        "{done}"
    );
}

#[test]
fn deny_sets_what_ends_with_one() {
    let machine = machine();
    machine.bedside("check small").run().is(0);
    machine.bedside("check small --deny warning").run().is(1);
}

#[test]
fn json_is_one_object_a_line() {
    let done = machine().bedside("check small --format json").run().is(0);
    let lines: Vec<serde_json::Value> = done
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert!(!lines.is_empty());
    for line in lines {
        let file = line["file"].as_str().unwrap();
        assert!(file.starts_with("small/"), "{line}");
        assert!(
            line["line"].as_u64().unwrap() >= 1 && line["code"].is_string(),
            "{line}"
        );
    }
}

#[test]
fn sarif_is_one_document() {
    let done = machine().bedside("check small --format sarif").run().is(0);
    let log: serde_json::Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    assert!(!log["runs"][0]["results"].as_array().unwrap().is_empty());
}

/// A path may be a pack, a part of it, one file in it, or a file that lies in no pack; what was not asked about is not told.
#[test]
fn a_path_says_what_is_checked() {
    let machine = machine();
    let good = machine.read("small/scenarios/adult/two-doors.yaml");
    machine.write(
        "small/scenarios/adult/bad.yaml",
        good.replace("scenario: two-doors", "scenario: bad")
            .replace("goto: plan", "goto: nowhere"),
    );
    let errors = |args: &str, code: i32| {
        let done = machine.bedside(&format!("check {args} --format json")).run().is(code);
        let files = done.out.lines().filter(|line| line.contains("\"severity\":\"error\""));
        let files = files.map(|line| {
            serde_json::from_str::<serde_json::Value>(line).unwrap()["file"]
                .as_str()
                .unwrap()
                .to_owned()
        });
        let mut files: Vec<String> = files.collect();
        files.dedup();
        files
    };
    let bad = vec!["small/scenarios/adult/bad.yaml".to_owned()];
    assert_eq!(errors("small", 1), bad);
    assert_eq!(errors("small/scenarios", 1), bad);
    assert_eq!(errors("small/scenarios/adult/bad.yaml", 1), bad);
    assert_eq!(errors("small/scenarios/adult/two-doors.yaml", 0), Vec::<String>::new());
    assert_eq!(errors("small/scoring", 0), Vec::<String>::new());
    machine.write("two-doors.yaml", good.replace("goto: plan", "goto: pan"));
    assert_eq!(errors("two-doors.yaml", 1), ["two-doors.yaml"]);
    assert_eq!(
        errors("two-doors.yaml small", 1),
        ["two-doors.yaml", "small/scenarios/adult/bad.yaml"]
    );
}

#[test]
fn a_key_is_checked_with_its_scenario() {
    let machine = machine();
    let path = "small/scoring/keys/two-doors/author.yaml";
    machine.write(path, machine.read(path).replace("rating: 2", "rating: 7"));
    for asked in ["small", path, "small/scenarios/adult/two-doors.yaml"] {
        let done = machine.bedside(&format!("check {asked} --format json")).run();
        assert!(done.out.contains(&format!("\"file\":\"{path}\"")), "{asked}: {done}");
    }
}

#[test]
fn what_cannot_be_checked_is_said() {
    let machine = machine();
    assert_eq!(
        machine.bedside("check nowhere").run().refuses(),
        "there is no file or folder nowhere; give one that exists: No such file or directory (os error 2)"
    );
    machine.write("empty/readme.txt", "");
    assert_eq!(
        machine.bedside("check empty").run().refuses(),
        "there are no scenarios in empty; they are files ending in .yaml"
    );
}

#[test]
fn a_code_is_explained() {
    let machine = machine();
    let done = machine.bedside("explain w050").run().is(0);
    assert!(done.out.starts_with("W050 longest-is-best (warning)\n"), "{done}");
    let all: serde_json::Value =
        serde_json::from_str(&machine.bedside("explain --format json").run().is(0).out).unwrap();
    assert_eq!(all["format"], 1);
    assert!(all["rules"].as_array().unwrap().len() > 50);
    assert_eq!(
        machine.bedside("explain W05O").run().refuses(),
        "there is no rule, skill, error or framework \"W05O\"; did you mean W050? `bedside explain` lists the rules, `bedside explain skills` the skills"
    );
}

#[test]
fn the_words_of_a_key_are_explained() {
    let machine = machine();
    let explain = |word: &str| machine.bedside(&format!("explain {word}")).run().is(0).out;
    let skill = explain("a3");
    assert!(skill.starts_with("A3 Perception ("), "{skill}");
    assert_eq!(
        skill
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_digit()))
            .count(),
        5
    );
    assert!(explain("X24").starts_with("X24 POLST misused (critical, can be repaired)\n"));
    assert!(explain("repair/own").contains("repair/own  Own it: "));
    let skills = explain("skills");
    assert!(
        ["A1  ", "C1  ", "F2  "].iter().all(|id| skills.contains(id)),
        "{skills}"
    );
    assert!(explain("errors").contains("X40  ") && explain("frameworks").contains("ask-tell-ask  "));
    assert!(explain("ratings").contains("-2  "));
    let json = machine.bedside("explain A3 --format json").run().refuses().to_owned();
    assert!(json.contains("as text only"), "{json}");
}

#[test]
fn one_file_is_counted_as_one() {
    let machine = machine();
    machine.bedside("new the-first").run().is(0);
    machine.bedside("new the-second").run().is(0);
    let done = machine.bedside("check scenarios/adult/the-first.yaml").run().is(0);
    assert!(done.out.contains(" in 1 scenario."), "{done}");
    assert!(machine.bedside("check .").run().is(0).out.contains(" in 2 scenarios."));
}

#[test]
fn a_scenario_in_this_folder_is_pointed_at() {
    let machine = machine();
    machine.bedside("new the-first").run().is(0);
    assert_eq!(
        machine.bedside("key new the-first").run().refuses(),
        "scenarios/adult/the-first.yaml is not part of the library; to add this folder to it: `bedside --library . ... the-first`"
    );
    assert_eq!(
        machine.bedside("play ./scenarios/adult/the-first.yaml").run().refuses(),
        "./scenarios/adult/the-first.yaml is a file, and a name is needed here: `bedside --library . ... the-first`"
    );
}
