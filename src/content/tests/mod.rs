//! The loader as a whole, on files.

mod corpus;
mod expressions;
mod faults;
mod library;
mod mutated;
mod places;
mod shipped;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::{load_rubric, load_scenario};
use crate::diag::{Diagnostic, Sources};
use crate::model::{Rubric, Scenario};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn corpus(name: &str) -> String {
    read(&folder("corpus").join(name))
}

fn small_rubric(sources: &mut Sources) -> Rubric {
    let file = sources.add("rubric.yaml", corpus("rubric.yaml"));
    let (rubric, faults) = load_rubric(file, sources);
    assert_eq!(messages(&faults), Vec::<String>::new());
    rubric.unwrap()
}

fn please_speak(sources: &mut Sources, rubric: &Rubric) -> Scenario {
    let file = sources.add("please-speak.yaml", corpus("please-speak.yaml"));
    let (scenario, faults) = load_scenario(file, sources, Some(rubric));
    assert_eq!(messages(&faults), Vec::<String>::new());
    scenario.unwrap()
}

/// Read once: each case adds its file to a copy.
fn example() -> &'static (Sources, Rubric, Scenario) {
    static EXAMPLE: OnceLock<(Sources, Rubric, Scenario)> = OnceLock::new();
    EXAMPLE.get_or_init(|| {
        let mut sources = Sources::default();
        let rubric = small_rubric(&mut sources);
        let scenario = please_speak(&mut sources, &rubric);
        (sources, rubric, scenario)
    })
}

fn messages(faults: &[Diagnostic]) -> Vec<String> {
    faults
        .iter()
        .map(|fault| format!("{}: {}", fault.code, fault.message))
        .collect()
}
