//! The files of this repository load without a word.

use std::fs;
use std::path::{Path, PathBuf};

use super::places::spans;
use crate::content::{FileText, Pack, load_library};
use crate::diag::Sources;
use crate::model::Name;

fn files(root: &Path, under: &str) -> Vec<FileText> {
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(under)];
    while let Some(folder) = folders.pop() {
        for item in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = item.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.push(FileText {
                    path: name,
                    text: fs::read_to_string(&path).unwrap(),
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn one(root: &Path, path: &str) -> Option<FileText> {
    let text = fs::read_to_string(root.join(path)).ok()?;
    Some(FileText {
        path: path.to_owned(),
        text,
    })
}

#[test]
fn the_shipped_library_loads_clean() {
    let root = std::env::var("BEDSIDE_LIBRARY").unwrap_or(env!("CARGO_MANIFEST_DIR").to_owned());
    let root = Path::new(&root);
    let pack = Pack {
        name: Name::from("built-in"),
        rubric: one(root, "scoring/rubric.yaml"),
        sources: one(root, "scoring/sources.yaml"),
        scenarios: files(root, "scenarios"),
        keys: files(root, "scoring/keys"),
        blueprints: files(root, "scoring/blueprints"),
    };
    let mut sources = Sources::default();
    let (library, faults) = load_library(&[pack], &mut sources);
    let told: Vec<String> = faults.iter().map(|fault| fault.message.clone()).collect();
    assert!(told.is_empty(), "{told:#?}");
    for scenario in library.entries.iter().filter_map(|entry| entry.scenario.as_ref()) {
        for (what, span) in spans(scenario) {
            assert!(
                span.start > 0 && span.end > span.start,
                "{}: {what}: {span:?}",
                scenario.id
            );
        }
    }
    assert!(
        library
            .entries
            .iter()
            .all(|entry| entry.scenario.is_some() && !entry.keys.is_empty())
    );
}
