//! The JSON Schemas for editors: they take every shipped file, and refuse every bad example whose fault a schema can say.

use bedside::exchange::schema;
use jsonschema::Validator;
use serde_json::Value;

use crate::shelf::files;

fn validator(schema: &str) -> Validator {
    jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
}

fn value(text: &str) -> Option<Value> {
    serde_yaml::from_str(text).ok()
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    let say = |fault: jsonschema::ValidationError<'_>| format!("{}: {fault}", fault.instance_path());
    validator.iter_errors(value).map(say).collect()
}

#[test]
fn every_shipped_file_is_valid() {
    let (scenario, key) = (validator(schema::SCENARIO), validator(schema::KEY));
    for (validator, folder) in [(&scenario, "scenarios"), (&key, "scoring/keys")] {
        for path in files(folder) {
            let text = std::fs::read_to_string(&path).unwrap();
            let found = faults(validator, &value(&text).unwrap());
            assert!(found.is_empty(), "{}: {found:#?}", path.display());
        }
    }
}

#[test]
fn what_new_and_key_new_write_is_valid() {
    let text = bedside::exchange::begin::scenario("the-start", bedside::model::Track::Adult, "2026-01-01");
    assert_eq!(
        faults(&validator(schema::SCENARIO), &value(&text).unwrap()),
        Vec::<String>::new()
    );
    for scenario in crate::shelf::scenarios() {
        let key = bedside::exchange::keyfile::skeleton(&scenario, "author");
        assert_eq!(
            faults(&validator(schema::KEY), &value(&key).unwrap()),
            Vec::<String>::new()
        );
    }
}

/// Faults of shape that no schema can say, or that YAML hides before it looks.
const BEYOND: &[&str] = &[
    "bad-file-name",
    "bounds-swapped",
    "crlf",
    "enum-bad-start",
    "fact-and-variable",
    "first-arm-without-when",
    "last-arm-when",
    "mood-of-you",
    "start-out-of-bounds",
    "wrong-type-bool",
];

#[test]
fn bad_examples_are_refused_where_a_schema_can_say_why() {
    let (scenario, key) = (validator(schema::SCENARIO), validator(schema::KEY));
    let mut refused = 0;
    let mut missed = Vec::new();
    for path in files("tests/faults") {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.ends_with(".rubric.yaml") || name.ends_with(".sources.yaml") {
            continue;
        }
        let validator = if name.ends_with(".key.yaml") { &key } else { &scenario };
        // What is no YAML at all never comes before a schema.
        let Some(value) = value(&std::fs::read_to_string(&path).unwrap()) else {
            continue;
        };
        if validator.is_valid(&value) {
            missed.push(name.trim_end_matches(".yaml").to_owned());
        } else {
            refused += 1;
        }
    }
    // A name nobody defined, a type that does not fit, a value out of bounds: what one place says of another.
    let elsewhere = |name: &str| {
        let starts = ["unknown-", "cond-", "effect-", "script-", "text-", "trap-", "double-"];
        starts.iter().any(|start| name.starts_with(start))
    };
    let others: Vec<String> = missed.into_iter().filter(|name| !elsewhere(name)).collect();
    assert_eq!(others, BEYOND);
    assert!(refused >= 75, "{refused}");
}
