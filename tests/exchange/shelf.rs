//! Every shipped file, read from the repository.

use std::path::{Path, PathBuf};

use bedside::content::{load_rubric, load_scenario};
use bedside::diag::Sources;
use bedside::model::{Rubric, Scenario};

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Files under a folder that end in `.yaml`, sorted.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "nothing in {folder}");
    found
}

pub(crate) fn rubric() -> Rubric {
    let mut sources = Sources::default();
    let text = std::fs::read_to_string(root().join("scoring/rubric.yaml")).unwrap();
    let file = sources.add("rubric.yaml", text);
    load_rubric(file, &sources).0.unwrap()
}

pub(crate) fn scenarios() -> Vec<Scenario> {
    let rubric = rubric();
    let load = |path: PathBuf| {
        let mut sources = Sources::default();
        let file = sources.add(path.display().to_string(), std::fs::read_to_string(&path).unwrap());
        let (scenario, faults) = load_scenario(file, &sources, Some(&rubric));
        scenario.unwrap_or_else(|| panic!("{faults:#?}"))
    };
    files("scenarios").into_iter().map(load).collect()
}

/// Loads a text as a scenario called `id`.
pub(crate) fn loaded(id: &str, text: &str, rubric: &Rubric) -> Result<Scenario, String> {
    let mut sources = Sources::default();
    let file = sources.add(format!("scenarios/adult/{id}.yaml"), text);
    let (scenario, faults) = load_scenario(file, &sources, Some(rubric));
    scenario.ok_or_else(|| format!("{faults:#?}"))
}
