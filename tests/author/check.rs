//! `bedside check` with the settings of a pack, and for other tools.

use super::run::{MINE, bedside_in, pack};
use super::story::{decision, endings, head};

fn story() -> String {
    head("", "hall") + &decision("hall", &[("ask", "end: over"), ("tell", "end: over")]) + &endings(&["over"])
}

fn codes(folder: &std::path::Path) -> Vec<(String, String)> {
    let said = bedside_in(folder, &["check", MINE, "--format", "json", "--deny", "info"]);
    let lines = said
        .out
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"));
    let text = |value: &serde_json::Value, name: &str| value[name].as_str().expect("text").to_owned();
    lines
        .map(|line| (text(&line, "code"), text(&line, "severity")))
        .collect()
}

#[test]
fn a_pack_says_how_loud_each_check_is() {
    let folder = pack(&story());
    let before = codes(folder.path());
    // Every decision of a scenario ought to have a hint; and a scenario, a key.
    assert!(before.contains(&("W093".into(), "warning".into())), "{before:?}");
    assert!(before.contains(&("S128".into(), "info".into())), "{before:?}");
    let settings = "[check]\nW09x = \"allow\"\nS128 = \"error\"\n";
    std::fs::write(folder.path().join("bedside.toml"), settings).expect("a file");
    let after = codes(folder.path());
    assert!(!after.iter().any(|(code, _)| code.starts_with("W09")), "{after:?}");
    assert!(after.contains(&("S128".into(), "error".into())), "{after:?}");
    assert_eq!(bedside_in(folder.path(), &["check", MINE]).code, Some(1));
    assert_eq!(bedside_in(folder.path(), &["check", "."]).code, Some(1));
}

#[test]
fn a_slip_in_the_settings_is_named_with_its_line() {
    let folder = pack(&story());
    std::fs::write(
        folder.path().join("bedside.toml"),
        "[check]\nlongest-is-bst = \"error\"\n",
    )
    .expect("a file");
    bedside_in(folder.path(), &["check", "."])
        .refused("bedside.toml:2: no check is called \"longest-is-bst\"; did you mean longest-is-best");
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    let folder = pack(&story());
    let log = bedside_in(folder.path(), &["check", MINE, "--format", "sarif"]).json();
    // The published pattern for languages has a bracket too many, which strict readers refuse.
    let schema = include_str!("../schemas/sarif-2.1.0.json").replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}?$");
    let schema = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let faults: Vec<String> = validator.iter_errors(&log).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    let run = &log["runs"][0];
    assert!(run["tool"]["driver"]["rules"].as_array().map_or(0, Vec::len) >= 50);
    let result = &run["results"][0];
    let rule = result["ruleIndex"]
        .as_u64()
        .and_then(|at| usize::try_from(at).ok())
        .expect("an index");
    assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
    let uri = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(*uri, "scenarios/adult/mine.yaml");
}
