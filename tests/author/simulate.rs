//! `bedside simulate`: the same seed, the same numbers; and the exact ones within error.

use super::run::{bedside, bedside_in};

fn numbers(value: &serde_json::Value) -> Vec<(f64, f64)> {
    let endings = value["endings"].as_array().expect("a list");
    let number = |ending: &serde_json::Value, name: &str| ending[name].as_f64().expect("a number");
    endings
        .iter()
        .map(|ending| (number(ending, "chance"), number(ending, "standard_error")))
        .collect()
}

#[test]
fn plays_agree_with_the_exact_numbers_within_error() {
    let exact = bedside(&["analyze", "day-nine", "--format", "json"]).json();
    let exact = &exact["analysis"];
    let args = [
        "simulate", "day-nine", "--runs", "20000", "--seed", "11", "--format", "json",
    ];
    let played = bedside(&args).json();
    let played = &played["simulation"];
    assert_eq!(
        (played["runs"].as_u64(), played["seed"].as_u64()),
        (Some(20_000), Some(11))
    );
    for ((sure, _), (chance, error)) in numbers(exact).into_iter().zip(numbers(played)) {
        assert!(
            (sure - chance).abs() <= 4.0 * error.max(1e-4),
            "{sure} {chance} {error}"
        );
    }
    let mean = |value: &serde_json::Value| value["mean"].as_f64().expect("a mean");
    let error = played["score"]["standard_error"].as_f64().expect("an error");
    let off = (mean(&exact["score"]["random"]) - mean(&played["score"])).abs();
    assert!(off <= 4.0 * error, "{off} {error}");
    assert_eq!(
        bedside(&args).json()["simulation"],
        *played,
        "the same seed, the same numbers"
    );
    let other = bedside(&[
        "simulate", "day-nine", "--runs", "20000", "--seed", "12", "--format", "json",
    ])
    .json();
    assert_ne!(other["simulation"]["score"], played["score"]);
}

#[test]
fn a_policy_file_steers_the_plays() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("in-we-go.toml");
    std::fs::write(&file, "[weights]\n\"hallway/in-we-go\" = 1\n\"hallway/huddle\" = 0\n").expect("a file");
    let args = [
        "simulate",
        "day-nine",
        "--policy-file",
        "in-we-go.toml",
        "--runs",
        "500",
        "--format",
        "json",
    ];
    let answer = bedside_in(folder.path(), &args).json();
    assert_eq!(answer["simulation"]["policy"], "in-we-go");
    let choices = answer["simulation"]["choices"].as_array().expect("a list");
    let huddle = choices
        .iter()
        .find(|choice| choice["choice"] == "hallway/huddle")
        .expect("it is there");
    assert_eq!(huddle["takes"], 0.0);

    std::fs::write(&file, "[weights]\n\"hallway/huddel\" = 1\n").expect("a file");
    bedside_in(folder.path(), &args)
        .refused("in-we-go.toml:2: day-nine has no choice \"hallway/huddel\"; did you mean");
}

#[test]
fn a_policy_that_does_not_exist_is_named_with_those_that_do() {
    bedside(&["simulate", "day-nine", "--policy", "longst"]).refused("did you mean longest");
    bedside(&["simulate", "day-nine", "--runs", "0"]).refused("--runs");
}
